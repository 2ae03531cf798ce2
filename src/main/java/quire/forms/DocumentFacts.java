package quire.forms;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a template may know of a document besides its answers.
 *
 * @param number which of a series it is, from 1; 0 where that is not known
 * @param draft whether it is a draft still
 * @param made the day on which the paper is made
 * @param signed how all have signed it; null where they have not
 */
public record DocumentFacts(
        int number, boolean draft, LocalDate made, @Nullable Signed signed) {

    /**
     * A paper that all have signed.
     *
     * @param status what it says of itself in place of “Final”
     * @param mark the short hash that it is known by, as it is printed
     * @param sections ids of those that somebody has signed; others are not on the paper
     */
    public record Signed(String status, String mark, Set<String> sections) {

        public Signed {
            sections = Set.copyOf(sections);
        }
    }

    /** A paper that nobody signs, or not all have signed. */
    public DocumentFacts(int number, boolean draft, LocalDate made) {
        this(number, draft, made, null);
    }

    /** A draft outside any series. */
    public static DocumentFacts draft(LocalDate made) {
        return new DocumentFacts(0, true, made);
    }

    /** The same for a paper that all have signed. */
    public DocumentFacts with(Signed newSigned) {
        return new DocumentFacts(number, false, made, newSigned);
    }

    /** Whether the paper has a section that is part of its form. */
    boolean has(Section section) {
        return signed == null || signed.sections().contains(section.id());
    }

    /** What the paper says of itself. */
    String status() {
        return draft ? "Draft" : signed == null ? "Final" : signed.status();
    }
}
