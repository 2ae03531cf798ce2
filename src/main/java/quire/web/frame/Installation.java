package quire.web.frame;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import quire.core.RecordState;
import quire.portfolio.RecordCheck;
import quire.portfolio.RecordVerdict;
import quire.scan.Scanner;
import quire.trail.Trail;
import quire.trail.Verdict;

/** What there is to know of the installation, apart from what people keep in it. May be shared between threads. */
public final class Installation {

    /**
     * A look at the whole trail, and at what was signed.
     *
     * @param verdict on the trail
     * @param signed what of it is not as the trail tells; null where all is, or the trail itself is not whole
     * @param at when it was looked at
     */
    public record Looked(Verdict verdict, RecordVerdict.@Nullable Fault signed, Instant at) {

        /** Whether nothing is wrong. */
        public boolean isWhole() {
            return verdict.isWhole() && signed == null;
        }

        /** What is wrong; empty where nothing is. */
        public String damage() {
            Verdict.Fault fault = verdict.fault();
            return fault != null ? fault.sentence() : signed != null ? signed.sentence() : "";
        }
    }

    private final String version;
    private final Supplier<RecordState> record;
    private final Scanner scanner;
    private final AtomicReference<@Nullable Looked> last = new AtomicReference<>();

    /**
     * @param version of the program
     * @param record how the record stands at the moment of asking
     * @param scanner who looks for viruses in what people hand in
     */
    public Installation(String version, Supplier<RecordState> record, Scanner scanner) {
        this.version = version;
        this.record = record;
        this.scanner = scanner;
    }

    public String version() {
        return version;
    }

    public RecordState record() {
        return record.get();
    }

    public Scanner scanner() {
        return scanner;
    }

    /** Reads the whole trail and all that was signed, which may take minutes where that is much. */
    public Looked look(Trail trail, Supplier<RecordCheck> check, Instant now) {
        Verdict verdict = trail.verify();
        Looked looked =
                new Looked(verdict, verdict.isWhole() ? check.get().verify().fault() : null, now);
        last.set(looked);
        return looked;
    }

    /** The last look since the program was started. */
    public Optional<Looked> last() {
        return Optional.ofNullable(last.get());
    }
}
