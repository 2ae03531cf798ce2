package quire.programme;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.core.Ordered;
import quire.programme.Minimum.Among;

/**
 * What the record knows of one kind of thing, on its way into the questions of a paper. A programme names the things and
 * the facts, because a form knows nothing of a programme's papers, and the code knows nothing of forms.
 *
 * @param from the kind of thing
 * @param of which things, by id; empty for all of the kind
 * @param rows the things of each row, where the form gives the rows of a table
 * @param stages the stages whose papers are meant; empty for all
 * @param only which papers of these; null for all
 * @param by the stage at whose end so much of a minimum is needed as is asked for; null for the one of the paper
 * @param where only what has a certain answer is counted; null to count everything
 * @param without a column of the paper's own table: only entries that leave it open are counted; null to count all
 * @param withThis whether the paper itself is counted, although it is not signed yet
 * @param take the fact that is the answer, where the question is no table
 * @param as the facts that are the answers, by the fields of a table
 */
public record FillSource(
        From from,
        List<String> of,
        Map<String, List<String>> rows,
        List<String> stages,
        @Nullable Only only,
        @Nullable String by,
        @Nullable Among where,
        @Nullable String without,
        boolean withThis,
        @Nullable Take take,
        Map<String, Take> as) {

    private static final Map<String, Kind> OF_PAPERS = Map.ofEntries(
            Map.entry("title", Kind.TEXT),
            Map.entry("begun", Kind.TRUTH),
            Map.entry("written", Kind.TRUTH),
            Map.entry("signed", Kind.TRUTH),
            Map.entry("finished", Kind.TRUTH),
            Map.entry("finished_on", Kind.DATE),
            Map.entry("planned", Kind.NUMBER),
            Map.entry("done", Kind.NUMBER),
            Map.entry("due", Kind.DATE),
            Map.entry("owner", Kind.TEXT),
            Map.entry("stage", Kind.WORD),
            Map.entry("state", Kind.WORD));
    private static final Map<String, Kind> OF_MINIMUMS = Map.of(
            "title", Kind.TEXT,
            "counted", Kind.NUMBER,
            "needed", Kind.NUMBER,
            "needed_by_now", Kind.NUMBER,
            "reached", Kind.TRUTH,
            "reached_by_now", Kind.TRUTH,
            "any", Kind.TRUTH,
            "all", Kind.TRUTH);
    private static final Map<String, Kind> OF_MILESTONES = Map.of(
            "title", Kind.TEXT,
            "date", Kind.DATE,
            "booked", Kind.TRUTH,
            "stage", Kind.WORD,
            "who", Kind.TEXT);

    public FillSource {
        of = List.copyOf(of);
        rows = Ordered.copyOf(rows);
        stages = List.copyOf(stages);
        as = Ordered.copyOf(as);
    }

    /**
     * One fact.
     *
     * @param fact its name
     * @param say what is written for each word that the fact may be, where a form has words of its own; empty for none
     */
    public record Take(String fact, Map<String, String> say) {
        public Take {
            say = Ordered.copyOf(say);
        }
    }

    /** Which papers of those named. */
    public enum Only {
        BEGUN,
        FINISHED,
        UNFINISHED,
        OVERDUE
    }

    /** What a fact is, so that it can be held against the field that it goes into. */
    public enum Kind {
        TEXT,
        NUMBER,
        DATE,
        TRUTH,
        /** One of a few words, such as a stage; put into words of the form, or into its own. */
        WORD,
        PERSON
    }

    /** The kinds of things that the record knows something of. */
    public enum From {
        /** The papers of the year: titles and how they stand, never what is in them. */
        PAPERS,
        MINIMUMS,
        MILESTONES,
        /** What everybody on the programme is given. */
        SUPPORT,
        /** Who had a part in the year on the day on which the paper was begun. */
        PEOPLE,
        /** What the paper itself works out from what people type in it. */
        OWN,
        /** What another paper answers that everybody may read. */
        ANSWERS,
        /** The day on which anything else that is filled in last became different. */
        DAY;

        /** The names of what is known, each with what it is; none where fields of papers are the facts. */
        Map<String, Kind> facts() {
            return switch (this) {
                case PAPERS -> OF_PAPERS;
                case MINIMUMS -> OF_MINIMUMS;
                case MILESTONES -> OF_MILESTONES;
                case SUPPORT -> Map.of("what", Kind.TEXT, "how_often", Kind.TEXT);
                case PEOPLE -> Map.of("person", Kind.PERSON, "name", Kind.TEXT);
                case OWN -> Map.of("entries", Kind.NUMBER, "days_between", Kind.NUMBER);
                case ANSWERS -> Map.of();
                case DAY -> Map.of("day", Kind.DATE);
            };
        }
    }
}
