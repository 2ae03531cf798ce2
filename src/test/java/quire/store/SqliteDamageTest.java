package quire.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import quire.core.Problem;

/** one bit of the database file is not what it was. */
class SqliteDamageTest {

    private static final int PAGE = 4096;

    /** The kinds of pages in the file, as the first byte of each tells them. */
    enum Kind {
        INNER_INDEX(2),
        INNER_TABLE(5),
        LEAF_INDEX(10),
        LEAF_TABLE(13);

        private final int mark;

        Kind(int mark) {
            this.mark = mark;
        }
    }

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void fill() {
        file = folder.resolve("quire.db");
        try (Database database = Database.open(folder)) {
            database.run(tx -> {
                tx.sql("create table filler (id text primary key, words text)").run();
                for (int i = 0; i < 3000; i++) {
                    tx.sql("insert into filler values (:id, :words)")
                            .with("id", "id-" + i + "-" + "x".repeat(60))
                            .with("words", "words ".repeat(i % 100 == 0 ? 2000 : 20))
                            .run();
                }
            });
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void r06_isReportedAtTheStartOnEveryKindOfPage(Kind kind) throws IOException {
        long page = page(kind);
        // The count of the page's cells, low byte.
        flip(page * PAGE + 4);
        Problem problem = catchThrowableOfType(Problem.class, () -> Database.open(folder));
        assertThat(problem)
                .hasMessageContaining("is damaged")
                .hasMessageContaining(
                        "Restore it from a backup: move the data folder away, then run quire restore FILE");
    }

    @Test
    void r06_aDamagedHeadIsNoDatabase() throws IOException {
        flip(3);
        assertThat(catchThrowableOfType(Problem.class, () -> Database.open(folder)))
                .hasMessageContaining("is not a database");
    }

    @Test
    void r06_damageThatIsFoundWhileRunningStopsTheWritingAndNotTheReading() throws IOException {
        try (Database database = Database.open(folder)) {
            assertThat(database.check()).isEmpty();
            flip(page(Kind.LEAF_INDEX) * PAGE + 4);
            assertThat(database.check()).isPresent();
            assertThatThrownBy(() ->
                            database.run(tx -> tx.sql("delete from filler").run()))
                    .isInstanceOfSatisfying(
                            Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.UNAVAILABLE))
                    .hasMessageContaining("The database is damaged and nothing was changed")
                    .hasMessageContaining("run quire restore FILE with the last good backup");
            assertThat(database.<Long>read(tx ->
                            tx.sql("select count(*) as n from form_version").get(row -> row.number("n"))))
                    .isZero();
        }
    }

    @Test
    void r06_ofADamagedRecordNoBackupIsMade() throws IOException {
        flip(page(Kind.LEAF_INDEX) * PAGE + 4);
        Path backup = folder.resolve("backup.quire");
        assertThatThrownBy(() ->
                        Backups.write(new RecordFolder(folder), backup, java.time.Instant.EPOCH, (rows, files) -> {}))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("is damaged");
        assertThat(backup).doesNotExist();
    }

    private long page(Kind kind) throws IOException {
        return Objects.requireNonNull(pages().get(kind));
    }

    /** The last page of each kind: the first ones hold the schema. */
    private Map<Kind, Long> pages() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Map<Kind, Long> pages = new TreeMap<>();
        for (int page = 1; page < bytes.length / PAGE; page++) {
            for (Kind kind : Kind.values()) {
                if (bytes[page * PAGE] == kind.mark && bytes[page * PAGE + 1] == 0) {
                    pages.put(kind, (long) page);
                }
            }
        }
        assertThat(pages).containsOnlyKeys(Kind.values());
        return pages;
    }

    private void flip(long place) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(place);
            int before = bytes.read();
            bytes.seek(place);
            bytes.write(before ^ 1);
        }
    }
}
