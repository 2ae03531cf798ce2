package quire.convert;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a page, or a drawing on it, has names for (ISO 32000-2, 7.8.3): fonts, pictures, colours. */
final class PdfResources {

    private final PdfObjects objects;
    private final Map<?, ?> dictionary;
    private final Map<String, Map<?, ?>> categories = new HashMap<>();

    /** @param dictionary or what points to it; whatever it is */
    PdfResources(PdfObjects objects, @Nullable Object dictionary) {
        this.objects = objects;
        this.dictionary = objects.resolve(dictionary) instanceof Map<?, ?> known ? known : Map.of();
    }

    /** What has that name, or what points to it; null if nothing has. */
    @Nullable
    Object get(String category, String name) {
        return categories.computeIfAbsent(category, this::category).get(name);
    }

    private Map<?, ?> category(String name) {
        return objects.resolve(dictionary.get(name)) instanceof Map<?, ?> known ? known : Map.of();
    }
}
