package quire.demo;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.core.Ordered;
import quire.forms.Answers;
import quire.forms.Form;
import quire.programme.Row;

/**
 * One paper of a portfolio, as far as it has come.
 *
 * @param name unique in the portfolio; usually the id of its row
 * @param row the paper of the programme that it is
 * @param form in the version that it was started with
 * @param answers what people and the record have filled in, by field id
 * @param asked who was asked for a part where no signature says so, or on another day than the first
 * @param recorded what was written down for somebody who does not write; null for nothing
 * @param completed the day on which a section was said to be complete, by section id
 * @param returns the oldest first
 * @param signatures in the order of signing
 */
public record SampleDocument(
        String name,
        Row row,
        Form form,
        LocalDate started,
        State state,
        List<Request> asked,
        @Nullable Recorded recorded,
        Map<String, @Nullable Object> answers,
        Map<String, LocalDate> completed,
        List<Return> returns,
        List<Signature> signatures,
        List<Comment> comments) {

    /** How far a paper has come. */
    public enum State {
        /** Somebody is writing. */
        DRAFT,
        /** Somebody is to sign. */
        AWAITING,
        /** It was given back to be changed. */
        RETURNED,
        /** Everybody has signed. */
        SIGNED
    }

    public SampleDocument {
        asked = List.copyOf(asked);
        answers = Ordered.copyOf(answers);
        completed = Ordered.copyOf(completed);
        returns = List.copyOf(returns);
        signatures = List.copyOf(signatures);
        comments = List.copyOf(comments);
    }

    /**
     * Everything that stands in it.
     *
     * @param record the values of its head block; empty where its form has none
     */
    Answers answers(Map<String, @Nullable Object> record) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>(answers);
        if (form.record() != null) {
            all.put(Answers.RECORD, record);
        }
        return Answers.of(form, all);
    }

    /**
     * Somebody was asked for a part.
     *
     * @param until the last day on which they can answer; null for as long as is usual
     */
    public record Request(
            String role, Signer who, LocalDate on, @Nullable LocalDate until) {}

    /**
     * What somebody said was written down for them.
     *
     * @param speaker whose words they are, in general words
     * @param on the day on which they said that these are their words
     */
    public record Recorded(String role, String speaker, LocalDate on) {}

    /** Some sections that were given back. */
    public record Return(List<String> sections, String by, LocalDate on, String because) {

        public Return {
            sections = List.copyOf(sections);
        }
    }

    /** Somebody's name under a step. */
    public record Signature(int step, String role, Signer signer, LocalDate on) {}

    /**
     * Who signed, or was asked to.
     *
     * @param person the id of somebody with an account; null for somebody without one
     * @param name their name, then
     * @param email where they are written to
     * @param knows how they know the work of the one whose year it is
     * @param post what they are employed as
     */
    public record Signer(
            @Nullable String person,
            @Nullable String name,
            @Nullable String email,
            @Nullable String knows,
            @Nullable String post,
            @Nullable String organisation,
            @Nullable String registration) {}

    /** What a reader wrote beside a section. */
    public record Comment(String section, String by, LocalDate on, String text) {}
}
