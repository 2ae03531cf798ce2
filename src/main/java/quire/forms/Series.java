package quire.forms;

import org.jspecify.annotations.Nullable;

/**
 * A form of which a portfolio holds several papers.
 *
 * @param min how many there must be; null for no rule
 * @param label what each is called, {@code {n}} standing for its number
 */
public record Series(@Nullable Integer min, String label) {

    /** The name of one paper. */
    public String labelOf(int number) {
        return label.replace("{n}", Integer.toString(number));
    }
}
