package quire.web.frame;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import quire.core.RecordState;
import quire.trail.Trail;
import quire.trail.Verdict;

/** What there is to know of the installation, apart from what people keep in it. May be shared between threads. */
public final class Installation {

    /**
     * A look at the whole trail.
     *
     * @param at when it was looked at
     */
    public record Looked(Verdict verdict, Instant at) {}

    private final String version;
    private final Supplier<RecordState> record;
    private final AtomicReference<@Nullable Looked> last = new AtomicReference<>();

    /**
     * @param version of the program
     * @param record how the record stands at the moment of asking
     */
    public Installation(String version, Supplier<RecordState> record) {
        this.version = version;
        this.record = record;
    }

    public String version() {
        return version;
    }

    public RecordState record() {
        return record.get();
    }

    /** Reads the whole trail, which may take minutes where it is long. */
    public Looked look(Trail trail, Instant now) {
        Looked looked = new Looked(trail.verify(), now);
        last.set(looked);
        return looked;
    }

    /** The last look since the program was started. */
    public Optional<Looked> last() {
        return Optional.ofNullable(last.get());
    }
}
