package quire.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static quire.seal.SealDates.NOW;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quire.core.Problem;
import quire.pdf.SealSpace;
import quire.testkit.DssValidator;
import quire.testkit.PdfSig;
import quire.testkit.Qpdf;
import quire.testkit.VeraPdf;

class SealerTest {

    private static final SealKey KEY = SealKey.make("Portfolios of Northshire", NOW);

    @TempDir
    private Path folder;

    @Test
    void makesASealThatOtherProgramsFindGood() {
        Sealer sealer = new Sealer(KEY);
        byte[] sealed = Sealable.paper(sealer.room()).sealed(sealer);
        assertThat(PdfSig.says(sealed))
                .contains(
                        "Signature is Valid.",
                        "Total document signed",
                        "Portfolios of Northshire",
                        "ETSI.CAdES.detached");
        assertThat(DssValidator.says(sealed)).isEqualTo("PAdES-BASELINE-B intact[]");
        Qpdf.assertSound(sealed);
        VeraPdf.assertAccessibleAndArchival(sealed);
        assertThat(new SealCheck(List.of(KEY.certificate())).of(sealed).kind()).isEqualTo(SealVerdict.Kind.WHOLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "EC"})
    void sealsWithTheKeyOfAnOperator(String kind) throws Exception {
        SealKey key = SealKey.read(KeyFiles.of("x", KeyFiles.entry(kind, "CN=Trust, O=Northshire")), "x", NOW);
        Sealer sealer = new Sealer(key);
        byte[] sealed = Sealable.paper(sealer.room()).sealed(sealer);
        assertThat(PdfSig.says(sealed)).contains("Signature is Valid.", "Total document signed");
        assertThat(DssValidator.says(sealed)).isEqualTo("PAdES-BASELINE-B intact[]");
        assertThat(new SealCheck(List.of(key.certificate())).of(sealed).kind()).isEqualTo(SealVerdict.Kind.WHOLE);
    }

    @Test
    void sealsALargeFileWhereItLies() throws IOException {
        String padding = "%" + "x".repeat(1_000_000) + "\n";
        Sealer sealer = new Sealer(KEY);
        Sealable large = Sealable.small(padding.repeat(40), padding, sealer.room());
        Path file = Files.write(folder.resolve("large.pdf"), large.bytes());
        sealer.seal(file, large.space(), NOW);
        SealVerdict verdict = new SealCheck(List.of(KEY.certificate())).of(file);
        assertThat(verdict.kind()).isEqualTo(SealVerdict.Kind.WHOLE);
        assertThat(verdict.covered()).isEqualTo(large.bytes().length);
    }

    @Test
    void leavesAFileAsItWasThatHasTooLittleRoom() throws IOException {
        Sealable tight = Sealable.small("", "", 300);
        Path file = Files.write(folder.resolve("tight.pdf"), tight.bytes());
        assertThatThrownBy(() -> new Sealer(KEY).seal(file, tight.space(), NOW))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("the file has room for 300");
        assertThat(file).hasBinaryContent(tight.bytes());
    }

    @Test
    void sealsNothingThatHasNoEmptySpace() throws IOException {
        Sealer sealer = new Sealer(KEY);
        Sealable paper = Sealable.small("", "", sealer.room());
        Path file = Files.write(folder.resolve("sealed.pdf"), paper.sealed(sealer));
        SealSpace space = paper.space();
        for (SealSpace wrong : List.of(
                space,
                new SealSpace(space.start() + 1, space.end()),
                new SealSpace(0, 10),
                new SealSpace(space.start(), 1_000_000),
                new SealSpace(50, 20))) {
            assertThatThrownBy(() -> sealer.seal(file, wrong, NOW)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void doesNotSealWhenTheCertificateIsOver() throws IOException {
        Sealer sealer = new Sealer(KEY);
        Sealable paper = Sealable.small("", "", sealer.room());
        Path file = Files.write(folder.resolve("late.pdf"), paper.bytes());
        assertThatThrownBy(() -> sealer.seal(file, paper.space(), NOW.plus(Duration.ofDays(3_700))))
                .hasMessageStartingWith("The certificate for seals ended on");
        assertThat(file).hasBinaryContent(paper.bytes());
    }
}
