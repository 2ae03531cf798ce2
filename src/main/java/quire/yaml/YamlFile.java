package quire.yaml;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A parsed file: plain data as {@link quire.core.Json} has it, and the line on which each piece stands.
 *
 * @param name as the person named it
 * @param data the content
 * @param lines the line by path, from 1
 */
record YamlFile(String name, @Nullable Object data, Map<String, Integer> lines) {

    /** The line of a path, or of the nearest piece around it; 0 if nothing is known. */
    int line(String path) {
        String around = path;
        while (!around.isEmpty()) {
            Integer line = lines.get(around);
            if (line != null) {
                return line;
            }
            around = around.substring(0, Math.max(0, Math.max(around.lastIndexOf('.'), around.lastIndexOf('['))));
        }
        return lines.getOrDefault("", 0);
    }
}
