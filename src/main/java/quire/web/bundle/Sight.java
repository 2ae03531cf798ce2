package quire.web.bundle;

import io.javalin.http.Context;
import quire.bundle.Bundle;
import quire.bundle.Contents;
import quire.core.Problem;
import quire.people.Capacity;
import quire.portfolio.Document;
import quire.portfolio.PaperRights;
import quire.web.frame.Rooms;
import quire.web.frame.Visit;

/**
 * What a visitor sees of bundles beyond what {@link quire.people.Permits} says of all: whoever looks through a draft of their
 * own year sees no paper there that is closed to them.
 */
final class Sight {

    private final Rooms rooms;

    Sight(Rooms rooms) {
        this.rooms = rooms;
    }

    /**
     * The bundle that the address names.
     *
     * @throws Problem if it holds a paper that is closed to the visitor
     */
    Bundle bundle(Context request) {
        Bundle bundle = rooms.bundles().get(request.pathParam("bundle"));
        if (!covers(Contents.of(bundle), Visit.of(request))) {
            throw Problem.notFound("This bundle holds papers that are not open to you.");
        }
        return bundle;
    }

    /** Whether a visitor may see everything that is in it. */
    boolean covers(Contents contents, Visit visit) {
        return visit.permit().as() != Capacity.NQSW
                || contents.lines().stream()
                        .map(Contents.Line::document)
                        .filter(id -> !id.isEmpty())
                        .allMatch(id -> reads(rooms.documents().get(id), visit));
    }

    private static boolean reads(Document document, Visit visit) {
        PaperRights rights = PaperRights.of(document, visit.stands());
        return document.form().sections().stream()
                .allMatch(section -> rights.reads(section.id()).allowed());
    }
}
