package quire.convert;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import quire.convert.PdfSyntax.Name;
import quire.convert.PdfSyntax.Reference;

/**
 * Takes out of the objects of a PDF file what does something by itself, and what is no page at all: actions that run, start or
 * send something (ISO 32000-2, 12.6), files inside the file, films, and forms in a language of their own.
 */
final class PdfActions {

    private static final Map<String, Removal> ACTIONS = Map.ofEntries(
            Map.entry("JavaScript", Removal.SCRIPTS),
            Map.entry("SubmitForm", Removal.SCRIPTS),
            Map.entry("ImportData", Removal.SCRIPTS),
            Map.entry("Launch", Removal.LINKS),
            Map.entry("GoToR", Removal.LINKS),
            Map.entry("GoToE", Removal.LINKS),
            Map.entry("Rendition", Removal.FILMS),
            Map.entry("Sound", Removal.FILMS),
            Map.entry("Movie", Removal.FILMS),
            Map.entry("GoTo3DView", Removal.FILMS),
            Map.entry("RichMediaExecute", Removal.FILMS));

    private static final Map<String, Removal> ENTRIES = Map.ofEntries(
            Map.entry("JavaScript", Removal.SCRIPTS),
            Map.entry("XFA", Removal.SCRIPTS),
            Map.entry("EmbeddedFiles", Removal.FILES),
            Map.entry("Collection", Removal.FILES),
            Map.entry("RichMediaContent", Removal.FILMS),
            Map.entry("RichMediaSettings", Removal.FILMS),
            Map.entry("3DD", Removal.FILMS),
            Map.entry("Movie", Removal.FILMS),
            Map.entry("Sound", Removal.FILMS));

    /** A list of fonts or pictures may use any name for them; other dictionaries have at least one of these entries. */
    private static final Set<String> NOT_A_LIST_OF_NAMES =
            Set.of("Type", "Subtype", "Parent", "Pages", "Rect", "FT", "F", "UF");

    /** What may happen when a document is opened: turning to a page. */
    private static final Set<Name> TURNING = Set.of(new Name("GoTo"), new Name("Named"));

    private final UnaryOperator<@Nullable Object> resolve;
    private final Set<Removal> removed = EnumSet.noneOf(Removal.class);
    private boolean hasSignature;

    /** @param resolve gives the object that a reference points to */
    PdfActions(UnaryOperator<@Nullable Object> resolve) {
        this.resolve = resolve;
    }

    /** What was taken out of all objects so far. */
    Set<Removal> removed() {
        return removed;
    }

    /** Whether one of the objects so far was a digital signature; no file is both changed and still signed. */
    boolean hasSignature() {
        return hasSignature;
    }

    /** The object without what was taken out of it. */
    Object without(Object object) {
        if (object instanceof List<?> list) {
            List<Object> kept = new ArrayList<>(list.size());
            list.forEach(member -> kept.add(without(member)));
            return kept;
        } else if (object instanceof Map<?, ?> dictionary) {
            return without(dictionary);
        }
        return object;
    }

    private Map<String, Object> without(Map<?, ?> dictionary) {
        Map<String, Object> kept = new LinkedHashMap<>();
        hasSignature |= dictionary.containsKey("ByteRange");
        Removal action = action(dictionary.get("S"));
        if (action != null) {
            removed.add(action);
            return kept;
        }
        dictionary.forEach((key, value) -> {
            Removal entry = entry((String) key, value, dictionary);
            if (entry == null) {
                kept.put((String) key, without(value));
            } else {
                removed.add(entry);
            }
        });
        return kept;
    }

    /** Why it is taken out, if that is the kind of an action; nobody but a hider puts the kind elsewhere. */
    private static @Nullable Removal action(@Nullable Object kind) {
        if (kind instanceof Reference) {
            return Removal.SCRIPTS;
        }
        return kind instanceof Name name ? ACTIONS.get(name.text()) : null;
    }

    private @Nullable Removal entry(String key, Object value, Map<?, ?> dictionary) {
        return switch (key) {
            case "AA" -> isListOfNames(dictionary) ? null : Removal.SCRIPTS;
            case "EF" -> isListOfNames(dictionary) ? null : Removal.FILES;
            case "OpenAction" -> turnsToAPage(resolve.apply(value)) ? null : Removal.SCRIPTS;
            default -> ENTRIES.get(key);
        };
    }

    private static boolean isListOfNames(Map<?, ?> dictionary) {
        return NOT_A_LIST_OF_NAMES.stream().noneMatch(dictionary::containsKey);
    }

    private static boolean turnsToAPage(@Nullable Object opening) {
        return opening instanceof Map<?, ?> action
                ? action.isEmpty() || (action.get("S") instanceof Name kind && TURNING.contains(kind))
                : !(opening instanceof Long);
    }
}
