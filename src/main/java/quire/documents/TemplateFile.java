package quire.documents;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import quire.core.MediaType;
import quire.core.Problem;
import quire.merge.Delimiters;

/**
 * A template that somebody brings along.
 *
 * @param name its file name; the ending says what it is
 * @param bytes its content
 * @param delimiters what its tags begin and end with
 * @param partials the source of a partial by its name, for {@code {{> name}}}
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record TemplateFile(
        String name, byte[] bytes, Delimiters delimiters, Function<String, Optional<String>> partials) {

    /** A template by itself, with the usual delimiters. */
    public static TemplateFile of(String name, byte[] bytes) {
        return new TemplateFile(name, bytes, Delimiters.MUSTACHE, partial -> Optional.empty());
    }

    public TemplateFile with(Delimiters newDelimiters) {
        return new TemplateFile(name, bytes, newDelimiters, partials);
    }

    public TemplateFile with(Function<String, Optional<String>> newPartials) {
        return new TemplateFile(name, bytes, delimiters, newPartials);
    }

    /**
     * What the template makes.
     *
     * @throws Problem if it is neither a Word nor an HTML template
     */
    public MediaType makes() {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".docx") || lower.endsWith(".docm") || lower.endsWith(".dotx")) {
            return MediaType.DOCX;
        } else if (lower.endsWith(".html") || lower.endsWith(".htm") || lower.endsWith(".xhtml")) {
            return MediaType.PDF;
        }
        throw Problem.of(
                Problem.Kind.UNSUPPORTED,
                "“" + name + "” must be a Word template (.docx) or an HTML template (.html).");
    }

    /** The name without its ending. */
    String stem() {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
