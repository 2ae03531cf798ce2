package quire.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quire.forms.Forms;
import quire.programme.Programmes;

/** What is said of a cohort that is not true to the forms and programmes. */
class CohortFindingsTest {

    private static final Forms FORMS = Forms.load(Path.of("forms"));
    private static final Programmes PROGRAMMES = Programmes.load(Path.of("forms/programmes"), FORMS);

    private static final String COHORT = """
            cohort: small
            day: 2026-11-12
            since: 2026-05-01
            organisations:
              - {id: vale, name: "Vale Council", address: "Vale House"}
            people:
              - {id: ana-lee, name: "Ana Lee", post: "Social worker", registration: SW000401, organisation: vale, email: ana@vale.example}
              - {id: bo-hart, name: "Bo Hart", post: "Assessor", registration: SW000402, organisation: vale, email: bo@vale.example}
            portfolios: [VA-2026-001]
            """;
    private static final String PORTFOLIO = """
            portfolio: VA-2026-001
            nqsw: ana-lee
            programme: adult
            version: 2
            employer: vale
            team: "Team"
            setting: "Adults"
            start: 2026-06-01
            standing: "Begun."
            assigned:
              - {role: assessor, person: bo-hart, from: 2026-06-01, until: 2026-09-30}
            """;
    private static final String DOCUMENT = """
            row: supporting-information
            form: supporting-information
            started: 2026-08-03
            state: draft
            answers:
              support_helped: "Time."
            """;

    private static final String FEEDBACK = """
            row: people-feedback-1
            form: feedback-from-people
            started: 2026-08-03
            state: draft
            answers: {}
            """;

    @TempDir
    Path samples;

    @BeforeEach
    void write() throws IOException {
        Files.createDirectories(samples.resolve("cohort/VA-2026-001"));
        write("cohort.yaml", COHORT);
        write("VA-2026-001/portfolio.yaml", PORTFOLIO);
        write("VA-2026-001/supporting-information.yaml", DOCUMENT);
    }

    @Test
    void aSoundOneHasNone() {
        assertThat(findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            organisation: vale, email: bo@ | organisation: mere, email: bo@ | cohort.yaml:8 There is no organisation “mere”.
            registration: SW000402         | registration: SW000401         | cohort.yaml:8 “SW000401” is there twice.
            day: 2026-11-12                | day: 2026-02-30                | cohort.yaml:2 “2026-02-30” is no day of the calendar. Write one such as 2026-05-11.
            organisation: vale, email: bo@ | roles: [boss], organisation: vale, email: bo@ | cohort.yaml:8 There is no role “boss”.
            portfolios: [VA-2026-001]      | portfolios: [VA-2026-002]      | portfolio.yaml:0 There is no such file.
            bo@vale.example                | bo@vale.gov.uk                 | cohort.yaml:8 “email” of the person “bo-hart” is “bo@vale.gov.uk”. Invented people have addresses that end in .example.
            """)
    void ofItsOwnFile(String right, String wrong, String finding) throws IOException {
        write("cohort.yaml", COHORT.replace(right, wrong));
        assertThat(findings()).contains(finding);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            version: 2       | version: 9                                             | portfolio.yaml:3 There is no such programme in this version.
            person: bo-hart  | person: bo-heart                                       | portfolio.yaml:11 There is no person “bo-heart”.
            role: assessor   | role: asessor                                          | portfolio.yaml:11 There is no role “asessor”.
            standing: "Begun." | standing: "Begun.", x: 1                             | portfolio.yaml:9
            start: 2026-06-01 | start: 2026-12-01                                     | portfolio.yaml:8 This is after the day of the cohort, which is 2026-11-12.
            start: 2026-06-01 | start: 2026-04-30                                     | portfolio.yaml:8 This portfolio begins before the cohort does, which is 2026-05-01.
            setting: "Adults" | choices: {final-piece: dance}                         | portfolio.yaml:7 The setting “final-piece” has no value “dance”.
            """)
    void ofAPortfolio(String right, String wrong, String finding) throws IOException {
        write("VA-2026-001/portfolio.yaml", PORTFOLIO.replace(right, wrong));
        assertThat(findings()).anySatisfy(found -> assertThat(found).startsWith(finding));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            row: supporting-information  | row: suporting-information | supporting-information.yaml:1 The programme has no paper “suporting-information” as this portfolio is set.
            form: supporting-information | form: interim-review       | supporting-information.yaml:2 The programme does not write this paper on “interim-review”.
            support_helped: "Time."      | suport_helped: "Time."     | supporting-information.yaml:6 There is no answer called “suport_helped” here.
            started: 2026-08-03          | started: 2026-12-03        | supporting-information.yaml:3 This is after the day of the cohort, which is 2026-11-12.
            state: draft                 | state: returned            | supporting-information.yaml:4 The document cannot be “returned”. Nothing was given back after the last signature.
            state: draft                 | state: signed              | supporting-information.yaml:4 The document cannot be “signed”. Step 1 is not signed yet.
            """)
    void ofADocument(String right, String wrong, String finding) throws IOException {
        write("VA-2026-001/supporting-information.yaml", DOCUMENT.replace(right, wrong));
        assertThat(findings()).contains(finding);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {step: 1, role: nqsw, by: ana-lee, on: 2026-08-08}     | Nobody works on 2026-08-08.
            {step: 1, role: nqsw, by: bo-hart, on: 2026-08-07}     | “bo-hart” is not “nqsw” here on that day.
            {step: 2, role: assessor, by: bo-hart, on: 2026-08-07} | The form does not ask for a signature of “assessor” in step 2, or not with these answers.
            {step: 1, role: nqsw, by: ana-lee, on: 2026-07-31}     | This signature comes before the one above it.
            {step: 1, role: nqsw, by: ana-lee, on: 2026-11-13}     | This is after the day of the cohort, which is 2026-11-12.
            """)
    void ofASignature(String signature, String finding) throws IOException {
        write("VA-2026-001/supporting-information.yaml", DOCUMENT + "signed:\n  - " + signature + "\n");
        assertThat(findings()).contains("supporting-information.yaml:8 " + finding);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            asked: [{role: giver, who: bo-heart, on: 2026-08-04}]                        | There is no person “bo-heart”.
            asked: [{role: nqsw, who: bo-hart, on: 2026-08-04}]                          | There is no part for which somebody is asked “nqsw”.
            asked: [{role: giver, who: bo-hart, on: 2026-08-02}]                         | The document was not begun before 2026-08-03.
            asked: [{role: giver, who: bo-hart, on: 2026-11-13}]                         | This is after the day of the cohort, which is 2026-11-12.
            asked: [{role: giver, who: bo-hart, on: 2026-08-04, until: 2026-08-04}]      | This is not after the day on which they were asked.
            recorded: {role: assessor, for: a carer, on: 2026-08-04}                     | There is no part that is written down for somebody “assessor”.
            recorded: {role: giver, for: a carer, on: 2026-08-02}                        | The document was not begun before 2026-08-03.
            """)
    void ofSomebodyWhoWasAsked(String asked, String finding) throws IOException {
        write("VA-2026-001/people-feedback-1.yaml", FEEDBACK.replace("answers: {}", asked + "\nanswers: {}"));
        assertThat(findings()).contains("people-feedback-1.yaml:5 " + finding);
    }

    @Test
    void ofWordsThatNobodyWasAskedFor() throws IOException {
        write("VA-2026-001/people-feedback-1.yaml", FEEDBACK.replace("{}", "{giver_kind: carer}"));
        assertThat(findings())
                .singleElement()
                .asString()
                .startsWith("people-feedback-1.yaml:5 Nobody was asked for “")
                .endsWith("”, and nobody wrote it down.");
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(samples.resolve("cohort").resolve(file), text);
    }

    private List<String> findings() {
        return Cohort.check(samples, FORMS, PROGRAMMES).stream()
                .map(finding -> Path.of(String.valueOf(finding.place().file())).getFileName() + ":"
                        + finding.place().line() + " " + finding.message())
                .toList();
    }
}
