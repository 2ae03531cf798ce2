package quire.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import quire.core.Json;
import quire.documents.TemplateShelf;
import quire.forms.AnswerCheck;
import quire.forms.Answers;
import quire.forms.Form;
import quire.forms.Forms;
import quire.forms.Section;

/**
 * Every paper of the year is there, and every row of both checklists, with its code, who writes it, who signs and when it
 * is due. Behind a semicolon stands who signs besides those whom the sources name, because the paper has words of theirs.
 */
class PapersOfTheYearTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final Forms FORMS = Forms.load(Path.of("forms"));
    private static final Programmes PROGRAMMES = Programmes.load(Path.of("forms/programmes"), FORMS);
    private static final TemplateShelf TEMPLATES = TemplateShelf.open(Path.of("templates"));

    /** Number, what it is, form, who writes on it, who signs. */
    private static final String PAPERS = """
            D1  | Initial professional development meeting                   | initial-meeting                  | assessor, nqsw                           | assessor, nqsw
            D2  | Self-assessment against the standards                      | self-assessment                  | nqsw                                     | nobody
            D3  | Support and assessment agreement                           | support-and-assessment-agreement | assessor, nqsw, coordinator              | nqsw, assessor, manager, coordinator
            D4  | Professional development plan                              | professional-development-plan    | nqsw, assessor                           | nqsw, assessor
            D5  | Foundational review, 0 to 3 months                         | foundational-review              | assessor, nqsw, manager, coordinator     | assessor, nqsw, manager; coordinator
            D6  | Supporting information, 0 to 3 months                      | supporting-information           | nqsw                                     | nqsw
            D7  | Direct observation of practice                             | direct-observation               | nqsw, observer                           | nqsw, observer
            D8  | Feedback from another professional                         | professional-feedback            | nqsw, professional, assessor             | professional, nqsw; assessor
            D9  | Verification of professional documentation                 | documentation-verification       | assessor, nqsw                           | assessor, nqsw
            D10 | Feedback from people who need care and support, and carers | feedback-from-people             | nqsw, giver                              | nqsw, assessor
            D10 | What do you think of your social worker?                   | feedback-easy-read               | giver, nqsw                              | nqsw, assessor
            D11 | Interim review and assessment, 3 to 6 months               | interim-review                   | assessor, nqsw, manager, coordinator     | assessor, nqsw, manager; coordinator
            D12 | Critical reflection log                                    | critical-reflection-log          | nqsw, assessor                           | nqsw, assessor
            D13 | Final critical reflection                                  | final-critical-reflection        | nqsw, assessor                           | nqsw, assessor
            D14 | Record of the 9-month progressive development meeting      | progressive-development-meeting  | nqsw, assessor, manager                  | nqsw, assessor, manager
            D15 | Final review and recommendation                            | final-review                     | assessor, nqsw, manager, coordinator     | assessor, nqsw, manager, coordinator
            D16 | Presentation                                               | presentation                     | nqsw                                     | nqsw
            D16 | Feedback on a presentation                                 | presentation-observer            | observer                                 | observer
            D17 | Portfolio checklist                                        | portfolio-checklist              | administrator, coordinator               | administrator; coordinator
            D18 | Internal moderation                                        | internal-moderation              | moderator, chair                         | moderator, chair
            D19 | Internal moderation report                                 | internal-moderation-report       | coordinator                              | coordinator, chair or lead
            D20 | External review                                            | external-review                  | external_moderator                       | external_moderator
            D21 | External moderation summary report                         | external-moderation-report       | partnership_chair                        | partnership_chair
            D22 | Panel agenda                                               | panel-agenda                     | administrator                            | administrator
            D22 | Panel minutes and actions                                  | panel-minutes                    | administrator                            | administrator, chair
            D23 | Concern record and support plan                            | concern-and-support-plan         | coordinator, assessor, nqsw, manager     | nqsw, assessor, manager, assessor or manager, coordinator
            D24 | Request for a deferral, pause or extension                 | deferral-request                 | nqsw, coordinator, assessor, lead        | nqsw, assessor, coordinator, lead
            D25 | Assessor handover or transfer of employer                  | handover                         | coordinator, assessor, incoming_assessor | assessor, incoming_assessor
            D26 | Appeal                                                     | appeal                           | nqsw, lead, second_assessor, chair       | nqsw, second_assessor, lead, chair
            D27 | Registration for the ASYE                                  | registration                     | nqsw, administrator                      | nqsw, administrator
            D28 | Evaluation by newly qualified social workers               | evaluation-nqsw                  | respondent                               | nobody
            D28 | Evaluation by assessors                                    | evaluation-assessor              | respondent                               | nobody
            D29 | Feedback on a training session                             | training-feedback                | respondent                               | nobody
            D30 | Attendance and training record                             | training-record                  | nqsw, administrator                      | nqsw, assessor, administrator
            D30 | Supervision log                                            | supervision-log                  | nqsw, assessor                           | nqsw, assessor, manager
            D31 | Action plan for continuous development                     | action-plan                      | coordinator, senior_manager              | coordinator, senior_manager
            D32 | Self-review of the programme                               | programme-self-review            | coordinator, senior_manager              | coordinator, senior_manager
            D33 | Certificate of completion                                  | certificate                      | coordinator                              | director
            D34 | Submission to the national quality assurance panel         | nqap-submission                  | coordinator                              | coordinator, senior_manager
            D34 | Application for endorsement                                | endorsement-application          | coordinator                              | coordinator, senior_manager
            D35 | Agreement with a partner organisation                      | partner-agreement                | coordinator, senior_manager              | senior_manager, lead
            D35 | List of assessors                                          | assessor-list                    | senior_manager, coordinator              | senior_manager, coordinator
            D35 | Invoice for the training programme                         | training-invoice                 | administrator                            | administrator, coordinator
            -   | Statement of confidentiality and authenticity              | confidentiality-statement        | nqsw, assessor, manager                  | nqsw, assessor, manager
            -   | Evidence grid                                              | evidence-grid                    | nqsw, assessor                           | nobody
            -   | 360-degree look at our ASYE programme                      | organisation-360                 | respondent                               | nobody
            -   | My year                                                    | roadmap                          | coordinator                              | nobody
            """;

    /**
     * The checklist of social workers with adults: row, paper, code, title, who sees to it, who signs, and when it is due;
     * in brackets, when others can read it.
     */
    private static final String ADULTS = """
            1  | D1  | 1: IPDM | Initial professional development meeting              | assessor           | assessor, nqsw                        | start + 4 weeks
            2  | D2  | 1: SA   | Self-assessment, at the start                         | nqsw               | nobody                                | initial - 1 working day
            3  | D3  | 1: SAA  | Support and assessment agreement                      | assessor           | nqsw, assessor, manager, coordinator  | start + 4 weeks
            4  | D4  | 1: PDP  | Professional development plan, 0 to 3 months          | nqsw               | nqsw, assessor                        | start + 4 weeks
            5  | D5  | 2: RSPA | Foundational review, 0 to 3 months                    | assessor           | assessor, nqsw, manager; coordinator  | review-3 (review-3 - 1 week)
            6  | D6  | 2: SI   | Supporting information, 0 to 3 months                 | nqsw               | nqsw                                  | review-3 - 1 week
            7  | D7  | 2: DO   | Direct observation 1                                  | nqsw, assessor     | nqsw, observer                        | review-3 - 1 week
            8  | D8  | 2: OP   | Feedback from another professional 1                  | nqsw, professional | professional, nqsw; assessor          | review-3 - 1 week
            9  | D9  | 2: PD   | Verification of professional documentation 1          | assessor           | assessor; nqsw                        | review-3 - 1 week
            10 | D10 | 2: SUF  | Feedback from a person or carer 1                     | nqsw               | nqsw; assessor                        | review-3 - 1 week
            11 | D4  | 2: PDP  | Professional development plan, 3 to 6 months          | nqsw               | nqsw, assessor                        | review-3 (review-3 - 1 week)
            12 | D11 | 3: RSPA | Interim review and assessment, 3 to 6 months          | assessor           | assessor, nqsw, manager; coordinator  | review-6 (review-6 - 1 week)
            13 | D12 | 3: CRL  | Critical reflection log, 0 to 6 months                | nqsw               | nqsw, assessor                        | review-6 - 1 week
            14 | D7  | 3: DO   | Direct observation 2                                  | nqsw, assessor     | nqsw, observer                        | review-6 - 1 week
            15 | D8  | 3: OP   | Feedback from another professional 2                  | nqsw, professional | professional, nqsw; assessor          | review-6 - 1 week
            16 | D9  | 3: PD   | Verification of professional documentation 2          | assessor           | assessor; nqsw                        | review-6 - 1 week
            17 | D10 | 3: SUF  | Feedback from a person or carer 2                     | nqsw               | nqsw; assessor                        | review-6 - 1 week
            18 | D4  | 3: PDP  | Professional development plan, 6 to 9 months          | nqsw               | nqsw, assessor                        | review-6 (review-6 - 1 week)
            19 | D14 | 4: PDM  | Record of the 9-month progressive development meeting | nqsw, assessor     | nqsw, assessor, manager               | review-9 + 2 weeks
            20 | D4  | 4: PDP  | Professional development plan, 9 to 12 months         | nqsw               | nqsw, assessor                        | review-9 + 2 weeks
            21 | D15 | 5: RSPA | Final review and recommendation                       | assessor           | assessor, nqsw, manager, coordinator  | final-review (portfolio)
            22 | D13 | 5: CRL  | Final critical reflection, 6 to 12 months             | nqsw               | nqsw, assessor                        | portfolio
            23 | D7  | 5: DO   | Direct observation 3                                  | nqsw, assessor     | nqsw, observer                        | portfolio
            24 | D8  | 5: OP   | Feedback from another professional 3                  | nqsw, professional | professional, nqsw; assessor          | portfolio
            25 | D9  | 5: PD   | Verification of professional documentation 3          | assessor           | assessor; nqsw                        | portfolio
            26 | D10 | 5: SUF  | Feedback from a person or carer 3                     | nqsw               | nqsw; assessor                        | portfolio
            27 | D4  | 5: PDP  | Professional development plan, after the ASYE         | nqsw               | nqsw, assessor                        | end + 2 weeks
            """;

    /** The same for social workers with children and families. */
    private static final String CHILD_AND_FAMILY = """
            1  | D2  | 1: SA   | Self-assessment, at the start                         | nqsw               | nobody                                | initial - 1 working day
            2  | D1  | 1: IPDM | Initial professional development meeting              | assessor, nqsw     | assessor, nqsw                        | start + 4 weeks
            3  | D3  | 1: SAA  | Support and assessment agreement                      | assessor, nqsw     | nqsw, assessor, manager, coordinator  | start + 4 weeks
            4  | D4  | 1: PDP  | Professional development plan, 0 to 3 months          | nqsw               | nqsw, assessor                        | start + 4 weeks
            5  | D6  | 2: SI   | Supporting information, 0 to 3 months                 | nqsw               | nqsw                                  | review-3 - 1 week
            6  | D4  | 2: PDP  | Professional development plan, 3 to 6 months          | nqsw               | nqsw, assessor                        | review-3 (review-3 - 1 week)
            7  | D10 | 2: SUF  | Feedback from a person or carer 1                     | nqsw, assessor     | nqsw; assessor                        | review-3 - 1 week
            8  | D9  | 2: PD   | Verification of professional documentation 1          | nqsw, assessor     | assessor; nqsw                        | review-3 - 1 week
            9  | D7  | 2: DO   | Direct observation 1                                  | nqsw, assessor     | nqsw, observer                        | review-3 - 1 week
            10 | D8  | 2: OP   | Feedback from another professional 1                  | nqsw, professional | professional, nqsw; assessor          | review-3 - 1 week
            11 | D5  | 2: RSPA | Foundational review, 0 to 3 months                    | assessor           | assessor, nqsw, manager; coordinator  | review-3 (review-3 - 1 week)
            12 | D2  | 3: SA   | Self-assessment, in the middle                        | nqsw               | nobody                                | review-6 - 1 week
            13 | D12 | 3: CRL  | Critical reflection log, 0 to 6 months                | nqsw               | nqsw, assessor                        | review-6 - 1 week
            14 | D4  | 3: PDP  | Professional development plan, 6 to 9 months          | nqsw               | nqsw, assessor                        | review-6 (review-6 - 1 week)
            15 | D10 | 3: SUF  | Feedback from a person or carer 2                     | nqsw, assessor     | nqsw; assessor                        | review-6 - 1 week
            16 | D7  | 3: DO   | Direct observation 2                                  | nqsw, assessor     | nqsw, observer                        | review-6 - 1 week
            17 | D8  | 3: OP   | Feedback from another professional 2                  | nqsw, professional | professional, nqsw; assessor          | review-6 - 1 week
            18 | D9  | 3: PD   | Verification of professional documentation 2          | nqsw, assessor     | assessor; nqsw                        | review-6 - 1 week
            19 | D11 | 3: RSPA | Interim review and assessment, 3 to 6 months          | assessor           | assessor, nqsw, manager; coordinator  | review-6 (review-6 - 1 week)
            20 | D14 | 4: PDM  | Record of the 9-month progressive development meeting | nqsw, assessor     | nqsw, assessor, manager               | review-9 + 2 weeks
            21 | D4  | 4: PDP  | Professional development plan, 9 to 12 months         | nqsw               | nqsw, assessor                        | review-9 + 2 weeks
            22 | D2  | 5: SA   | Self-assessment, near the end                         | nqsw               | nobody                                | portfolio
            23 | D13 | 5: CRL  | Final critical reflection, 6 to 12 months             | nqsw               | nqsw, assessor                        | portfolio
            24 | D4  | 5: PDP  | Professional development plan, after the ASYE         | nqsw               | nqsw, assessor                        | end + 2 weeks
            25 | D10 | 5: SUF  | Feedback from a person or carer 3                     | nqsw, assessor     | nqsw; assessor                        | portfolio
            26 | D7  | 5: DO   | Direct observation 3                                  | nqsw, assessor     | nqsw, observer                        | portfolio
            27 | D8  | 5: OP   | Feedback from another professional 3                  | nqsw, professional | professional, nqsw; assessor          | portfolio
            28 | D9  | 5: PD   | Verification of professional documentation 3          | nqsw, assessor     | assessor; nqsw                        | portfolio
            29 | D15 | 5: RSPA | Final review and recommendation                       | assessor           | assessor, nqsw, manager, coordinator  | final-review (portfolio)
            """;

    /** What stands in place of the final critical reflection for somebody who presents. */
    private static final String PRESENTING = """
            D16 | 5: PRES   | Presentation                   | nqsw     | nqsw     | portfolio
            D16 | 5: PRES-O | Feedback on the presentation 1 | observer | observer | final-review
            """;

    @Test
    void everyPaperIsAForm() {
        assertThat(FORMS.list().stream().map(PapersOfTheYearTest::paper))
                .containsExactlyInAnyOrderElementsOf(rows(PAPERS));
    }

    @Test
    void everyRowOfTheAdultsChecklistIsThere() {
        assertThat(checklist("adult", Map.of())).containsExactlyElementsOf(rows(ADULTS));
        assertThat(packed("adult", Row.Pack.WHOLE)).isEqualTo(26);
        assertThat(packed("adult", Row.Pack.CONFIRMATION)).isEqualTo(1);
    }

    @Test
    void everyRowOfTheChildAndFamilyChecklistIsThere() {
        assertThat(checklist("child-and-family", Map.of())).containsExactlyElementsOf(rows(CHILD_AND_FAMILY));
        assertThat(packed("child-and-family", Row.Pack.WHOLE)).isEqualTo(26);
        assertThat(packed("child-and-family", Row.Pack.CONFIRMATION)).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"adult", "child-and-family"})
    void everyRowStandsInTheStageThatItsCodeNames(String programme) {
        List<String> stages = PROGRAMMES.get(programme).timeline().stages().stream()
                .map(Stage::id)
                .toList();
        assertThat(PROGRAMMES.get(programme).rows())
                .allSatisfy(row -> assertThat(row.code()).startsWith(1 + stages.indexOf(row.stage()) + ": "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"adult", "child-and-family"})
    void somebodyMayPresentInsteadOfWriting(String programme) {
        List<String> presenting = bare(checklist(programme, Map.of("final-piece", "presentation")));
        assertThat(presenting)
                .containsSubsequence(rows(PRESENTING))
                .containsAll(bare(checklist(programme, Map.of())).stream()
                        .filter(row -> !row.contains("5: CRL"))
                        .toList())
                .hasSize(checklist(programme, Map.of()).size() + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"adult", "child-and-family"})
    void everyPaperBelongsToTheProgramme(String programme) {
        Programme read = PROGRAMMES.get(programme);
        Set<String> foreseen = Stream.concat(read.rows().stream(), read.further().stream())
                .flatMap(row -> row.forms().stream())
                .map(FormPin::form)
                .collect(Collectors.toSet());
        assertThat(foreseen)
                .containsExactlyInAnyOrderElementsOf(
                        FORMS.list().stream().map(Form::id).toList());
    }

    @Test
    void everyPaperHasAHeadThatNobodyTypes() {
        assertThat(FORMS.everyVersion().stream()
                        .filter(form -> form.record() == null)
                        .map(Form::id))
                .isEmpty();
    }

    @Test
    void aReferenceBelongsToOneKindOfPaper() {
        Map<String, Set<String>> papers = new TreeMap<>();
        FORMS.list()
                .forEach(form -> papers.computeIfAbsent(
                                Objects.requireNonNullElse(form.reference(), "none"), key -> new TreeSet<>())
                        .add(Objects.requireNonNullElse(form.code(), form.id())));
        assertThat(papers)
                .doesNotContainKey("none")
                .allSatisfy((reference, kinds) -> assertThat(kinds).hasSize(1));
    }

    static Stream<String> everyVersion() {
        return FORMS.everyVersion().stream().map(form -> form.id() + "@" + form.version());
    }

    @ParameterizedTest
    @MethodSource("everyVersion")
    void hasASampleAWordTemplateAndALayout(String version) throws IOException {
        Form form = FORMS.get(version);
        boolean earlier = form.version() < FORMS.get(form.id()).version();
        String sample = earlier ? "earlier/" + form.id() + "." + form.version() : form.id();
        Path file = Path.of("samples", sample + ".json");
        Answers answers = Answers.of(form, Json.readObject(Files.readString(file), file.toString()));
        assertThat(AnswerCheck.of(form, answers, TODAY).complete()).isEmpty();
        assertThat(TEMPLATES.templates(form))
                .satisfiesExactly(
                        word -> assertThat(word.name()).endsWith(".docx"),
                        page -> assertThat(page.name()).endsWith(".html"));
    }

    private static String paper(Form form) {
        Set<Signatory> signatories = new LinkedHashSet<>();
        form.signOff().forEach(step -> {
            if (step.everyone()) {
                step.signers().forEach(role -> signatories.add(new Signatory(List.of(role))));
            } else {
                signatories.add(new Signatory(step.signers()));
            }
        });
        return String.join(
                " | ",
                Objects.requireNonNullElse(form.code(), "-"),
                form.title(),
                form.id(),
                form.sections().stream().map(Section::owner).distinct().collect(Collectors.joining(", ")),
                signs(signatories.stream()));
    }

    private static List<String> checklist(String programme, Map<String, String> decided) {
        List<Row> rows = plan(programme, decided).rows();
        return IntStream.range(0, rows.size())
                .mapToObj(i -> i + 1 + " | " + row(rows.get(i)))
                .toList();
    }

    private static String row(Row row) {
        return String.join(
                " | ",
                String.valueOf(FORMS.get(row.form().toString()).code()),
                String.valueOf(row.code()),
                row.title(),
                String.join(", ", row.responsible()),
                signs(row.signatories().stream()),
                row.due() + (row.draft() == null ? "" : " (" + row.draft() + ")"));
    }

    private static String signs(Stream<Signatory> signatories) {
        String all = signatories.map(Signatory::toString).collect(Collectors.joining(", "));
        return all.isEmpty() ? "nobody" : all;
    }

    private static long packed(String programme, Row.Pack pack) {
        return plan(programme, Map.of()).rows().stream()
                .filter(row -> row.pack() == pack)
                .count();
    }

    private static DocumentPlan plan(String programme, Map<String, String> decided) {
        Programme read = PROGRAMMES.get(programme);
        return read.plan(read.choices(decided));
    }

    /** Rows without their numbers. */
    private static List<String> bare(List<String> rows) {
        return rows.stream().map(row -> row.replaceFirst("^\\d+ \\| ", "")).toList();
    }

    /** The rows of a table without the blanks that align it, and without telling signatories apart. */
    private static List<String> rows(String table) {
        return table.lines()
                .map(row -> row.strip().replaceAll(" +\\| ", " | ").replace("; ", ", "))
                .toList();
    }
}
