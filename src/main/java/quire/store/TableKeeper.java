package quire.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import quire.core.Digest;

/** Files in tables of the database, in portions, so that several nodes see the same ones. */
final class TableKeeper implements Keeper {

    private static final int PORTION = 512 * 1024;

    private final Database database;

    TableKeeper(Database database) {
        this.database = database;
    }

    @Override
    public Intake intake() throws IOException {
        return Intake.passing();
    }

    @Override
    public Scratch scratch() throws IOException {
        return Scratch.passing();
    }

    @Override
    public void keep(Intake intake, Blob blob) {
        database.run(tx -> {
            while (!insert(tx, blob)) {
                if (makeYoung(tx, blob.digest())) {
                    return;
                }
            }
            for (long number = 0; number < portions(blob.size()); number++) {
                insert(tx, blob, number, portion(intake, blob.size(), number));
            }
        });
    }

    @Override
    public boolean has(Digest digest) {
        return size(digest).isPresent();
    }

    /** Every portion is asked for on its own, so that a slow reader holds no connection. */
    @Override
    public Optional<InputStream> open(Digest digest) {
        return size(digest).map(size -> {
            Iterator<InputStream> portions = LongStream.range(0, portions(size))
                    .mapToObj(number -> portion(digest, number))
                    .iterator();
            return new SequenceInputStream(enumeration(portions));
        });
    }

    @Override
    public void each(Consumer<Kept> shown) {
        database.read(tx -> {
            tx.sql("select digest, size, kept_at from blob order by digest"
                            + tx.dialect().byBytes())
                    .each(row -> shown.accept(
                            new Kept(new Blob(row.digest("digest"), row.number("size")), row.instant("kept_at"))));
            return true;
        });
    }

    @Override
    public boolean forget(Digest digest, Instant keptBefore) {
        return database.write(tx -> tx.sql("delete from blob where digest = :digest and kept_at < :before")
                        .with("digest", digest)
                        .with("before", keptBefore)
                        .run()
                > 0);
    }

    private Optional<Long> size(Digest digest) {
        return database.read(tx -> tx.sql("select size from blob where digest = :digest")
                .with("digest", digest)
                .find(row -> row.number("size")));
    }

    private InputStream portion(Digest digest, long number) {
        byte[] content =
                database.read(tx -> tx.sql("select content from blob_part where digest = :digest and number = :number")
                        .with("digest", digest)
                        .with("number", number)
                        .get(row -> row.bytes("content")));
        return new ByteArrayInputStream(content);
    }

    /** Whether the file is new here. */
    private static boolean insert(Transaction tx, Blob blob) {
        return tx.sql("insert into blob (digest, size) values (:digest, :size) on conflict (digest) do nothing")
                        .with("digest", blob.digest())
                        .with("size", blob.size())
                        .run()
                > 0;
    }

    /** Whether the file was still there. */
    private static boolean makeYoung(Transaction tx, Digest digest) {
        return tx.sql("update blob set kept_at = default where digest = :digest")
                        .with("digest", digest)
                        .run()
                > 0;
    }

    private static void insert(Transaction tx, Blob blob, long number, byte[] content) {
        tx.sql("insert into blob_part (digest, number, content) values (:digest, :number, :content)")
                .with("digest", blob.digest())
                .with("number", number)
                .with("content", content)
                .run();
    }

    private static byte[] portion(Intake intake, long size, long number) {
        try {
            long from = number * PORTION;
            return intake.portion(from, Math.toIntExact(Math.min(PORTION, size - from)));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read what was taken in", e);
        }
    }

    private static long portions(long size) {
        return (size + PORTION - 1) / PORTION;
    }

    // A SequenceInputStream asks for one.
    @SuppressWarnings("JdkObsolete")
    private static Enumeration<InputStream> enumeration(Iterator<InputStream> portions) {
        return new Enumeration<>() {
            @Override
            public boolean hasMoreElements() {
                return portions.hasNext();
            }

            @Override
            public InputStream nextElement() {
                return portions.next();
            }
        };
    }
}
