package quire.app;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import quire.core.Finding;
import quire.core.MediaType;
import quire.core.Place;
import quire.core.Problem;
import quire.merge.Key;
import quire.merge.Scope;
import quire.merge.Value;

/**
 * What the files of a batch are called: words with keys between double braces, {@code {{record.nqsw_name}}.docx}. Its
 * ending says what kind of file is made. {@code {{_number}}} is the line in the input.
 *
 * @param stem the words before the extension
 * @param type the kind of file
 */
record NamePattern(String stem, MediaType type) {

    private static final Pattern TAG = Pattern.compile("\\{\\{\\{\\s*([^{}]*?)\\s*}}}|\\{\\{\\s*&?\\s*([^{}]*?)\\s*}}");

    /** @throws Problem if it does not end in .docx or .pdf, or holds a tag that is not simply a key */
    static NamePattern parse(String words) {
        for (MediaType type : MediaType.values()) {
            String ending = "." + type.extension();
            if (words.toLowerCase(Locale.ROOT).endsWith(ending)) {
                return new NamePattern(checked(words.substring(0, words.length() - ending.length())), type);
            }
        }
        throw wrong("The name “" + words + "” must end in .docx or .pdf.");
    }

    /** The name for one line; what the data lacks is left out. */
    String of(Value data, long line) {
        Scope scope = Scope.root(data);
        return TAG.matcher(stem).replaceAll(tag -> {
            String key = key(tag.group(1), tag.group(2));
            Value value = scope.find(Key.parse(key));
            String text = value != null ? value.text() : key.equals("_number") ? Long.toString(line) : "";
            return Matcher.quoteReplacement(text.lines().findFirst().orElse(""));
        });
    }

    private static String checked(String stem) {
        Matcher tag = TAG.matcher(stem);
        StringBuilder words = new StringBuilder();
        while (tag.find()) {
            String key = key(tag.group(1), tag.group(2));
            if (!Key.isWellFormed(key)) {
                throw wrong("The name holds {{" + key + "}}. Only keys can stand there, for example {{name}}.");
            }
            tag.appendReplacement(words, "");
        }
        if (tag.appendTail(words).indexOf("{{") >= 0 || words.indexOf("}}") >= 0) {
            throw wrong("The name “" + stem + "” has a brace that does not close, or closes nothing.");
        }
        return stem;
    }

    private static String key(@Nullable String triple, @Nullable String pair) {
        return triple != null ? triple : pair != null ? pair : "";
    }

    private static Problem wrong(String message) {
        return Problem.badInput(Finding.error("batch-name", message, Place.UNKNOWN));
    }
}
