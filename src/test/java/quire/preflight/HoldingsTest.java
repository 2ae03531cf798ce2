package quire.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import quire.bundle.Contents;
import quire.bundle.Contents.Line;
import quire.bundle.Gap;
import quire.bundle.Plan;
import quire.pdf.PdfSurvey;
import quire.pdf.SurveyedPage;
import quire.pdf.Volume;
import quire.seal.SealVerdict;

/** The checks of what is in a bundle, each on one that keeps it and on one that does not. */
class HoldingsTest {

    private static final List<Line> GOOD = List.of(
            line("cover", Plan.Kind.COVER, 1, ""),
            line("confirmations", Plan.Kind.CONFIRMATIONS, 2, ""),
            line("final-review", Plan.Kind.PAPER, 3, "final-review", ""));

    @Test
    void aDraftIsNotFinal() {
        assertThat(judge(Check.FINAL, subject(true, true, GOOD)).outcome()).isEqualTo(Outcome.PASS);
        assertThat(judge(Check.FINAL, subject(true, false, GOOD)).outcome()).isEqualTo(Outcome.FAIL);
    }

    @Test
    void aPaperThatNobodySignedIsNamedWithItsPage() {
        assertThat(judge(Check.SIGNED, subject(true, true, GOOD)).outcome()).isEqualTo(Outcome.PASS);
        Judgement broken = judge(
                Check.SIGNED,
                subject(true, true, with(line("plan", Plan.Kind.PAPER, 7, "professional-development-plan"))));
        assertThat(broken).isEqualTo(Judgement.fail("Nobody has signed “plan” (page 7).", List.of(7)));
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThat(judge(Check.COMPLETE, subject(true, true, GOOD)).outcome()).isEqualTo(Outcome.PASS);
        List<Gap> gaps = new ArrayList<>();
        for (int i = 1; i <= 7; i++) {
            gaps.add(new Gap(Gap.Kind.MISSING, "Paper " + i, "Not started.", ""));
        }
        Judgement broken = judge(Check.COMPLETE, subject(contents(true, true, GOOD, gaps), ""));
        assertThat(broken.sentence())
                .isEqualTo(
                        "Missing: “Paper 1”, “Paper 2”, “Paper 3”, “Paper 4”, “Paper 5” and 2 more. The cover says why.");
    }

    @Test
    void aPageThatIsMadeForABundleIsFound() {
        assertThat(judge(Check.HOLDS_PAGE, subject(true, true, GOOD), "confirmations"))
                .isEqualTo(Judgement.pass("It is page 2.", List.of(2)));
        assertThat(judge(Check.HOLDS_PAGE, subject(true, true, GOOD), "control").outcome())
                .isEqualTo(Outcome.FAIL);
    }

    @Test
    void papersThatMustBeThereAndThoseThatMustNotAreNamed() {
        Subject subject = subject(true, true, GOOD);
        assertThat(judge(Check.HOLDS_PAPERS, subject, "", "final-review").pages())
                .containsExactly(3);
        assertThat(judge(Check.HOLDS_PAPERS, subject, "", "final-review", "direct-observation"))
                .isEqualTo(Judgement.fail("Not there: direct observation."));
        assertThat(judge(Check.EXCLUDED_PAPERS, subject, "", "self-assessment").outcome())
                .isEqualTo(Outcome.PASS);
        assertThat(judge(Check.EXCLUDED_PAPERS, subject, "", "self-assessment", "final-review"))
                .isEqualTo(Judgement.fail("There, and it should not be: “final-review” (page 3).", List.of(3)));
    }

    @Test
    void aBundleUnderACodeNamesNobodyAnywhere() {
        assertThat(judge(Check.CODED, subject(true, true, GOOD)).outcome()).isEqualTo(Outcome.PASS);
        assertThat(judge(Check.CODED, subject(false, true, GOOD)).sentence()).isEqualTo("People stand in it by name.");
        assertThat(judge(Check.CODED, subject(true, true, with(line("photo", Plan.Kind.EVIDENCE, 9, "")))))
                .isEqualTo(
                        Judgement.fail("Files cannot be reworded, and these are there: “photo” (page 9).", List.of(9)));
        assertThat(judge(
                                Check.CODED,
                                subject(true, true, with(line("log", Plan.Kind.PAPER, 5, "log", "Helen Birtwhistle"))))
                        .sentence())
                .contains("names those who signed “log” (page 5)");
        assertThat(judge(Check.CODED, subject(contents(true, true, GOOD, List.of()), "Helen Birtwhistle"))
                        .sentence())
                .isEqualTo("The file names its author.");
        Contents other = new Contents("C5-118", true, true, "Alasdair Penrose", GOOD, List.of(), "", "", 0, "");
        assertThat(judge(Check.CODED, subject(other, "")).sentence())
                .contains("names who had it made", "The cover does not show the code C5-118.");
    }

    @ParameterizedTest
    @EnumSource(SealVerdict.Kind.class)
    void onlyAWholeSealIsOne(SealVerdict.Kind kind) {
        Subject subject = new Subject("a.pdf", 1, null, "", null, kind);
        Outcome expected =
                switch (kind) {
                    case WHOLE -> Outcome.PASS;
                    case FOREIGN -> Outcome.LOOK;
                    default -> Outcome.FAIL;
                };
        assertThat(judge(Check.SEALED, subject).outcome()).isEqualTo(expected);
    }

    @Test
    void aFileThatIsTooLargeSaysItsSize() {
        Rule.Terms terms = new Rule.Terms(0, 0, 25, 0, false, "", "", List.of());
        assertThat(Check.FILE_SIZE.judge(
                        new Subject("a.pdf", 25_000_000, null, "", null, SealVerdict.Kind.NONE), terms))
                .isEqualTo(Judgement.pass("The file has 25.0 MB."));
        assertThat(Check.FILE_SIZE.judge(
                        new Subject("a.pdf", 25_100_000, null, "", null, SealVerdict.Kind.NONE), terms))
                .isEqualTo(Judgement.fail("The file has 25.1 MB."));
    }

    private static Judgement judge(Check check, Subject subject) {
        return judge(check, subject, "");
    }

    private static Judgement judge(Check check, Subject subject, String page, String... forms) {
        return check.judge(subject, new Rule.Terms(0, 0, 0, 0, false, "", page, Arrays.asList(forms)));
    }

    private static List<Line> with(Line more) {
        List<Line> lines = new ArrayList<>(GOOD);
        lines.add(more);
        return lines;
    }

    private static Line line(String title, Plan.Kind kind, int page, String form, String... signers) {
        List<Contents.Signed> signed = Stream.of(signers)
                .map(name -> new Contents.Signed("role", name, Instant.EPOCH))
                .toList();
        return new Line(title, kind, title, 1, page, 1, "", "", form, "", signed, "");
    }

    private static Subject subject(boolean coded, boolean isFinal, List<Line> lines) {
        return subject(contents(coded, isFinal, lines, List.of()), "");
    }

    private static Contents contents(boolean coded, boolean isFinal, List<Line> lines, List<Gap> gaps) {
        return new Contents("C4-917", coded, isFinal, "", lines, gaps, "", "", 0, "");
    }

    private static Subject subject(Contents contents, String author) {
        SurveyedPage.Words code = new SurveyedPage.Words("Portfolio C4-917", 60, 500, 12);
        SurveyedPage cover = new SurveyedPage(
                595, 842, "1", 60, 0, 0, 0, false, java.util.Set.of(), List.of(), List.of(code), List.of(), true);
        Volume.Attachment manifest = new Volume.Attachment("manifest.json", "", "", "", new byte[0]);
        PdfSurvey survey = new PdfSurvey(List.of(cover), List.of(), null, author, false, List.of(manifest));
        return new Subject("a.pdf", 1, survey, "", contents, SealVerdict.Kind.NONE);
    }
}
