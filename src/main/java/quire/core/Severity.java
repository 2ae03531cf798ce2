package quire.core;

/** How much a {@link Finding} matters. */
public enum Severity {
    /** The work cannot go on, or its result would be wrong. */
    ERROR,
    /** The work goes on, and a person should look at the result. */
    WARNING,
    /** Worth knowing, nothing to mend. */
    NOTE
}
