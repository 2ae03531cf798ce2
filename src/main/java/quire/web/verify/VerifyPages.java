package quire.web.verify;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import quire.bundle.BundleVerdict;
import quire.core.Problem;
import quire.documents.CopyCheck;
import quire.merge.Value;
import quire.people.Pace;
import quire.web.frame.Body;
import quire.web.frame.ClientAddress;
import quire.web.frame.Frame;
import quire.web.frame.Pages;
import quire.web.frame.Posted;
import quire.web.frame.Reply;
import quire.web.frame.Rooms;
import quire.web.frame.TooFast;
import quire.web.frame.View;

/**
 * Takes a file, says whether it is a final paper or a bundle as it was made, and forgets it. Nobody need be signed in, so it works on few
 * files at a time and on so many of one sender.
 */
final class VerifyPages {

    /** As many as somebody checks who has a year's papers before them; then one every few seconds. */
    private static final int AT_ONCE = 30;

    private static final Duration INTERVAL = Duration.ofSeconds(3);
    private static final int AT_THE_SAME_TIME = 2;

    private final Rooms rooms;
    private final Pages pages;
    private final ClientAddress client;
    private final CopyCheck check;
    private final Pace pace = new Pace(AT_ONCE, INTERVAL);
    private final Semaphore places = new Semaphore(AT_THE_SAME_TIME);

    VerifyPages(Rooms rooms, Pages pages, ClientAddress client) {
        this.rooms = rooms;
        this.pages = pages;
        this.client = client;
        this.check = new CopyCheck(rooms.documents(), rooms.clock().getZone());
    }

    void ask(Context request) {
        show(request, null, "");
    }

    void verify(Context request) {
        Duration wait = pace.take(client.of(request), rooms.clock().instant());
        if (!wait.isZero()) {
            tooFast(request, wait);
        } else if (!places.tryAcquire()) {
            throw Problem.of(
                    Problem.Kind.UNAVAILABLE, "Many people are checking papers just now. Try again in a minute.");
        } else {
            try {
                answer(request);
            } finally {
                places.release();
            }
        }
    }

    private void tooFast(Context request, Duration wait) {
        if (isForPrograms(request)) {
            throw new TooFast(wait);
        }
        request.status(HttpStatus.TOO_MANY_REQUESTS).header("Retry-After", String.valueOf(wait.toSeconds() + 1));
        show(request, null, "You have checked many papers in a short time. Wait a minute and try again");
    }

    private void answer(Context request) {
        if (!request.isMultipartFormData()) {
            byte[] file = Body.bytes(request, Body.MOST_OF_A_FILE);
            if (file.length == 0) {
                throw Body.malformed("Send the file itself as the body of the request.");
            }
            Reply.json(request, "application/json", found(file).json());
            return;
        }
        Posted posted = Body.form(request);
        byte[] file = posted.isTooLarge("file")
                ? new byte[0]
                : posted.file("file").map(Posted.PostedFile::bytes).orElse(new byte[0]);
        if (isForPrograms(request)) {
            byte[] sent = posted.file("file")
                    .map(Posted.PostedFile::bytes)
                    .orElseThrow(() -> Body.malformed("Send the file as the part “file”."));
            Reply.json(request, "application/json", found(sent).json());
        } else if (file.length == 0) {
            request.status(HttpStatus.UNPROCESSABLE_CONTENT);
            show(request, null, fault(posted));
        } else {
            show(request, found(file), "");
        }
    }

    private static String fault(Posted posted) {
        if (posted.isTooLarge("file")) {
            return "The selected file must be smaller than " + Body.MOST_OF_A_FILE / 1_000_000 + "MB";
        }
        return posted.file("file").isPresent() ? "The selected file is empty" : "Select a file";
    }

    private void show(Context request, @Nullable Found found, String fault) {
        View view = Frame.page("Check whether a paper is unchanged", "", Frame.At.ELSEWHERE)
                .text("fault", fault)
                .value("verdict", Value.Flag.NO);
        if (found != null) {
            view.group(
                    "verdict",
                    new View()
                            .text("heading", found.heading())
                            .text("explanation", found.explanation())
                            .flag("good", found.good())
                            .text("mark", found.mark())
                            .text("digest", found.digest().replaceAll("(.{8})(?!$)", "$1 ")));
        }
        if (!fault.isEmpty()) {
            Frame.failed(view, "", List.of(new Frame.Fault(fault, "#file")));
        }
        pages.show(request, "verify", view);
    }

    /** A bundle tells what it is; everything else is asked whether it is a paper. */
    private Found found(byte[] file) {
        BundleVerdict bundle = rooms.bundles().check(file);
        return bundle.isKnown() ? Found.of(bundle) : Found.of(check.of(file));
    }

    private static boolean isForPrograms(Context request) {
        return "application/json".equals(request.header("Accept")) || !request.isMultipartFormData();
    }
}
