package quire.portfolio;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import quire.core.Finding;
import quire.forms.AnswerCheck;
import quire.forms.Answers;
import quire.forms.Form;
import quire.forms.Section;
import quire.forms.SignOffStep;
import quire.forms.Visibility;

/**
 * How far the signing of a paper has come: every place where somebody signs, in the order of signing. Steps that the answers
 * leave out are not there.
 */
public record SignOff(List<Place> places) {

    private static final String ONE_OF_THEM = "any";

    public SignOff {
        places = List.copyOf(places);
    }

    /**
     * Where one person signs.
     *
     * @param key which place of the form it is, for ever
     * @param step what is signed there
     * @param roles the role that signs, or several of which one does
     * @param signature the one that stands there; null for none
     * @param follows whether every lower step is signed
     * @param unfinished the sections it stands for that are not complete
     */
    public record Place(
            String key,
            SignOffStep step,
            Set<String> roles,
            @Nullable Signature signature,
            boolean follows,
            List<Section> unfinished) {

        public Place {
            roles = Set.copyOf(roles);
            unfinished = List.copyOf(unfinished);
        }

        public boolean isSigned() {
            return signature != null;
        }

        /** Whether it may be signed now. */
        public boolean isDue() {
            return signature == null && follows && unfinished.isEmpty();
        }
    }

    /**
     * The places of a document.
     *
     * @param signatures of the document, superseded ones among them or not
     * @param today the day for limits such as “today or in the past”
     */
    public static SignOff of(Document document, List<Signature> signatures, LocalDate today) {
        Form form = document.form();
        Answers answers = Answers.of(form, document.answers());
        Visibility sight = Visibility.of(form, answers);
        AnswerCheck check = AnswerCheck.of(form, answers, today);
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < form.signOff().size(); i++) {
            SignOffStep step = form.signOff().get(i);
            if (sight.shows(step)) {
                List<Section> unfinished = covered(form, step, sight)
                        .filter(section ->
                                !document.state(section.id()).isDone() || Finding.anyError(check.complete(section)))
                        .toList();
                boolean follows = places.stream()
                        .allMatch(place -> place.isSigned() || place.step().step() >= step.step());
                keys(i, step)
                        .forEach(key -> places.add(new Place(
                                key, step, roles(key, step), standing(signatures, key), follows, unfinished)));
            }
        }
        return new SignOff(places);
    }

    /** The sections that a step stands for and the paper has. */
    static Stream<Section> covered(Form form, SignOffStep step, Visibility sight) {
        return form.sections().stream().filter(section -> step.covers().contains(section.id()) && sight.shows(section));
    }

    /** Whether there is something to sign, all of it is signed, and nothing of it was given back. */
    public boolean isDone() {
        return !places.isEmpty()
                && places.stream()
                        .allMatch(
                                place -> place.isSigned() && place.unfinished().isEmpty());
    }

    public Optional<Place> place(String key) {
        return places.stream().filter(place -> place.key().equals(key)).findFirst();
    }

    /** The places that may be signed now. */
    public List<Place> due() {
        return places.stream().filter(Place::isDue).toList();
    }

    /**
     * The roles that a document waits for: those who may sign it now. Where all is written and nobody may, because what
     * was said to be complete would not pass as complete any more, those who would be next.
     *
     * @param progress of the document
     */
    Set<String> awaited(Progress progress) {
        List<Place> waiting = due();
        if (waiting.isEmpty() && progress == Progress.COMPLETE) {
            waiting = places.stream()
                    .filter(place -> !place.isSigned() && place.follows())
                    .toList();
        }
        return waiting.stream().flatMap(place -> place.roles().stream()).collect(Collectors.toSet());
    }

    private static Stream<String> keys(int index, SignOffStep step) {
        return (step.everyone() ? step.signers().stream() : Stream.of(ONE_OF_THEM)).map(name -> index + "." + name);
    }

    private static Set<String> roles(String key, SignOffStep step) {
        return step.everyone() ? Set.of(key.substring(key.indexOf('.') + 1)) : Set.copyOf(step.signers());
    }

    /**
     * The roles that sign at a place of a form, whether or not the answers leave it out; nobody where there is no such place.
     *
     * @param key of anybody's making
     */
    public static Set<String> signers(Form form, String key) {
        for (int i = 0; i < form.signOff().size(); i++) {
            SignOffStep step = form.signOff().get(i);
            if (keys(i, step).anyMatch(key::equals)) {
                return roles(key, step);
            }
        }
        return Set.of();
    }

    /** Which of the form's steps a place belongs to, from 0. */
    static int index(String key) {
        return Integer.parseInt(key.substring(0, key.indexOf('.')));
    }

    private static @Nullable Signature standing(List<Signature> signatures, String key) {
        return signatures.stream()
                .filter(signature -> signature.stands() && signature.place().equals(key))
                .findFirst()
                .orElse(null);
    }
}
