package quire.web.evidence;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import quire.core.Problem;
import quire.portfolio.QuarantinedFile;
import quire.web.frame.Body;
import quire.web.frame.Rooms;
import quire.web.frame.Visit;

/** Files that wait for the virus scanner: they stand in the list of files, and can be taken away. */
final class WaitingPages {

    private final Rooms rooms;

    WaitingPages(Rooms rooms) {
        this.rooms = rooms;
    }

    void remove(Context request) {
        Body.form(request);
        Visit visit = Visit.of(request);
        FileViews files = new FileViews(rooms, visit);
        QuarantinedFile file = rooms.evidence().quarantine().get(request.pathParam("waiting"));
        if (!files.maySee(file) || !files.mayRemove(file)) {
            throw Problem.notFound("There is no such file.");
        }
        rooms.evidence().quarantine().remove(file.id(), visit.actor(), visit.now());
        request.redirect(files.address() + "?done=removed", HttpStatus.SEE_OTHER);
    }
}
