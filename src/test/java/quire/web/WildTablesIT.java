package quire.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import quire.testkit.Ask;
import quire.testkit.Cast;
import quire.testkit.WebHouse;

/** S-66, S-68: what people call a table, and what is none. */
class WildTablesIT {

    private static final String HEAD = "name,e-mail,organisation\n";

    @TempDir
    static Path data;

    private static WebHouse house;
    private static Cast cast;

    @BeforeAll
    static void open() {
        house = WebHouse.open(data);
        cast = Cast.in(house);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    static Stream<Arguments> tables() {
        return Stream.of(
                Arguments.of("nothing but a mark", "\uFEFF".getBytes(UTF_8)),
                Arguments.of("only its separator", "sep=;".getBytes(UTF_8)),
                Arguments.of("a quote for a separator", ("sep=\"\n" + HEAD).getBytes(UTF_8)),
                Arguments.of("an end of line for a separator", ("sep=\n" + HEAD).getBytes(UTF_8)),
                Arguments.of("half a line end for a separator", ("sep=\r\n" + HEAD).getBytes(UTF_8)),
                Arguments.of("a letter for a separator", ("sep=a\n" + HEAD).getBytes(UTF_8)),
                Arguments.of("NUL for a separator", ("sep=\u0000\n" + HEAD).getBytes(UTF_8)),
                Arguments.of("half a pair for a separator", ("sep=😀\n" + HEAD).getBytes(UTF_8)),
                Arguments.of("a quote that does not end", (HEAD + "\"Io Example,io@people.example\n").getBytes(UTF_8)),
                Arguments.of("text behind a quote", (HEAD + "\"Io\"Example,io@people.example,x\n").getBytes(UTF_8)),
                Arguments.of("NUL", (HEAD + "I\u0000o,io@people.example,Northvale Council\n").getBytes(UTF_8)),
                Arguments.of("two letters of another system", (HEAD + "Zoë,z@people.example,x\n").getBytes(ISO_8859_1)),
                Arguments.of("two bytes a letter", HEAD.getBytes(UTF_16)),
                Arguments.of(
                        "half a pair", new byte[] {'n', 'a', 'm', 'e', '\n', (byte) 0xED, (byte) 0xA0, (byte) 0x80}),
                Arguments.of("a zip", "PK\u0003\u0004 and more".getBytes(ISO_8859_1)),
                Arguments.of("a page", "<!doctype html><script>alert(1)</script>".getBytes(UTF_8)),
                Arguments.of(
                        "the same column twice", "name,name,e-mail,organisation\na,b,c@d.example,e\n".getBytes(UTF_8)),
                Arguments.of("columns without names", ",,,,\n,,,,\n".getBytes(UTF_8)),
                Arguments.of("ten thousand columns", ("a,".repeat(10_000) + "\n").getBytes(UTF_8)),
                Arguments.of("ten thousand rows", (HEAD + "a,b@c.example,d\n".repeat(10_000)).getBytes(UTF_8)),
                Arguments.of("one very long cell", (HEAD + "x".repeat(4_000_000) + ",a@b.example,c\n").getBytes(UTF_8)),
                Arguments.of("six megabytes", "x".repeat(6_000_000).getBytes(UTF_8)),
                Arguments.of("formulas", (HEAD + "=HYPERLINK(\"//x\"),+1@people.example,@x\n").getBytes(UTF_8)),
                Arguments.of("dates that are none", """
                                name,e-mail,organisation,from,until
                                Io,io@people.example,Northvale Council,31/02/2026,99999999999
                                """.getBytes(UTF_8)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tables")
    void s66_s68_answersEveryTable(String what, byte[] table) {
        int before = people();
        Ask.Answer answer =
                cast.ask("administrator").postParts("/people/import", Map.of("table:" + "people.csv", table));
        assertThat(answer.status()).as(what).isIn(200, 413, 422);
        answer.doesNotSay("Exception", "<script>alert");
        assertThat(people()).isEqualTo(before);
    }

    /** The table that travels in the page may have become anything on the way. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("tables")
    void s66_answersEveryTableThatComesBack(String what, byte[] table) {
        String carried = java.util.Base64.getEncoder().encodeToString(table);
        Ask.Answer answer = cast.ask("administrator")
                .post("/people/import/run", Map.of("_table", carried, "_file", "people.csv", "_seen", "0".repeat(64)));
        assertThat(answer.status()).as(what).isIn(409, 413, 422);
        answer.doesNotSay("Exception", "<script>alert");
    }

    private static int people() {
        return cast.ask("administrator")
                .get("/people/export")
                .expect(200)
                .text()
                .split("\n", -1)
                .length;
    }
}
