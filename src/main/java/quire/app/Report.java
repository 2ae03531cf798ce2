package quire.app;

import java.io.PrintStream;
import java.util.List;
import quire.core.Finding;
import quire.core.Problem;

/** Says what is wrong, in plain lines on standard error. */
final class Report {

    private final PrintStream err;

    Report(PrintStream err) {
        this.err = err;
    }

    /** The problem with every finding; a sentence that is itself the only finding is said once. */
    void problem(Problem problem) {
        List<Finding> findings = problem.findings();
        if (findings.size() != 1 || !findings.get(0).message().equals(problem.getMessage())) {
            err.println(problem.getMessage());
        }
        findings(findings);
    }

    void findings(List<Finding> findings) {
        findings.forEach(err::println);
    }

    /** A fault of ours: a reference to quote, and everything only to whoever asks for it. */
    void fault(Throwable fault, String reference, boolean debug) {
        err.println("Quire failed, and what you handed in is not at fault. Reference: " + reference + ".");
        if (debug) {
            fault.printStackTrace(err);
        } else {
            err.println("Run the command again with --debug to see what happened.");
        }
    }
}
