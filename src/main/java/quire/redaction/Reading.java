package quire.redaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import quire.documents.Rewording;
import quire.hints.Hint;
import quire.portfolio.Signature;

/**
 * Rewords as a {@link Coding} does, and notes what a person should look at: how often words were taken out because somebody decided so,
 * and what may still identify somebody. Used once, by one thread.
 */
public final class Reading implements Rewording {

    private final Coding coding;
    private final List<Suspect> suspects = new ArrayList<>();
    private int removed;
    private int left;

    public Reading(Coding coding) {
        this.coding = coding;
    }

    @Override
    public String text(String text) {
        removed +=
                (int) coding.places(text).stream().filter(Coding.Place::decided).count();
        String reworded = coding.text(text);
        for (Hint hint : coding.hints().in(reworded)) {
            if (coding.isLeft(hint.in(reworded))) {
                left++;
            } else {
                suspects.add(Suspect.of(hint, reworded));
            }
        }
        return reworded;
    }

    @Override
    public String signer(Signature signature) {
        return coding.signer(signature);
    }

    @Override
    public Set<String> kept() {
        return coding.kept();
    }

    public Coding coding() {
        return coding;
    }

    /** Notes that words were taken out elsewhere than in a text that was reworded here. */
    public void removed(int places) {
        removed += places;
    }

    /** What was found in everything that was reworded so far. */
    public Read done() {
        return new Read(removed, left, suspects);
    }

    /**
     * What was found in a text, or in several.
     *
     * @param removed how many places were taken out because somebody decided so
     * @param left how many hints stay because somebody decided so
     * @param suspects what nobody has decided about
     */
    public record Read(int removed, int left, List<Suspect> suspects) {

        public Read {
            suspects = List.copyOf(suspects);
        }
    }
}
