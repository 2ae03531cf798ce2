package quire.portfolio;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import quire.core.Digest;
import quire.people.Actor;
import quire.store.Blobs;
import quire.store.Database;
import quire.store.Transaction;
import quire.trail.Trail;

/**
 * The layouts that people have signed papers in, kept so that a signed paper looks the same when the layouts of the
 * installation have changed. May be shared between threads.
 */
public final class KeptLayouts {

    private final Database database;
    private final Blobs blobs;
    private final Trail trail;
    private final Set<Digest> known = ConcurrentHashMap.newKeySet();

    public KeptLayouts(Database database) {
        this.database = database;
        this.blobs = database.blobs();
        this.trail = new Trail(database);
    }

    /**
     * Keeps a layout; one that is kept stays as it is.
     *
     * @param digest what snapshots call it
     * @param kind of paper
     * @param files the name and the digest of each of its files, in the words of whoever keeps it
     * @param contents of the files
     */
    public void keep(Digest digest, String kind, String files, Map<Digest, byte[]> contents, Instant now) {
        if (known.contains(digest) || find(digest).isPresent()) {
            known.add(digest);
            return;
        }
        contents.forEach((file, bytes) -> blobs.take(new ByteArrayInputStream(bytes), bytes.length));
        database.run(tx -> {
            if (insert(tx, digest, kind, files, now)) {
                trail.add(tx, Actor.SYSTEM.did("layout.kept", "layout", digest.hex()), now);
            }
        });
        known.add(digest);
    }

    /** What {@link #keep} was told of the files of a layout. */
    public Optional<String> find(Digest digest) {
        return database.read(tx -> tx.sql("select files from layout where digest = :digest")
                .with("digest", digest)
                .find(row -> row.text("files")));
    }

    /** The content of one of the files. */
    public byte[] file(Digest digest) {
        return blobs.read(digest);
    }

    private static boolean insert(Transaction tx, Digest digest, String kind, String files, Instant now) {
        return tx.sql("insert into layout (digest, kind, files, kept_at) values (:digest, :kind, :files, :now)"
                                + " on conflict (digest) do nothing")
                        .with("digest", digest)
                        .with("kind", kind)
                        .with("files", files)
                        .with("now", now)
                        .run()
                == 1;
    }
}
