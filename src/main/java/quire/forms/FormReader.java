package quire.forms;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import quire.core.Finding;
import quire.core.Json;
import quire.core.Place;
import quire.core.Problem;

/** Reads form files, and finds everything that is wrong with one at once. */
public final class FormReader {

    private static final int MAX_SECTIONS = 40;
    private static final int MAX_FIELDS = 200;

    /** Beyond this many, findings help nobody. */
    private static final int MAX_FINDINGS = 200;

    private FormReader() {}

    /**
     * What became of a file.
     *
     * @param form the form; null if there is any error among the findings
     * @param findings in the order of the file
     */
    public record Read(@Nullable Form form, List<Finding> findings) {

        public Read {
            findings = List.copyOf(findings);
        }

        /**
         * The form, where the file had no errors.
         *
         * @throws Problem with every finding if it had
         */
        public Form orThrow() {
            if (form == null) {
                throw Problem.badInput("The form has faults.", findings);
            }
            return form;
        }
    }

    /**
     * Reads one form that brings its own record block or has none.
     *
     * @param yaml YAML 1.2, or the canonical JSON of a published form, which is YAML too
     * @param fileName as the person named it
     */
    public static Read read(String yaml, String fileName) {
        return read(yaml, fileName, Beside.NOTHING);
    }

    /** As {@link #read(String, String)}, with what the form may name. */
    static Read read(String yaml, String fileName, Beside beside) {
        List<Finding> findings = new ArrayList<>();
        Form form = null;
        try {
            form = build(Part.root(YamlReader.read(yaml, fileName, findings), findings), fileName, beside, findings);
        } catch (Problem e) {
            findings.addAll(e.findings());
        }
        return new Read(Finding.anyError(findings) ? null : form, inOrder(findings, fileName));
    }

    private static Form build(Part root, String fileName, Beside beside, List<Finding> findings) {
        Outline outline = new Outline(root);
        checkSize(outline);
        findings.addAll(FormatSchema.FORM.check(root));
        RecordFile record = record(root.member("record"), beside.records(), findings);
        ChoiceLists.check(root.member("lists"), beside.standards());
        FormBuilder builder = new FormBuilder(root, beside.standards());
        Form form = builder.form(record == null ? null : record.block(), FormBuilder.definition(root, record, beside));
        NameRules.check(outline, fileName);
        ReferenceRules.check(outline);
        SignOffRules.check(outline, findings);
        ConditionRules.check(outline, form);
        FillingRules.check(outline);
        return form;
    }

    /** Before anything else, because a file beyond the limits would cost time and a flood of findings. */
    private static void checkSize(Outline outline) {
        int sections = outline.sections().size();
        if (sections > MAX_SECTIONS) {
            throw tooMany(
                    sections + " sections", MAX_SECTIONS, outline.sections().get(MAX_SECTIONS));
        }
        int fields = outline.entries().size();
        if (fields > MAX_FIELDS) {
            throw tooMany(
                    fields + " fields, those inside repeats counted",
                    MAX_FIELDS,
                    outline.entries().get(MAX_FIELDS).part());
        }
    }

    private static Problem tooMany(String what, int limit, Part first) {
        return Problem.badInput(Finding.error(
                "limit",
                "The form has " + what + ". It may have at most " + limit + ". Divide it into several forms.",
                first.place()));
    }

    private static @Nullable RecordFile record(Part part, Map<String, RecordFile> records, List<Finding> findings) {
        if (part.data() instanceof Map<?, ?> block) {
            return RecordReader.build(part, Json.asObject(block));
        }
        String id = part.text();
        if (id != null && !records.containsKey(id)) {
            findings.add(Finding.error(
                            "unknown-record",
                            "The form uses the record block “" + id + "”. There is no records/" + id
                                    + ".yaml beside it, or that file has faults.",
                            part.place())
                    .suggest(Nearest.to(id, records.keySet())));
        }
        return id == null ? null : records.get(id);
    }

    static List<Finding> inOrder(List<Finding> findings, String fileName) {
        Set<String> badNumbers = findings.stream()
                .filter(finding -> finding.code().equals("number"))
                .map(finding -> Objects.toString(finding.place().path()))
                .collect(Collectors.toSet());
        // Where a number could not be read, what the rules say of the 0 in its place means nothing.
        List<Finding> inOrder = new ArrayList<>(findings.stream()
                .filter(finding -> finding.code().equals("number")
                        || !badNumbers.contains(Objects.toString(finding.place().path())))
                .distinct()
                .sorted(Comparator.comparingInt(finding -> finding.place().line()))
                .toList());
        int more = inOrder.size() - MAX_FINDINGS;
        if (more > 0) {
            inOrder.subList(MAX_FINDINGS, inOrder.size()).clear();
            inOrder.add(
                    Finding.error("more", "There are " + more + " more findings after these.", Place.inFile(fileName)));
        }
        return inOrder;
    }
}
