package quire.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each check of the file itself on a file that keeps every rule, and on files that break one each. */
class CheckTest {

    private static final String NAME = "C4-917_2026-11-20.pdf";
    private static final Preflight PREFLIGHT =
            new Preflight(RuleSets.read(Path.of("forms/rule-sets")).sets());

    @TempDir
    private Path folder;

    @Test
    void aGoodFileKeepsEveryRuleOfTheCourts() throws IOException {
        Report report = court(SmallBundle.written(folder.resolve(NAME)));
        assertThat(report.lines())
                .allSatisfy(line -> assertThat(line.outcome())
                        .as(line.rule().id() + ": " + line.judgement().sentence())
                        .isEqualTo(Outcome.PASS));
        assertThat(report.isGood()).isTrue();
        assertThat(report.isMeant()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            WRAPPED            | one-file     | FAIL |     | only wraps other files
            UNNUMBERED         | page-numbers | FAIL | 3   | Page 3 does not print the number
            WRONG_TOTAL        | page-numbers | FAIL | 1 2 3 4 | Pages 1 to 4 do not print
            LABELLED           | page-numbers | FAIL | 1 2 3 4 | the first is “i”
            NO_CONTENTS        | contents     | FAIL |     | No page lists what is in the file
            WRONG_LINK         | contents     | FAIL | 2   | “Document 4”, page 4, leads to page 3.
            NO_LINK            | contents     | FAIL | 2   | “Document 4”, page 4, leads nowhere.
            NO_BOOKMARKS       | bookmarks    | FAIL |     | has no bookmarks
            ONE_BOOKMARK_LESS  | bookmarks    | FAIL | 4   | “Document 4”, page 4, has no bookmark.
            BARE_BOOKMARK      | bookmarks    | FAIL | 3   | without the number of the page
            LONG_BOOKMARK      | bookmarks    | FAIL | 3   | more than 100 letters
            DEAD_BOOKMARK      | bookmarks    | FAIL |     | “Nowhere” leads to no page
            DRAWN              | text         | FAIL | 4   | nothing that can be searched
            SCANNED            | text         | LOOK | 4   | Page 4 is a picture without text
            SIDEWAYS           | upright      | FAIL | 3   | Page 3 stands sideways
            NO_OPENING         | view         | FAIL |     | leaves it to the program
            FITTED             | view         | FAIL |     | as large as the window
            HALF_SIZE          | view         | FAIL |     | opens at 50 %
            FINE_PICTURE       | pictures     | FAIL | 3   | Dots an inch: 600 on page 3.
            LETTER_PAPER       | paper        | FAIL | 4   | page 4 measures 216 by 279 mm
            """)
    void namesTheRuleThatIsBrokenAndWhere(
            SmallBundle.Fault fault, String rule, Outcome outcome, String pages, String words) throws IOException {
        Report report = court(SmallBundle.written(folder.resolve(NAME), fault));
        Report.Line line = line(report, rule);
        assertThat(line.outcome()).as(line.judgement().sentence()).isEqualTo(outcome);
        assertThat(line.judgement().sentence()).contains(words);
        List<Integer> numbers = pages == null
                ? List.of()
                : Arrays.stream(pages.split(" ", -1)).map(Integer::valueOf).toList();
        assertThat(line.judgement().pages()).isEqualTo(numbers);
    }

    /** One fault breaks the rule that it is about, and takes no other down with it. */
    @ParameterizedTest
    @CsvSource({"LABELLED", "BARE_BOOKMARK", "NO_OPENING", "FINE_PICTURE", "LETTER_PAPER", "DRAWN"})
    void breaksNoOtherRule(SmallBundle.Fault fault) throws IOException {
        Report report = court(SmallBundle.written(folder.resolve(NAME), fault));
        assertThat(report.count(Outcome.FAIL)).isEqualTo(1);
    }

    @Test
    void aPageThatIsTurnedBackIsUprightAndNumbered() throws IOException {
        Report report = court(SmallBundle.written(folder.resolve(NAME), SmallBundle.Fault.TURNED_AND_UPRIGHT));
        assertThat(report.count(Outcome.FAIL)).isZero();
    }

    @Test
    void fontsThatAreNotInsideAreNamed() throws IOException {
        Report.Line line = line(
                report("asye-internal", SmallBundle.written(folder.resolve(NAME), SmallBundle.Fault.FOREIGN_FONT)),
                "fonts");
        assertThat(line.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(line.judgement().sentence()).contains("Helvetica");
        assertThat(line(report("asye-internal", SmallBundle.written(folder.resolve(NAME))), "fonts")
                        .outcome())
                .isEqualTo(Outcome.PASS);
    }

    @Test
    void moreThan350PagesAreTooMany() throws IOException {
        Path file = folder.resolve(NAME);
        try (PDDocument document = new PDDocument()) {
            for (int page = 0; page < 351; page++) {
                document.addPage(new PDPage());
            }
            document.save(file.toFile());
        }
        Report.Line line = line(court(file), "length");
        assertThat(line.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(line.judgement().sentence()).isEqualTo("The file has 351 pages.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            C4-917_2026-11-20.pdf  | PASS |
            Smith 20.11.2026.PDF   | PASS |
            bundle.pdf             | FAIL | holds no date
            2026-11-20 bundle      | FAIL | does not end with .pdf
            a?b 2026-11-20.pdf     | FAIL | signs that not every machine takes
            case 123456789012.pdf  | FAIL | holds no date
            """)
    void theNameOfTheFileSaysItsDate(String name, Outcome outcome, String words) throws IOException {
        Report.Line line = line(court(SmallBundle.written(folder.resolve(name))), "name");
        assertThat(line.outcome()).isEqualTo(outcome);
        assertThat(line.judgement().sentence()).contains(words == null ? "" : words);
    }

    @Test
    void rulesThatNeedAManifestDoNotApplyWithoutOne() throws IOException {
        Report report = report("asye-internal", SmallBundle.written(folder.resolve(NAME)));
        assertThat(report.isMeant()).isFalse();
        assertThat(line(report, "complete").outcome()).isEqualTo(Outcome.NONE);
        assertThat(line(report, "sealed").outcome()).isEqualTo(Outcome.FAIL);
    }

    private static Report court(Path file) {
        return report("court-e-bundle", file);
    }

    private static Report report(String set, Path file) {
        return PREFLIGHT.of(file).stream()
                .filter(report -> report.set().id().equals(set))
                .findFirst()
                .orElseThrow();
    }

    static Report.Line line(Report report, String rule) {
        return report.lines().stream()
                .filter(line -> line.rule().id().equals(rule))
                .findFirst()
                .orElseThrow();
    }
}
