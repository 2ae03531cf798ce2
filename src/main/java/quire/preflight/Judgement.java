package quire.preflight;

import java.util.Collection;
import java.util.List;

/**
 * What was found of one rule.
 *
 * @param sentence for people
 * @param pages the numbers of the pages that it is about, counted from 1; empty for the file as a whole
 */
public record Judgement(Outcome outcome, String sentence, List<Integer> pages) {

    public Judgement {
        pages = List.copyOf(pages);
    }

    static Judgement pass(String sentence) {
        return new Judgement(Outcome.PASS, sentence, List.of());
    }

    static Judgement pass(String sentence, Collection<Integer> pages) {
        return new Judgement(Outcome.PASS, sentence, List.copyOf(pages));
    }

    static Judgement fail(String sentence) {
        return new Judgement(Outcome.FAIL, sentence, List.of());
    }

    static Judgement fail(String sentence, Collection<Integer> pages) {
        return new Judgement(Outcome.FAIL, sentence, List.copyOf(pages));
    }

    static Judgement look(String sentence, Collection<Integer> pages) {
        return new Judgement(Outcome.LOOK, sentence, List.copyOf(pages));
    }

    static Judgement none(String sentence) {
        return new Judgement(Outcome.NONE, sentence, List.of());
    }
}
