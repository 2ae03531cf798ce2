package quire.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.core.Finding;
import quire.core.Json;
import quire.core.Problem;

/** Reads form files, and finds everything that is wrong with one at once. */
public final class FormReader {

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
        return read(yaml, fileName, Map.of());
    }

    /** As {@link #read(String, String)}, with the record blocks that the form may name, by id. */
    static Read read(String yaml, String fileName, Map<String, RecordFile> records) {
        List<Finding> findings = new ArrayList<>();
        try {
            Part root = Part.root(YamlReader.read(yaml, fileName, findings), findings);
            Form form = build(root, records);
            return new Read(Finding.anyError(findings) ? null : form, findings);
        } catch (Problem e) {
            findings.addAll(e.findings());
            return new Read(null, findings);
        }
    }

    private static Form build(Part root, Map<String, RecordFile> records) {
        RecordFile record = null;
        String name = root.member("record").text();
        if (name != null) {
            record = records.get(name);
        } else if (root.member("record").data() instanceof Map<?, ?> block) {
            record = new RecordFile(
                    new FormBuilder(root.member("record")).record(), new LinkedHashMap<>(Json.asObject(block)));
        }
        return new FormBuilder(root)
                .form(
                        record == null ? null : record.block(),
                        FormBuilder.definition(root, record == null ? null : record.definition()));
    }
}
