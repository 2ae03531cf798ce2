package quire.portfolio;

import java.time.Instant;
import java.util.Optional;
import quire.core.Finding;
import quire.core.Place;
import quire.core.Problem;
import quire.people.Actor;
import quire.programme.Programme;
import quire.programme.Programmes;
import quire.store.Database;
import quire.store.Transaction;
import quire.trail.Trail;

/**
 * With which version of a programme the new people of an employer begin: the newest, unless somebody has said otherwise. Whoever
 * has begun keeps theirs. May be shared between threads.
 */
public final class CohortVersions {

    private final Database database;
    private final Programmes programmes;
    private final Trail trail;

    CohortVersions(Database database, Programmes programmes) {
        this.database = database;
        this.programmes = programmes;
        this.trail = new Trail(database);
    }

    /**
     * The version that somebody new begins with.
     *
     * @param organisation the id of the employer
     * @throws Problem if there is no such programme
     */
    public Programme of(String organisation, String programme) {
        return database.read(tx -> version(tx, organisation, programme))
                .flatMap(version -> programmes.find(programme, version))
                .orElseGet(() -> programmes.get(programme));
    }

    /**
     * Decides with which version new people begin from now on; said twice, it is decided once.
     *
     * @throws Problem if there is no such version
     */
    public void follow(String organisation, String programme, int version, Actor actor, Instant now) {
        if (programmes.find(programme, version).isEmpty()) {
            throw Problem.badInput(
                    Finding.error("version", "Choose one of the versions of the programme", Place.atPath("version")));
        }
        database.run(tx -> {
            tx.hold("cohort", organisation);
            if (version(tx, organisation, programme)
                    .filter(known -> known == version)
                    .isPresent()) {
                return;
            }
            tx.sql("insert into cohort_programme (organisation, programme, version) values (:organisation, :programme,"
                            + " :version) on conflict (organisation, programme) do update set version = :version")
                    .with("organisation", organisation)
                    .with("programme", programme)
                    .with("version", version)
                    .run();
            trail.add(
                    tx,
                    actor.did("cohort.follows", "organisation", organisation)
                            .with("programme", programme)
                            .with("version", version),
                    now);
        });
    }

    private static Optional<Integer> version(Transaction tx, String organisation, String programme) {
        return tx.sql(
                        "select version from cohort_programme where organisation = :organisation and programme = :programme")
                .with("organisation", organisation)
                .with("programme", programme)
                .find(row -> row.count("version"));
    }
}
