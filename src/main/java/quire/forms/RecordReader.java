package quire.forms;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.core.Finding;
import quire.core.Json;
import quire.core.Problem;

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
        try {
            Part root = Part.root(YamlReader.read(yaml, fileName, findings), findings);
            RecordBlock block = new FormBuilder(root).record();
            return new RecordFile(block, root.data() instanceof Map<?, ?> map ? Json.asObject(map) : Map.of());
        } catch (Problem e) {
            findings.addAll(e.findings());
            return null;
        }
    }
}
