package quire.app;

import java.util.Locale;
import quire.portfolio.RecordVerdict;
import quire.trail.Verdict;

/** Says on the command line what a look at the whole trail has found. */
final class TrailWords {

    private final Surroundings here;

    TrailWords(Surroundings here) {
        this.here = here;
    }

    /** The exit code: as if the input were at fault where the trail is not whole. */
    int tell(Verdict verdict) {
        Verdict.Fault fault = verdict.fault();
        if (fault == null) {
            here.out()
                    .println(String.format(
                            Locale.UK,
                            "The trail is whole: %,d %s. Its head is %s.",
                            verdict.checked(),
                            verdict.checked() == 1 ? "entry" : "entries",
                            verdict.head()));
            return ExitCode.DONE;
        }
        here.err()
                .println(String.format(
                        Locale.UK,
                        "The trail is not whole. The first fault is at entry %d. %s Before it, %,d %s right.",
                        fault.seq(),
                        fault.sentence(),
                        verdict.checked(),
                        verdict.checked() == 1 ? "entry is" : "entries are"));
        return ExitCode.INPUT;
    }

    /** The same for what was signed; says nothing where nobody has signed anything. */
    int tell(RecordVerdict verdict) {
        RecordVerdict.Fault fault = verdict.fault();
        if (fault == null) {
            if (verdict.signatures() > 0) {
                here.out()
                        .println(String.format(
                                Locale.UK,
                                "What was signed is as it was signed: signatures %,d, signed papers %,d, their files %,d.",
                                verdict.signatures(),
                                verdict.records(),
                                verdict.files()));
            }
            return ExitCode.DONE;
        }
        String where = fault.seq() == 0
                ? ""
                : String.format(Locale.UK, " The first fault is at entry %d of the trail.", fault.seq());
        here.err().println("What was signed is not as it was signed." + where + " " + fault.sentence());
        return ExitCode.INPUT;
    }
}
