package quire.documents;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.core.Finding;
import quire.core.MadeFile;
import quire.core.MediaType;
import quire.forms.AnswerCheck;
import quire.forms.Answers;
import quire.forms.DocumentFacts;
import quire.merge.Missing;
import quire.people.Display;
import quire.portfolio.Document;
import quire.portfolio.Documents;
import quire.portfolio.RecordedWords;
import quire.portfolio.SeenPaper;
import quire.portfolio.Signature;

/**
 * A paper as it is now, with all that stands on it, as far as somebody may read it. What all have signed comes from
 * {@link FinalPapers} to whoever reads all of that.
 *
 * @param signatures all of it, superseded ones among them
 * @param recorded who has written down a section for whom, by the section's id
 * @param zone in which a signature has its day
 */
public record PaperCopy(SeenPaper seen, List<Signature> signatures, Map<String, String> recorded, ZoneId zone) {

    public PaperCopy {
        signatures = List.copyOf(signatures);
        recorded = Map.copyOf(recorded);
    }

    public static PaperCopy of(SeenPaper seen, Documents documents, ZoneId zone) {
        Document document = seen.document();
        return new PaperCopy(
                seen,
                documents.signing().of(document.id()),
                documents.requests().recorded(document),
                zone);
    }

    public Document document() {
        return seen.document();
    }

    /** The day of the last signature that stands, or else on which something was last written. */
    public LocalDate day() {
        return signatures(true).stream()
                .map(Signature::at)
                .max(Comparator.naturalOrder())
                .map(at -> LocalDate.ofInstant(at, zone))
                .orElseGet(() -> LocalDate.ofInstant(document().changed(), zone));
    }

    /**
     * The file. What is not complete or not signed yet, or of which a part is closed, comes as a draft, its gaps marked.
     *
     * @param day on which it says that it was made; the same paper of the same day makes the same bytes
     * @param display how whoever takes it wants to read Word files
     * @throws quire.core.Problem if an answer does not fit the form
     */
    public MadeFile make(DocumentMaker maker, MediaType type, LocalDate day, Display display) {
        Document document = document();
        Answers answers = seen.answers();
        boolean draft = !seen.isWhole()
                || !document.isFinished()
                || Finding.anyError(
                        AnswerCheck.of(document.form(), answers, day).complete());
        MadeFile made = maker.make(
                document.form(),
                printed(answers),
                new DocumentFacts(document.numberInSeries(), draft, day),
                type,
                draft || !recorded.isEmpty() ? Missing.MARK : Missing.ERROR);
        MadeFile theirs = PersonalWord.of(made, display);
        return draft ? theirs.called("draft-" + made.name()) : theirs;
    }

    /** The answers, with who wrote them down for whom, and with every signature, also those that stand no more. */
    private Answers printed(Answers answers) {
        Map<String, @Nullable Object> printed = RecordedWords.printed(document().form(), answers.values(), recorded);
        return SignatureLines.on(new Answers(printed, answers.findings()), signatures(true), signatures(false), zone);
    }

    private List<Signature> signatures(boolean standing) {
        return signatures.stream()
                .filter(signature -> signature.stands() == standing)
                .toList();
    }
}
