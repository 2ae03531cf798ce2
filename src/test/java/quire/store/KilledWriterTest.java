package quire.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.io.TempDir;
import quire.core.Digest;

/** A process that is killed in the middle of its work has lost nothing that it had called saved. */
class KilledWriterTest {

    @TempDir
    Path folder;

    @RepeatedTest(4)
    void losesNothingAcknowledged(RepetitionInfo round) throws Exception {
        Database.open(folder).close();
        int acknowledged = runAndKillAfter(40 * round.getCurrentRepetition());
        try (Database database = Database.open(folder)) {
            List<Long> kept = database.read(tx ->
                    tx.sql("select number from pairs order by number, half").list(row -> row.number("number")));
            assertThat(kept.size()).as("both halves of every pair, or neither").isEven();
            assertThat(kept.size() / 2).isGreaterThanOrEqualTo(acknowledged);
            for (int i = 0; i < kept.size(); i++) {
                assertThat(kept.get(i)).isEqualTo(i / 2);
            }
            for (int i = 0; i < acknowledged; i++) {
                assertThat(database.blobs().read(Digest.of("file " + i))).isNotEmpty();
            }
        }
    }

    private int runAndKillAfter(int lines) throws Exception {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> acknowledged = new ArrayList<>();
        try (BufferedReader out = child.inputReader(StandardCharsets.UTF_8)) {
            while (acknowledged.size() < lines) {
                acknowledged.add(out.readLine());
            }
            // Through its handle: the process object would close the pipe and what the child still said with it.
            assertThat(child.toHandle().destroyForcibly()).isTrue();
            for (String line = out.readLine(); line != null && line.endsWith("."); line = out.readLine()) {
                acknowledged.add(line);
            }
        }
        assertThat(child.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(acknowledged).doesNotContainNull();
        return acknowledged.size();
    }

    /** The child: commits pairs and files until it is killed, and says so after each. */
    static final class Writer {

        public static void main(String[] arguments) {
            Database database = Database.open(Path.of(arguments[0]));
            database.run(tx ->
                    tx.sql("create table pairs (number integer, half integer)").run());
            for (int i = 0; ; i++) {
                write(database, i);
                System.out.println("saved " + i + ".");
                System.out.flush();
            }
        }

        private static void write(Database database, int number) {
            byte[] file = ("file " + number).getBytes(StandardCharsets.UTF_8);
            database.blobs().take(new ByteArrayInputStream(file), 100);
            database.run(tx -> {
                for (int half = 0; half < 2; half++) {
                    tx.sql("insert into pairs values (:number, :half)")
                            .with("number", number)
                            .with("half", half)
                            .run();
                }
            });
        }
    }
}
