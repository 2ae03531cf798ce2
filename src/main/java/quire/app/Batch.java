package quire.app;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import quire.core.Finding;
import quire.core.MadeFile;
import quire.core.Problem;
import quire.merge.Value;

/**
 * Makes one file for every line of an input, on all processors and in little memory. What is wrong with one line keeps
 * only that line from being made; a disk that takes nothing more stops the whole.
 */
final class Batch {

    private static final int REASONS = 3;

    private final Function<Map<String, @Nullable Object>, MadeFile> maker;
    private final NamePattern pattern;
    private final Path folder;
    private final Progress progress;
    private final FileNames names = new FileNames();
    private final AtomicLong made = new AtomicLong();
    private final Queue<BatchResult.Failure> failed = new ConcurrentLinkedQueue<>();
    private final AtomicReference<@Nullable Problem> stopped = new AtomicReference<>();

    /**
     * @param maker makes the file of one line; called from several threads
     * @param folder where the files go; it is there already
     */
    Batch(
            Function<Map<String, @Nullable Object>, MadeFile> maker,
            NamePattern pattern,
            Path folder,
            Progress progress) {
        this.maker = maker;
        this.pattern = pattern;
        this.folder = folder;
        this.progress = progress;
    }

    /** @throws Problem if the input cannot be read or the folder not written */
    BatchResult run(Path input) {
        int workers = Runtime.getRuntime().availableProcessors();
        ExecutorService pool = Executors.newFixedThreadPool(workers);
        // The reader waits while every worker has a line in hand and one more in sight.
        Semaphore room = new Semaphore(2 * workers);
        try {
            BatchInput.read(input, line -> take(line, pool, room));
        } finally {
            room.acquireUninterruptibly(2 * workers);
            pool.shutdown();
            progress.finish();
        }
        Problem reason = stopped.get();
        if (reason != null) {
            throw reason;
        }
        return new BatchResult(
                made.get(),
                failed.stream()
                        .sorted(Comparator.comparingLong(BatchResult.Failure::line))
                        .toList());
    }

    private void take(BatchLine line, ExecutorService pool, Semaphore room) {
        if (stopped.get() != null) {
            return;
        }
        Path file;
        try {
            // Here and not in the workers, so that the same input always gives the same names.
            file = folder.resolve(name(line));
        } catch (Problem e) {
            fail(line, e);
            return;
        }
        room.acquireUninterruptibly();
        pool.execute(() -> {
            try {
                make(line, file);
            } finally {
                room.release();
            }
        });
    }

    private String name(BatchLine line) {
        if (line.problem() != null) {
            throw line.problem();
        }
        String wish = pattern.of(Value.of(line.data()), line.number());
        return names.unique(wish, pattern.type().extension(), "line-" + line.number());
    }

    private void make(BatchLine line, Path file) {
        MadeFile result;
        try {
            result = maker.apply(line.data());
        } catch (Problem e) {
            fail(line, e);
            return;
        } catch (RuntimeException | StackOverflowError e) {
            failed.add(new BatchResult.Failure(line.number(), "Quire failed here, and not the line.", e));
            return;
        }
        try {
            OutputFile.write(file, result.bytes());
            progress.show(made.incrementAndGet(), failed.size());
        } catch (Problem e) {
            stopped.compareAndSet(null, e);
        }
    }

    private void fail(BatchLine line, Problem problem) {
        List<Finding> findings =
                problem.findings().stream().filter(Finding::isError).toList();
        String reason = findings.isEmpty()
                ? problem.getMessage()
                : findings.stream().limit(REASONS).map(Batch::sentence).collect(Collectors.joining(" "));
        String more = findings.size() > REASONS ? " And " + (findings.size() - REASONS) + " more." : "";
        failed.add(new BatchResult.Failure(line.number(), reason + more, null));
        progress.show(made.get(), failed.size());
    }

    private static String sentence(Finding finding) {
        String path = finding.place().path();
        return path == null ? finding.message() : path + ": " + finding.message();
    }
}
