package quire.web.account;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.nio.charset.StandardCharsets;
import java.util.List;
import quire.core.Problem;
import quire.people.SecondSteps;
import quire.web.frame.Body;
import quire.web.frame.Boxes;
import quire.web.frame.Complaints;
import quire.web.frame.Frame;
import quire.web.frame.Pages;
import quire.web.frame.Proof;
import quire.web.frame.Rooms;
import quire.web.frame.Times;
import quire.web.frame.Typed;
import quire.web.frame.View;
import quire.web.frame.Visit;

/** Somebody turns the second step of signing in on or off, and gets recovery codes. */
final class SecondStepPages {

    private static final int GROUP = 4;

    private final Rooms rooms;
    private final Pages pages;
    private final Proof proof;

    SecondStepPages(Rooms rooms, Pages pages, Proof proof) {
        this.rooms = rooms;
        this.pages = pages;
        this.proof = proof;
    }

    void show(Context request) {
        show(request, new Complaints());
    }

    /** Begins: the next page shows what the app needs. */
    void begin(Context request) {
        Complaints complaints = new Complaints();
        request.status(HttpStatus.UNPROCESSABLE_CONTENT);
        if (!proof.isGiven(request, complaints)) {
            show(request, complaints);
            return;
        }
        steps().offer(Visit.of(request).who().person(), pages.service());
        request.redirect("/account/second-step/app", HttpStatus.SEE_OTHER);
    }

    void app(Context request) {
        app(request, new Complaints());
    }

    /** The same secret for the camera of a phone. */
    void picture(Context request) {
        request.contentType("image/svg+xml")
                .result(QrPicture.of(begun(request).uri()).getBytes(StandardCharsets.UTF_8));
    }

    void confirm(Context request) {
        Visit visit = Visit.of(request);
        try {
            List<String> codes =
                    steps().confirm(visit.who().id(), Body.form(request).one("code"), visit.actor(), visit.now());
            showCodes(request, codes, "The second step is on");
        } catch (Problem refused) {
            Complaints complaints = new Complaints().add(refused);
            request.status(HttpStatus.UNPROCESSABLE_CONTENT);
            app(request, complaints);
        }
    }

    void codes(Context request) {
        codes(request, new Complaints());
    }

    void renewCodes(Context request) {
        Complaints complaints = new Complaints();
        request.status(HttpStatus.UNPROCESSABLE_CONTENT);
        if (!proof.isGiven(request, complaints)) {
            codes(request, complaints);
            return;
        }
        Visit visit = Visit.of(request);
        showCodes(
                request,
                steps().renewRecoveryCodes(visit.who().id(), visit.actor(), visit.now()),
                "Your new recovery codes");
    }

    void off(Context request) {
        off(request, new Complaints());
    }

    void turnOff(Context request) {
        Complaints complaints = new Complaints();
        request.status(HttpStatus.UNPROCESSABLE_CONTENT);
        if (!proof.isGiven(request, complaints)) {
            off(request, complaints);
            return;
        }
        Visit visit = Visit.of(request);
        steps().turnOff(visit.who().id(), visit.actor(), visit.now());
        request.redirect("/account?done=second-step-off", HttpStatus.SEE_OTHER);
    }

    private void show(Context request, Complaints complaints) {
        View view = page("A second step when you sign in")
                .flag("on", steps().isOn(Visit.of(request).who().id()))
                .number(
                        "codes",
                        steps().recoveryCodesLeft(Visit.of(request).who().id()));
        proof.boxes(view, request, complaints);
        pages.show(request, "second-step", complaints.on(view));
    }

    private void app(Context request, Complaints complaints) {
        SecondSteps.Offer offer = begun(request);
        Boxes boxes = new Boxes(Typed.NOTHING, complaints);
        View view = page("Connect your app")
                .text("secret", inGroups(offer.secret()))
                .text("uri", offer.uri())
                .group(
                        "code",
                        boxes.line("code", "Code", "The six digits that your app shows now.")
                                .text("width", "govuk-input--width-5")
                                .text("autocomplete", "one-time-code"));
        Frame.back(view, "/account/second-step", "A second step");
        pages.show(request, "second-step-app", complaints.on(view));
    }

    private void codes(Context request, Complaints complaints) {
        View view = proof.boxes(page("Get new recovery codes"), request, complaints)
                .text("action", "/account/second-step/codes")
                .text("what", "The codes that you have now stop working.")
                .text("button", "Get new codes")
                .flag("warning", false);
        pages.show(onlyIfOn(request), "second-step-proof", complaints.on(view));
    }

    private void off(Context request, Complaints complaints) {
        View view = proof.boxes(page("Turn the second step off"), request, complaints)
                .text("action", "/account/second-step/off")
                .text("what", "Your password alone will open your account, wherever somebody types it.")
                .text("button", "Turn it off")
                .flag("warning", true);
        pages.show(onlyIfOn(request), "second-step-proof", complaints.on(view));
    }

    private void showCodes(Context request, List<String> codes, String title) {
        View view = Frame.page(title, "", Frame.At.ELSEWHERE)
                .text("email", Visit.of(request).who().person().email())
                .text("made", Times.words(rooms.clock().instant(), rooms.clock()))
                .list(
                        "codes",
                        codes.stream()
                                .map(code -> new View().text("code", code))
                                .toList());
        request.status(HttpStatus.OK);
        pages.show(request, "recovery-codes", view);
    }

    private SecondSteps.Offer begun(Context request) {
        return steps().begun(Visit.of(request).who().person(), pages.service())
                .orElseThrow(() -> Problem.notFound("Nothing was begun."));
    }

    private Context onlyIfOn(Context request) {
        if (!steps().isOn(Visit.of(request).who().id())) {
            throw Problem.notFound("The second step is not on.");
        }
        return request;
    }

    private static View page(String title) {
        return Frame.back(Frame.page(title, "", Frame.At.ELSEWHERE), "/account", "Your account");
    }

    private static String inGroups(String secret) {
        return secret.replaceAll("(.{" + GROUP + "})(?=.)", "$1 ");
    }

    private SecondSteps steps() {
        return rooms.people().secondSteps();
    }
}
