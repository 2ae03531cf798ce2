package quire.web.frame;

import org.jspecify.annotations.Nullable;
import quire.forms.Field;
import quire.forms.LongTextField;
import quire.forms.NumberField;
import quire.forms.TextField;

/**
 * How a box is typed into: its width, its keyboard, its height, and what is counted under it.
 *
 * @param width the class that sets the width; empty for all there is
 * @param keyboard what a telephone offers to type with; empty for letters
 * @param unit what stands behind the box; null for nothing
 * @param lines how high the box is
 * @param counted the words that are counted down from; null where nothing is counted
 * @param aim the words to aim for; null where none are named
 */
public record Typing(
        String width,
        String keyboard,
        @Nullable String unit,
        int lines,
        @Nullable Integer counted,
        @Nullable Integer aim) {

    private static final int LONG_TEXT = 8;
    private static final int SHORT_BOX = 40;

    public static Typing of(Field field) {
        if (field instanceof NumberField number) {
            String keyboard = number.decimals() == 0 ? "numeric" : "decimal";
            return new Typing("govuk-input--width-5", keyboard, number.unit(), 1, null, null);
        } else if (field instanceof TextField text) {
            return new Typing(
                    text.max() <= SHORT_BOX ? "govuk-input--width-20" : "", "", null, text.lines(), null, null);
        } else if (field instanceof LongTextField text) {
            return counted(text.guideWords(), text.maxWords());
        }
        return new Typing("", "", null, 1, null, null);
    }

    private static Typing counted(@Nullable Integer guide, @Nullable Integer max) {
        return max == null
                ? new Typing("", "", null, LONG_TEXT, guide, guide)
                : new Typing("", "", null, LONG_TEXT, max, max.equals(guide) ? null : guide);
    }

    public boolean isCounted() {
        return counted != null;
    }

    public void onto(View view) {
        boolean guideOnly = counted != null && counted.equals(aim);
        view.text("width", width)
                .text("inputmode", keyboard)
                .text("unit", unit)
                .number("lines", lines)
                .text("count", counted == null ? "" : counted.toString())
                .flag("guide", guideOnly)
                .text("aim", aim == null || guideOnly ? "" : "Aim for about " + aim + " words.");
    }
}
