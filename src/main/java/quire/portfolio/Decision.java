package quire.portfolio;

/**
 * What somebody wants of two texts that clash.
 *
 * @param setAside the number under which the refused answers are kept with the document
 * @param field the question
 * @param choice which of the texts
 */
public record Decision(int setAside, String field, Choice choice) {

    /** Which of the texts. */
    public enum Choice {
        /** What was set aside takes the place of what is saved. */
        MINE,
        /** What is saved stays. */
        THEIRS,
        /** What was set aside comes after what is saved. */
        BOTH
    }
}
