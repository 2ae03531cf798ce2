package quire.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import quire.core.Problem;
import quire.pdf.masking.Mask;
import quire.pdf.masking.Masking;
import quire.testkit.HostilePdf;

/** Whoever reads or draws what was made to keep them busy for ever comes to an end, and says where. */
class HostilePagesTest {

    /** Whoever is kept busy for ever is not done by then, and whoever comes to an end is, however busy the machine. */
    private static final Duration SOON = Duration.ofMinutes(3);

    /** What harms only those who draw. */
    private static final Set<HostilePdf> READABLE =
            EnumSet.of(HostilePdf.DASHES, HostilePdf.LARGE_PHOTO, HostilePdf.CALCULATED, HostilePdf.GROUPS);

    @TempDir
    private Path folder;

    private static List<Mask> name(String text) {
        int at = text.indexOf(HostilePdf.NAME);
        return at < 0 ? List.of() : List.of(new Mask(at, at + HostilePdf.NAME.length(), "[neighbour]"));
    }

    @ParameterizedTest
    @EnumSource
    void s59_r11_textIsReadAsFarAsABudgetGoes(HostilePdf hostile) {
        List<List<String>> pages = assertTimeoutPreemptively(SOON, () -> PageTexts.of(hostile.file()));
        assertThat(pages).hasSize(2);
        assertThat(pages.get(0).toString()).contains(HostilePdf.HONEST);
        if (READABLE.contains(hostile)) {
            assertThat(pages.get(1).toString()).contains(HostilePdf.NAME);
        } else {
            assertThat(pages.get(1)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void s59_r11_maskingRefusesThePageAndNamesIt(HostilePdf hostile) {
        byte[] file = hostile.file();
        Throwable refused =
                assertTimeoutPreemptively(SOON, () -> catchThrowable(() -> Masking.of(file, HostilePagesTest::name)));
        assertThat(refused)
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith(
                        "Page 2 of this file is made so that reading or drawing it takes far too long.");
    }

    @ParameterizedTest
    @EnumSource
    void s59_r11_lookingKnowsTheHonestPage(HostilePdf hostile) throws IOException {
        Path file = Files.write(folder.resolve("hostile.pdf"), hostile.file());
        PdfSurvey survey = assertTimeoutPreemptively(SOON, () -> PdfSurvey.of(file));
        assertThat(survey.pages()).hasSize(2);
        assertThat(survey.pages().get(0).isKnown()).isTrue();
        assertThat(survey.pages().get(0).letters()).isGreaterThan(20);
    }
}
