package quire.core;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Work that was refused because of what was asked or handed in: never our own fault, always with a sentence the person
 * can act on. Our own faults are ordinary unchecked exceptions and reach people as a reference only.
 */
public final class Problem extends RuntimeException {

    /** Why the work was refused; the web turns this into a status, a command into an exit code. */
    public enum Kind {
        /** What was handed in is wrong; the findings say where. */
        BAD_INPUT,
        /** What was asked for is not there, or not theirs to see. */
        NOT_FOUND,
        /** Somebody else was faster, or the thing is not in a state for this. */
        CONFLICT,
        /** More than we take, in bytes or in items; the message names the limit. */
        TOO_LARGE,
        /** A kind of file or content that we do not take. */
        UNSUPPORTED,
        /**
         * The place cannot do it now: a full disk, a busy database. Nothing was changed, unless the sentence says that
         * this cannot be known; the same may work later.
         */
        UNAVAILABLE
    }

    private final Kind kind;
    private final List<Finding> findings;

    private Problem(Kind kind, String message, List<Finding> findings, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.findings = List.copyOf(findings);
    }

    public static Problem of(Kind kind, String message) {
        return new Problem(kind, message, List.of(), null);
    }

    public static Problem badInput(String message, List<Finding> findings) {
        return new Problem(Kind.BAD_INPUT, message, findings, null);
    }

    /** One finding that is the whole problem. */
    public static Problem badInput(Finding finding) {
        return new Problem(Kind.BAD_INPUT, finding.message(), List.of(finding), null);
    }

    public static Problem tooLarge(Finding finding) {
        return new Problem(Kind.TOO_LARGE, finding.message(), List.of(finding), null);
    }

    public static Problem notFound(String message) {
        return of(Kind.NOT_FOUND, message);
    }

    /** The same problem with the cause kept for the log. */
    public Problem because(Throwable cause) {
        return new Problem(kind, getMessage(), findings, cause);
    }

    /** The same problem, each finding moved by the caller who knows more about the place. */
    public Problem withFindings(List<Finding> better) {
        return new Problem(kind, getMessage(), better, getCause());
    }

    public Kind kind() {
        return kind;
    }

    /** What is wrong, in the order of the input; empty where the message says it all. */
    public List<Finding> findings() {
        return findings;
    }

    @Override
    public String getMessage() {
        String message = super.getMessage();
        return message == null ? "" : message;
    }
}
