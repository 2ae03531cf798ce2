package quire.preflight;

import java.util.Locale;

/** What became of a rule. */
public enum Outcome {
    PASS("Pass"),
    FAIL("Fail"),
    /** No program can decide it: somebody has to look. */
    LOOK("Look"),
    /** The rule says nothing about such a file. */
    NONE("Not applicable");

    private final String title;

    Outcome(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /** The word for programs. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
