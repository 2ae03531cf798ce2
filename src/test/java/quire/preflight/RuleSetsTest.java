package quire.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quire.core.Finding;
import quire.core.Json;

/** The files of rule sets: those that are shipped are sound, and what is wrong with others is said where it stands. */
class RuleSetsTest {

    private static final Path FOLDER = Path.of("forms/rule-sets");
    private static final Path PAGE = Path.of("src/site/markdown/writing-rules.md");

    private static final String GOOD = """
            rule_set: own
            title: "Our own rules"
            about: "What our panel asks for."
            rules:
              - id: numbers
                text: "Every page has its number."
                check: page-numbers
                source: "Our panel"
              - id: pictures
                text: "No picture is too fine."
                check: pictures
                dpi: 300
                source: "Our panel"
              - id: reviews
                text: "The reviews are there."
                check: holds-papers
                forms: [interim-review, final-review]
                source: "Our panel"
            """;

    @Test
    void thoseThatAreShippedAreSoundAndNameFormsThatAreThere() {
        RuleSets.Read read = RuleSets.read(FOLDER);
        assertThat(read.findings()).isEmpty();
        assertThat(read.sets().list())
                .extracting(RuleSet::id)
                .containsExactly("asye-external", "asye-internal", "court-e-bundle");
        read.sets().list().stream()
                .flatMap(set -> set.rules().stream())
                .flatMap(rule -> rule.terms().forms().stream())
                .forEach(form -> assertThat(Path.of("forms", form + ".yaml")).exists());
    }

    @Test
    void hasNothingToSayOfAGoodOne() {
        List<Finding> findings = new ArrayList<>();
        RuleSet set = Objects.requireNonNull(RuleSetReader.read(GOOD, "own.yaml", findings));
        assertThat(findings).isEmpty();
        assertThat(set.bundles()).isEqualTo(RuleSet.Bundles.ANY);
        assertThat(set.rules())
                .extracting(Rule::check)
                .containsExactly(Check.PAGE_NUMBERS, Check.PICTURES, Check.HOLDS_PAPERS);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rule_set: own           | rule_set: other        | 1  | its file must be other.yaml
            title:                  | titel:                 | 2  | titel
            check: page-numbers     | check: page-number     | 7  | There is no check “page-number”.
            check: page-numbers     | check: paper           | 5  | The check “paper” needs “size”. Add it.
            dpi: 300                | pages: 300             | 12 | does not look at “pages”, but at “dpi”
            dpi: 300                | dpi: three hundred     | 12 | dpi
            dpi: 300                | dpi: 3                 | 12 | 50
            id: pictures            | id: numbers            | 9  | “numbers” stands here and on line 5
            id: pictures            | id: Pictures           | 9  | lower-case
            forms: [interim-review  | forms: [final-review   | 17 | names something twice
            """)
    void namesEachFaultWithItsLineAndField(String good, String bad, int line, String words) {
        List<Finding> findings = new ArrayList<>();
        RuleSet set = RuleSetReader.read(GOOD.replaceFirst(Pattern.quote(good), bad), "own.yaml", findings);
        assertThat(set).isNull();
        assertThat(findings).anySatisfy(finding -> {
            assertThat(finding.toString()).contains(words);
            assertThat(finding.place().line()).isEqualTo(line);
            assertThat(finding.place().file()).isEqualTo("own.yaml");
        });
    }

    /** Letters lost, doubled or moved: a set without faults comes of it, or sentences that name the file and the line. */
    @Test
    void whateverSlipsIntoAFileIsReadOrTold() throws IOException {
        String court = Files.readString(FOLDER.resolve("court-e-bundle.yaml"));
        Random random = new Random(20);
        int told = 0;
        for (int slip = 0; slip < 200; slip++) {
            List<Finding> findings = new ArrayList<>();
            RuleSet set = RuleSetReader.read(slipped(court, random), "court-e-bundle.yaml", findings);
            assertThat(set == null).isEqualTo(Finding.anyError(findings));
            assertThat(findings).allSatisfy(finding -> {
                assertThat(finding.message()).isNotBlank();
                assertThat(finding.place().file()).isEqualTo("court-e-bundle.yaml");
                assertThat(finding.place().line()).isPositive();
            });
            told += findings.isEmpty() ? 0 : 1;
        }
        assertThat(told).isPositive();
    }

    private static String slipped(String text, Random random) {
        int from = random.nextInt(text.length());
        int to = Math.min(text.length(), from + 1 + random.nextInt(12));
        return switch (random.nextInt(3)) {
            case 0 -> text.substring(0, from) + text.substring(to);
            case 1 -> text.substring(0, to) + text.substring(from);
            default -> text.substring(0, from) + "\"[{:-\n#&*".charAt(random.nextInt(9)) + text.substring(to);
        };
    }

    @Test
    void thePageExplainsEveryKeyAndEveryCheck() throws IOException {
        String page = Files.readString(PAGE);
        Set<String> keys = new TreeSet<>();
        collect(Json.readObject(RuleSets.schema(), "schema"), keys);
        assertThat(keys)
                .hasSizeGreaterThan(12)
                .allSatisfy(key -> assertThat(page).containsPattern("(?<![\\w-])" + key + "(:|`)"));
        for (Check check : Check.values()) {
            assertThat(page).contains("`" + check.word() + "`");
        }
    }

    @Test
    void thePageShowsAWholeSetThatIsSound() throws IOException {
        Matcher example =
                Pattern.compile("(?s)```yaml\n(rule_set: our-panel .*?)```").matcher(Files.readString(PAGE));
        assertThat(example.find()).isTrue();
        List<Finding> findings = new ArrayList<>();
        RuleSetReader.read(example.group(1), "our-panel.yaml", findings);
        assertThat(findings).isEmpty();
    }

    private static void collect(@Nullable Object schema, Set<String> keys) {
        if (schema instanceof Map<?, ?> map) {
            if (map.get("properties") instanceof Map<?, ?> properties) {
                properties.keySet().forEach(key -> keys.add(key.toString()));
            }
            map.values().forEach(value -> collect(value, keys));
        }
    }
}
