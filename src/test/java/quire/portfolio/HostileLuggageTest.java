package quire.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static quire.portfolio.SigningHouse.NOW;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import quire.core.Digest;
import quire.core.Problem;
import quire.scan.Scan;
import quire.store.Database;
import quire.takeaway.Luggage;
import quire.testkit.TestDatabase;

/** Files that were cut, changed or made to do harm: a sentence, and nothing is taken in. */
class HostileLuggageTest {

    private static final TestDatabase ORIGIN = TestDatabase.of(TestDatabase.Kind.SQLITE);

    @TempDir
    private static Path folder;

    private static Path good;
    private static String portfolio;

    private TestDatabase place;
    private Database empty;

    @BeforeAll
    static void pack() throws IOException {
        try (Database database = ORIGIN.open()) {
            SigningHouse house = new SigningHouse(database);
            portfolio = house.house.portfolio;
            house.finish(false);
            new Evidence(database)
                    .add(
                            portfolio,
                            new EvidenceNote("A letter", Set.of(), false),
                            "letter.png",
                            new ByteArrayInputStream(Pictures.png(7)),
                            house.as("nqsw"),
                            NOW);
            house.sign("0.nqsw", "nqsw");
            Comments comments = new Comments(database, house.documents);
            comments.add(house.document, "own", "Well done.", house.as("assessor"), NOW);
            good = Luggage.pack(database, portfolio, folder.resolve("good.zip"));
        }
    }

    @AfterAll
    static void close() {
        ORIGIN.close();
    }

    @BeforeEach
    void open() {
        place = TestDatabase.of(TestDatabase.Kind.SQLITE);
        empty = place.open();
    }

    @AfterEach
    void shut() {
        place.close();
    }

    @Test
    void theGoodOneIsTakenIn() {
        assertThat(Luggage.unpack(good, empty).signatures()).isEqualTo(1);
    }

    @Test
    void s61_whatComesFromElsewhereIsScannedToo() {
        MoodyScanner scanner = new MoodyScanner();
        assertThatThrownBy(() -> Luggage.unpack(good, empty, scanner))
                .hasMessageContaining("cannot be checked for viruses")
                .hasMessageContaining("Nothing was taken in.");
        byte[] letter = Pictures.png(7);
        scanner.says = content -> Arrays.equals(content, letter) ? MoodyScanner.FOUND : new Scan.Clean();
        assertThatThrownBy(() -> Luggage.unpack(good, empty, scanner))
                .hasMessageContaining("The virus scanner found Test in “")
                .hasMessageContaining("Nothing was taken in.");
        assertThat(rows("evidence")).isZero();
        assertThat(empty.blobs().has(Digest.of(letter))).isFalse();
        scanner.says = content -> new Scan.Clean();
        assertThat(Luggage.unpack(good, empty, scanner).signatures()).isEqualTo(1);
    }

    /** Whatever bit is turned: it is refused, or nothing that it says has changed. */
    @Test
    void s53_aTurnedBitIsSeen() throws IOException {
        byte[] bytes = Files.readAllBytes(good);
        Map<String, byte[]> parts = Luggage.parts(good);
        Random random = new Random(53);
        int refused = 0;
        for (int i = 0; i < 150; i++) {
            byte[] turned = bytes.clone();
            int at = i < 40 ? bytes.length - 1 - random.nextInt(1_500) : random.nextInt(bytes.length);
            turned[at] ^= (byte) (1 << random.nextInt(8));
            Path file = Files.write(folder.resolve("turned.zip"), turned);
            Throwable thrown = catchThrowable(() -> Luggage.unpack(file, empty));
            if (thrown == null) {
                assertThat(Luggage.parts(file).keySet()).as("byte %d", at).isEqualTo(parts.keySet());
                assertThat(rows("signature")).isEqualTo(1);
                shut();
                open();
            } else {
                assertThat(thrown)
                        .as("byte %d", at)
                        .isInstanceOf(Problem.class)
                        .hasMessageEndingWith("Nothing was taken in.");
                assertNothing();
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(100);
    }

    @Test
    void s53_aCutFileIsRefused() throws IOException {
        byte[] bytes = Files.readAllBytes(good);
        for (int length : List.of(0, 1, 100, bytes.length / 2, bytes.length - 1)) {
            Path file = Files.write(folder.resolve("cut.zip"), java.util.Arrays.copyOf(bytes, length));
            refused(file, "This is not a portfolio that Quire has taken out");
        }
        refused(folder.resolve("none.zip"), "does not exist");
        refused(folder, "");
    }

    @Test
    void s53_aBombIsNotUnpacked() throws IOException {
        Map<String, byte[]> parts = Luggage.parts(good);
        parts.put("files/more", new byte[50_000_000]);
        refused(manifest(parts, "\"size\":50000000", "\"size\":5"), "The file was changed");
        Map<String, byte[]> large = Luggage.parts(good);
        large.put(
                "manifest.json",
                text(large, "manifest.json")
                        .replaceFirst("\"size\":\\d+", "\"size\":9000000000000")
                        .getBytes(StandardCharsets.UTF_8));
        refused(Luggage.repack(large, false, folder.resolve("large.zip")), "larger than 4 GB");
        Map<String, byte[]> list = Luggage.parts(good);
        list.put("manifest.json", new byte[9_000_000]);
        refused(Luggage.repack(list, false, folder.resolve("list.zip")), "larger than 8 MB");
        Map<String, byte[]> huge = Luggage.parts(good);
        huge.put("portfolio.json", " ".repeat(64_000_001).getBytes(StandardCharsets.UTF_8));
        refused(Luggage.repack(huge, true, folder.resolve("huge.zip")), "portfolio.json is larger than 64 MB");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../out.txt",
                "/etc/out.txt",
                "C:\\out.txt",
                "a/b/c.txt",
                ".hidden",
                "a\u202Etxt",
                "papers/..",
                "nul\u0000l"
            })
    void s57_aNameThatLeadsElsewhereIsRefused(String name) throws IOException {
        Map<String, byte[]> parts = Luggage.parts(good);
        parts.put(name, new byte[] {1});
        refused(Luggage.repack(parts, true, folder.resolve("name.zip")), "");
        try (Stream<Path> beside = Files.list(folder)) {
            assertThat(beside.map(path -> path.getFileName().toString())).noneMatch(found -> found.contains("out"));
        }
    }

    @Test
    void aPartTooManyOrTooFewIsRefused() throws IOException {
        Map<String, byte[]> more = Luggage.parts(good);
        more.put("papers/one-more.pdf", new byte[] {1});
        refused(Luggage.repack(more, false, folder.resolve("more.zip")), "The file was changed");
        for (String name : Luggage.parts(good).keySet()) {
            Map<String, byte[]> less = Luggage.parts(good);
            less.remove(name);
            refused(Luggage.repack(less, false, folder.resolve("less.zip")), "");
        }
    }

    /** Somebody who can work out digests has changed the record and the manifest with it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        She did well.                      | She did badly.
        "version":1,"complete"             | "version":2,"complete"
        "proof":"password"                 | "proof":7
        "role":"nqsw","signed_by"          | "role":"assessor","signed_by"
        "superseded_at":null               | "superseded_at":"yesterday"
        "progress":"                       | "progress":"UN
        "state":"SIGNED"                   | "state":"LOCKED"
        "state":"SIGNED"                   | "state":"NONSENSE"
        "revision":                        | "revision":1
        "action":"signature.given"         | "action":"signature.taken"
        "kind":"PNG"                       | "kind":"PDF"
        "kind":"PNG"                       | "kind":"EXE"
        "hours":                           | "hours":99999
        "started_on":"2026                 | "started_on":"20-6
        "programme":"adult"                | "programme":"other"
        "left_out":[]                      | "left_out":[7]
        "name":"Ruth Vale"                 | "name":""
        "digest":"                         | "digest":"x
        "answers":null                     | "answers":"nobody"
        "journey"                          | "journeys"
        "record":{                         | "record":{"more":[],
        """)
    void aRecordThatContradictsItselfIsRefused(String was, String is) throws IOException {
        Map<String, byte[]> parts = Luggage.parts(good);
        String record = text(parts, "portfolio.json");
        boolean none = !record.contains(was) && was.equals("\"journey\"");
        if (!none) {
            assertThat(record).contains(was);
            parts.put("portfolio.json", record.replace(was, is).getBytes(StandardCharsets.UTF_8));
            refused(Luggage.repack(parts, true, folder.resolve("forged.zip")), "");
        }
    }

    @Test
    void anEvidenceFileThatIsNoneIsRefused() throws IOException {
        Map<String, byte[]> parts = Luggage.parts(good);
        String path = parts.keySet().stream()
                .filter(name -> name.startsWith("evidence/"))
                .findFirst()
                .orElseThrow();
        byte[] program = "MZ this is a program".getBytes(StandardCharsets.UTF_8);
        String before = Digest.of(Objects.requireNonNull(parts.get(path))).hex();
        parts.put(path, program);
        String record =
                text(parts, "portfolio.json").replace(before, Digest.of(program).hex());
        parts.put("portfolio.json", record.getBytes(StandardCharsets.UTF_8));
        refused(Luggage.repack(parts, true, folder.resolve("program.zip")), "none that may be in a portfolio");
    }

    private static Path manifest(Map<String, byte[]> parts, String was, String is) throws IOException {
        Map<String, byte[]> forged =
                new LinkedHashMap<>(Luggage.parts(Luggage.repack(parts, true, folder.resolve("bomb.zip"))));
        String text = text(forged, "manifest.json");
        assertThat(text).contains(was);
        forged.put("manifest.json", text.replace(was, is).getBytes(StandardCharsets.UTF_8));
        return Luggage.repack(forged, false, folder.resolve("bomb.zip"));
    }

    private static String text(Map<String, byte[]> parts, String name) {
        return new String(parts.get(name), StandardCharsets.UTF_8);
    }

    private void refused(Path file, String words) {
        assertThatThrownBy(() -> Luggage.unpack(file, empty))
                .isInstanceOf(Problem.class)
                .hasMessageContaining(words);
        assertNothing();
    }

    private void assertNothing() {
        for (String table :
                List.of("portfolio", "document", "person", "organisation", "trail", "form_version", "arrival")) {
            assertThat(rows(table)).as(table).isZero();
        }
    }

    private long rows(String table) {
        return empty.read(
                tx -> tx.sql("select count(*) as number from " + table).get(row -> row.number("number")));
    }
}
