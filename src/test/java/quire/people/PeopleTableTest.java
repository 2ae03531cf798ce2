package quire.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import quire.core.Finding;
import quire.core.Problem;

class PeopleTableTest {

    private static final String HEAD = "name,e-mail,organisation\n";

    @Test
    void readsRowsWithTheLineOnWhichEachBegins() {
        List<PeopleTable.Row> rows = read(HEAD
                + "Anna,anna@example.org,Host\n\n\"Ben\nor Benny\",ben@example.org,Host\n" + "Cy,cy@example.org,Host");
        assertThat(rows).extracting(PeopleTable.Row::line).containsExactly(2, 4, 6);
        assertThat(rows.get(1).text(PeopleColumn.NAME)).isEqualTo("Ben\nor Benny");
        assertThat(rows.get(2).text(PeopleColumn.POST)).isEmpty();
    }

    /** What spreadsheets of several languages and systems write for the same table. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "name,e-mail,organisation\nAnna; Anne,anna@example.org,\"Host, Ltd\"\n",
                "\uFEFFname,e-mail,organisation\r\nAnna; Anne,anna@example.org,\"Host, Ltd\"\r\n",
                "name;e-mail;organisation\n\"Anna; Anne\";anna@example.org;Host, Ltd\n",
                "name\te-mail\torganisation\nAnna; Anne\tanna@example.org\tHost, Ltd",
                "sep=;\r\nname;e-mail;organisation\r\n\"Anna; Anne\";anna@example.org;Host, Ltd\r\n",
                "\uFEFFSEP=;\nname;e-mail;organisation\n\"Anna; Anne\";anna@example.org;Host, Ltd",
                "\n\nname,e-mail,organisation\n,,\nAnna; Anne,anna@example.org,\"Host, Ltd\",,,\n,,,\n",
                "NAME , Email,\"Organisation\"\n Anna; Anne\u00A0,anna@example.org , \"Host, Ltd\"\n",
                "\"name\",\"E-Mail Address\",\"employer\"\r\"Anna; Anne\",anna@example.org,\"Host, Ltd\"\r"
            })
    void readsWhatSpreadsheetsWrite(String table) {
        List<PeopleTable.Row> rows = read(table.replace(", \"Host", ",\"Host"));
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).text(PeopleColumn.NAME)).isEqualTo("Anna; Anne");
        assertThat(rows.get(0).text(PeopleColumn.EMAIL)).isEqualTo("anna@example.org");
        assertThat(rows.get(0).text(PeopleColumn.ORGANISATION)).isEqualTo("Host, Ltd");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Anna,anna@example.org,Host~\"Ben,ben@example.org,Host~Cy,cy@example.org,Host        | 3
        \"Anna,anna@example.org,Host                                                        | 2
        Anna,anna@example.org,Host~Be\"n\",ben@example.org,\"Host\" x~Cy,c@example.org,Host | 3
        Anna,anna@example.org,Host~\"Ben\"x,ben@example.org,Host                            | 3
        Anna,\"anna~@example.org,Host~Ben,ben@example.org,\"Host\"~x                        | 2
        """)
    void namesTheLineOfAQuotationMarkThatIsNotClosed(String rows, int line) {
        Problem problem = problem(HEAD + rows.replace('~', '\n'));
        assertThat(problem.findings()).hasSize(1);
        assertThat(problem.findings().get(0).place().line()).isEqualTo(line);
        assertThat(problem.getMessage()).startsWith("A quotation mark in the row that begins on this line");
    }

    @Test
    void namesTheLineThatIsNotInUtf8() {
        Charset windows = Charset.forName("windows-1252");
        byte[] table = (HEAD + "Anna,anna@example.org,Host\nSiân,sian@example.org,Host\n").getBytes(windows);
        Problem problem = catchThrowableOfType(Problem.class, () -> PeopleTable.read(table, "people.csv"));
        assertThat(problem.findings().get(0).place().line()).isEqualTo(3);
        assertThat(problem.getMessage()).contains("CSV UTF-8");
        assertThatThrownBy(() -> PeopleTable.read(HEAD.getBytes(StandardCharsets.UTF_16), "people.csv"))
                .hasMessageContaining("CSV UTF-8");
    }

    @Test
    void saysEverythingThatIsWrongWithTheFirstRow() {
        assertThat(problem("nmae,e-mail,asessor e-mail,e-mail\nx,x,x,x\n").findings())
                .extracting(Finding::toString)
                .containsExactly(
                        "error table-column: There is no column called “nmae”. (people.csv:1) Did you mean “name”?",
                        "error table-column: There is no column called “asessor e-mail”. (people.csv:1)"
                                + " Did you mean “assessor e-mail”?",
                        "error table-column: The column “e-mail” is there twice. (people.csv:1)",
                        "error table-column: The column “name” is missing. (people.csv:1)",
                        "error table-column: The column “organisation” is missing. (people.csv:1)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "\uFEFF", "name,e-mail,organisation", "name,e-mail,organisation\n,,\n"})
    void refusesATableWithoutPeople(String table) {
        assertThat(problem(table).getMessage()).startsWith("The table");
    }

    @Test
    void refusesCellsThatNoColumnNames() {
        Problem problem = problem(HEAD + "Anna,anna@example.org,Host,,x\n");
        assertThat(problem.findings().get(0).place().line()).isEqualTo(2);
    }

    @Test
    void refusesMoreThanItTakes() {
        String row = "Anna,anna@example.org,Host\n";
        assertThat(read(HEAD + row.repeat(5_000))).hasSize(5_000);
        assertThat(problem(HEAD + row.repeat(5_001)).kind()).isEqualTo(Problem.Kind.TOO_LARGE);
        assertThat(problem(HEAD + "x".repeat(6_000_000)).getMessage())
                .isEqualTo("The table must be no larger than 5 MB.");
    }

    /** S-68: a formula is a text here, on the way in and on the way out. */
    @ParameterizedTest
    @CsvSource({
        "=HYPERLINK(1), '''=HYPERLINK(1)'",
        "+44 20, '''+44 20'",
        "-1, '''-1'",
        "@x, '''@x'",
        "'\tx', '''\tx'",
        "Anna, Anna",
        "O'Brien, O'Brien",
        "'''quoted', '''quoted'",
        "'''=x', '''''=x'",
        "'', ''"
    })
    void s68_writesTextsThatSpreadsheetsTakeForTexts(String text, String cell) {
        assertThat(SpreadsheetCell.written(text)).isEqualTo(cell);
        assertThat(SpreadsheetCell.read(cell)).isEqualTo(text);
    }

    @Property
    void s68_everyTextComesBackAsItWas(@ForAll String text) {
        String cell = SpreadsheetCell.written(text);
        assertThat(SpreadsheetCell.read(cell)).isEqualTo(text);
        assertThat(cell).doesNotMatch("(?s)[=+\\-@\\t\\r].*");
    }

    /** Whatever people are called, and however the table is written. */
    @Property(tries = 200)
    void readsBackWhatWasWritten(
            @ForAll("words") List<String> names, @ForAll("separators") char separator, @ForAll boolean carriage)
            throws IOException {
        StringBuilder table = new StringBuilder();
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator)
                .setRecordSeparator(carriage ? "\r\n" : "\n")
                .get();
        try (CSVPrinter printer = new CSVPrinter(table, format)) {
            printer.printRecord("name", "e-mail", "organisation");
            for (String name : names) {
                printer.printRecord(SpreadsheetCell.written(name), "a@example.org", "Host");
            }
        }
        assertThat(read(table.toString()))
                .extracting(row -> row.text(PeopleColumn.NAME))
                .containsExactlyElementsOf(names);
    }

    @net.jqwik.api.Provide
    net.jqwik.api.Arbitrary<List<String>> words() {
        return net.jqwik.api.Arbitraries.strings()
                .withChars("ab é'\"=+,;\t\n-@ñ中")
                .ofMaxLength(12)
                .map(name -> "x" + name.strip() + "x")
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    @net.jqwik.api.Provide
    net.jqwik.api.Arbitrary<Character> separators() {
        return net.jqwik.api.Arbitraries.of(',', ';', '\t');
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        2027-03-14          | 2027-03-14
        2027-3-4            | 2027-03-04
        2027-03-14 00:00:00 | 2027-03-14
        14/03/2027          | 2027-03-14
        4/3/2027            | 2027-03-04
        14.03.2027          | 2027-03-14
        14 March 2027       | 2027-03-14
        14-Mar-2027         | 2027-03-14
        1 sept 2027         | 2027-09-01
        29/02/2028          | 2028-02-29
        """)
    void readsDaysAsPeopleWriteThem(String typed, String day) {
        assertThat(TypedDate.read(typed)).hasToString("Optional[" + day + "]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "29/02/2027",
                "14/13/2027",
                "03/14/2027",
                "14/03/27",
                "45000",
                "14 Foo 2027",
                "2027-03",
                "0/0/0000"
            })
    void doesNotGuessAtDays(String typed) {
        assertThat(TypedDate.read(typed)).isEmpty();
    }

    private static List<PeopleTable.Row> read(String table) {
        return PeopleTable.read(table.getBytes(StandardCharsets.UTF_8), "people.csv");
    }

    private static Problem problem(String table) {
        return catchThrowableOfType(Problem.class, () -> read(table));
    }
}
