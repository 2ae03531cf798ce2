package quire.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quire.core.Problem;

class BatchInputTest {

    @TempDir
    Path folder;

    @Test
    void readsOneObjectALineAndPassesOverBlankOnes() throws Exception {
        List<BatchLine> lines = ndjson("{\"name\":\"Siân\"}\r\n\n  \n{\"name\":\"Zoë\"}");
        assertThat(lines).extracting(BatchLine::number).containsExactly(1L, 4L);
        assertThat(lines).extracting(line -> line.data().get("name")).containsExactly("Siân", "Zoë");
    }

    @Test
    void aLineThatIsNoObjectSpoilsOnlyItself() throws Exception {
        List<BatchLine> lines = ndjson("{\"a\":1}\n[1]\n{\"a\":\n{\"a\":1,\"a\":2}\n{\"a\":2}\n");
        assertThat(lines).hasSize(5);
        assertThat(lines)
                .filteredOn(line -> line.problem() == null)
                .extracting(BatchLine::number)
                .containsExactly(1L, 5L);
    }

    @Test
    void aLineThatIsNotUtf8SpoilsOnlyItself() throws Exception {
        Path file =
                Files.write(folder.resolve("a.ndjson"), "{\"a\":\"\u00e9\"}\n{}".getBytes(StandardCharsets.ISO_8859_1));
        List<BatchLine> lines = read(file);
        assertThat(lines.get(0).problem()).hasMessageContaining("not in UTF-8");
        assertThat(lines.get(1).problem()).isNull();
    }

    @Test
    void aLineWithoutEndIsNotReadIntoMemory() throws Exception {
        byte[] content = new byte[NdjsonInput.MAX_LINE + 10];
        java.util.Arrays.fill(content, (byte) 'x');
        content[content.length - 3] = '\n';
        content[content.length - 2] = '{';
        content[content.length - 1] = '}';
        List<BatchLine> lines = read(Files.write(folder.resolve("a.jsonl"), content));
        assertThat(lines.get(0).problem()).hasMessageContaining("longer than 32 MB");
        assertThat(lines.get(1).number()).isEqualTo(2);
        assertThat(lines.get(1).problem()).isNull();
    }

    @Test
    void makesGroupsOfDottedHeaders() throws Exception {
        List<BatchLine> lines = csv("\uFEFFname,record.nqsw.name,record.year\r\nA,B,C\r\n");
        assertThat(lines.get(0).data())
                .isEqualTo(Map.of("name", "A", "record", Map.of("nqsw", Map.of("name", "B"), "year", "C")));
    }

    @Test
    void countsLinesAsAnEditorDoes() throws Exception {
        List<BatchLine> lines = csv("name,words\n\nA,\"two\nlines, and a \"\"quote\"\"\"\n,\nB,x\n");
        assertThat(lines).extracting(BatchLine::number).containsExactly(3L, 6L);
        assertThat(lines.get(0).data()).containsEntry("words", "two\nlines, and a \"quote\"");
    }

    @Test
    void aRowOfAnotherLengthSpoilsOnlyItself() throws Exception {
        List<BatchLine> lines = csv("a,b\n1\n1,2\n1,2,3\n");
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0).problem()).hasMessage("The row has 1 cells, and the first row names 2.");
        assertThat(lines.get(1).problem()).isNull();
        assertThat(lines.get(2).problem()).hasMessageContaining("has 3 cells");
    }

    @Test
    void refusesHeadersThatAreNoKeysOrStandInEachOthersWay() {
        assertThatThrownBy(() -> csv("name,,name,given name,name.first\nA,B,C,D,E\n"))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.findings())
                                .extracting(finding -> finding.message())
                                .containsExactly(
                                        "Column 2 has no name.",
                                        "Column 3 is called “name” like column 1.",
                                        "Column 4 is called “given name”, which is not a key.",
                                        "Column 5 is called “name.first”, which cannot stand beside “name”."));
    }

    @Test
    void stopsAtQuotationMarksThatDoNotMatchAndKeepsWhatCameBefore() throws Exception {
        List<BatchLine> lines = csv("a,b\n1,2\n\"3\"x,4\n5,6\n");
        assertThat(lines).extracting(BatchLine::number).containsExactly(2L, 3L);
        assertThat(lines.get(1).problem()).hasMessageContaining("quotation marks");
    }

    @Test
    void stopsAtAQuotationMarkThatNeverCloses() throws Exception {
        List<BatchLine> lines = csv("a,b\n1,2\n\"3,4\n5,6\n");
        assertThat(lines.get(1).problem()).hasMessageContaining("quotation marks");
    }

    @Test
    void saysHowToSaveATableThatIsNotUtf8() throws Exception {
        Path file = Files.write(folder.resolve("a.csv"), "name\nSi\u00e2n\n".getBytes(Charset.forName("windows-1252")));
        assertThatThrownBy(() -> read(file)).isInstanceOf(Problem.class).hasMessageContaining("CSV UTF-8");
    }

    @Test
    void refusesAnEmptyTable() {
        assertThatThrownBy(() -> csv("\n \n")).hasMessageContaining("no row that names the keys");
    }

    @Test
    void refusesAFileThatIsNotThereOrOfAnotherKind() {
        assertThatThrownBy(() -> read(folder.resolve("none.csv"))).hasMessageEndingWith("none.csv does not exist.");
        assertThatThrownBy(() -> read(Files.writeString(folder.resolve("a.xlsx"), "x")))
                .hasMessageContaining("must be an .ndjson file");
        assertThatThrownBy(() -> read(Files.createDirectory(folder.resolve("b.csv"))))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("cannot be read");
    }

    private List<BatchLine> ndjson(String text) throws IOException {
        return read(Files.writeString(folder.resolve("input.ndjson"), text));
    }

    private List<BatchLine> csv(String text) throws IOException {
        return read(Files.writeString(folder.resolve("input.csv"), text));
    }

    private static List<BatchLine> read(Path file) {
        List<BatchLine> lines = new ArrayList<>();
        BatchInput.read(file, lines::add);
        return lines;
    }
}
