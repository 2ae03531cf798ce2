package quire.redaction;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import quire.store.Database;
import quire.store.Transaction;

/** The key between the codes of coded bundles and the portfolios behind them. May be shared between threads. */
final class Codes {

    /** Letters that nobody takes for another one, or for a number, and that make no words. */
    private static final String LETTERS = "BCDFGHJKLMNPQRTVWX";

    private static final int DIGITS = 1_000;

    private final Database database;
    private final SecureRandom random = new SecureRandom();

    Codes(Database database) {
        this.database = database;
    }

    /** The code of a portfolio; empty until one was given. */
    Optional<String> find(String portfolio) {
        return database.read(tx -> find(tx, portfolio));
    }

    /** The code of a portfolio, which keeps it for ever. It tells nothing about the portfolio. */
    String give(String portfolio, Instant now) {
        return find(portfolio)
                .orElseGet(() -> database.write(tx -> {
                    tx.hold("bundle_code", "all");
                    return find(tx, portfolio).orElseGet(() -> insert(tx, portfolio, now));
                }));
    }

    private String insert(Transaction tx, String portfolio, Instant now) {
        String code = random();
        while (isTaken(tx, code)) {
            code = random();
        }
        tx.sql("insert into bundle_code (portfolio, code, given_at) values (:portfolio, :code, :now)")
                .with("portfolio", portfolio)
                .with("code", code)
                .with("now", now)
                .run();
        return code;
    }

    private static Optional<String> find(Transaction tx, String portfolio) {
        return tx.sql("select code from bundle_code where portfolio = :portfolio")
                .with("portfolio", portfolio)
                .find(row -> row.text("code"));
    }

    private static boolean isTaken(Transaction tx, String code) {
        return tx.sql("select portfolio from bundle_code where code = :code")
                .with("code", code)
                .find(row -> row.text("portfolio"))
                .isPresent();
    }

    /** Such as K4-207. */
    private String random() {
        return LETTERS.charAt(random.nextInt(LETTERS.length()))
                + String.format("%d-%03d", random.nextInt(10), random.nextInt(DIGITS));
    }
}
