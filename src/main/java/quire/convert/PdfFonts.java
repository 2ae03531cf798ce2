package quire.convert;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quire.convert.PdfSyntax.Name;
import quire.convert.PdfSyntax.Reference;

/** Which fonts are not inside the file (ISO 32000-2, 9.9), so that each machine draws the text with one of its own. */
final class PdfFonts {

    private static final Set<String> FILES = Set.of("FontFile", "FontFile2", "FontFile3");
    private static final int LONGEST_NAME = 60;

    private final PdfObjects objects;
    private final Map<Integer, Optional<String>> known = new HashMap<>();

    PdfFonts(PdfObjects objects) {
        this.objects = objects;
    }

    /** What a font is called that is not inside; empty if it is, or draws its letters itself. */
    Optional<String> missing(@Nullable Object font) {
        if (!(font instanceof Reference reference)) {
            return look(font);
        }
        Optional<String> seen = known.get(reference.number());
        if (seen == null) {
            seen = look(font);
            known.put(reference.number(), seen);
        }
        return seen;
    }

    private Optional<String> look(@Nullable Object object) {
        if (!(objects.resolve(object) instanceof Map<?, ?> font) || isKind(font, "Type3")) {
            return Optional.empty();
        }
        Map<?, ?> holder = font;
        if (isKind(font, "Type0")
                && objects.resolve(font.get("DescendantFonts")) instanceof List<?> list
                && !list.isEmpty()
                && objects.resolve(list.get(0)) instanceof Map<?, ?> descendant) {
            holder = descendant;
        }
        boolean isInside = objects.resolve(holder.get("FontDescriptor")) instanceof Map<?, ?> descriptor
                && FILES.stream().anyMatch(descriptor::containsKey);
        return isInside ? Optional.empty() : Optional.of(name(font));
    }

    private boolean isKind(Map<?, ?> font, String kind) {
        return new Name(kind).equals(objects.resolve(font.get("Subtype")));
    }

    /** Without the six letters that mark a part of a font. */
    private String name(Map<?, ?> font) {
        String name = objects.resolve(font.get("BaseFont")) instanceof Name base ? base.text() : "";
        String plain = name.replaceFirst("^[A-Z]{6}\\+", "").replaceAll("[^\\x21-\\x7E]", "");
        return plain.isEmpty() ? "a font without a name" : plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
    }
}
