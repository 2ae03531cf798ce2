package quire.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import quire.core.Json;
import quire.core.Problem;
import quire.store.Database;

class TrailTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final List<String> TRIGGERS = List.of(
            "trail_entry_stays",
            "trail_entry_is_kept",
            "trail_entry_comes_last",
            "trail_head_is_kept",
            "trail_head_goes_forward");

    @TempDir
    Path folder;

    private Database database;
    private Trail trail;

    @BeforeEach
    void open() {
        database = Database.open(folder);
        trail = new Trail(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aTrailWithoutEntriesIsWhole() {
        assertThat(trail.verify()).isEqualTo(new Verdict(0, Head.START, null));
        assertThat(trail.head()).isEqualTo(Head.START);
        assertThat(trail.list(Sought.ALL, Trail.NEWEST, 10)).isEmpty();
    }

    @Test
    void eachEntryFollowsFromTheOneBefore() {
        Recorded first = add("document.saved", "d1");
        Recorded second = add("document.saved", "d2");
        assertThat(first.seq()).isEqualTo(1);
        assertThat(first.previous()).isEqualTo(Head.START.hash());
        assertThat(second.seq()).isEqualTo(2);
        assertThat(second.previous()).isEqualTo(first.hash());
        assertThat(trail.head()).isEqualTo(new Head(2, second.hash()));
        assertThat(trail.verify()).isEqualTo(new Verdict(2, trail.head(), null));
    }

    /** Computed here from the words of the promise, with nothing of the program but its output. */
    @Test
    void theHashIsWhatTheDocumentationSays() throws Exception {
        add("person.added", "p1");
        Recorded entry = database.write(tx -> trail.add(
                tx,
                Entry.of("anna", "document.saved", "document", "d1")
                        .in("NV-1")
                        .with("revision", 4)
                        .with("digest", "é"),
                Instant.parse("2026-11-21T10:00:00.120Z")));
        String text = entry.previous().hex() + "2{\"action\":\"document.saved\",\"actor\":\"anna\","
                + "\"at\":\"2026-11-21T10:00:00.120Z\",\"details\":{\"digest\":\"é\",\"revision\":4},"
                + "\"portfolio\":\"NV-1\",\"subject\":\"d1\",\"subject_kind\":\"document\"}";
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        assertThat(entry.hash().hex()).isEqualTo(HexFormat.of().formatHex(hash));
    }

    @Test
    void anEntryIsGoneWithTheWorkItTellsOf() {
        add("document.saved", "d1");
        assertThatThrownBy(() -> database.run(tx -> {
                    trail.add(tx, entry("document.saved", "d2"), NOW);
                    throw new IllegalStateException("the disk is on fire");
                }))
                .hasMessage("the disk is on fire");
        assertThat(add("document.saved", "d3").seq()).isEqualTo(2);
        assertThat(trail.verify().isWhole()).isTrue();
    }

    /** the order is the number and not the clock. */
    @Test
    void r08_aClockThatGoesBackChangesNeitherOrderNorChain() {
        database.run(tx -> trail.add(tx, entry("document.saved", "d1"), NOW));
        database.run(tx -> trail.add(tx, entry("document.saved", "d2"), NOW.minusSeconds(3_600)));
        assertThat(trail.list(Sought.ALL, Trail.NEWEST, 10))
                .extracting(recorded -> recorded.entry().subject())
                .containsExactly("d2", "d1");
        assertThat(trail.verify().isWhole()).isTrue();
    }

    @Test
    void manyWhoAddAtOnceMakeOneChain() throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Recorded>> work = IntStream.range(0, 80)
                    .<Callable<Recorded>>mapToObj(i -> () -> add("document.saved", "d" + i))
                    .toList();
            for (Future<Recorded> done : people.invokeAll(work)) {
                done.get();
            }
        } finally {
            people.shutdownNow();
        }
        assertThat(trail.verify()).isEqualTo(new Verdict(80, trail.head(), null));
    }

    @Test
    void showsWhatIsSoughtTheNewestFirstAndPageByPage() {
        for (int i = 1; i <= 5; i++) {
            String subject = "d" + i;
            database.run(tx -> trail.add(tx, entry("document.saved", subject).in("NV-1"), NOW));
        }
        database.run(tx -> trail.add(tx, entry("document.saved", "d1").in("NV-2"), NOW));
        List<Recorded> first = trail.ofPortfolio("NV-1", Trail.NEWEST, 2);
        assertThat(first).extracting(Recorded::seq).containsExactly(5L, 4L);
        assertThat(trail.ofPortfolio("NV-1", 4, 2)).extracting(Recorded::seq).containsExactly(3L, 2L);
        assertThat(trail.of("document", "d1", Trail.NEWEST, 9))
                .extracting(Recorded::seq)
                .containsExactly(6L, 1L);
        assertThat(trail.of("person", "d1", Trail.NEWEST, 9)).isEmpty();
        Sought sought = Sought.ALL.actor("anna").action("document.saved").portfolio("NV-2");
        assertThat(trail.list(sought, Trail.NEWEST, 9))
                .extracting(Recorded::seq)
                .containsExactly(6L);
        assertThat(trail.list(Sought.ALL.actor("ben"), Trail.NEWEST, 9)).isEmpty();
    }

    @Test
    void isExportedOneObjectALine() {
        for (int i = 0; i < 3; i++) {
            add("document.saved", "d\n\"" + i);
        }
        StringWriter out = new StringWriter();
        trail.export(out);
        List<String> lines = out.toString().lines().toList();
        assertThat(lines).hasSize(3);
        Map<String, Object> last = Json.readObject(lines.get(2), "line");
        assertThat(last)
                .containsEntry("subject", "d\n\"2")
                .containsEntry("hash", trail.head().hash().hex())
                .containsKeys("seq", "at", "actor", "action", "subject_kind", "portfolio", "details", "previous");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update trail set actor = 'ben' where seq = 2",
                "delete from trail where seq = 3",
                "insert or replace into trail select 2, at, 'ben', action, subject_kind, subject, portfolio, details,"
                        + " previous, hash from trail where seq = 2",
                "insert into trail select 9, at, actor, action, subject_kind, subject, portfolio, details, previous,"
                        + " hash from trail where seq = 3",
                "update trail_head set seq = 2",
                "update trail_head set seq = 9",
                "delete from trail_head"
            })
    void theDatabaseRefusesToChangeWhatStands(String statement) {
        addThree();
        assertThatThrownBy(() -> sql(statement))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("trail");
        assertThat(trail.verify()).isEqualTo(new Verdict(3, trail.head(), null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        # somebody has switched the triggers off and …              | first bad | and the sentence says
        update trail set actor = 'ben' where seq = 2                | 2         | Entry 2 was changed after it was written
        update trail set at = '2026-11-21T10:00:00Z' where seq = 2  | 2         | Entry 2 was changed
        update trail set details = '{ }' where seq = 3              | 3         | Entry 3 was changed
        update trail set details = 'x' where seq = 1                | 1         | Entry 1 was changed
        update trail set portfolio = 'NV-1' where seq = 1           | 1         | Entry 1 was changed
        update trail set hash = previous where seq = 3              | 3         | Entry 3 was changed
        update trail set hash = 'x' where seq = 1                   | 1         | Entry 1 was changed
        update trail set previous = hash where seq = 2              | 2         | Entry 2 does not follow from entry 1
        update trail set previous = hash where seq = 1              | 1         | names an entry before it
        delete from trail where seq = 2                             | 2         | Entry 2 is missing. After it comes entry 3.
        delete from trail where seq < 3                             | 1         | The entries 1 to 2 are missing.
        delete from trail where seq > 1                             | 2         | The entries 2 to 3 are missing. The trail ends before it.
        delete from trail                                           | 1         | The entries 1 to 3 are missing.
        delete from trail_head                                      | 4         | does not say where it ends
        update trail_head set hash = replace(hash, 'a', 'b')         | 3         | another hash than that of entry 3
        update trail_head set seq = 2, hash = (select hash from trail where seq = 2) | 3 | stands behind the end
        update trail set seq = 0 where seq = 1                      | 1         | has the number 0
        update trail set seq = 7 where seq = 3                      | 3         | Entry 3 is missing. The trail ends before it.
        update trail set seq = 7 where seq = 1                      | 1         | Entry 1 is missing. After it comes entry 2.
        """)
    void s74_namesTheFirstBadEntry(String statement, long first, String sentence) throws Exception {
        addThree();
        dropTriggers();
        sql(statement);
        Verdict verdict = trail.verify();
        assertThat(verdict.isWhole()).isFalse();
        assertThat(fault(verdict).seq()).isEqualTo(first);
        assertThat(fault(verdict).sentence()).contains(sentence);
    }

    /** S-74: the end is cut off together with what tells of it, so only what was noted elsewhere knows. */
    @Test
    void s74_anAnchorKnowsOfAnEndThatWasCutOff() throws Exception {
        addThree();
        Head noted = trail.head();
        dropTriggers();
        sql("delete from trail where seq = 3");
        sql("update trail_head set seq = 2, hash = (select hash from trail where seq = 2)");
        assertThat(trail.verify().isWhole()).isTrue();
        Verdict verdict = trail.verify(List.of(noted));
        assertThat(fault(verdict).seq()).isEqualTo(3);
        assertThat(fault(verdict).sentence()).isEqualTo("Entry 3 is missing. The trail ends before it.");
    }

    @Test
    void s74_anAnchorKnowsOfATrailThatWasWrittenAnew() throws Exception {
        addThree();
        Recorded second = trail.list(Sought.ALL, 3, 1).get(0);
        Head noted = new Head(second.seq(), second.hash());
        dropTriggers();
        sql("delete from trail");
        sql("update trail_head set seq = 0, hash = '" + Head.START.hash() + "'");
        database.run(tx -> trail.add(tx, entry("document.saved", "other"), NOW));
        add("document.saved", "d2");
        add("document.saved", "d3");
        assertThat(trail.verify().isWhole()).isTrue();
        assertThat(trail.verify(List.of(Head.START)).isWhole()).isTrue();
        assertThat(fault(trail.verify(List.of(noted))).seq()).isEqualTo(2);
        assertThat(trail.verify(List.of(trail.head())).isWhole()).isTrue();
    }

    @Test
    void aHeadIsReadAsItIsWritten() {
        add("document.saved", "d1");
        Head head = trail.head();
        assertThat(Head.of(head.toString())).isEqualTo(head);
        assertThat(Head.of(" " + head.seq() + "  " + head.hash().hex().toUpperCase(java.util.Locale.ROOT) + "\n"))
                .isEqualTo(head);
        assertThatThrownBy(() -> Head.of("1:abc")).isInstanceOf(Problem.class);
    }

    @Test
    void takesWordsAndIdsAndNoTexts() {
        assertThatThrownBy(() -> add("Saved it!", "d1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> add("document.saved", " ")).isInstanceOf(IllegalArgumentException.class);
        Entry text = entry("document.saved", "d1").with("answer", "It went well. ".repeat(400));
        assertThatThrownBy(() -> database.run(tx -> trail.add(tx, text, NOW)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 44, 45, 46})
    void walksAlongALongTrailInStretches(int stretch) throws Exception {
        trail = new Trail(database, stretch);
        for (int i = 0; i < 45; i++) {
            add("document.saved", "d" + i);
        }
        assertThat(trail.verify().checked()).isEqualTo(45);
        StringWriter out = new StringWriter();
        trail.export(out);
        assertThat(out.toString().lines()).hasSize(45);
        dropTriggers();
        sql("update trail set subject = 'x' where seq = 41");
        assertThat(trail.verify().checked()).isEqualTo(40);
    }

    private static Verdict.Fault fault(Verdict verdict) {
        return Objects.requireNonNull(verdict.fault());
    }

    private void addThree() {
        add("document.saved", "d1");
        add("document.saved", "d2");
        add("document.saved", "d3");
    }

    private Recorded add(String action, String subject) {
        return database.write(tx -> trail.add(tx, entry(action, subject), NOW));
    }

    private static Entry entry(String action, String subject) {
        return Entry.of("anna", action, "document", subject);
    }

    private void dropTriggers() throws SQLException {
        for (String trigger : TRIGGERS) {
            sql("drop trigger " + trigger);
        }
    }

    /** Past the program, as somebody with the file would. */
    private void sql(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("quire.db"));
                Statement sql = connection.createStatement()) {
            sql.execute("pragma busy_timeout = 2000");
            sql.execute(statement);
        }
    }
}
