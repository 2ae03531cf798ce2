package quire.documents;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.core.Finding;
import quire.core.MediaType;
import quire.core.Problem;
import quire.forms.Form;
import quire.forms.FormShape;
import quire.forms.Forms;
import quire.merge.PlacedTag;
import quire.merge.Shape;
import quire.merge.Tag;
import quire.merge.TemplateCheck;
import quire.merge.TextTemplate;
import quire.merge.word.LintCopy;
import quire.merge.word.WordTemplate;
import quire.pdf.PdfRules;

/** Checks templates before anybody relies on them: by themselves, and against the form they are for. */
public final class TemplateLint {

    /** The order of headings cannot be told while some of them may stand in a partial. */
    private static final String AFFECTED_BY_PARTIALS = "heading-level";

    private TemplateLint() {}

    /**
     * Everything that is wrong with a template.
     *
     * @param form what it is for; null to check only the template by itself
     */
    public static List<Finding> check(TemplateFile template, @Nullable Form form) {
        Shape shape = form == null ? null : FormShape.of(form);
        try {
            List<Finding> findings = template.makes() == MediaType.DOCX
                    ? WordTemplate.compile(template.bytes(), template.delimiters())
                            .check(shape)
                    : html(template, shape);
            return named(findings, template.name());
        } catch (Problem problem) {
            if (problem.findings().isEmpty()) {
                throw problem;
            }
            return named(problem.findings(), template.name());
        }
    }

    /**
     * A copy of a Word template with a Word comment at each fault.
     *
     * @throws Problem if the template is not a Word file that can be opened
     */
    public static byte[] copyWithComments(TemplateFile template, @Nullable Form form) {
        if (template.makes() != MediaType.DOCX) {
            throw Problem.of(Problem.Kind.UNSUPPORTED, "Only a Word template can have comments put into it.");
        }
        return LintCopy.of(template.bytes(), template.delimiters(), form == null ? null : FormShape.of(form));
    }

    /** Every template of a shelf against its form, and the partials by themselves. */
    public static List<Finding> check(TemplateShelf shelf, Forms forms) {
        List<Finding> findings = new ArrayList<>();
        Map<String, List<Form>> wordForms = new LinkedHashMap<>();
        Map<String, List<Form>> pageForms = new LinkedHashMap<>();
        for (Form form : forms.everyVersion()) {
            try {
                String word = shelf.wordName(form);
                if (word != null) {
                    wordForms.computeIfAbsent(word, name -> new ArrayList<>()).add(form);
                }
                pageForms
                        .computeIfAbsent(shelf.pageName(form), name -> new ArrayList<>())
                        .add(form);
            } catch (Problem problem) {
                findings.add(Finding.error(
                        "template-missing", problem.getMessage(), quire.core.Place.inFile(form.id() + ".yaml")));
            }
        }
        shelf.wordFiles()
                .forEach((name, bytes) ->
                        findings.addAll(check(TemplateFile.of(name, bytes), wordForms.getOrDefault(name, List.of()))));
        shelf.pageFiles()
                .forEach((name, bytes) -> findings.addAll(check(
                        TemplateFile.of(name, bytes).with(shelf::partial), pageForms.getOrDefault(name, List.of()))));
        return findings;
    }

    /** Against each form that is printed with it; the layout that all share knows no form, so one stands for all. */
    private static List<Finding> check(TemplateFile template, List<Form> forms) {
        if (forms.isEmpty() || template.name().equals(TemplateShelf.SHARED_LAYOUT)) {
            return check(template, forms.isEmpty() ? null : forms.get(0));
        }
        return forms.stream()
                .flatMap(form -> check(template, form).stream())
                .distinct()
                .toList();
    }

    private static List<Finding> html(TemplateFile template, @Nullable Shape shape) {
        String source = new String(template.bytes(), StandardCharsets.UTF_8);
        TextTemplate.Tags read = TextTemplate.tags(source, template.name(), template.delimiters());
        List<Finding> findings = new ArrayList<>(read.findings());
        List<PlacedTag> tags = read.tags();
        findings.addAll(shape == null ? TemplateCheck.checkNesting(tags) : TemplateCheck.check(tags, shape));
        for (PlacedTag tag : tags) {
            if (tag.tag().kind() == Tag.Kind.PARTIAL
                    && template.partials().apply(tag.tag().name()).isEmpty()) {
                findings.add(Finding.error(
                        "partial-missing",
                        "There is no partial “" + tag.tag().name() + "” beside the template.",
                        tag.place()));
            }
        }
        if (isWholePage(source)) {
            boolean inPieces = tags.stream().anyMatch(tag -> tag.tag().kind() == Tag.Kind.PARTIAL);
            PdfRules.check(source, template.name()).stream()
                    .filter(finding -> !(inPieces && AFFECTED_BY_PARTIALS.equals(finding.code())))
                    .forEach(findings::add);
        }
        return findings;
    }

    /** A partial is a piece of a page, so what a page must have is not asked of it. */
    private static boolean isWholePage(String source) {
        return source.toLowerCase(Locale.ROOT).contains("<html");
    }

    private static List<Finding> named(List<Finding> findings, String file) {
        return findings.stream()
                .map(finding -> finding.at(finding.place().file(file)))
                .toList();
    }
}
