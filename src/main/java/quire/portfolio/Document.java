package quire.portfolio;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quire.forms.Form;

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

    public SectionState state(String section) {
        return states.getOrDefault(section, SectionState.NOT_STARTED);
    }

    /** Whether all who sign it have signed. */
    public boolean isClosed() {
        return states.containsValue(SectionState.LOCKED);
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
