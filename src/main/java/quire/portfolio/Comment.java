package quire.portfolio;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import quire.people.Actor;

/**
 * What somebody wrote beside a section. It is no part of the document: nobody signs it, no paper prints it.
 *
 * @param id a random id
 * @param portfolio the portfolio of the document
 * @param document beside which it stands
 * @param section beside which it stands there
 * @param answers the id of the comment that it answers; null if it begins a conversation
 * @param text plain text with line breaks, to be escaped by whoever shows it; empty if it was taken back
 * @param revision the document's revision when it was written, so that it can be seen whether the section changed since
 * @param by the id of the person who wrote it
 * @param deputyOf the id of the person they stood in for; null if they wrote for themselves
 * @param written when
 * @param dealtWith when and by whom it was marked as dealt with; null while it is open
 * @param takenBack when its writer took it back; null if they did not
 */
public record Comment(
        String id,
        String portfolio,
        String document,
        String section,
        @Nullable String answers,
        String text,
        int revision,
        String by,
        @Nullable String deputyOf,
        Instant written,
        @Nullable DealtWith dealtWith,
        @Nullable Instant takenBack) {

    /** What is shown in the place of the text of a comment that was taken back. */
    public static final String TAKEN_BACK = "taken back";

    /**
     * Somebody marked it as dealt with.
     *
     * @param by the id of the person
     */
    public record DealtWith(String by, Instant at) {}

    /** Whether its writer took it back. */
    public boolean isTakenBack() {
        return takenBack != null;
    }

    /** Whether somebody still has to do something about it. */
    public boolean isOpen() {
        return dealtWith == null && takenBack == null;
    }

    /** Whether this person wrote it, and so may take it back. */
    public boolean isBy(Actor actor) {
        return by.equals(actor.person());
    }

    /** As others see it: what was taken back is there, and its text is not. */
    Comment shown() {
        return takenBack == null
                ? this
                : new Comment(
                        id, portfolio, document, section, answers, "", revision, by, deputyOf, written, dealtWith,
                        takenBack);
    }
}
