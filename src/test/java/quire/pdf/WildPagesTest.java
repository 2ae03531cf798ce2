package quire.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import quire.testkit.PdfText;
import quire.testkit.Qpdf;
import quire.testkit.VeraPdf;

/** Other people's HTML, one page a line: whatever it does, the PDF is accessible, archival and sound. */
class WildPagesTest {

    private final PdfMaker maker = new PdfMaker();

    static Stream<Arguments> pages() {
        try (InputStream input = WildPagesTest.class.getResourceAsStream("wild-pages.txt")) {
            assertThat(input).isNotNull();
            return new String(input.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split(" \\| ", 2))
                    .map(parts -> Arguments.of(parts[0], parts[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every third, because the judges take their time. */
    static Stream<Arguments> some() {
        List<Arguments> all = pages().toList();
        return IntStream.range(0, all.size()).filter(i -> i % 3 == 0).mapToObj(all::get);
    }

    @Tag("slow")
    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void eachBecomesAPdfThatTheJudgesAccept(String name, String html) {
        becomesAPdfThatTheJudgesAccept(name, html);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("some")
    void becomesAPdfThatTheJudgesAccept(String name, String html) {
        Pdf pdf = maker.make(PdfRequest.of(html, name + ".html", Instant.EPOCH));
        VeraPdf.assertAccessibleAndArchival(pdf.bytes());
        Qpdf.assertSound(pdf.bytes());
        assertThat(PdfText.of(pdf.bytes())).doesNotContain("#");
    }
}
