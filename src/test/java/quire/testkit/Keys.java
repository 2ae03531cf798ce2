package quire.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;

/**
 * Somebody who has a keyboard and no mouse. They see where they are, or the test fails, and every key is counted.
 *
 * <p>How long it would take them is reckoned by the keystroke-level model of Card, Moran and Newell (1980): 0.28 seconds a
 * key for a typist of middling skill, and 1.35 seconds for making up one's mind before each thing that is looked for.
 */
public final class Keys {

    private static final int FAR = 250;
    private static final Duration KEY = Duration.ofMillis(280);
    private static final Duration MIND = Duration.ofMillis(1350);

    /** What the element that has the focus is called: its label, its text, or its legend with its label. */
    private static final String NAME = """
        (() => {
          const at = document.activeElement;
          if (at === document.body) {
            return "";
          }
          const label = at.labels && at.labels.length > 0 ? at.labels[0].innerText : "";
          const name = at.getAttribute("aria-label") || label || at.innerText || "";
          return name.replace(/\\s+/g, " ").trim();
        })()""";

    /** Whether something is drawn around it; a radio button or box is drawn by its label. */
    private static final String SEEN = """
        (() => {
          const at = document.activeElement;
          const drawn = (style) => style.outlineStyle !== "none" || style.boxShadow !== "none";
          const label = at.labels && at.labels[0];
          return drawn(getComputedStyle(at)) || (label && drawn(getComputedStyle(label, "::before")));
        })()""";

    private final Page page;
    private int keys;
    private int decisions;

    private Keys(Page page) {
        this.page = page;
    }

    public static Keys of(Page page) {
        return new Keys(page);
    }

    /** Goes on with Tab until what has the focus has this name, or a name that begins with it. */
    public Keys reach(String name) {
        decisions++;
        StringBuilder passed = new StringBuilder();
        for (int i = 0; i < FAR; i++) {
            press("Tab");
            assertThat(page.evaluate(SEEN))
                    .as("“%s” on %s shows that it has the focus", at(), page.url())
                    .isIn(true, null);
            if (at().startsWith(name)) {
                return this;
            }
            passed.append("\n  ").append(at());
        }
        throw new AssertionError("“" + name + "” cannot be reached on " + page.url() + ", only" + passed);
    }

    /** Types where the focus is. */
    public Keys type(String text) {
        keys += text.length();
        page.keyboard().insertText(text);
        return this;
    }

    public Keys press(String key) {
        keys++;
        page.keyboard().press(key);
        return this;
    }

    /** Presses Enter, and waits for the page that comes. */
    public Keys enter() {
        Browser.load(page, () -> press("Enter"));
        return this;
    }

    /** How long all this would have taken a person. */
    public Duration reckoned() {
        return KEY.multipliedBy(keys).plus(MIND.multipliedBy(decisions));
    }

    private String at() {
        return (String) page.evaluate(NAME);
    }
}
