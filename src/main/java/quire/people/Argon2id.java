package quire.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import quire.core.Problem;

/**
 * The hashing of passwords: Argon2id, version 1.3, in the text form that other programs read too ({@code
 * $argon2id$v=19$m=…,t=…,p=…$salt$hash}). No more than a few are hashed at once, however many people sign in, because each
 * takes its memory and a whole processor. May be shared between threads.
 */
final class Argon2id {

    /**
     * What one hash costs.
     *
     * @param memory in KiB
     * @param passes how often the memory is gone through
     * @param lanes how many processors could share the work
     */
    record Cost(int memory, int passes, int lanes) {

        /** What OWASP's password storage cheat sheet asks for at least. */
        static final Cost USUAL = new Cost(19 * 1024, 2, 1);
    }

    private static final int SALT = 16;
    private static final int HASH = 32;
    private static final int PATIENCE_SECONDS = 10;

    private static final Pattern WRITTEN = Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})"
            + "\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");

    private final Cost cost;
    private final Secrets secrets;
    private final Semaphore turns =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors()), true);
    private final String nobodys;
    private final AtomicLong computed = new AtomicLong();

    Argon2id(Cost cost, Secrets secrets) {
        this.cost = cost;
        this.secrets = secrets;
        // As long to compute as any other, and chance itself would not find the password that fits.
        this.nobodys = written(cost, secrets.bytes(SALT), secrets.bytes(HASH));
    }

    /** The hash of a password with a salt of its own. */
    String hash(String password) {
        byte[] salt = secrets.bytes(SALT);
        return written(cost, salt, compute(password, cost, salt, HASH));
    }

    /** Whether the hash is that of the password. */
    boolean fits(String password, String written) {
        Matcher parts = parts(written);
        byte[] expected = decoded(parts.group(5));
        byte[] computed = compute(password, cost(parts), decoded(parts.group(4)), expected.length);
        return MessageDigest.isEqual(expected, computed);
    }

    /** A hash that no password fits, for people who are not there: looking takes as long as with everybody else's. */
    String nobodys() {
        return nobodys;
    }

    /** How many hashes were computed so far, which is how long everything took. */
    long computed() {
        return computed.get();
    }

    /** Whether the hash was made at another cost than this one asks for. */
    boolean isOutdated(String written) {
        return !cost(parts(written)).equals(cost);
    }

    private byte[] compute(String password, Cost at, byte[] salt, int length) {
        Argon2Parameters parameters = new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(at.memory())
                .withIterations(at.passes())
                .withParallelism(at.lanes())
                .withSalt(salt)
                .build();
        byte[] hash = new byte[length];
        takeTurn();
        try {
            Argon2BytesGenerator generator = new Argon2BytesGenerator();
            generator.init(parameters);
            generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
            computed.incrementAndGet();
            return hash;
        } finally {
            turns.release();
        }
    }

    private void takeTurn() {
        try {
            if (turns.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw Problem.of(Problem.Kind.UNAVAILABLE, "Many people are signing in just now. Try again in a few seconds.");
    }

    private static String written(Cost cost, byte[] salt, byte[] hash) {
        return "$argon2id$v=19$m=" + cost.memory() + ",t=" + cost.passes() + ",p=" + cost.lanes() + "$" + encoded(salt)
                + "$" + encoded(hash);
    }

    private static Matcher parts(String written) {
        Matcher parts = WRITTEN.matcher(written);
        if (!parts.matches()) {
            throw new IllegalStateException("What is kept as a password hash is none");
        }
        return parts;
    }

    private static Cost cost(Matcher parts) {
        return new Cost(
                Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] decoded(String text) {
        return Base64.getDecoder().decode(text);
    }
}
