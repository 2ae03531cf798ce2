package quire.jobs;

import java.util.concurrent.ThreadFactory;

/**
 * Threads for work that keeps no program from ending.
 *
 * @param name what the log calls them
 */
public record Daemons(String name) implements ThreadFactory {

    @Override
    public Thread newThread(Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }
}
