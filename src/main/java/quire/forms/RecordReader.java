package quire.forms;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.core.Finding;
import quire.core.Json;
import quire.core.Nearest;
import quire.yaml.Definitions;
import quire.yaml.Part;

/** Reads the files of record blocks. */
final class RecordReader {

    private RecordReader() {}

    /**
     * Reads one block.
     *
     * @param findings where faults go
     * @return null if there was an error
     */
    static @Nullable RecordFile read(String yaml, String fileName, List<Finding> findings) {
        return Definitions.read(yaml, fileName, findings, root -> {
            Formats.RECORD.check(root);
            NameRules.checkFileName(root.member("record"), "record", fileName);
            return build(root, root.data() instanceof Map<?, ?> map ? Json.asObject(map) : Map.of());
        });
    }

    /** Makes a block from data that the schema has checked, and checks what it cannot. */
    static RecordFile build(Part part, Map<String, @Nullable Object> definition) {
        RecordBlock block = new FormBuilder(part, Map.of()).record();
        NameRules.checkOnce("field", part.member("fields").entries());
        part.member("lists")
                .members()
                .forEach((id, list) -> NameRules.checkOnce("item of the list “" + id + "”", list.entries()));
        for (Part field : part.member("fields").entries()) {
            Part showIf = field.member("show_if");
            if (showIf.isPresent()) {
                showIf.fault("condition", "A field of a record block is always there. Take out “show_if”.");
            }
            Part filledBy = field.member("filled_by");
            if (filledBy.isPresent()) {
                filledBy.fault("filled", "A record block is what others are filled in from. Take out “filled_by”.");
            }
        }
        checkFoot(part.member("foot"), block);
        return new RecordFile(block, definition);
    }

    private static void checkFoot(Part foot, RecordBlock block) {
        List<String> known = block.fields().stream().map(Field::id).toList();
        if (block.foot() != null && !known.contains(block.foot())) {
            foot.fault(
                    "unknown-field",
                    "The block has no field “" + block.foot() + "” to stand at the foot of the pages.",
                    Nearest.to(block.foot(), known));
        }
    }
}
