package quire.web.frame;

import java.time.Duration;

/** Somebody who does something more often than anybody can by hand; they are told when to come again. */
public final class TooFast extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Duration wait;

    /**
     * Something too often.
     *
     * @param wait until it may be done again; more than nothing
     */
    public TooFast(Duration wait) {
        super("Too much at once");
        this.wait = wait;
    }

    /** In whole seconds, until it may be done again. */
    long seconds() {
        return (wait.toMillis() + 999) / 1000;
    }
}
