package quire.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import quire.core.Digest;
import quire.testkit.Child;
import quire.testkit.OnBothDatabases;
import quire.testkit.TestDatabase;

/** A process that is killed in the middle of its work has lost nothing that it had called saved. */
@OnBothDatabases
class KilledWriterTest {

    private static final int KILLED = 137;

    private TestDatabase place;

    @BeforeEach
    void open(TestDatabase place) {
        this.place = place;
        try (Database database = place.open()) {
            database.run(tx ->
                    tx.sql("create table pairs (number integer, half integer)").run());
        }
    }

    @RepeatedTest(3)
    void r01_losesNothingAcknowledged(RepetitionInfo round) throws Exception {
        int wanted = 40 * round.getCurrentRepetition();
        Child child = Child.start(Writer.class, TestDatabase.told(place.place()), "none");
        long acknowledged = child.killAfter(lines -> lines.size() >= wanted).stream()
                .filter(line -> line.startsWith("saved") && line.endsWith("."))
                .count();
        assertWhole(acknowledged);
    }

    /** Where the process ends by itself, at once and without a word, as if it were killed there. */
    enum Point {
        WHILE_A_FILE_COMES_IN,
        BETWEEN_FILE_AND_ROW,
        BEFORE_THE_COMMIT,
        AFTER_THE_COMMIT
    }

    @ParameterizedTest
    @EnumSource(Point.class)
    void r02_hasNoRowWithoutItsFile(Point point) throws Exception {
        Child child = Child.start(Writer.class, TestDatabase.told(place.place()), point);
        long acknowledged = child.expectExit(KILLED).stream()
                .filter(line -> line.startsWith("saved"))
                .count();
        assertThat(acknowledged).isEqualTo(3);
        assertWhole(acknowledged);
    }

    private void assertWhole(long acknowledged) throws IOException {
        try (Database database = place.open()) {
            List<Long> kept = database.read(tx ->
                    tx.sql("select number from pairs order by number, half").list(row -> row.number("number")));
            assertThat(kept.size()).as("both halves of every pair, or neither").isEven();
            assertThat((long) kept.size() / 2).isGreaterThanOrEqualTo(acknowledged);
            for (int i = 0; i < kept.size(); i++) {
                assertThat(kept.get(i)).isEqualTo(i / 2);
                assertThat(database.blobs().read(Digest.of("file " + i / 2))).isNotEmpty();
            }
            assertThat(database.check()).isEmpty();
            // What was half taken in was promised to nobody.
            if (!place.isOnServer()) {
                assertThat(place.folder().resolve("files/incoming")).isEmptyDirectory();
            }
        }
    }

    /** The child: commits pairs and files until it is killed, and says so after each. */
    static final class Writer {

        private final Database database;
        private final String end;

        private Writer(Database database, String end) {
            this.database = database;
            this.end = end;
        }

        public static void main(String[] arguments) {
            Writer writer = new Writer(Database.open(TestDatabase.place(arguments[0])), arguments[1]);
            for (int i = 0; ; i++) {
                writer.write(i);
                System.out.println("saved " + i + ".");
                System.out.flush();
            }
        }

        private void write(int number) {
            byte[] file = ("file " + number).getBytes(StandardCharsets.UTF_8);
            database.blobs().take(new Halting(file, number), 100);
            end(Point.BETWEEN_FILE_AND_ROW, number);
            database.run(tx -> {
                for (int half = 0; half < 2; half++) {
                    tx.sql("insert into pairs values (:number, :half)")
                            .with("number", number)
                            .with("half", half)
                            .run();
                }
                end(Point.BEFORE_THE_COMMIT, number);
            });
            end(Point.AFTER_THE_COMMIT, number);
        }

        private void end(Point here, int number) {
            if (number == 3 && end.equals(here.name())) {
                Runtime.getRuntime().halt(KILLED);
            }
        }

        /** A file that comes byte by byte. */
        private final class Halting extends InputStream {

            private final ByteArrayInputStream content;
            private final int number;

            private Halting(byte[] content, int number) {
                this.content = new ByteArrayInputStream(content);
                this.number = number;
            }

            @Override
            public int read() {
                end(Point.WHILE_A_FILE_COMES_IN, number);
                return content.read();
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                end(Point.WHILE_A_FILE_COMES_IN, number);
                return content.read(bytes, offset, length);
            }
        }
    }
}
