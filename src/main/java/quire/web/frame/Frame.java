package quire.web.frame;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.merge.Value;
import quire.people.Deed;
import quire.people.Standing;

/** What stands around the content of every page. */
public final class Frame {

    /** The parts of the house, each with its place in the menu. */
    public enum At {
        YEAR("/year", "Your year", null),
        NQSWS("/nqsws", "Your NQSWs", null),
        TEAM("/team", "Your team", null),
        ASKED("/asked", "Asked of you", null),
        BUNDLES("/bundles", "Bundles to read", null),
        COHORT("/cohort", "Cohort", Deed.SEE_COHORT),
        PEOPLE("/people", "People", Deed.SEE_PEOPLE),
        INSTALLATION("/installation", "Installation", Deed.SETTINGS),
        FORMS("/forms", "Forms", null),
        CATALOGUE("/catalogue", "Catalogue", null),
        ELSEWHERE("", "", null);

        private final String href;
        private final String text;
        private final @Nullable Deed deed;

        At(String href, String text, @Nullable Deed deed) {
            this.href = href;
            this.text = text;
            this.deed = deed;
        }

        public String href() {
            return href;
        }

        String text() {
            return text;
        }

        /** Whether somebody has anything to do there. */
        boolean isFor(Standing standing) {
            return deed == null || Menu.allows(standing, deed);
        }
    }

    /** A line of an error summary, and where it leads; an empty address leads nowhere. */
    public record Fault(String message, String href) {}

    private Frame() {}

    /**
     * A page without faults and without a way back.
     *
     * @param title what the page is about
     * @param context what the title alone does not say, such as the document; may be empty
     */
    public static View page(String title, String context, At at) {
        return new View()
                .text("title", title)
                .text("context", context)
                .text("at", at.href())
                .value("back", Value.Flag.NO)
                .flag("failed", false)
                .text("note", "")
                .list("errors", List.of());
    }

    public static View back(View page, String href, String text) {
        return page.group("back", new View().text("href", href).text("text", text));
    }

    /** The sentence for what an address says was done; nothing for a word that is not among them. */
    public static String done(Context request, Map<String, String> sentences) {
        String word = request.queryParam("done");
        return word == null ? "" : sentences.getOrDefault(word, "");
    }

    /** The page with an error summary on top. */
    public static View failed(View page, String note, List<Fault> faults) {
        return page.flag("failed", true)
                .text("note", note)
                .list(
                        "errors",
                        faults.stream()
                                .map(fault -> new View()
                                        .text("message", fault.message())
                                        .text("href", fault.href()))
                                .toList());
    }
}
