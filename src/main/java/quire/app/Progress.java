package quire.app;

import java.io.PrintStream;
import java.util.Locale;

/** Tells a person who watches how far the work has come, on one line that is written over. May be shared. */
final class Progress {

    private static final long PAUSE = 100_000_000;

    private final PrintStream err;
    private final boolean watched;
    private long shown = System.nanoTime() - PAUSE;
    private boolean written;

    Progress(PrintStream err, boolean watched) {
        this.err = err;
        this.watched = watched;
    }

    void show(long made, long failed) {
        show(String.format(
                Locale.UK, "%,d made%s", made, failed == 0 ? "" : String.format(Locale.UK, ", %,d not", failed)));
    }

    synchronized void show(String words) {
        long now = System.nanoTime();
        if (watched && now - shown >= PAUSE) {
            shown = now;
            written = true;
            err.print("\r" + words);
            err.flush();
        }
    }

    /** Takes the line away again. */
    synchronized void finish() {
        if (written) {
            err.print("\r" + " ".repeat(40) + "\r");
            err.flush();
        }
    }
}
