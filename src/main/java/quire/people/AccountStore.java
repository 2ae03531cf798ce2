package quire.people;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quire.store.Transaction;

/** The SQL of how people prove who they are. */
final class AccountStore {

    /**
     * An account as its row holds it.
     *
     * @param password the hash; null until one was chosen
     * @param secret of the second step, in hexadecimal; null for none
     * @param secondStep whether the secret counts already
     * @param lastStep of the last code that was used
     */
    record Kept(
            String person,
            @Nullable String password,
            @Nullable String secret,
            boolean secondStep,
            long lastStep) {}

    private AccountStore() {}

    /** Makes whoever else changes how this person proves who they are wait until the work ends; the row may not be there yet. */
    static void hold(Transaction tx, String person) {
        tx.hold("account of", person);
    }

    static Optional<Kept> find(Transaction tx, String person) {
        return tx.sql("select * from account where person = :person")
                .with("person", person)
                .find(row -> new Kept(
                        row.text("person"),
                        row.findText("password").orElse(null),
                        row.findText("totp_secret").orElse(null),
                        row.flag("totp_on"),
                        row.number("totp_step")));
    }

    static void setPassword(Transaction tx, String person, String hash, Instant now) {
        tx.sql("insert into account (person, password, password_set_at, totp_on, totp_step)"
                        + " values (:person, :hash, :now, 0, 0)"
                        + " on conflict (person) do update set password = :hash, password_set_at = :now")
                .with("person", person)
                .with("hash", hash)
                .with("now", now)
                .run();
    }

    /** The same password at another cost; false if it was changed meanwhile. */
    static boolean rehash(Transaction tx, String person, String before, String after) {
        return tx.sql("update account set password = :after where person = :person and password = :before")
                        .with("after", after)
                        .with("person", person)
                        .with("before", before)
                        .run()
                == 1;
    }

    /** Everybody who has chosen a password. */
    static Set<String> opened(Transaction tx) {
        return Set.copyOf(
                tx.sql("select person from account where password is not null").list(row -> row.text("person")));
    }

    /** A secret that does not count yet. */
    static void prepareSecret(Transaction tx, String person, String secret) {
        tx.sql("update account set totp_secret = :secret, totp_on = 0, totp_step = 0 where person = :person")
                .with("secret", secret)
                .with("person", person)
                .run();
    }

    static void turnOn(Transaction tx, String person) {
        tx.sql("update account set totp_on = 1 where person = :person")
                .with("person", person)
                .run();
    }

    static void turnOff(Transaction tx, String person) {
        tx.sql("update account set totp_secret = null, totp_on = 0, totp_step = 0 where person = :person")
                .with("person", person)
                .run();
        forgetCodes(tx, person);
    }

    /** Whether the step was still unused; it and all before it are used now. */
    static boolean useStep(Transaction tx, String person, long step) {
        return tx.sql("update account set totp_step = :step where person = :person and totp_step < :step")
                        .with("step", step)
                        .with("person", person)
                        .run()
                == 1;
    }

    static void setCodes(Transaction tx, String person, List<String> codes) {
        forgetCodes(tx, person);
        for (String code : codes) {
            tx.sql("insert into recovery_code (code, person) values (:code, :person)")
                    .with("code", Secrets.keptCode(code))
                    .with("person", person)
                    .run();
        }
    }

    /** Whether the code was theirs and unused; it is not any more. */
    static boolean useCode(Transaction tx, String person, String code, Instant now) {
        return tx.sql("update recovery_code set used_at = :now"
                                + " where person = :person and code = :code and used_at is null")
                        .with("now", now)
                        .with("person", person)
                        .with("code", Secrets.keptCode(code))
                        .run()
                == 1;
    }

    static int codesLeft(Transaction tx, String person) {
        return tx.sql("select count(*) as codes from recovery_code where person = :person and used_at is null")
                .with("person", person)
                .get(row -> row.count("codes"));
    }

    private static void forgetCodes(Transaction tx, String person) {
        tx.sql("delete from recovery_code where person = :person")
                .with("person", person)
                .run();
    }
}
