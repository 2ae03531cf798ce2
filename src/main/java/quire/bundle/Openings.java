package quire.bundle;

import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import quire.people.Actor;
import quire.store.Database;
import quire.trail.Entry;
import quire.trail.Sought;
import quire.trail.Trail;

/** Hands out the files of bundles, and notes to whom. May be shared between threads. */
final class Openings {

    private static final String OPENED = "bundle.opened";

    /** Programs that show a file ask for its portions one after the other while somebody turns pages. */
    private static final Duration ONE_READING = Duration.ofHours(1);

    private final Database database;
    private final Trail trail;

    Openings(Database database) {
        this.database = database;
        this.trail = new Trail(database);
    }

    InputStream open(Bundle bundle, Actor actor, Instant now) {
        InputStream file = database.blobs().open(bundle.digest());
        note(bundle, actor, now);
        return file;
    }

    InputStream openAt(Bundle bundle, long start, Actor actor, Instant now) {
        InputStream file = database.blobs().openAt(bundle.digest(), start);
        noteReading(bundle, actor, now);
        return file;
    }

    void note(Bundle bundle, Actor actor, Instant now) {
        database.run(tx -> trail.add(tx, opened(bundle, actor), now));
    }

    /** Whoever goes from page to page reads once. */
    void noteReading(Bundle bundle, Actor actor, Instant now) {
        if (!hasOpened(bundle, actor, now)) {
            note(bundle, actor, now);
        }
    }

    private boolean hasOpened(Bundle bundle, Actor actor, Instant now) {
        Sought openings =
                Sought.ALL.subject("bundle", bundle.id()).actor(actor.person()).action(OPENED);
        return trail.list(openings, Trail.NEWEST, 1).stream()
                .anyMatch(last -> last.at().isAfter(now.minus(ONE_READING)));
    }

    private static Entry opened(Bundle bundle, Actor actor) {
        return actor.did(OPENED, "bundle", bundle.id()).in(bundle.portfolio());
    }
}
