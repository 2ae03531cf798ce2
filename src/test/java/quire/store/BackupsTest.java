package quire.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import quire.core.Digest;
import quire.core.Problem;
import quire.testkit.OnBothDatabases;
import quire.testkit.TestDatabase;

@OnBothDatabases
class BackupsTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final Backups.Watcher NOBODY = (rows, files) -> {};

    @TempDir
    private Path folder;

    private TestDatabase place;
    private Database database;
    private Path file;
    private long rows;

    @BeforeEach
    void fill(TestDatabase place) {
        this.place = place;
        file = folder.resolve("monday.quire");
        database = place.open();
        rows = Sample.fill(database);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void r22_movesARecordToEitherDatabaseAndBackWithNotAByteChanged(TestDatabase.Kind other) throws IOException {
        Backup made = backup(file);
        assertThat(made).isEqualTo(new Backup(NOW, rows, 3, List.of()));
        RecordPlace moved = place.another(other);
        assertThat(Backups.restore(file, moved, NOBODY)).isEqualTo(made);
        Path again = folder.resolve("again.quire");
        Backups.write(moved, again, NOW, NOBODY);
        assertThat(again).hasSameBinaryContentAs(file);
        RecordPlace back = place.another();
        Backups.restore(again, back, NOBODY);
        try (Database restored = Database.open(back)) {
            assertThat(restored.blobs().read(Digest.of("file 2" + "x".repeat(4000))))
                    .hasSize(4006);
            assertThat(restored.<String>read(tx -> tx.sql("select changes from revision where document = 'd1'")
                            .get(row -> row.text("changes"))))
                    .isEqualTo(Sample.WORDS);
            assertThatThrownBy(() -> restored.run(
                            tx -> tx.sql("update revision set base = 7").run()))
                    .rootCause()
                    .hasMessageContaining("never changes");
        }
    }

    @Test
    void isMadeOfARecordThatNobodyWorksOnToo() {
        database.close();
        assertThat(backup(file).rows()).isEqualTo(rows);
        Database.open(place.place()).close();
    }

    @Test
    void r09_isConsistentWhileAWriterWrites() throws Exception {
        database.run(tx -> tx.sql("create table pairs (number integer, half integer, file text)")
                .run());
        AtomicBoolean enough = new AtomicBoolean();
        Thread writer = new Thread(() -> {
            for (int i = 0; !enough.get(); i++) {
                pair(i);
            }
        });
        writer.start();
        List<Path> backups = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            backups.add(folder.resolve("load" + i + ".quire"));
            backup(backups.get(i));
        }
        enough.set(true);
        writer.join();
        for (Path each : backups) {
            assertHoldsWholePairs(each);
        }
    }

    /** What is saved between any two steps of a backup is in it with all that belongs to it, or not at all. */
    @Test
    void r09_holdsTheFilesOfEveryRowHoweverLateTheyCame() {
        database.run(tx -> tx.sql("create table pairs (number integer, half integer, file text)")
                .run());
        pair(0);
        int[] number = new int[1];
        Backup made = Backups.write(place.place(), file, NOW, (rows, files) -> pair(++number[0]));
        assertThat(number[0]).isPositive();
        assertThat(made.files()).isEqualTo(4);
        assertHoldsWholePairs(file);
    }

    private void pair(int number) {
        Digest attached = Sample.take(database, "pair " + number, 0);
        database.run(tx -> {
            for (int half = 0; half < 2; half++) {
                tx.sql("insert into pairs values (:number, :half, :file)")
                        .with("number", number)
                        .with("half", half)
                        .with("file", attached)
                        .run();
            }
        });
    }

    /** Read as it lies: a table that no step makes cannot be restored. */
    private static void assertHoldsWholePairs(Path backup) {
        try (BackupFile opened = BackupFile.open(backup)) {
            List<Digest> files = new ArrayList<>();
            opened.eachFile(blob -> files.add(blob.digest()));
            Manifest.Part pairs = opened.manifest().tables().stream()
                    .filter(part -> part.name().equals("pairs"))
                    .findFirst()
                    .orElseThrow();
            assertThat(pairs.rows()).isEven();
            List<String> halves = new ArrayList<>();
            opened.eachRow(pairs, line -> {
                List<?> values = TableLines.values(line, 3);
                assertThat(files).contains(new Digest((String) values.get(2)));
                halves.add(values.get(0) + "/" + values.get(1));
            });
            for (int i = 0; i < halves.size() / 2; i++) {
                assertThat(halves.subList(2 * i, 2 * i + 2)).containsExactly(i + "/0", i + "/1");
            }
        }
    }

    @Test
    void theirPlaceKnowsThemAndHowATrialEnded() {
        assertThat(Backups.last(database)).isEmpty();
        Backup made = backup(file);
        Backups.noteMade(place.place(), file);
        assertThat(Backups.last(database)).hasValueSatisfying(last -> {
            assertThat(last.madeAt()).isEqualTo(NOW);
            assertThat(last.bytes()).isEqualTo(file.toFile().length());
            assertThat(last.rows()).isEqualTo(made.rows());
            assertThat(last.files()).isEqualTo(3);
            assertThat(last.checkedAt()).isNull();
        });
        assertThat(Backups.lastProven(database)).isEmpty();
        assertThat(Backups.noteTried(place.place(), file, NOW.plusSeconds(9), "Entry 2 was changed."))
                .isTrue();
        assertThat(Backups.lastProven(database)).isEmpty();
        assertThat(Backups.noteTried(place.place(), file, NOW.plusSeconds(10), null))
                .isTrue();
        assertThat(Backups.lastProven(database))
                .hasValueSatisfying(last -> assertThat(last.checkedAt()).isEqualTo(NOW.plusSeconds(10)));
        RecordPlace other = place.another();
        restore(other);
        assertThat(Backups.noteTried(other, file, NOW, null)).isFalse();
        assertThat(backup(folder.resolve("second.quire")).rows())
                .as("notes are no part of the record")
                .isEqualTo(made.rows());
    }

    /** A note is written beside the server that works in the place, whose half-taken files it leaves alone. */
    @Test
    void aNoteDisturbsNobodyWhoIsTakingAFileIn() throws IOException {
        backup(file);
        try (InputStream slow = new ByteArrayInputStream(new byte[] {1, 2, 3}) {
            @Override
            public synchronized int read(byte[] bytes, int offset, int length) {
                Backups.noteMade(place.place(), file);
                return super.read(bytes, offset, length);
            }
        }) {
            assertThat(database.blobs().has(database.blobs().take(slow, 9).digest()))
                    .isTrue();
        }
        assertThat(Backups.last(database)).isPresent();
    }

    @Test
    void tellsHowFarItIs() {
        List<Long> seen = new ArrayList<>();
        Backups.write(place.place(), file, NOW, (rows, files) -> seen.add(files));
        assertThat(seen).containsExactly(0L, 1L, 2L, 3L);
        seen.clear();
        Backups.restore(file, place.another(), (rows, files) -> seen.add(rows));
        assertThat(seen).contains(rows).isSorted();
    }

    @Test
    void nobodyButItsOwnerMayReadIt() throws IOException {
        backup(file);
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void tellsWhichFilesWereLostBefore() throws IOException {
        Digest lost = Digest.of("file 1" + "x".repeat(1000));
        spoil(lost);
        Backup made = backup(file);
        assertThat(made.lost()).containsExactly(lost);
        assertThat(made.files()).isEqualTo(2);
        assertThat(Backups.restore(file, place.another(), NOBODY).lost()).containsExactly(lost);
    }

    @Test
    void refusesAFileThatIsThere() throws IOException {
        Files.writeString(file, "precious");
        assertRefused("exists already", () -> backup(file));
        assertThat(file).hasContent("precious");
        assertOnly(file);
    }

    @Test
    void refusesAFolderThatIsNotThere() {
        assertRefused("the folder it should stand in is missing", () -> backup(folder.resolve("no/such.quire")));
    }

    @Test
    void refusesToBackUpWhatIsNoRecord() throws IOException {
        RecordPlace empty = place.another();
        assertRefused("holds no record", () -> Backups.write(empty, file, NOW, NOBODY));
        assertOnly();
    }

    @Test
    void refusesToRestoreOverAnything() throws IOException {
        backup(file);
        assertRefused(place.isOnServer() ? "is not empty" : "in use", () -> restore(place.place()));
        database.close();
        assertRefused("is not empty", () -> restore(place.place()));
        assertThat(Database.toRead(place.place())
                        .<Long>read(tx ->
                                tx.sql("select count(*) as n from document").get(row -> row.number("n"))))
                .isEqualTo(3);
    }

    @Test
    void refusesWhatIsNoBackup() throws IOException {
        RecordPlace empty = place.another();
        assertRefused("does not exist", () -> restore(empty));
        Files.writeString(file, "words");
        assertRefused("is not a backup of Quire", () -> restore(empty));
        Files.delete(file);
        backup(file);
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 10));
        assertRefused("is not a backup of Quire, or not a whole one", () -> restore(empty));
        Files.write(file, bytes);
        restore(empty);
    }

    @Test
    void aFlippedBitIsRefusedOrChangesNothing() throws IOException {
        backup(file);
        byte[] good = Files.readAllBytes(file);
        Random random = new Random(7);
        RecordPlace empty = place.another();
        int refused = 0;
        for (int i = 0; i < 16; i++) {
            byte[] bad = good.clone();
            bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, bad);
            try {
                restore(empty);
                assertSameAs(good, empty);
                empty = place.another();
            } catch (Problem e) {
                assertThat(e).hasMessageContaining("nothing was restored");
                refused++;
            }
        }
        // Some bits of the file stand for nothing, such as the time at which an entry was packed.
        assertThat(refused).isGreaterThan(3);
        Files.write(file, good);
        restore(empty);
        assertSameAs(good, empty);
    }

    private void assertSameAs(byte[] good, RecordPlace restored) throws IOException {
        Path again = folder.resolve("again.quire");
        Backups.write(restored, again, NOW, NOBODY);
        assertThat(again).hasBinaryContent(good);
        Files.delete(again);
    }

    @Test
    void r17_refusesABackupOfANewerVersion() throws IOException {
        backup(file);
        Sample.rewrite(file, Manifest.NAME, text -> text.replaceFirst("\"step\":\"[0-9.]+\"", "\"step\":\"999\""));
        RecordPlace empty = place.another();
        assertRefused("was made by a newer version of Quire (step 999), so nothing was restored", () -> restore(empty));
    }

    @Test
    void refusesTablesAndColumnsThatItDoesNotKnow() throws IOException {
        backup(file);
        byte[] good = Files.readAllBytes(file);
        RecordPlace empty = place.another();
        for (String word : List.of("\"table\":\"document\"", "\"answers\"")) {
            Files.write(file, good);
            Sample.rewrite(
                    file,
                    Manifest.NAME,
                    text -> text.replace(word, word.substring(0, word.length() - 1) + "; drop table document\""));
            assertRefused("nothing was restored", () -> restore(empty));
        }
    }

    @Test
    void anEndInTheMiddleLeavesThePlaceEmpty() {
        backup(file);
        RecordPlace empty = place.another();
        assertThatThrownBy(() -> Backups.restore(file, empty, (rows, files) -> {
                    if (files == 2) {
                        throw new IllegalStateException("stop");
                    }
                }))
                .hasMessage("stop");
        restore(empty);
    }

    private Backup backup(Path to) {
        return Backups.write(place.place(), to, NOW, NOBODY);
    }

    private void restore(RecordPlace into) {
        Backups.restore(file, into, NOBODY);
    }

    private void spoil(Digest digest) throws IOException {
        if (place.isOnServer()) {
            database.run(tx -> tx.sql("update blob_part set content = :other where digest = :digest")
                    .with("other", new byte[] {1})
                    .with("digest", digest)
                    .run());
        } else {
            String hex = digest.hex();
            Files.writeString(
                    place.folder().resolve("files").resolve(hex.substring(0, 2)).resolve(hex), "?");
        }
    }

    private void assertOnly(Path... files) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            assertThat(all.toList()).containsExactlyInAnyOrder(files);
        }
    }

    private static void assertRefused(String words, org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        assertThat(catchThrowableOfType(Problem.class, work)).isNotNull().hasMessageContaining(words);
    }
}
