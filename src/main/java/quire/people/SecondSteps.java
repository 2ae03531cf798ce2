package quire.people;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import quire.core.Finding;
import quire.core.Place;
import quire.core.Problem;
import quire.store.Database;
import quire.store.Transaction;
import quire.trail.Trail;

/** The second step of signing in, for those who turn it on: a code that an app shows. May be shared between threads. */
public final class SecondSteps {

    private static final int RECOVERY_CODES = 10;

    /**
     * What somebody gives to their app.
     *
     * @param secret in letters, for those who type it
     * @param uri for those whose app reads it from a picture or a link
     */
    public record Offer(String secret, String uri) {}

    private final Database database;
    private final Trail trail;
    private final Secrets secrets = new Secrets();

    public SecondSteps(Database database) {
        this.database = database;
        this.trail = new Trail(database);
    }

    /** Whether somebody has turned it on. */
    public boolean isOn(String person) {
        return database.read(tx -> AccountStore.find(tx, person))
                .filter(AccountStore.Kept::secondStep)
                .isPresent();
    }

    /** How many recovery codes somebody has left. */
    public int recoveryCodesLeft(String person) {
        return database.read(tx -> AccountStore.codesLeft(tx, person));
    }

    /**
     * Begins to turn it on: nothing changes until {@link #confirm}.
     *
     * @param issuer what the app is to call us
     * @throws Problem if it is on already
     */
    public Offer offer(Person person, String issuer) {
        byte[] secret = secrets.bytes(Totp.SECRET_BYTES);
        database.run(tx -> {
            if (account(tx, person.id()).secondStep()) {
                throw Problem.of(Problem.Kind.CONFLICT, "The second step is on already. Turn it off first.");
            }
            AccountStore.prepareSecret(tx, person.id(), HexFormat.of().formatHex(secret));
        });
        return offer(person, issuer, secret);
    }

    /** The offer that somebody has begun with and not confirmed yet; there is no other way to see a secret again. */
    public Optional<Offer> begun(Person person, String issuer) {
        return database.read(tx -> AccountStore.find(tx, person.id()))
                .filter(account -> account.secret() != null && !account.secondStep())
                .map(account ->
                        offer(person, issuer, HexFormat.of().parseHex(Objects.requireNonNull(account.secret()))));
    }

    /**
     * Turns it on for somebody whose app shows the right code.
     *
     * @return the recovery codes, each good once; they are nowhere else, so the person must keep them
     * @throws Problem if the code does not fit
     */
    public List<String> confirm(String person, String code, Actor actor, Instant now) {
        return database.write(tx -> {
            AccountStore.Kept account = account(tx, person);
            OptionalLong step = account.secret() == null || account.secondStep()
                    ? OptionalLong.empty()
                    : Totp.step(HexFormat.of().parseHex(account.secret()), code, now, account.lastStep());
            if (step.isEmpty() || !AccountStore.useStep(tx, person, step.getAsLong())) {
                throw Problem.badInput(Finding.error(
                        "second-step-code",
                        "Enter the code that your app shows now. If it is right, check the clock of your device.",
                        Place.atPath("code")));
            }
            AccountStore.turnOn(tx, person);
            trail.add(tx, actor.did("second_step.turned_on", "person", person), now);
            return freshCodes(tx, person);
        });
    }

    /**
     * Other recovery codes instead of those that are left.
     *
     * @throws Problem if the second step is not on
     */
    public List<String> renewRecoveryCodes(String person, Actor actor, Instant now) {
        return database.write(tx -> {
            if (!account(tx, person).secondStep()) {
                throw Problem.of(Problem.Kind.CONFLICT, "The second step is not on.");
            }
            trail.add(tx, actor.did("recovery_codes.renewed", "person", person), now);
            return freshCodes(tx, person);
        });
    }

    /** Turns it off: for the person themselves, or for somebody who has lost device and codes. */
    public void turnOff(String person, Actor actor, Instant now) {
        database.run(tx -> {
            AccountStore.hold(tx, person);
            AccountStore.turnOff(tx, person);
            trail.add(tx, actor.did("second_step.turned_off", "person", person), now);
        });
    }

    private static Offer offer(Person person, String issuer, byte[] secret) {
        String letters = Totp.base32(secret);
        String uri = "otpauth://totp/" + encoded(issuer) + ":" + encoded(person.email()) + "?secret=" + letters
                + "&issuer=" + encoded(issuer);
        return new Offer(letters, uri);
    }

    private List<String> freshCodes(Transaction tx, String person) {
        List<String> codes =
                Stream.generate(secrets::code).limit(RECOVERY_CODES).toList();
        AccountStore.setCodes(tx, person, codes);
        return codes;
    }

    private static AccountStore.Kept account(Transaction tx, String person) {
        AccountStore.hold(tx, person);
        return AccountStore.find(tx, person).orElseThrow(() -> Problem.notFound("There is no such account."));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
