package quire.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;

/** Times a piece of work once it is warm: the first half of the runs is thrown away. */
final class Stopwatch {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Stopwatch() {}

    /**
     * What was measured.
     *
     * @param median of the wall time, in milliseconds
     * @param cpu median of this thread's processor time, in milliseconds
     * @param megabytes allocated in one run
     */
    record Figures(double median, double cpu, double megabytes) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.3f ms (cpu %.3f, %.1f MB)", median, cpu, megabytes);
        }
    }

    static Figures measure(int runs, Runnable work) {
        double[] wall = new double[runs];
        double[] cpu = new double[runs];
        long allocated = 0;
        for (int i = 0; i < runs; i++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            long cpuStart = THREADS.getCurrentThreadCpuTime();
            long start = System.nanoTime();
            work.run();
            wall[i] = (System.nanoTime() - start) / 1e6;
            cpu[i] = (THREADS.getCurrentThreadCpuTime() - cpuStart) / 1e6;
            allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
        }
        return new Figures(median(wall), median(cpu), allocated / 1e6);
    }

    private static double median(double[] all) {
        double[] warm = Arrays.copyOfRange(all, all.length / 2, all.length);
        Arrays.sort(warm);
        return warm[warm.length / 2];
    }
}
