package quire.web.frame;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import quire.core.Finding;
import quire.core.MediaType;
import quire.core.Place;
import quire.core.Problem;
import quire.merge.Missing;

/** What a program asks for in words: which file to make, and what becomes of missing keys. */
public final class Asked {

    private Asked() {}

    public static MediaType type(@Nullable String words) {
        return switch (words == null ? "" : words.toLowerCase(Locale.ROOT)) {
            case "docx" -> MediaType.DOCX;
            case "pdf" -> MediaType.PDF;
            default -> throw malformed("as", "Say which file to make: as=docx or as=pdf.");
        };
    }

    public static Missing missing(@Nullable String words, Missing usual) {
        return switch (words == null ? "" : words.toLowerCase(Locale.ROOT)) {
            case "" -> usual;
            case "error" -> Missing.ERROR;
            case "mark" -> Missing.MARK;
            case "blank" -> Missing.BLANK;
            default -> throw malformed("missing", "“missing” must be error, mark or blank.");
        };
    }

    private static Problem malformed(String field, String message) {
        return Problem.badInput(Finding.error("malformed", message, Place.atPath(field)));
    }
}
