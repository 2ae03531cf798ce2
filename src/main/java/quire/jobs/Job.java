package quire.jobs;

import java.time.Duration;
import java.time.LocalTime;

/**
 * Work that comes round. Only one of all nodes is at it at a time. It may be begun again from its beginning when whoever was at
 * it has died, so what it does must be done once however often it runs.
 *
 * @param name the same in every version of the program
 * @param rhythm when it is due
 * @param work what is done
 */
public record Job(String name, Rhythm rhythm, Runnable work) {

    /** When work is due. */
    public sealed interface Rhythm {

        /** So long after it was done the last time. */
        record After(Duration pause) implements Rhythm {}

        /** Every day at that time in England. */
        record Daily(LocalTime time) implements Rhythm {}
    }

    /** Work that is due so long after it was done the last time. */
    public static Job after(Duration pause, String name, Runnable work) {
        return new Job(name, new Rhythm.After(pause), work);
    }

    /** Work that is due every day at that time in England. */
    public static Job daily(LocalTime time, String name, Runnable work) {
        return new Job(name, new Rhythm.Daily(time), work);
    }
}
