package quire.forms;

import java.util.Arrays;
import java.util.Locale;

/** What kind of text a section holds, which decides who reads it besides those whom the form names. */
public enum Nature {
    ORDINARY,
    /** The social worker's own thoughts about their work. */
    REFLECTION,
    /** The social worker's own measure of themselves. */
    SELF_ASSESSMENT,
    /** For those whom the form names and for nobody else. */
    CONFIDENTIAL;

    /** The word in a form. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The nature of that word; ordinary for any other word, which the schema has found already. */
    static Nature of(String word) {
        return Arrays.stream(values())
                .filter(nature -> nature.word().equals(word))
                .findFirst()
                .orElse(ORDINARY);
    }
}
