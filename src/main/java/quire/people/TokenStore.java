package quire.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quire.store.Row;
import quire.store.Transaction;

/** The SQL of the tokens of programs. */
final class TokenStore {

    /**
     * A token as its row holds it.
     *
     * @param personEndedOn the last day on which the person has access
     */
    record Kept(
            ProgramToken token,
            @Nullable Instant ended,
            @Nullable LocalDate personEndedOn) {

        boolean isGood(LocalDate today) {
            return ended == null && (personEndedOn == null || !today.isAfter(personEndedOn));
        }
    }

    private static final String SELECT =
            "select t.*, p.ended_on from program_token t join person p on p.id = t.person ";

    private TokenStore() {}

    static void insert(Transaction tx, ProgramToken token) {
        tx.sql("insert into program_token (token, person, name, created_at) values (:token, :person, :name, :created)")
                .with("token", token.id())
                .with("person", token.person())
                .with("name", token.name())
                .with("created", token.created())
                .run();
    }

    static Optional<Kept> find(Transaction tx, String id) {
        return tx.sql(SELECT + "where t.token = :token").with("token", id).find(TokenStore::read);
    }

    /** Those that are not ended, the one made last first. */
    static List<ProgramToken> ofPerson(Transaction tx, String person) {
        return tx
                .sql(SELECT + "where t.person = :person and t.ended_at is null order by t.created_at desc, t.token")
                .with("person", person)
                .list(TokenStore::read)
                .stream()
                .map(Kept::token)
                .toList();
    }

    static void used(Transaction tx, String id, Instant now) {
        tx.sql("update program_token set used_at = :now where token = :token")
                .with("now", now)
                .with("token", id)
                .run();
    }

    /** Whether it was good until now. */
    static boolean end(Transaction tx, String person, String id, Instant now) {
        return tx.sql("update program_token set ended_at = :now"
                                + " where token = :token and person = :person and ended_at is null")
                        .with("now", now)
                        .with("token", id)
                        .with("person", person)
                        .run()
                == 1;
    }

    static void endAll(Transaction tx, String person, Instant now) {
        tx.sql("update program_token set ended_at = :now where person = :person and ended_at is null")
                .with("now", now)
                .with("person", person)
                .run();
    }

    private static Kept read(Row row) {
        return new Kept(
                new ProgramToken(
                        row.text("token"),
                        row.text("person"),
                        row.text("name"),
                        row.instant("created_at"),
                        row.findInstant("used_at").orElse(null)),
                row.findInstant("ended_at").orElse(null),
                row.findText("ended_on").map(LocalDate::parse).orElse(null));
    }
}
