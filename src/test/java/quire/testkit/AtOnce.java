package quire.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import quire.core.Problem;

/** Several pieces of work that begin at the same moment, each on a thread of its own. */
public final class AtOnce {

    private static final long MINUTES = 2;

    private AtOnce() {}

    /**
     * What became of each, in their order.
     *
     * @param results of those that ended well
     * @param problems of those that were refused in words for a person
     */
    public record Ended<T>(List<T> results, List<Problem> problems) {}

    /** Does them all. A fault that is no {@link Problem} is one of this test. */
    public static <T> Ended<T> run(List<Callable<T>> works) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(works.size());
        CyclicBarrier start = new CyclicBarrier(works.size());
        try {
            List<Future<T>> futures = new ArrayList<>();
            for (Callable<T> work : works) {
                futures.add(threads.submit(() -> {
                    start.await(MINUTES, TimeUnit.MINUTES);
                    return work.call();
                }));
            }
            return ended(futures);
        } finally {
            threads.shutdownNow();
        }
    }

    private static <T> Ended<T> ended(List<Future<T>> futures) throws InterruptedException {
        Ended<T> ended = new Ended<>(new ArrayList<>(), new ArrayList<>());
        for (Future<T> future : futures) {
            try {
                ended.results().add(future.get());
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof Problem problem)) {
                    throw new AssertionError("Not refused, but failed", e.getCause());
                }
                ended.problems().add(problem);
            }
        }
        return ended;
    }
}
