package quire.web.frame;

import java.util.Set;

/**
 * What the button that was pressed asks for, besides saving: {@code continue}, {@code later}, {@code add:capabilities},
 * {@code remove:capabilities:r2}.
 *
 * @param verb what to do
 * @param field the question; empty where the verb needs none
 * @param entry the entry or file; empty where the verb needs none
 * @param rest everything after the verb
 */
public record Action(String verb, String field, String entry, String rest) {

    private static final Set<String> REARRANGING = Set.of("add", "remove", "up", "down", "restore", "clear", "upload");

    public static Action of(String words) {
        String[] parts = words.split(":", 4);
        return new Action(
                parts[0],
                parts.length > 1 ? parts[1] : "",
                parts.length > 2 ? parts[2] : "",
                words.substring(Math.min(words.length(), parts[0].length() + 1)));
    }

    /** Whether the person stays on the page to go on with it. */
    public boolean rearranges() {
        return REARRANGING.contains(verb);
    }

    /** Whether the person is done with the page. */
    public boolean goesOn() {
        return !rearranges() && !verb.equals("later") && !verb.equals("insert");
    }
}
