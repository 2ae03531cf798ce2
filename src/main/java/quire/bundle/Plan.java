package quire.bundle;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.core.Digest;
import quire.core.Json;
import quire.core.Ordered;

/**
 * A bundle before it is written, completely: what stands on which page, under which title, and what is missing. The writer
 * follows it, so that stamped number, label, contents, bookmark and link target are one.
 *
 * @param portfolio the id of the portfolio
 * @param code what people call the portfolio
 * @param recipe the id of the recipe
 * @param title what the bundle is called
 * @param edition what it is made for
 * @param coded whether people stand under a code in it
 * @param entries what is in it, in order
 * @param gaps what is missing
 * @param reason why it is made although something is missing; empty where nothing is
 */
public record Plan(
        String portfolio,
        String code,
        String recipe,
        String title,
        Edition edition,
        boolean coded,
        List<Entry> entries,
        List<Gap> gaps,
        String reason) {

    public Plan {
        entries = List.copyOf(entries);
        gaps = List.copyOf(gaps);
    }

    Plan with(List<Entry> others, List<Gap> missing) {
        return new Plan(portfolio, code, recipe, title, edition, coded, others, missing, reason);
    }

    /** How many pages it has. */
    public int pages() {
        return entries.stream().mapToInt(Entry::pages).sum();
    }

    /** The SHA-256 of all that goes into it: the same inputs give the same. */
    public Digest input() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>(asJson());
        return Digest.of(Json.canonical(json));
    }

    /** As plain JSON data. */
    public Map<String, @Nullable Object> asJson() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("portfolio", code);
        json.put("recipe", recipe);
        json.put("title", title);
        json.put("edition", edition.word());
        json.put("coded", coded);
        json.put("pages", pages());
        json.put("entries", entries.stream().map(Entry::asJson).toList());
        json.put("gaps", gaps.stream().map(Plan::json).toList());
        json.put("reason", reason);
        return json;
    }

    private static Map<String, @Nullable Object> json(Gap gap) {
        return Ordered.of(
                "kind", gap.kind().name().toLowerCase(Locale.ROOT),
                "title", gap.title(),
                "sentence", gap.sentence(),
                "who", gap.who());
    }

    /**
     * Something in the bundle.
     *
     * @param key what it is called in links and in the manifest
     * @param kind what it is
     * @param title what it is called in the contents and the bookmarks
     * @param level how deep it stands there: 1, or 2 below the last one at 1; 0 where it is in neither
     * @param firstPage the number of its first page
     * @param pages how many it has
     * @param source the digest of the file that was bound; null for a page that is made for the bundle
     * @param facts where it comes from, for the control sheet and the manifest: plain JSON data
     */
    public record Entry(
            String key,
            Kind kind,
            String title,
            int level,
            int firstPage,
            int pages,
            @Nullable Digest source,
            Map<String, @Nullable Object> facts) {

        public Entry {
            facts = Ordered.copyOf(facts);
        }

        public int lastPage() {
            return firstPage + pages - 1;
        }

        Entry at(int page) {
            return new Entry(key, kind, title, level, page, pages, source, facts);
        }

        Entry withPages(int many) {
            return new Entry(key, kind, title, level, firstPage, many, source, facts);
        }

        /** A sheet in its place that says why it is not here. */
        Entry slip(String reason) {
            Map<String, @Nullable Object> known = new LinkedHashMap<>(facts);
            known.put("reason", reason);
            return new Entry(key, Kind.SLIP, title, level, firstPage, 1, source, known);
        }

        Map<String, @Nullable Object> asJson() {
            Map<String, @Nullable Object> json = new LinkedHashMap<>();
            json.put("key", key);
            json.put("kind", kind.name().toLowerCase(Locale.ROOT));
            json.put("title", title);
            json.put("level", level);
            json.put("first_page", firstPage);
            json.put("pages", pages);
            if (source != null) {
                json.put("sha256", source.hex());
            }
            json.putAll(facts);
            return json;
        }
    }

    /** What can stand in a bundle. */
    public enum Kind {
        COVER,
        CONTENTS,
        CONFIRMATIONS,
        CONTROL,
        /** The sheet before the papers of a part. */
        DIVIDER,
        /** A paper that all have signed. */
        PAPER,
        /** A file that somebody put into the portfolio. */
        EVIDENCE,
        /** Says why something that belongs here is not here. */
        SLIP;

        /** What the only one of its kind is called in links. */
        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean isMadeForTheBundle() {
            return this != PAPER && this != EVIDENCE;
        }
    }
}
