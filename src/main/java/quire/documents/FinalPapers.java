package quire.documents;

import java.io.ByteArrayInputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import quire.core.Digest;
import quire.core.Finding;
import quire.core.MadeFile;
import quire.core.MediaType;
import quire.core.Problem;
import quire.forms.AnswerCheck;
import quire.forms.Answers;
import quire.forms.DocumentFacts;
import quire.forms.Form;
import quire.merge.Missing;
import quire.merge.word.NamelessCopy;
import quire.pdf.PdfRequest;
import quire.portfolio.Document;
import quire.portfolio.KeptLayouts;
import quire.portfolio.Rendition;
import quire.portfolio.SeenPaper;
import quire.portfolio.SignedPaper;
import quire.portfolio.SignedRecord;
import quire.portfolio.SignedRecords;
import quire.store.Blobs;

/**
 * The Word and PDF files of papers that all have signed. Each is made once, of what was signed and in the layouts of that
 * day, and kept; whoever asks gets the same bytes for ever. May be shared between threads.
 */
public final class FinalPapers {

    /** So many are made in one go at a start. */
    private static final int STRETCH = 50;

    private final DocumentMaker maker;
    private final SignedRecords records;
    private final SignedLayouts layouts;
    private final Blobs blobs;
    private final String program;
    private final ZoneId zone;

    /**
     * @param program its version, which is noted beside each file
     * @param zone in which a day begins
     */
    public FinalPapers(
            DocumentMaker maker, SignedRecords records, KeptLayouts layouts, Blobs blobs, String program, ZoneId zone) {
        this.maker = maker;
        this.records = records;
        this.layouts = new SignedLayouts(maker.shelf(), layouts);
        this.blobs = blobs;
        this.program = program;
        this.zone = zone;
    }

    /** Keeps the layouts that somebody is about to sign a paper in; their digests, by kind, go with the signature. */
    public Map<String, Digest> keepLayouts(Form form, Instant now) {
        layouts.keep(form, now);
        return maker.templates(form);
    }

    /** What all have signed, as long as the paper is not opened again. */
    public Optional<SignedRecord> of(Document document) {
        return document.isClosed() ? records.newest(document.id()) : Optional.empty();
    }

    /** The same for somebody: whoever may not read a section that stands on a signed paper may not have its files. */
    public Optional<SignedRecord> of(SeenPaper seen) {
        return of(seen.document()).filter(record -> isOpen(record, seen));
    }

    /** Everything that all had signed at some time, the first one first. */
    public List<SignedRecord> all(String document) {
        return records.of(document);
    }

    /** The same for somebody. */
    public List<SignedRecord> all(SeenPaper seen) {
        return seen.isTheirsOnceSigned()
                ? all(seen.document().id()).stream()
                        .filter(record -> isOpen(record, seen))
                        .toList()
                : List.of();
    }

    private boolean isOpen(SignedRecord record, SeenPaper seen) {
        return seen.readsAll(records.paper(record).sections());
    }

    /** The PDF of a signed record. */
    public MadeFile pdf(SignedRecord record, Instant now) {
        return file(record, MediaType.PDF, now);
    }

    /** The Word copy of a signed record. */
    public MadeFile word(SignedRecord record, Instant now) {
        return file(record, MediaType.DOCX, now);
    }

    /**
     * A file of a signed record: the one that is kept, or else it is made now.
     *
     * @throws Problem if what was signed lacks an answer that the form asks for
     */
    public MadeFile file(SignedRecord record, MediaType type, Instant now) {
        return kept(record, type).orElseGet(() -> {
            MadeFile made = make(record, type);
            Rendition kept = keep(record, made, now);
            return kept.digest().equals(made.digest()) ? made : file(made.name(), kept);
        });
    }

    /**
     * The same for whoever only looks: what is not kept yet is made, and nothing changes.
     *
     * @throws Problem if what was signed lacks an answer that the form asks for
     */
    public MadeFile look(SignedRecord record, MediaType type) {
        return kept(record, type).orElseGet(() -> make(record, type));
    }

    private Optional<MadeFile> kept(SignedRecord record, MediaType type) {
        return records.rendition(record, type).map(rendition -> {
            SignedPaper paper = records.paper(record);
            return file(DocumentMaker.name(paper.form(), paper.series(), type), rendition);
        });
    }

    private MadeFile file(String name, Rendition rendition) {
        try {
            return new MadeFile(name, rendition.type(), blobs.read(rendition.digest()), List.of());
        } catch (UncheckedIOException | Problem e) {
            throw Problem.of(
                            Problem.Kind.UNAVAILABLE,
                            "The file of this signed paper is damaged on the server. Tell whoever looks after Quire.")
                    .because(e);
        }
    }

    private Rendition keep(SignedRecord record, MadeFile made, Instant now) {
        blobs.take(new ByteArrayInputStream(made.bytes()), made.bytes().length);
        SignedPaper paper = records.paper(record);
        return records.keep(new Rendition(
                record.document(),
                record.number(),
                made.type(),
                made.digest(),
                made.bytes().length,
                layouts.shelf(paper.form(), paper.templates()).digests(paper.form()),
                program,
                now));
    }

    /** Makes a file of a signed record: the same bytes every time, of what was signed and nothing else. */
    public MadeFile make(SignedRecord record, MediaType type) {
        SignedPaper paper = records.paper(record);
        LocalDate day = LocalDate.ofInstant(record.at(), zone);
        refuseGaps(paper, AnswerCheck.of(paper.form(), Answers.of(paper.form(), paper.answers()), day));
        return named(record, paper, type).file(type);
    }

    /** What the PDF of a signed record was printed from. */
    public PdfRequest page(SignedRecord record) {
        return named(record, records.paper(record), MediaType.PDF).page();
    }

    private Printable named(SignedRecord record, SignedPaper paper, MediaType type) {
        Answers answers = Answers.of(paper.form(), paper.answers());
        String status =
                (type == MediaType.DOCX ? "Copy of the signed record " : "Signed record ") + record.printedMark();
        DocumentFacts facts = new DocumentFacts(paper.series(), false, LocalDate.ofInstant(record.at(), zone))
                .with(new DocumentFacts.Signed(status, record.printedMark(), paper.sections()));
        return new Printable(
                maker.with(layouts.shelf(paper.form(), paper.templates())),
                paper.form(),
                SignatureLines.on(answers, paper.standing(), paper.superseded(), zone),
                facts);
    }

    /**
     * The PDF of a signed record that does not tell who its people are: the same bytes every time, and never kept.
     *
     * @param rewording how its texts are reworded
     */
    public MadeFile coded(SignedRecord record, Rewording rewording) {
        return reworded(record, rewording).file(MediaType.PDF);
    }

    /** The Word copy of the same, which does not tell who its people or the authors of its template are. */
    public MadeFile codedWord(SignedRecord record, Rewording rewording) {
        MadeFile made = reworded(record, rewording).file(MediaType.DOCX);
        return new MadeFile(made.name(), made.type(), NamelessCopy.of(made.bytes()), made.findings());
    }

    /** What {@link #coded} prints, before it is printed. */
    public PdfRequest codedPage(SignedRecord record, Rewording rewording) {
        return reworded(record, rewording).page();
    }

    private Printable reworded(SignedRecord record, Rewording rewording) {
        SignedPaper paper = records.paper(record);
        Form form = paper.form();
        Answers answers = Answers.of(form, RewordedAnswers.of(paper, rewording));
        DocumentFacts facts = new DocumentFacts(paper.series(), false, LocalDate.ofInstant(record.at(), zone))
                .with(new DocumentFacts.Signed("Coded copy of a signed record", "", paper.sections()));
        return new Printable(
                maker.with(layouts.shelf(form, paper.templates())),
                form,
                SignatureLines.byDay(answers, RewordedAnswers.signatures(paper.standing(), rewording), zone),
                facts);
    }

    /** A paper with everything that goes into its files. */
    private record Printable(DocumentMaker maker, Form form, Answers answers, DocumentFacts facts) {

        MadeFile file(MediaType type) {
            return maker.make(form, answers, facts, type, Missing.BLANK);
        }

        PdfRequest page() {
            return maker.page(form, answers, facts);
        }
    }

    /** What nobody signs is not on the paper, and may be missing; what somebody signs may not. */
    private static void refuseGaps(SignedPaper paper, AnswerCheck check) {
        List<Finding> gaps = paper.form().sections().stream()
                .filter(section -> paper.sections().contains(section.id()))
                .flatMap(section -> check.complete(section).stream())
                .filter(Finding::isError)
                .toList();
        if (!gaps.isEmpty()) {
            throw Problem.badInput("What was signed is not complete, so there is no final paper of it.", gaps);
        }
    }

    /**
     * Makes the files that are still to be made, because the program ended between the last signature and them.
     *
     * @param goesOn whether there is time for one more
     * @return how many records could not be printed
     */
    public int catchUp(Instant now, BooleanSupplier goesOn) {
        records.sealEarlier(now);
        Set<SignedRecord> failed = new HashSet<>();
        List<SignedRecord> next = records.unprinted(STRETCH);
        while (!failed.containsAll(next) && goesOn.getAsBoolean()) {
            next.stream()
                    .filter(record -> goesOn.getAsBoolean() && !isMade(record, now))
                    .forEach(failed::add);
            next = records.unprinted(STRETCH + failed.size());
        }
        return failed.size();
    }

    /** Makes both files of a signed record, if they are not made yet; whether that was possible. */
    public boolean isMade(SignedRecord record, Instant now) {
        try {
            for (MediaType type : MediaType.values()) {
                if (records.rendition(record, type).isEmpty()) {
                    keep(record, make(record, type), now);
                }
            }
            return true;
        } catch (Problem | IllegalStateException impossible) {
            // Whoever asks for the file is told; nobody else waits for it.
            return false;
        }
    }
}
