package quire.web.frame;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import quire.core.Problem;

/**
 * What a form on a page, or a program, has sent.
 *
 * @param fields by name, the texts in order
 * @param files by name; a file box that was left empty is not here
 */
public record Posted(Map<String, List<String>> fields, Map<String, PostedFile> files) {

    /**
     * A file on its way in.
     *
     * @param name as the sender calls it, without folders
     * @param bytes its content; not copied, so treat it as read-only
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    public record PostedFile(String name, byte[] bytes) {}

    /**
     * The text of a box that a page has once; empty if it did not come.
     *
     * @throws Problem if it came more than once: one reader would take the first for it, and another the last
     */
    public String one(String name) {
        return one(name, fields.getOrDefault(name, List.of()));
    }

    /**
     * The only one of the texts of a box; empty if there is none.
     *
     * @throws Problem if there are several
     */
    public static String one(String name, List<String> texts) {
        if (texts.size() > 1) {
            throw Body.malformed("The box “" + name + "” was sent twice. Load the page again and send it once more.");
        }
        return texts.isEmpty() ? "" : texts.get(0);
    }

    public boolean has(String name) {
        return fields.containsKey(name);
    }

    public Optional<PostedFile> file(String name) {
        return Optional.ofNullable(files.get(name));
    }
}
