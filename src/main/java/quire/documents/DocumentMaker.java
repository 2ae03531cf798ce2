package quire.documents;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import quire.convert.word.WordPaper;
import quire.convert.word.WordPapers;
import quire.core.Digest;
import quire.core.Finding;
import quire.core.MadeFile;
import quire.core.MediaType;
import quire.core.Problem;
import quire.core.RecordMark;
import quire.core.Severity;
import quire.forms.AnswerCheck;
import quire.forms.Answers;
import quire.forms.DocumentFacts;
import quire.forms.Form;
import quire.forms.FormValues;
import quire.merge.Missing;
import quire.merge.Value;
import quire.merge.html.HtmlMerge;
import quire.merge.html.HtmlTemplate;
import quire.merge.html.HtmlTemplates;
import quire.merge.word.CopyMark;
import quire.merge.word.Scaffold;
import quire.merge.word.WordTemplate;
import quire.pdf.Pdf;
import quire.pdf.PdfMaker;
import quire.pdf.PdfRequest;

/** Makes papers: of a form with its answers, or of any template with plain data. Thread-safe. */
public final class DocumentMaker {

    private final TemplateShelf shelf;
    private final PdfMaker pdf;
    private final WordPapers words;

    public DocumentMaker(TemplateShelf shelf, PdfMaker pdf) {
        this.shelf = shelf;
        this.pdf = pdf;
        words = new WordPapers(pdf);
    }

    /**
     * Makes the paper of a form.
     *
     * @param missing what becomes of required answers that are not given; whatever it is, they are in the findings
     * @throws Problem if answers are of a wrong kind or name, or, with {@link Missing#ERROR}, not complete
     */
    public MadeFile make(Form form, Answers answers, DocumentFacts facts, MediaType type, Missing missing) {
        List<Finding> findings = new ArrayList<>(check(form, answers, facts.made(), missing));
        Value.Group values = FormValues.of(form, answers, facts);
        // Unknown keys were refused when the template was checked; here only answers can be missing.
        Made made = type == MediaType.DOCX
                ? word(shelf.word(form), values, missing)
                : page(
                        shelf.page(form),
                        shelf.pageName(form),
                        values,
                        missing,
                        midnight(facts.made()),
                        identifier(facts));
        findings.addAll(made.findings().stream()
                .filter(finding -> !finding.code().equals("answer-missing"))
                .toList());
        DocumentFacts.Signed signed = facts.signed();
        byte[] bytes = signed != null && !signed.mark().isEmpty() && type == MediaType.DOCX
                ? CopyMark.on(made.bytes(), unspaced(signed))
                : made.bytes();
        return new MadeFile(name(form, facts.number(), type), type, bytes, findings);
    }

    /** What {@link #make} prints as the PDF of a form, before it is printed. */
    PdfRequest page(Form form, Answers answers, DocumentFacts facts) {
        HtmlMerge merged = shelf.page(form).merge(FormValues.of(form, answers, facts), Missing.BLANK);
        return request(merged, shelf.pageName(form), midnight(facts.made()), identifier(facts));
    }

    /** What the file of a paper is called. */
    static String name(Form form, int number, MediaType type) {
        return form.id() + (number > 0 ? "-" + number : "") + "." + type.extension();
    }

    private static String identifier(DocumentFacts facts) {
        DocumentFacts.Signed signed = facts.signed();
        return signed == null || signed.mark().isEmpty() ? "" : RecordMark.written(unspaced(signed));
    }

    private static String unspaced(DocumentFacts.Signed signed) {
        return signed.mark().replace(" ", "");
    }

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Made(byte[] bytes, List<Finding> findings) {}

    private static List<Finding> check(Form form, Answers answers, LocalDate today, Missing missing) {
        AnswerCheck check = AnswerCheck.of(form, answers, today);
        List<Finding> draft = check.draft();
        if (Finding.anyError(draft)) {
            throw Problem.badInput("Some answers do not fit the form.", draft);
        }
        List<Finding> complete = check.complete();
        if (missing == Missing.ERROR && Finding.anyError(complete)) {
            throw Problem.badInput("The answers are not complete.", complete);
        }
        return complete.stream()
                .map(finding -> new Finding(
                        finding.isError() ? Severity.WARNING : finding.severity(),
                        finding.code(),
                        finding.message(),
                        finding.place(),
                        finding.suggestion()))
                .toList();
    }

    /**
     * Makes a paper of any template.
     *
     * @param data plain data, as {@link quire.core.Json} reads it
     * @param type what to make: a Word template makes Word, and PDF of that; an HTML template makes PDF
     * @param made the time that the file says it was made
     */
    public MadeFile make(
            TemplateFile template,
            Map<String, ? extends @Nullable Object> data,
            MediaType type,
            Missing missing,
            Instant made) {
        if (template.makes() == MediaType.PDF && type == MediaType.DOCX) {
            throw Problem.of(
                    Problem.Kind.UNSUPPORTED,
                    template.name() + " makes a .pdf file. For a .docx file use a Word template or a form.");
        }
        Made paper = template.makes() == MediaType.PDF
                ? page(html(template), template.name(), Value.of(data), missing, made, "")
                : word(shelf.compile(template.bytes(), template.delimiters()), Value.of(data), missing);
        if (type != template.makes()) {
            paper = printed(paper, template, made);
        }
        return new MadeFile(template.stem() + "." + type.extension(), type, paper.bytes(), paper.findings());
    }

    /**
     * Makes a PDF of one of the shelf's layouts that belongs to no form.
     *
     * @param layout its file name
     * @throws Problem if the shelf has no such layout
     */
    MadeFile make(String layout, Map<String, ? extends @Nullable Object> data, Missing missing, Instant made) {
        return make(shelf.layout(layout), data, MediaType.PDF, missing, made);
    }

    /**
     * Makes a page for a bundle.
     *
     * @param layout its file name in {@code templates/bundle}
     * @param data plain data, as {@link quire.core.Json} reads it
     * @throws Problem if there is no such layout
     */
    public PdfRequest page(String layout, Map<String, ? extends @Nullable Object> data, Instant made) {
        HtmlMerge merged = shelf.bundlePage(layout).merge(Value.of(data), Missing.BLANK);
        return request(merged, layout, made, "");
    }

    /** Prints a page. */
    public Pdf print(PdfRequest page) {
        return pdf.make(page);
    }

    /** The digest of everything that pages of bundles are made with. */
    public Digest bundleLayouts() {
        return shelf.bundleDigest();
    }

    private static HtmlTemplate html(TemplateFile template) {
        Function<String, Optional<String>> partials = template.partials();
        return new HtmlTemplates(partials)
                .compile(new String(template.bytes(), StandardCharsets.UTF_8), template.name(), template.delimiters());
    }

    private static Made word(WordTemplate template, Value values, Missing missing) {
        WordTemplate.Merged merged = template.merge(values, missing);
        return new Made(merged.bytes(), merged.findings());
    }

    /** The paper of a Word file, with what was found while either was made. */
    private Made printed(Made docx, TemplateFile template, Instant made) {
        Pdf file = words.pdf(WordPaper.of(docx.bytes(), template.name(), made));
        List<Finding> findings = new ArrayList<>(docx.findings());
        findings.addAll(file.findings());
        return new Made(file.bytes(), findings);
    }

    private Made page(
            HtmlTemplate template, String name, Value values, Missing missing, Instant made, String identifier) {
        HtmlMerge merged = template.merge(values, missing);
        Pdf file = pdf.make(request(merged, name, made, identifier));
        List<Finding> findings = new ArrayList<>(merged.findings());
        findings.addAll(file.findings());
        return new Made(file.bytes(), findings);
    }

    private static PdfRequest request(HtmlMerge merged, String name, Instant made, String identifier) {
        Map<String, byte[]> pictures = new LinkedHashMap<>();
        merged.pictures().forEach((key, picture) -> pictures.put(key, picture.bytes()));
        return new PdfRequest(merged.html(), name, pictures, made, identifier);
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** The same with other templates. */
    DocumentMaker with(TemplateShelf other) {
        return new DocumentMaker(other, pdf);
    }

    TemplateShelf shelf() {
        return shelf;
    }

    /** The digests of what a form's papers are made with, by kind: a signature stands for these too. */
    public Map<String, Digest> templates(Form form) {
        return shelf.digests(form);
    }

    /** A Word template to begin with, for a form that has none of its own. */
    public MadeFile scaffold(Form form) {
        return new MadeFile(form.id() + ".docx", MediaType.DOCX, Scaffold.of(FormOutline.of(form)), List.of());
    }
}
