package quire.forms;

import org.jspecify.annotations.Nullable;

/**
 * One thing in which two versions of a form differ.
 *
 * @param kind what it means for papers that people are writing
 * @param section the id of the section it is in; null where it is about the whole form
 * @param question the id of the question it is about; null where it is about no single one
 * @param path where it stands in the definition, such as {@code sections.before.fields.plan.words}
 * @param words the same for people, in a sentence
 */
public record FormChange(
        Kind kind, @Nullable String section, @Nullable String question, String path, String words) {

    /** What a change means for papers that people are writing, the least first. */
    public enum Kind {
        /** Only what is read is different. */
        TEXT("Wording"),
        /** Whatever was complete stays complete. */
        SAFE("Safe"),
        /** What was complete may not be any more. */
        NEEDS_WORK("Needs work"),
        /** Something is no longer asked; what was written there is kept apart. */
        KEEPS_TEXT("Keeps text"),
        /** It would change what people have written, or who may read it: this has to become another form. */
        REFUSED("Refused");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** What people call it. */
        public String label() {
            return label;
        }
    }

    /** Whether a version with such a change cannot be published. */
    public boolean isRefused() {
        return kind == Kind.REFUSED;
    }
}
