package quire.takeaway;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import quire.core.Finding;
import quire.core.MadeFile;
import quire.core.MediaType;
import quire.documents.DocumentMaker;
import quire.documents.PersonalWord;
import quire.documents.SignatureLines;
import quire.forms.AnswerCheck;
import quire.forms.Answers;
import quire.forms.DocumentFacts;
import quire.forms.Field;
import quire.forms.Section;
import quire.forms.Visibility;
import quire.merge.Missing;
import quire.people.Display;
import quire.portfolio.Document;
import quire.portfolio.RecordedWords;
import quire.portfolio.Signature;

/**
 * One paper as somebody takes it away.
 *
 * @param document as it is now
 * @param signatures all of it, superseded ones among them
 * @param recorded who has written down a section for whom, by the section's id
 * @param sight how much of it they may read
 * @param zone in which a signature has its day
 */
record PaperCopy(
        Document document, List<Signature> signatures, Map<String, String> recorded, Sight sight, ZoneId zone) {

    PaperCopy {
        signatures = List.copyOf(signatures);
        recorded = Map.copyOf(recorded);
    }

    /** The sections that the paper has as it is answered now. */
    private List<Section> shown() {
        Visibility visibility = Visibility.of(document.form(), Answers.of(document.form(), document.answers()));
        return document.form().sections().stream().filter(visibility::shows).toList();
    }

    /** Whether there is anything in it for them. */
    boolean isReadable() {
        return shown().stream().anyMatch(section -> sight.reads(document, section));
    }

    /** Whether every section lies open to them. */
    boolean isWhole() {
        return shown().stream().allMatch(section -> sight.reads(document, section));
    }

    /** Whether every section is complete. */
    boolean isComplete() {
        return shown().stream().allMatch(section -> document.state(section.id()).isDone());
    }

    boolean isSigned() {
        return document.isClosed();
    }

    /** The day of the last signature that stands, or else on which something was last written. */
    LocalDate day() {
        return lastSigned().orElseGet(() -> LocalDate.ofInstant(document.changed(), zone));
    }

    private Optional<LocalDate> lastSigned() {
        return standing().stream()
                .map(signature -> LocalDate.ofInstant(signature.at(), zone))
                .max(Comparator.naturalOrder());
    }

    List<Signature> standing() {
        return signatures.stream().filter(Signature::stands).toList();
    }

    /** What the answers are as far as they may be read. */
    Answers answers() {
        Set<String> closed = document.form().sections().stream()
                .filter(section -> !sight.reads(document, section))
                .flatMap(section -> section.fields().stream())
                .map(Field::id)
                .collect(Collectors.toSet());
        Map<String, @Nullable Object> open = new LinkedHashMap<>(document.answers());
        open.keySet().removeAll(closed);
        return Answers.of(document.form(), open);
    }

    /**
     * The file. What all have signed is the one that was made of it, for everybody. What is not complete or not signed yet, or of
     * which a part is closed, comes as a draft. The same paper makes the same bytes.
     *
     * @param display how whoever takes it wants to read Word files that are not final
     */
    MadeFile make(Presses presses, MediaType type, Display display) {
        return presses.papers()
                .of(document)
                .filter(record -> readsAll(presses.papers().sections(record)))
                .map(record -> presses.made(record, type))
                .orElseGet(() -> PersonalWord.of(asItIs(presses.maker(), type), display));
    }

    private boolean readsAll(Set<String> sections) {
        return document.form().sections().stream()
                .filter(section -> sections.contains(section.id()))
                .allMatch(section -> sight.reads(document, section));
    }

    private MadeFile asItIs(DocumentMaker maker, MediaType type) {
        Answers answers = answers();
        boolean draft = !isWhole()
                || !isComplete()
                || isToBeSigned()
                || Finding.anyError(
                        AnswerCheck.of(document.form(), answers, day()).complete());
        int number = document.form().series() == null ? 0 : document.number();
        return maker.make(
                document.form(),
                signed(answers),
                new DocumentFacts(number, draft, day()),
                type,
                draft || !recorded.isEmpty() ? Missing.MARK : Missing.ERROR);
    }

    private boolean isToBeSigned() {
        return document.place() != null && !document.form().signOff().isEmpty() && !document.isClosed();
    }

    private Answers signed(Answers answers) {
        List<Signature> superseded =
                signatures.stream().filter(signature -> !signature.stands()).toList();
        Map<String, @Nullable Object> printed = RecordedWords.printed(document.form(), answers.values(), recorded);
        return SignatureLines.on(new Answers(printed, answers.findings()), standing(), superseded, zone);
    }
}
