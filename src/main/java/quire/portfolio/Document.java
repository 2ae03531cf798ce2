package quire.portfolio;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quire.forms.Answers;
import quire.forms.Form;
import quire.forms.Section;
import quire.forms.Visibility;

/**
 * One form being completed.
 *
 * @param id unguessable, for ever
 * @param place the portfolio it belongs to, and which of its papers it is; null for a document by itself
 * @param form the version of the form that it was started with, or was taken to since by somebody’s word
 * @param number its place among the documents of this form, from 1
 * @param created when it was started
 * @param startedBy the id of the person who did
 * @param changed when somebody last changed an answer
 * @param revision the latest accepted save; 1 for a fresh document
 * @param answers the answers document as plain JSON data, the record's values under {@code record}
 * @param states the sections that have been started
 * @param releases the roles that sections have been shown to by somebody's word, by section
 */
public record Document(
        String id,
        @Nullable Placement place,
        Form form,
        int number,
        Instant created,
        String startedBy,
        Instant changed,
        int revision,
        Map<String, @Nullable Object> answers,
        Map<String, SectionState> states,
        Map<String, Set<String>> releases) {

    public Document {
        answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
        states = Map.copyOf(states);
        releases = Map.copyOf(releases);
    }

    /** What the paper is called: {@code Direct observation 2}, or the form's title. */
    public String title() {
        return form.titleOf(number);
    }

    /** The id of the portfolio it belongs to; null for a document by itself. */
    public @Nullable String portfolio() {
        return place == null ? null : place.portfolio();
    }

    /**
     * Whether it is somebody's own try of a form, in no portfolio, which is nobody else's business: to others it is not
     * there.
     *
     * @param person the id of whoever looks
     */
    public boolean isHiddenFrom(String person) {
        return place == null && !startedBy.equals(person);
    }

    /** Which of a series it is, from 1; 0 where its form is no series. */
    public int numberInSeries() {
        return form.series() == null ? 0 : number;
    }

    /** The sections that are part of it as it is answered now. */
    public List<Section> shown() {
        Visibility sight = Visibility.of(form, Answers.of(form, answers));
        return form.sections().stream().filter(sight::shows).toList();
    }

    /** Whether each of these is completed. */
    public boolean isComplete() {
        return shown().stream().allMatch(section -> state(section.id()).isDone());
    }

    /** Whether what has to come first has been completed, or signed where the form asks for that and somebody signs. */
    public boolean mayStart(Section section) {
        Section.StartWhen first = section.startWhen();
        if (first == null || state(section.id()) != SectionState.NOT_STARTED) {
            return true;
        }
        boolean signed = first.signed() && place != null;
        SectionState before = state(first.section());
        return signed ? before.isSigned() : before.isDone();
    }

    public SectionState state(String section) {
        return states.getOrDefault(section, SectionState.NOT_STARTED);
    }

    /** Whether all who sign it have signed. */
    public boolean isClosed() {
        return states.containsValue(SectionState.LOCKED);
    }

    /**
     * Whether everybody has given their word: each section is completed and whoever signs has signed. To somebody's own try of
     * a form nobody gives theirs.
     */
    public boolean isFinished() {
        return place == null || (isComplete() && (form.signOff().isEmpty() || isClosed()));
    }

    /** The same after one more save. */
    Document revised(int newRevision, Map<String, @Nullable Object> newAnswers, Instant now) {
        return new Document(
                id, place, form, number, created, startedBy, now, newRevision, newAnswers, states, releases);
    }

    /** The same on another version of its form. */
    Document on(Form other) {
        return new Document(id, place, other, number, created, startedBy, changed, revision, answers, states, releases);
    }

    /** The same with another state of one section. */
    Document turned(String section, SectionState state) {
        Map<String, SectionState> turned = new LinkedHashMap<>(states);
        turned.put(section, state);
        return new Document(id, place, form, number, created, startedBy, changed, revision, answers, turned, releases);
    }
}
