package quire.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import quire.core.Digest;

/** Rows that are hard to carry. */
final class Sample {

    /** How many rows a document makes, without its form. */
    static final int ROWS = 4;

    static final String WORDS = "{\"plan\":\"Siân Wójcik 🙂 said “no”\\n\\tand\\u0000 'left'\u2028; -- drop\"}";
    private static final Digest FORM = Digest.of("form");

    private Sample() {}

    /** How many rows a record holds, those that its steps have put there among them. */
    static long rowsOf(Database database) {
        return database.read(tx -> Table.all(tx).stream()
                .mapToLong(table -> tx.sql("select count(*) as n from " + Table.quoted(table.name()))
                        .get(row -> row.number("n")))
                .sum());
    }

    /**
     * Three documents, each with a file of its own, and a file that no row names.
     *
     * @return how many rows the record holds then
     */
    static long fill(Database database) {
        long before = rowsOf(database);
        for (int i = 0; i < 3; i++) {
            document(database, "d" + i, take(database, "file " + i, 1000 * i * i));
        }
        take(database, "orphan", 10);
        return before + 3 * ROWS + 1;
    }

    /**
     * Takes a file in.
     *
     * @param more how many letters come behind the words
     */
    static Digest take(Database database, String words, int more) {
        byte[] content = (words + "x".repeat(more)).getBytes(StandardCharsets.UTF_8);
        return database.blobs()
                .take(new ByteArrayInputStream(content), content.length)
                .digest();
    }

    static void document(Database database, String id, Digest attached) {
        Instant at = Instant.parse("2026-03-14T09:30:00.120Z");
        database.run(tx -> {
            tx.sql("insert into form_version values (:digest, 'visit', 1, '{}', :at) on conflict do nothing")
                    .with("digest", FORM)
                    .with("at", at)
                    .run();
            tx.sql("insert into document (id, form, form_digest, number, created_at, changed_at, revision, answers)"
                            + " values (:id, 'visit', :digest, 1, :at, :at, 1, :answers)")
                    .with("id", id)
                    .with("digest", FORM)
                    .with("at", at)
                    .with("answers", "{\"file\":{\"sha256\":\"" + attached + "\"}}")
                    .run();
            tx.sql("insert into revision (document, number, base, section, changes, answers_digest, saved_at)"
                            + " values (:id, 1, 0, null, :words, :digest, :at)")
                    .with("id", id)
                    .with("words", WORDS)
                    .with("digest", FORM)
                    .with("at", at)
                    .run();
            for (String section : List.of("Zulu", "alpha")) {
                tx.sql("insert into section_state values (:id, :section, 'COMPLETED', :at)")
                        .with("id", id)
                        .with("section", section)
                        .with("at", at)
                        .run();
            }
        });
    }

    /** Changes the text of one entry of a zip file. */
    static void rewrite(Path zip, String entry, UnaryOperator<String> change) throws IOException {
        ByteArrayOutputStream changed = new ByteArrayOutputStream();
        try (ZipFile old = new ZipFile(zip.toFile());
                ZipOutputStream out = new ZipOutputStream(changed)) {
            for (ZipEntry each : Collections.list(old.entries())) {
                byte[] content = old.getInputStream(each).readAllBytes();
                out.putNextEntry(new ZipEntry(each.getName()));
                out.write(
                        each.getName().equals(entry)
                                ? change.apply(new String(content, StandardCharsets.UTF_8))
                                        .getBytes(StandardCharsets.UTF_8)
                                : content);
                out.closeEntry();
            }
        }
        Files.write(zip, changed.toByteArray());
    }
}
