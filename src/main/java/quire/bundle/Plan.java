package quire.bundle;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
 * @param continued what a supplement continues; null for anything else
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
        String reason,
        @Nullable Continued continued) {

    /** What the entry of a paper is called begins with this; the id of its document follows. */
    static final String PAPER_KEY = "paper-";

    public Plan {
        entries = List.copyOf(entries);
        gaps = List.copyOf(gaps);
    }

    Plan with(List<Entry> others, List<Gap> missing) {
        return new Plan(portfolio, code, recipe, title, edition, coded, others, missing, reason, continued);
    }

    Plan continuing(Continued base) {
        return new Plan(portfolio, code, recipe, title, edition, coded, entries, gaps, reason, base);
    }

    /** What it is called where it must be told from others of the same kind. */
    String heading() {
        return continued == null
                ? title
                : title + ", supplement " + continued.number() + " to version " + continued.version();
    }

    /** The number of its first page. */
    public int firstPage() {
        return continued == null ? 1 : continued.pages() + 1;
    }

    /** The number of its last page, which every page names. */
    public int lastPage() {
        return firstPage() + pages() - 1;
    }

    /** The ids of the papers that stand in it; not of those that a slip stands for. */
    Set<String> papers() {
        return entries.stream()
                .filter(entry -> entry.kind() == Kind.PAPER)
                .map(entry -> entry.key().substring(PAPER_KEY.length()))
                .collect(Collectors.toSet());
    }

    /** How many pages it has. */
    public int pages() {
        return entries.stream().mapToInt(Entry::pages).sum();
    }

    /**
     * The SHA-256 of all that goes into it: the same inputs give the same. What is made for the bundle, and where things stand
     * in it, follows from that and is left out.
     */
    public Digest input() {
        Map<String, @Nullable Object> json = head();
        json.put(
                "entries",
                entries.stream()
                        .filter(entry -> entry.kind().goesIn())
                        .map(Entry::input)
                        .toList());
        putMissing(json);
        return Digest.of(Json.canonical(json));
    }

    /** As plain JSON data. */
    public Map<String, @Nullable Object> asJson() {
        Map<String, @Nullable Object> json = head();
        json.put("pages", pages());
        json.put("entries", entries.stream().map(Entry::asJson).toList());
        putMissing(json);
        return json;
    }

    private Map<String, @Nullable Object> head() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("portfolio", code);
        json.put("recipe", recipe);
        json.put("title", title);
        json.put("edition", edition.word());
        json.put("coded", coded);
        if (continued != null) {
            json.put("supplement_to", continued.asJson());
        }
        return json;
    }

    private void putMissing(Map<String, @Nullable Object> json) {
        json.put("gaps", gaps.stream().map(Plan::json).toList());
        json.put("reason", reason);
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

        /** The same where nothing stands above it. */
        Entry atTop() {
            return new Entry(key, kind, title, level == 0 ? 0 : 1, firstPage, pages, source, facts);
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
            Map<String, @Nullable Object> json = input();
            json.put("first_page", firstPage);
            json.put("pages", pages);
            return json;
        }

        /** Without where it stands, and on how many pages. */
        private Map<String, @Nullable Object> input() {
            Map<String, @Nullable Object> json = new LinkedHashMap<>();
            json.put("key", key);
            json.put("kind", kind.name().toLowerCase(Locale.ROOT));
            json.put("title", title);
            json.put("level", level);
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
        /** What is otherwise than in the version before. */
        CHANGES,
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

        /** Whether it comes from the portfolio, or says why it does not. */
        boolean goesIn() {
            return !isMadeForTheBundle() || this == SLIP;
        }
    }
}
