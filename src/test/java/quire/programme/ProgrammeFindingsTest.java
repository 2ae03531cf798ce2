package quire.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import quire.core.Finding;
import quire.forms.Forms;
import quire.testkit.Golden;

/** What is said of a programme that is not sound. The cases stand in golden/programme/bad, one file for each set of rules. */
class ProgrammeFindingsTest {

    private static final Path WORLD = Golden.folder("programme");
    private static final Forms FORMS = Forms.load(WORLD.resolve("forms"));
    private static final Set<String> RULE_SETS = Set.of("house-rules", "court-rules");
    private static final Set<String> TEMPLATES = Set.of("review.docx");

    static Stream<BadProgramme> cases() throws IOException {
        String good = good();
        List<BadProgramme> cases = new ArrayList<>();
        try (Stream<Path> files = Files.list(WORLD.resolve("bad"))) {
            for (Path file : files.sorted().toList()) {
                BadProgramme.read(good, Files.readString(file)).forEach(cases::add);
            }
        }
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void namesEachFaultWithItsLine(BadProgramme bad) {
        assertThat(said(bad.yaml())).containsExactlyElementsOf(bad.said());
    }

    @Test
    void hasNothingToSayOfAGoodOne() throws IOException {
        assertThat(said(good())).isEmpty();
    }

    private static String good() throws IOException {
        return Files.readString(WORLD.resolve("year.yaml"));
    }

    private static List<String> said(String yaml) {
        List<Finding> findings = new ArrayList<>();
        new ProgrammeReader(FORMS, TEMPLATES, RULE_SETS).read(yaml, "year.yaml", false, findings);
        assertThat(findings).allSatisfy(finding -> {
            assertThat(finding.isError()).isTrue();
            assertThat(finding.place().file()).isEqualTo("year.yaml");
        });
        return findings.stream().map(ProgrammeFindingsTest::line).toList();
    }

    private static String line(Finding finding) {
        String suggestion = finding.suggestion() == null ? "" : " → " + finding.suggestion();
        return finding.place().line() + " " + finding.code() + " " + finding.message() + suggestion;
    }
}
