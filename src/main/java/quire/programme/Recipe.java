package quire.programme;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a kind of bundle holds, in which order.
 *
 * @param id unique in the programme
 * @param title what the bundle is called
 * @param coded whether people stand under a code in it instead of their names
 * @param keeps the facts of the record block that a coded bundle still shows
 * @param onlySigned whether only signed papers are taken; otherwise completed ones are too
 * @param partOnly whether papers that travel to a panel may be missing from it
 * @param contents in the order of the bundle
 * @param beside papers that go with it as files of their own
 * @param rules the rule sets that it is held to; empty for those that are about such bundles
 * @param source where it comes from
 */
public record Recipe(
        String id,
        String title,
        boolean coded,
        List<String> keeps,
        boolean onlySigned,
        boolean partOnly,
        List<Item> contents,
        List<String> beside,
        List<String> rules,
        String source) {

    public Recipe {
        keeps = List.copyOf(keeps);
        contents = List.copyOf(contents);
        beside = List.copyOf(beside);
        rules = List.copyOf(rules);
    }

    /** The papers inside the bundle, in its order. */
    public List<String> papers() {
        return contents.stream().flatMap(item -> item.papers().stream()).toList();
    }

    /**
     * Something in a bundle: a page that is made for it, or papers, perhaps under a heading.
     *
     * @param page which page; null for papers
     * @param part the heading over the papers; null for none
     * @param papers the papers; one that the plan lacks is passed over
     */
    public record Item(@Nullable Page page, @Nullable String part, List<String> papers) {

        public Item {
            papers = List.copyOf(papers);
        }
    }

    /** A page that is made for a bundle. */
    public enum Page {
        COVER,
        CONTENTS,
        /** That support was given, minimums were met and self-assessments were written. */
        CONFIRMATIONS,
        /** The hashes of what is inside. */
        CONTROL
    }
}
