package quire.web.paper;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import quire.core.Digest;
import quire.core.Finding;
import quire.core.MadeFile;
import quire.core.MediaType;
import quire.core.Problem;
import quire.documents.PersonalWord;
import quire.documents.SignatureLines;
import quire.forms.AnswerCheck;
import quire.forms.Answers;
import quire.merge.Missing;
import quire.people.Deed;
import quire.people.Permits;
import quire.portfolio.Document;
import quire.portfolio.RecordedWords;
import quire.portfolio.Signature;
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

    /** Whether the visitor may take the paper away as it is now. */
    static boolean may(SeenPaper paper, Visit visit) {
        if (paper.document().place() == null) {
            return true;
        }
        Deed deed = isComplete(paper) ? Deed.DOWNLOAD_COMPLETED : Deed.DOWNLOAD_DRAFT;
        return !paper.readable().isEmpty() && Permits.of(visit.stands(), deed).allowed();
    }

    /** Whether the visitor may take away what all had signed, however the paper is now. */
    static boolean maySigned(Visit visit) {
        return Permits.of(visit.stands(), Deed.DOWNLOAD_COMPLETED).allowed();
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
        SeenPaper paper = SeenPaper.of(DocumentPages.current(visit, rooms), visit);
        if (!may(paper, visit)) {
            throw notTheirs();
        }
        Optional<SignedRecord> signed = rooms.finalPapers()
                .of(paper.document())
                .filter(record -> paper.readsAll(rooms.finalPapers().sections(record)));
        if (signed.isPresent()) {
            send(request, signed.get(), type, visit);
        } else {
            sendAsItIs(request, paper, type, visit);
        }
    }

    void signedWord(Context request) {
        sendSigned(request, MediaType.DOCX);
    }

    void signedPdf(Context request) {
        sendSigned(request, MediaType.PDF);
    }

    /** What all had signed at some time, also when the paper was opened again since. */
    private void sendSigned(Context request, MediaType type) {
        Visit visit = Visit.of(request);
        SeenPaper paper = SeenPaper.of(visit.inDocument(), visit);
        SignedRecord record = SignedVersions.find(rooms, paper, visit, request.pathParam("version"))
                .orElseThrow(PaperDownloads::notTheirs);
        send(request, record, type, visit);
    }

    /** The same bytes for everybody: what is official does not look as its reader likes it. */
    private void send(Context request, SignedRecord record, MediaType type, Visit visit) {
        MadeFile file = rooms.finalPapers().file(record, type, visit.now());
        rooms.visits().downloaded(visit.inDocument(), type.extension(), visit.actor(), visit.now());
        Downloads.send(request, file.name(), type.mime(), file.bytes());
    }

    /**
     * A paper that is not complete comes as a draft, its gaps marked; so does one of which a part is closed, and one that
     * is still to be signed.
     */
    private void sendAsItIs(Context request, SeenPaper paper, MediaType type, Visit visit) {
        Document document = paper.document();
        Answers answers = paper.answers();
        boolean draft = !paper.isWhole()
                || isToBeSigned(document)
                || Finding.anyError(
                        AnswerCheck.of(document.form(), answers, visit.today()).complete());
        MadeFile made = rooms.maker()
                .make(
                        document.form(),
                        signed(document, answers),
                        AnswerSheet.facts(document, draft, visit.today()),
                        type,
                        draft || !recorded(document).isEmpty() ? Missing.MARK : Missing.ERROR);
        rooms.visits().downloaded(document, type.extension(), visit.actor(), visit.now());
        MadeFile theirs = PersonalWord.of(made, visit.who().person().display());
        Downloads.send(request, draft ? "draft-" + made.name() : made.name(), type.mime(), theirs.bytes());
    }

    private static boolean isToBeSigned(Document document) {
        return document.place() != null && !document.form().signOff().isEmpty() && !document.isClosed();
    }

    /** With every signature, also those that stand no more. */
    private Answers signed(Document document, Answers answers) {
        Map<Boolean, List<Signature>> stands = rooms.documents().signing().of(document.id()).stream()
                .collect(Collectors.partitioningBy(Signature::stands));
        Map<String, @Nullable Object> printed =
                RecordedWords.printed(document.form(), answers.values(), recorded(document));
        return SignatureLines.on(
                new Answers(printed, answers.findings()),
                stands.getOrDefault(true, List.of()),
                stands.getOrDefault(false, List.of()),
                rooms.clock().getZone());
    }

    private static Problem notTheirs() {
        return Problem.notFound("This paper is not yours to take away.");
    }

    private Map<String, String> recorded(Document document) {
        return rooms.documents().requests().recorded(document);
    }

    void file(Context request) {
        Visit visit = Visit.of(request);
        SeenPaper paper = SeenPaper.of(visit.inDocument(), visit);
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

    private static boolean isComplete(SeenPaper paper) {
        return paper.shown().stream()
                .allMatch(section -> paper.document().state(section.id()).isDone());
    }
}
