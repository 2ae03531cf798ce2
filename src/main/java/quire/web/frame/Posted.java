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
     * @param tooLarge whether there was more of it than anybody may send; then nothing of it is here
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    public record PostedFile(String name, byte[] bytes, boolean tooLarge) {}

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

    /** Whether there is a file of that name that is too large, so that a page can say so beside its box. */
    public boolean isTooLarge(String name) {
        PostedFile file = files.get(name);
        return file != null && file.tooLarge();
    }

    /**
     * The file of that name.
     *
     * @throws quire.core.Problem if it is too large
     */
    public Optional<PostedFile> file(String name) {
        if (isTooLarge(name)) {
            throw Body.tooLarge(Body.MOST_OF_A_FILE);
        }
        return Optional.ofNullable(files.get(name));
    }
}
