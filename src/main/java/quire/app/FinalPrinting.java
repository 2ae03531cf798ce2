package quire.app;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import quire.documents.FinalPapers;
import quire.jobs.Daemons;

/** Makes the files of signed papers that were not made when the program ended last, while people already work. */
final class FinalPrinting implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final FinalPapers papers;
    private final Clock clock;
    private final PrintStream err;
    private final Thread thread;
    private volatile boolean closed;

    private FinalPrinting(FinalPapers papers, Clock clock, PrintStream err, CompletableFuture<?> ready) {
        this.papers = papers;
        this.clock = clock;
        this.err = err;
        this.thread = new Daemons("final-papers").newThread(() -> {
            ready.handle((done, failed) -> "over").join();
            print();
        });
    }

    /** @param ready when it may begin */
    static FinalPrinting start(FinalPapers papers, Clock clock, PrintStream err, CompletableFuture<?> ready) {
        FinalPrinting printing = new FinalPrinting(papers, clock, err, ready);
        printing.thread.start();
        return printing;
    }

    private void print() {
        if (closed) {
            return;
        }
        try {
            int failed = papers.catchUp(clock.instant(), () -> !closed);
            if (failed > 0 && !closed) {
                err.println(
                        failed == 1
                                ? "One signed paper has no files, because they cannot be made."
                                : failed + " signed papers have no files, because they cannot be made.");
            }
        } catch (RuntimeException e) {
            if (!closed) {
                err.println("The files of signed papers could not be made: " + e);
            }
        }
    }

    /** Waits until the paper that is being made is made. */
    @Override
    public void close() {
        closed = true;
        try {
            thread.join(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
