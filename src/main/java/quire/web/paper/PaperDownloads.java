package quire.web.paper;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.core.Digest;
import quire.core.Finding;
import quire.core.MadeFile;
import quire.core.MediaType;
import quire.core.Ordered;
import quire.core.Problem;
import quire.documents.PersonalWord;
import quire.forms.AnswerCheck;
import quire.forms.Answers;
import quire.merge.Missing;
import quire.people.Deed;
import quire.people.Permits;
import quire.portfolio.Document;
import quire.portfolio.Signature;
import quire.web.frame.Downloads;
import quire.web.frame.Rooms;
import quire.web.frame.Visit;

/** A paper as a Word or PDF file, and the files in it. What the visitor may not read is in none of them. */
final class PaperDownloads {

    private final Rooms rooms;

    PaperDownloads(Rooms rooms) {
        this.rooms = rooms;
    }

    /** Whether the visitor may take the paper away as it is now. */
    static boolean may(SeenPaper paper, Visit visit) {
        if (paper.document().place() == null) {
            return true;
        }
        Deed deed = isComplete(paper) ? Deed.DOWNLOAD_COMPLETED : Deed.DOWNLOAD_DRAFT;
        return !paper.readable().isEmpty() && Permits.of(visit.stands(), deed).allowed();
    }

    void word(Context request) {
        send(request, MediaType.DOCX);
    }

    void pdf(Context request) {
        send(request, MediaType.PDF);
    }

    /** A paper that is not complete comes as a draft, its gaps marked; so does one of which a part is closed. */
    private void send(Context request, MediaType type) {
        Visit visit = Visit.of(request);
        SeenPaper paper = SeenPaper.of(DocumentPages.current(visit, rooms), visit);
        if (!may(paper, visit)) {
            throw Problem.notFound("This paper is not yours to take away.");
        }
        Document document = paper.document();
        Answers answers = paper.answers();
        boolean draft = !paper.isWhole()
                || Finding.anyError(
                        AnswerCheck.of(document.form(), answers, visit.today()).complete());
        MadeFile made = rooms.maker()
                .make(
                        document.form(),
                        signed(document, answers),
                        AnswerSheet.facts(document, draft, visit.today()),
                        type,
                        draft ? Missing.MARK : Missing.ERROR);
        rooms.visits().downloaded(document, type == MediaType.DOCX ? "docx" : "pdf", visit.actor(), visit.now());
        MadeFile theirs = PersonalWord.of(made, visit.who().person().display());
        Downloads.send(request, draft ? "draft-" + made.name() : made.name(), type.mime(), theirs.bytes());
    }

    /** With the signatures that stand, each on its line. */
    private Answers signed(Document document, Answers answers) {
        List<Object> lines = new ArrayList<>();
        for (Signature signature : rooms.documents().signing().of(document.id())) {
            if (signature.stands()) {
                lines.add(Ordered.of(
                        "step",
                        BigDecimal.valueOf(signature.step()),
                        "role",
                        signature.role(),
                        "name",
                        signature.name(),
                        "date",
                        LocalDate.ofInstant(signature.at(), rooms.clock().getZone())
                                .toString()));
            }
        }
        if (lines.isEmpty()) {
            return answers;
        }
        Map<String, @Nullable Object> all = new LinkedHashMap<>(answers.values());
        all.put(Answers.SIGNATURES, lines);
        return new Answers(all, answers.findings());
    }

    void file(Context request) {
        Visit visit = Visit.of(request);
        SeenPaper paper = SeenPaper.of(visit.inDocument(), visit);
        String hex = request.pathParam("digest");
        if (!hex.matches("[0-9a-f]{64}")) {
            throw Problem.notFound("There is no such file.");
        }
        byte[] bytes = rooms.attachments()
                .read(paper.answers().values(), new Digest(hex))
                .orElseThrow(() -> Problem.notFound("There is no such file."));
        request.header("Content-Security-Policy", "sandbox; default-src 'none'");
        Downloads.send(request, Downloads.nameOf(paper.answers().values(), hex), "application/octet-stream", bytes);
        request.status(HttpStatus.OK);
    }

    private static boolean isComplete(SeenPaper paper) {
        return paper.shown().stream()
                .allMatch(section -> paper.document().state(section.id()).isDone());
    }
}
