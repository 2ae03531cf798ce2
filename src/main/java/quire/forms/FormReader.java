package quire.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.core.Finding;
import quire.core.Json;
import quire.core.Nearest;
import quire.core.Problem;
import quire.yaml.Definitions;
import quire.yaml.Part;

/** Reads form files, and finds everything that is wrong with one at once. */
public final class FormReader {

    private static final int MAX_SECTIONS = 40;
    private static final int MAX_FIELDS = 200;

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
        List<Finding> findings = new ArrayList<>();
        FormFile file = read(yaml, fileName, Beside.NOTHING, findings);
        return new Read(file == null ? null : file.form(), findings);
    }

    /**
     * As {@link #read(String, String)}, with what the form may name.
     *
     * @param findings where the findings go
     * @return null if there was an error
     */
    static @Nullable FormFile read(String yaml, String fileName, Beside beside, List<Finding> findings) {
        return Definitions.read(yaml, fileName, findings, root -> build(root, fileName, beside));
    }

    private static FormFile build(Part root, String fileName, Beside beside) {
        Outline outline = new Outline(root);
        checkSize(outline);
        Formats.FORM.check(root);
        RecordFile record = record(root.member("record"), beside.records());
        ChoiceLists.check(root.member("lists"), beside.standards());
        FormBuilder builder = new FormBuilder(root, beside.standards());
        Form form = builder.form(record == null ? null : record.block(), FormBuilder.definition(root, record, beside));
        NameRules.check(outline, fileName, beside.fileNameOf(form));
        ReferenceRules.check(outline);
        SignOffRules.check(outline);
        ConditionRules.check(outline, form);
        FillingRules.check(outline);
        return new FormFile(form, outline);
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

    private static @Nullable RecordFile record(Part part, Map<String, RecordFile> records) {
        if (part.data() instanceof Map<?, ?> block) {
            return RecordReader.build(part, Json.asObject(block));
        }
        String id = part.text();
        if (id != null && !records.containsKey(id)) {
            part.fault(
                    "unknown-record",
                    "The form uses the record block “" + id + "”. There is no records/" + id
                            + ".yaml beside it, or that file has faults.",
                    Nearest.to(id, records.keySet()));
        }
        return id == null ? null : records.get(id);
    }
}
