package quire.portfolio;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.core.Finding;
import quire.core.Place;
import quire.core.Problem;
import quire.forms.Filling;
import quire.store.Transaction;

/**
 * Somebody decides between texts that clash in one section: all of them at once, so that what one decision saves is not
 * somebody else's change to the next.
 *
 * @param document held, as it is now
 * @param seen the answers that whoever decides had in front of them
 * @param open what is to be decided, the oldest first
 * @param decisions what they want
 */
record Deciding(Document document, Map<String, @Nullable Object> seen, List<Conflict> open, List<Decision> decisions) {

    /**
     * The answers that change.
     *
     * @throws Problem of the kind BAD_INPUT with a finding for each question that has no decision, at
     *     {@code NUMBER.FIELD}; of the kind CONFLICT if somebody has meanwhile changed one of these answers once more
     */
    Map<String, @Nullable Object> answers() {
        Map<String, @Nullable Object> answers = new LinkedHashMap<>();
        List<Finding> missing = new ArrayList<>();
        for (Conflict conflict : open) {
            for (Conflict.Difference difference : conflict.differences()) {
                Decision.Choice choice = choice(conflict, difference);
                if (choice == null) {
                    missing.add(Finding.error(
                            "undecided",
                            "Choose what to keep of “" + difference.field().label() + "”",
                            Place.atPath(conflict.setAside() + "."
                                    + difference.field().id())));
                } else {
                    decide(conflict.setAside(), difference, choice, answers);
                }
            }
        }
        if (!missing.isEmpty()) {
            throw Problem.badInput("Choose what to keep.", missing);
        }
        return answers;
    }

    private Decision.@Nullable Choice choice(Conflict conflict, Conflict.Difference difference) {
        return decisions.stream()
                .filter(one -> one.setAside() == conflict.setAside()
                        && one.field().equals(difference.field().id()))
                .map(Decision::choice)
                .findFirst()
                .orElse(null);
    }

    private void decide(
            int aside, Conflict.Difference difference, Decision.Choice choice, Map<String, @Nullable Object> answers) {
        String id = difference.field().id();
        Object saved = document.answers().get(id);
        if (!AnswerMerge.same(saved, seen.get(id))) {
            throw Problem.of(
                    Problem.Kind.CONFLICT,
                    "“" + difference.field().label() + "” was changed once more while you decided. Nothing was saved."
                            + " Look at both texts again.");
        }
        Object before = answers.containsKey(id) ? answers.get(id) : saved;
        switch (choice) {
            case MINE -> answers.put(id, Filling.joined(difference.field(), difference.mine(), saved));
            case BOTH -> answers.put(id, both(aside, difference, before));
            case THEIRS -> {}
        }
    }

    private static Object both(int aside, Conflict.Difference difference, @Nullable Object before) {
        Object both = BothTexts.of(difference.field(), before, difference.mine());
        if (both == null) {
            throw Problem.badInput(Finding.error(
                    "not-both",
                    "“" + difference.field().label() + "” has no room for both texts",
                    Place.atPath(aside + "." + difference.field().id())));
        }
        return both;
    }

    /** What was set aside in a section and not decided: without texts that a later one of the same writing replaced. */
    static List<Conflict> open(Transaction tx, Document document, @Nullable String section) {
        List<SetAside> asides = RevisionStore.setAside(tx, document.id()).stream()
                .filter(aside -> aside.settledAt() == null)
                .filter(aside -> section == null || aside.section().equals(section))
                .toList();
        if (asides.isEmpty()) {
            return List.of();
        }
        List<Revision> revisions = RevisionStore.upTo(tx, document.id(), document.revision());
        return asides.stream()
                .map(aside -> Conflict.of(document, revisions, aside)
                        .without(difference -> asides.stream().anyMatch(later -> replaces(later, aside, difference))))
                .filter(conflict -> !conflict.differences().isEmpty())
                .toList();
    }

    /** Whoever writes on after a clash sends the whole text again, from the same page. */
    private static boolean replaces(SetAside later, SetAside aside, Conflict.Difference difference) {
        return later.number() > aside.number()
                && later.base() == aside.base()
                && later.by().equals(aside.by())
                && later.answers().containsKey(difference.field().id());
    }

    /** Saves what changes, and says that everything set aside in the section is dealt with. */
    static void run(Transaction tx, Documents documents, Deciding deciding, String section, Act act, LocalDate today) {
        Document document = deciding.document();
        Map<String, @Nullable Object> answers = deciding.answers();
        if (!answers.isEmpty()) {
            documents.save(document.id(), section, answers, document.revision(), act.actor(), act.now(), today);
        }
        RevisionStore.setAside(tx, document.id()).stream()
                .filter(aside -> aside.section().equals(section))
                .forEach(aside -> EarlierWords.settle(tx, document, aside, act));
    }
}
