package quire.app;

/** What a command answers to the program that called it. */
final class ExitCode {

    static final int DONE = 0;
    /** The input is at fault; the findings are on standard error. */
    static final int INPUT = 1;
    /** The command was not understood. */
    static final int USAGE = 2;
    /** Our own fault; a reference is on standard error. */
    static final int FAULT = 3;

    private ExitCode() {}
}
