package quire.forms;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quire.core.Finding;
import quire.core.Nearest;
import quire.core.Place;

/** Goes through answers and writes down what is wrong with each; the place of a finding is the path of the answer. */
final class Review {

    private static final int LONGEST_NAME = 60;

    private final Visibility sight;
    private final LocalDate today;
    private final boolean complete;
    private final List<Finding> findings;
    private final String path;
    private final String entry;
    private final @Nullable Field field;

    private Review(
            Visibility sight,
            LocalDate today,
            boolean complete,
            List<Finding> findings,
            String path,
            String entry,
            @Nullable Field field) {
        this.sight = sight;
        this.today = today;
        this.complete = complete;
        this.findings = findings;
        this.path = path;
        this.entry = entry;
        this.field = field;
    }

    /**
     * A review of a whole document.
     *
     * @param complete whether required answers and the form's own limits are asked for too
     * @param findings where the findings go
     */
    static Review of(Visibility sight, LocalDate today, boolean complete, List<Finding> findings) {
        return new Review(sight, today, complete, findings, "", "", null);
    }

    /** The same review inside the answer: one of several files, a record. */
    Review inside(String newPath, Visibility newSight) {
        return new Review(newSight, today, complete, findings, newPath, entry, field);
    }

    /**
     * The same review inside one entry of a repeat.
     *
     * @param name what messages call the entry, because the same question is asked in each
     */
    Review inEntry(String newPath, String name, Visibility newSight) {
        return new Review(newSight, today, complete, findings, newPath, name + ": ", field);
    }

    /** Checks one answer, or that there is one; what is hidden must still be of the right kind in a draft. */
    void examine(Field asked, @Nullable Object answer) {
        boolean shown = sight.shows(asked);
        if (complete && !shown) {
            return;
        }
        String answerPath = path.isEmpty() ? asked.id() : path + "." + asked.id();
        // Nobody who could be told has a way to change what the record filled in, so only its kind is looked at.
        boolean whole = complete && asked.asksPeople();
        Review review = new Review(sight, today, whole, findings, answerPath, entry, asked);
        Object standing = asked.standing(answer);
        if (whole && asked.required() && !asked.isAnswered(standing)) {
            review.breaks("empty", asked.emptyMessage());
        } else if (standing != null && !(standing instanceof String text && Words.isBlank(text))) {
            asked.check(standing, review);
        }
    }

    /** Whether required answers and the form's own limits are asked for. */
    boolean complete() {
        return complete;
    }

    LocalDate today() {
        return today;
    }

    Visibility sight() {
        return sight;
    }

    String path() {
        return path;
    }

    /** A rule of the form is broken: the form's own message for that rule comes before the generated one. */
    void breaks(String rule, String message) {
        String own = field == null ? null : field.question().messages().get(rule);
        wrong(rule, own == null ? message : own);
    }

    /** The answer is not something that this field can hold at all: a fault of whoever sent it. */
    void wrongKind(String expected) {
        String name = field == null ? path : field.id();
        wrong("kind", "The answer “" + name + "” must be " + expected + ".");
    }

    void wrong(String rule, String message) {
        add(Finding.error("answer-" + rule.replace('_', '-'), entry + message, Place.atPath(path)));
    }

    void unknown(String key, Iterable<String> known) {
        String name = Intake.printable(key.length() > LONGEST_NAME ? key.substring(0, LONGEST_NAME) + "…" : key);
        String where = path.isEmpty() ? name : path + "." + name;
        add(Finding.error("answer-unknown", "There is no answer called “" + name + "” here.", Place.atPath(where))
                .suggest(Nearest.to(key, known)));
    }

    private void add(Finding finding) {
        findings.add(finding);
    }
}
