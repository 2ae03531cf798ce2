package quire.web.frame;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import quire.core.Problem;

/**
 * The page for when the record cannot be reached: busy, out of room, gone. It asks the record for nothing, and it holds what
 * was sent, so that nobody has to type it again.
 */
final class TryAgain {

    /** After how many seconds to try again: as long as work waits for its turn before it gives up. */
    static final String SECONDS = "5";

    private TryAgain() {}

    static void show(Pages pages, Problem problem, Context request) {
        boolean sent = request.isFormUrlencoded() || request.isMultipartFormData();
        boolean looks = request.req().getMethod().equals("GET");
        Errand errand = sent || looks ? Errand.interrupted(request) : Errand.HOME;
        View view = Frame.page(sent ? "This is not saved yet" : "The service is busy", "", Frame.At.ELSEWHERE)
                .text("message", problem.getMessage())
                .text("sentStamp", sent ? stamp(request) : "");
        withoutVisitor(request);
        request.status(HttpStatus.SERVICE_UNAVAILABLE);
        pages.show(request, "try-again", errand.show(view));
    }

    /** Their own, which the form carried: the record cannot be asked for it now. */
    private static String stamp(Context request) {
        String header = request.header(Gate.STAMP_HEADER);
        return header == null ? Body.form(request).one(Gate.STAMP_BOX) : header;
    }

    /** What stands around a page for a visitor is read from the record. */
    private static void withoutVisitor(Context request) {
        Visit visit = Visit.find(request);
        if (visit != null) {
            new Visit(null, null, visit.permit(), null, null, visit.now(), visit.today()).begin(request);
        }
    }
}
