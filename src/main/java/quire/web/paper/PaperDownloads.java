package quire.web.paper;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.core.Digest;
import quire.core.MadeFile;
import quire.core.MediaType;
import quire.core.Problem;
import quire.documents.PaperCopy;
import quire.portfolio.SeenPaper;
import quire.portfolio.SignedRecord;
import quire.web.frame.Downloads;
import quire.web.frame.Rooms;
import quire.web.frame.Visit;

/** A paper as a Word or PDF file, and the files in it. What the visitor may not read is in none of them. */
final class PaperDownloads {

    private final Rooms rooms;

    PaperDownloads(Rooms rooms) {
        this.rooms = rooms;
    }

    void word(Context request) {
        send(request, MediaType.DOCX);
    }

    void pdf(Context request) {
        send(request, MediaType.PDF);
    }

    /** A paper that all have signed comes as they signed it, for whoever may read all of that. */
    private void send(Context request, MediaType type) {
        Visit visit = Visit.of(request);
        SeenPaper paper = SeenPaper.of(DocumentPages.current(visit, rooms), visit.stands());
        if (!paper.isTheirsToTake()) {
            throw notTheirs();
        }
        MadeFile file = rooms.finalPapers()
                .of(paper)
                .map(record -> rooms.finalPapers().file(record, type, visit.now()))
                .orElseGet(() -> asItIs(paper, type, visit));
        send(request, file, visit);
    }

    private MadeFile asItIs(SeenPaper paper, MediaType type, Visit visit) {
        return PaperCopy.of(paper, rooms.documents(), rooms.clock().getZone())
                .make(rooms.maker(), type, visit.today(), visit.who().person().display());
    }

    void signedWord(Context request) {
        sendSigned(request, MediaType.DOCX);
    }

    void signedPdf(Context request) {
        sendSigned(request, MediaType.PDF);
    }

    /** What all had signed at some time, also when the paper was opened again since; the same bytes for everybody. */
    private void sendSigned(Context request, MediaType type) {
        Visit visit = Visit.of(request);
        SeenPaper paper = SeenPaper.of(visit.inDocument(), visit.stands());
        SignedRecord record =
                SignedVersions.find(rooms, paper, request.pathParam("version")).orElseThrow(PaperDownloads::notTheirs);
        send(request, rooms.finalPapers().file(record, type, visit.now()), visit);
    }

    private void send(Context request, MadeFile file, Visit visit) {
        rooms.visits().downloaded(visit.inDocument(), file.type().extension(), visit.actor(), visit.now());
        Downloads.send(request, file.name(), file.type().mime(), file.bytes());
    }

    private static Problem notTheirs() {
        return Problem.notFound("This paper is not yours to take away.");
    }

    void file(Context request) {
        Visit visit = Visit.of(request);
        SeenPaper paper = SeenPaper.of(visit.inDocument(), visit.stands());
        String hex = request.pathParam("digest");
        if (!hex.matches("[0-9a-f]{64}")) {
            throw Problem.notFound("There is no such file.");
        }
        Map<String, @Nullable Object> named =
                new LinkedHashMap<>(paper.answers().values());
        named.putAll(EarlierPages.answers(rooms, paper));
        byte[] bytes = rooms.attachments()
                .read(named, new Digest(hex))
                .orElseThrow(() -> Problem.notFound("There is no such file."));
        request.header("Content-Security-Policy", "sandbox; default-src 'none'");
        Downloads.send(request, Downloads.nameOf(named, hex), "application/octet-stream", bytes);
        request.status(HttpStatus.OK);
    }
}
