package quire.people;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import quire.core.Digest;
import quire.store.Database;
import quire.store.Row;
import quire.store.Transaction;
import quire.trail.Trail;

/**
 * Who opened what they may not read otherwise, when and why. Ask {@link Permits} first whether they may; show the co-ordinator
 * of the portfolio what is listed here. May be shared between threads.
 */
public final class BreakGlass {

    /** How long it stays open. */
    public static final Duration OPEN = Duration.ofHours(1);

    private static final int LONGEST_REASON = 500;

    /**
     * One time.
     *
     * @param person who did it
     * @param reason in their words
     */
    public record Broken(String id, String person, String portfolio, String reason, Instant opened, Instant ends) {}

    private final Database database;
    private final Trail trail;

    public BreakGlass(Database database) {
        this.database = database;
        this.trail = new Trail(database);
    }

    /**
     * Opens a portfolio for an hour.
     *
     * @throws quire.core.Problem if no reason is given
     */
    public Broken open(String person, String portfolio, String reason, Actor actor, Instant now) {
        Typed typed = new Typed();
        String why = typed.lines("reason", "reason", reason, LONGEST_REASON);
        if (why.isEmpty()) {
            typed.wrong("reason", "empty", "Enter why you have to read this. The co-ordinator will see it.");
        }
        typed.refuse("The portfolio stays closed.");
        Broken broken = new Broken(UUID.randomUUID().toString(), person, portfolio, why, now, now.plus(OPEN));
        database.run(tx -> {
            insert(tx, broken);
            trail.add(
                    tx,
                    actor.did("glass.broken", "portfolio", portfolio)
                            .in(portfolio)
                            .with("reason_digest", Digest.of(why).hex()),
                    now);
        });
        return broken;
    }

    /** Whether somebody has a portfolio open that way now. */
    public boolean isOpen(String person, String portfolio, Instant now) {
        return ofPortfolio(portfolio).stream()
                .anyMatch(broken -> broken.person().equals(person)
                        && !now.isBefore(broken.opened())
                        && now.isBefore(broken.ends()));
    }

    /** Every time that a portfolio was opened that way, the latest first. */
    public List<Broken> ofPortfolio(String portfolio) {
        return database.read(
                tx -> tx.sql("select * from broken_glass where portfolio = :portfolio order by opened_at desc, id")
                        .with("portfolio", portfolio)
                        .list(BreakGlass::read));
    }

    private static void insert(Transaction tx, Broken broken) {
        tx.sql("insert into broken_glass (id, person, portfolio, reason, opened_at, ends_at)"
                        + " values (:id, :person, :portfolio, :reason, :opened, :ends)")
                .with("id", broken.id())
                .with("person", broken.person())
                .with("portfolio", broken.portfolio())
                .with("reason", broken.reason())
                .with("opened", broken.opened())
                .with("ends", broken.ends())
                .run();
    }

    private static Broken read(Row row) {
        return new Broken(
                row.text("id"),
                row.text("person"),
                row.text("portfolio"),
                row.text("reason"),
                row.instant("opened_at"),
                row.instant("ends_at"));
    }
}
