package quire.portfolio;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import quire.core.Finding;
import quire.core.Json;
import quire.core.Place;
import quire.core.Problem;
import quire.forms.Field;

/**
 * Somebody's answers that were refused because somebody else had meanwhile answered the same questions differently, beside
 * what is saved now.
 *
 * @param setAside the number under which the refused answers are kept with the document
 * @param section where they belong
 * @param revision the revision that holds what is saved: the base of a save that decides between the two
 * @param by the id of the person whose answers were refused
 * @param deputyOf the id of the person for whom they wrote; null if for themselves
 * @param written when the refused answers were sent
 * @param differences a question each
 */
public record Conflict(
        int setAside,
        String section,
        int revision,
        String by,
        @Nullable String deputyOf,
        Instant written,
        List<Difference> differences) {

    public Conflict {
        differences = List.copyOf(differences);
    }

    /**
     * One question.
     *
     * @param field the question
     * @param mine what was refused; null for no answer
     * @param theirs what is saved now; null for no answer
     * @param clash whether somebody else had changed it; false for what was only sent together with such an answer
     * @param by the id of the person who saved what is there now
     * @param deputyOf the id of the person for whom they did; null if for themselves
     * @param at when that was saved
     */
    public record Difference(
            Field field,
            @Nullable Object mine,
            @Nullable Object theirs,
            boolean clash,
            String by,
            @Nullable String deputyOf,
            Instant at) {

        /** Both texts as one answer; null where the question has no room for that. */
        public @Nullable Object both() {
            return BothTexts.of(field, theirs, mine);
        }

        private Finding finding() {
            String message = "“" + field.label() + "” was changed by somebody else while you wrote. Saved now: "
                    + words(theirs) + ". Yours: " + words(mine) + ".";
            return Finding.error("answer-conflict", message, Place.atPath(field.id()));
        }

        private String words(@Nullable Object answer) {
            if (answer == null) {
                return "no answer";
            }
            String text = answer instanceof String words ? words : field.text(answer);
            return "“" + (text.isEmpty() ? Json.write(answer) : text) + "”";
        }
    }

    /** The same without some of the questions. */
    Conflict without(Predicate<Difference> some) {
        List<Difference> left = differences.stream().filter(some.negate()).toList();
        return new Conflict(setAside, section, revision, by, deputyOf, written, left);
    }

    /** The same as a refusal in words. */
    public Problem problem() {
        return Problem.of(
                        Problem.Kind.CONFLICT,
                        "Somebody else has changed the same answers. Nothing of yours was saved over theirs, and yours"
                                + " are kept with the document.")
                .withFindings(differences.stream()
                        .filter(Difference::clash)
                        .map(Difference::finding)
                        .toList());
    }

    /**
     * What was set aside beside what the document holds now; questions whose answers are the same by now are left out.
     *
     * @param revisions of the document, the first one first
     */
    static Conflict of(Document document, List<Revision> revisions, SetAside aside) {
        List<Difference> differences = aside.answers().entrySet().stream()
                .filter(mine -> document.form().field(mine.getKey()).isPresent())
                .filter(mine ->
                        !AnswerMerge.same(mine.getValue(), document.answers().get(mine.getKey())))
                .map(mine -> difference(document, revisions, aside, mine.getKey()))
                .toList();
        return new Conflict(
                aside.number(),
                aside.section(),
                document.revision(),
                aside.by(),
                aside.deputyOf(),
                aside.at(),
                differences);
    }

    private static Difference difference(Document document, List<Revision> revisions, SetAside aside, String id) {
        Revision last = revisions.get(0);
        for (Revision revision : revisions) {
            last = revision.changes().containsKey(id) ? revision : last;
        }
        return new Difference(
                document.form().field(id).orElseThrow(),
                aside.answers().get(id),
                document.answers().get(id),
                aside.clashes().contains(id),
                last.by(),
                last.deputyOf(),
                last.savedAt());
    }
}
