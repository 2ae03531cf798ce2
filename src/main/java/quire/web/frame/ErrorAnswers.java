package quire.web.frame;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quire.core.Finding;
import quire.core.Problem;

/** Answers what went wrong: a page for people, problem+json (RFC 9457) for programs, and never a stack trace. */
public final class ErrorAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorAnswers.class);

    private final Pages pages;

    public ErrorAnswers(Pages pages) {
        this.pages = pages;
    }

    public void register(RoutesConfig routes) {
        routes.exception(Problem.class, (problem, request) -> problem(problem, request));
        routes.exception(Gate.Refusal.class, (refusal, request) -> otherSite(request));
        routes.exception(Gate.SignedOut.class, (signedOut, request) -> signIn(request));
        routes.exception(Gate.PassedOut.class, (passedOut, request) -> openTheLink(request));
        routes.exception(Programs.Refused.class, (refused, request) -> token(refused, request));
        routes.exception(TooFast.class, (tooFast, request) -> tooFast(tooFast, request));
        routes.exception(HttpResponseException.class, this::framework);
        routes.exception(Exception.class, this::ours);
        routes.after(ErrorAnswers::endConnection);
    }

    /**
     * Lets all of what is refused arrive, and says that the connection ends with that. The server ends it wherever it could
     * not make sense of a body; a sender who was not told would lose the next thing that they send.
     */
    private static void endConnection(Context request) {
        boolean sent = !List.of("GET", "HEAD").contains(request.req().getMethod());
        if (sent && request.statusCode() >= HttpStatus.BAD_REQUEST.getCode()) {
            Body.readOut(request);
            request.header("Connection", "close");
        }
    }

    private void problem(Problem problem, Context request) {
        HttpStatus status = status(problem);
        if (problem.findings().stream().anyMatch(finding -> finding.code().equals("answer-elsewhere"))) {
            SecurityLog.refused("answers to what the page does not ask", request);
        }
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            unavailable(problem, request);
            return;
        }
        if (isForPrograms(request)) {
            json(request, status, problem.getMessage(), problem.findings());
        } else if (status == HttpStatus.NOT_FOUND) {
            notFound(request);
        } else {
            page(request, status, title(status), problem.getMessage(), problem.findings());
        }
    }

    /** The same may work in a moment, so nothing of what was sent is dropped and everybody is told when to come back. */
    private void unavailable(Problem problem, Context request) {
        // Everybody who writes knocks every few seconds then, so the log gets a line of each and no more.
        LOG.warn("Unavailable: {} {}", problem.getMessage(), reason(problem));
        LOG.debug("Unavailable", problem);
        request.header("Retry-After", TryAgain.SECONDS);
        if (isForPrograms(request)) {
            json(request, HttpStatus.SERVICE_UNAVAILABLE, problem.getMessage(), problem.findings());
        } else {
            TryAgain.show(pages, problem, request);
        }
    }

    /** The first of all causes, which is what the database itself said. */
    private static String reason(Throwable problem) {
        Throwable reason = problem;
        while (reason.getCause() != null) {
            reason = reason.getCause();
        }
        return reason == problem ? "" : "(" + reason + ")";
    }

    private static HttpStatus status(Problem problem) {
        return switch (problem.kind()) {
            case BAD_INPUT -> isMalformed(problem) ? HttpStatus.BAD_REQUEST : HttpStatus.UNPROCESSABLE_CONTENT;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case CONFLICT -> HttpStatus.CONFLICT;
            case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
            case UNSUPPORTED -> HttpStatus.UNSUPPORTED_MEDIA_TYPE;
            case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }

    /** What could not even be read, as opposed to what was read and is wrong. */
    private static boolean isMalformed(Problem problem) {
        return problem.findings().stream()
                .anyMatch(finding -> List.of("malformed", "json", "json-not-object", "delimiters")
                        .contains(finding.code()));
    }

    /** A page of ours that is older than the session still has its writer's words, and they may send them again. */
    private void otherSite(Context request) {
        SecurityLog.refused("a form of another page", request);
        Errand errand = Visit.find(request) == null ? Errand.HOME : errand(request);
        if (!errand.boxes().isEmpty()) {
            request.status(HttpStatus.FORBIDDEN);
            pages.show(request, "kept", errand.show(Frame.page("This page is out of date", "", Frame.At.ELSEWHERE)));
            return;
        }
        String message = "Your session has ended or this page is out of date. Nothing was saved. "
                + "Go back, load the page again and send it once more.";
        page(request, HttpStatus.FORBIDDEN, "This page is out of date", message, List.of());
    }

    /** To the page of signing in, and from there on to where they were going, with what they had typed. */
    private void signIn(Context request) {
        if (isForPrograms(request)) {
            json(request, HttpStatus.UNAUTHORIZED, "Sign in first.", List.of());
            return;
        }
        Errand errand = errand(request);
        if (request.req().getMethod().equals("GET")) {
            String to = URLEncoder.encode(errand.to(), StandardCharsets.UTF_8);
            request.redirect(errand.to().equals("/") ? "/sign-in" : "/sign-in?to=" + to, HttpStatus.SEE_OTHER);
        } else {
            request.status(HttpStatus.UNAUTHORIZED);
            View view = Frame.page("Sign in again", "", Frame.At.ELSEWHERE).text("email", "");
            pages.show(request, "sign-in", errand.show(view));
        }
    }

    /** A guest comes back by the link in their letter; what they had typed stays on the page to be copied. */
    private void openTheLink(Context request) {
        if (isForPrograms(request)) {
            json(request, HttpStatus.NOT_FOUND, "Open the link in your letter again.", List.of());
            return;
        }
        request.status(HttpStatus.NOT_FOUND);
        View view = Frame.page("This page is not open any more", "", Frame.At.ELSEWHERE);
        pages.show(request, "guest-ended", errand(request).show(view));
    }

    /** What cannot be read cannot be carried either. */
    private static Errand errand(Context request) {
        try {
            return Errand.interrupted(request);
        } catch (Problem unread) {
            return Errand.HOME;
        }
    }

    /** A program that must show a token, or show another one, or wait before it does. */
    private static void token(Programs.Refused refused, Context request) {
        SecurityLog.refused("a program without a token that is good", request);
        if (refused.waitSeconds() > 0) {
            request.header("Retry-After", String.valueOf(refused.waitSeconds()));
            String message = "There were too many tokens that are none. Try again in " + refused.waitSeconds()
                    + " seconds, with a token that is good.";
            json(request, HttpStatus.TOO_MANY_REQUESTS, message, List.of());
        } else {
            request.header("WWW-Authenticate", refused.challenge());
            String message =
                    "Send the header “Authorization: Bearer …” with a token that has not ended. People make tokens"
                            + " for programs on the page of their account.";
            json(request, HttpStatus.UNAUTHORIZED, message, List.of());
        }
    }

    /** Only scripts of pages and programs are that fast. */
    private static void tooFast(TooFast tooFast, Context request) {
        SecurityLog.refused("what came too often", request);
        request.header("Retry-After", String.valueOf(tooFast.seconds()));
        String message = "This came more often than it may. Try again in a moment. Nothing is lost.";
        json(request, HttpStatus.TOO_MANY_REQUESTS, message, List.of());
    }

    private void framework(HttpResponseException refusal, Context request) {
        HttpStatus status = HttpStatus.forStatus(refusal.getStatus());
        String allowed = refusal.getDetails().getOrDefault("availableMethods", "");
        if (!allowed.isEmpty()) {
            request.header("Allow", allowed);
        }
        if (isForPrograms(request)) {
            json(request, status, sentence(status), List.of());
        } else if (status == HttpStatus.NOT_FOUND) {
            notFound(request);
        } else {
            page(request, status, title(status), sentence(status), List.of());
        }
    }

    private void ours(Exception fault, Context request) {
        String reference = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("Fault {} at {} {}", reference, request.req().getMethod(), SecurityLog.pattern(request), fault);
        String message = "Something went wrong on our side. Give this reference when you ask for help: " + reference;
        if (isForPrograms(request)) {
            json(request, HttpStatus.INTERNAL_SERVER_ERROR, message, List.of());
        } else {
            View view = Frame.page("There is a problem with the service", "", Frame.At.ELSEWHERE)
                    .text("reference", reference)
                    .flag("maySave", request.req().getMethod().equals("POST"));
            request.status(HttpStatus.INTERNAL_SERVER_ERROR);
            pages.show(request, "fault", view);
        }
    }

    private void notFound(Context request) {
        View view = Frame.page("Page not found", "", Frame.At.ELSEWHERE);
        request.status(HttpStatus.NOT_FOUND);
        pages.show(request, "not-found", view);
    }

    private void page(Context request, HttpStatus status, String title, String message, List<Finding> findings) {
        List<View> lines = findings.stream()
                .map(Finding::message)
                .filter(line -> !line.equals(message))
                .distinct()
                .limit(100)
                .map(line -> new View().text("line", line))
                .toList();
        View view = Frame.page(title, "", Frame.At.ELSEWHERE)
                .text("message", message)
                .list("findings", lines);
        request.status(status);
        pages.show(request, "refused", typed(request).show(view));
    }

    /**
     * What somebody had typed, so that a refusal does not take it from them: as far as it was read before, since a large file
     * that the gate refused is not to be taken into memory for this, and never what people sign in with.
     */
    private static Errand typed(Context request) {
        Visit visit = Visit.find(request);
        boolean asksForSomebody = visit != null && visit.standing() != null;
        boolean secret = request.path().startsWith(Errand.ACCOUNT);
        return asksForSomebody && !secret && Body.isRead(request) ? Errand.interrupted(request) : Errand.HOME;
    }

    private static void json(Context request, HttpStatus status, String message, List<Finding> findings) {
        request.status(status);
        Reply.json(request, "application/problem+json", ProblemJson.of(status, message, findings));
    }

    private static boolean isForPrograms(Context request) {
        String path = request.path();
        boolean script = "application/json".equals(request.header("Accept"));
        return script
                || path.startsWith("/api/")
                || path.equals("/openapi.json")
                || path.equals("/health")
                || request.isJson();
    }

    private static String title(HttpStatus status) {
        return switch (status) {
            case METHOD_NOT_ALLOWED -> "This address does not do that";
            case CONTENT_TOO_LARGE -> "This is too large";
            default -> "There is a problem with what was sent";
        };
    }

    private static String sentence(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> "There is nothing at this address.";
            case METHOD_NOT_ALLOWED -> "This address knows other methods. The header “Allow” lists them.";
            case CONTENT_TOO_LARGE -> "What you sent is too large.";
            default -> "What you sent could not be read.";
        };
    }
}
