package quire.web.frame;

import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    /** The first text of that name; empty if there is none. */
    public String one(String name) {
        List<String> texts = fields.getOrDefault(name, List.of());
        return texts.isEmpty() ? "" : texts.get(0);
    }

    public boolean has(String name) {
        return fields.containsKey(name);
    }

    public Optional<PostedFile> file(String name) {
        return Optional.ofNullable(files.get(name));
    }
}
