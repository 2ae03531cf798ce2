package quire.merge;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a paper holds, in the order in which it holds it: all that is needed to lay out a starter template for it.
 *
 * @param name what the paper is called, in plain words
 * @param about one sentence on what it is for; empty if there is none
 * @param logo the key of the picture at its head; null if it has none
 * @param heading the keys of the block at its head, each with its label
 * @param sections the parts with their questions
 * @param signed whether it ends in signatures
 */
public record Outline(
        String name, String about, @Nullable Key logo, List<Question> heading, List<Section> sections, boolean signed) {

    public Outline {
        heading = List.copyOf(heading);
        sections = List.copyOf(sections);
    }

    /**
     * One part of a paper.
     *
     * @param title its heading
     * @param intro what the person filling it in is told; empty if nothing
     * @param shownBy the key that is empty whenever the part does not apply; null if it always does
     * @param questions what it asks
     */
    public record Section(
            String title, String intro, @Nullable Key shownBy, List<Question> questions) {

        public Section {
            questions = List.copyOf(questions);
        }

        public Section(String title, List<Question> questions) {
            this(title, "", null, questions);
        }
    }

    /**
     * One question, a column of a table, or a member of a group.
     *
     * @param key where its answer stands; inside a list or a group, the name within the item
     * @param label how it is asked
     * @param hint what helps to answer it; empty if nothing
     * @param kind what kind of answer it takes
     * @param optional whether the label goes, too, when there is no answer
     * @param choices what a choice may be; empty for anything else
     * @param parts the columns of a list of groups, the members of a group, or what stands in small print below a text
     * @param cards whether the items of a list stand below one another and not in a table
     */
    public record Question(
            Key key,
            String label,
            String hint,
            Shape.Kind kind,
            boolean optional,
            List<String> choices,
            List<Question> parts,
            boolean cards) {

        public Question {
            choices = List.copyOf(choices);
            parts = List.copyOf(parts);
        }

        public static Question of(String key, String label, Shape.Kind kind) {
            return new Question(Key.parse(key), label, "", kind, false, List.of(), List.of(), false);
        }

        public Question hint(String newHint) {
            return new Question(key, label, newHint, kind, optional, choices, parts, cards);
        }

        public Question optional(boolean isOptional) {
            return new Question(key, label, hint, kind, isOptional, choices, parts, cards);
        }

        public Question offering(List<String> newChoices) {
            return new Question(key, label, hint, kind, optional, newChoices, parts, cards);
        }

        public Question holding(List<Question> newParts) {
            return new Question(key, label, hint, kind, optional, choices, newParts, cards);
        }

        public Question asCards(boolean areCards) {
            return new Question(key, label, hint, kind, optional, choices, parts, areCards);
        }
    }

    /** Every question of every section, in order, without the parts of lists and groups. */
    public Stream<Question> questions() {
        return sections.stream().flatMap(section -> section.questions().stream());
    }
}
