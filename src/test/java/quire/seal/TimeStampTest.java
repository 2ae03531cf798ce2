package quire.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static quire.seal.SealDates.NOW;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quire.core.Problem;
import quire.testkit.DssValidator;
import quire.testkit.PdfSig;
import quire.testkit.TestTimeAuthority;

class TimeStampTest {

    private static final SealKey KEY = SealKey.make("Portfolios of Northshire", NOW);
    private static final SealCheck CHECK = new SealCheck(List.of(KEY.certificate()));

    @TempDir
    private Path folder;

    private TestTimeAuthority authority;

    @BeforeEach
    void open() throws Exception {
        authority = new TestTimeAuthority();
    }

    @AfterEach
    void close() {
        authority.close();
    }

    @Test
    void standsBesideTheSeal() {
        Sealer sealer = new Sealer(KEY, authority.required());
        byte[] sealed = Sealable.paper(sealer.room()).sealed(sealer);
        SealVerdict verdict = CHECK.of(sealed);
        assertThat(verdict.kind()).isEqualTo(SealVerdict.Kind.WHOLE);
        assertThat(verdict.at()).isEqualTo(NOW);
        assertThat(verdict.stamp()).isNotNull();
        assertThat(verdict.stamp().at()).isEqualTo(TestTimeAuthority.TIME);
        assertThat(verdict.stamp().by().subject()).isEqualTo("Authority of the tests");
        assertThat(DssValidator.says(sealed)).isEqualTo("PAdES-BASELINE-T intact[]");
        assertThat(PdfSig.says(sealed)).contains("Signature is Valid.", "Total document signed");
    }

    @Test
    void isDoneWithoutWhereItIsOnlyWanted() {
        authority.answering(503);
        Sealer sealer = new Sealer(KEY, authority.wanted());
        byte[] sealed = Sealable.paper(sealer.room()).sealed(sealer, NOW, List.of("seal-unstamped"));
        assertThat(CHECK.of(sealed).kind()).isEqualTo(SealVerdict.Kind.WHOLE);
        assertThat(CHECK.of(sealed).stamp()).isNull();
        assertThat(DssValidator.says(sealed)).isEqualTo("PAdES-BASELINE-B intact[]");
    }

    @Test
    void mustBeGoodWhereItIsRequired() throws IOException {
        refuses(authority.answering(503).required());
        authority.answering(200);
        refuses(authority.twisting(answer -> new byte[0]).required());
        refuses(authority.twisting(answer -> new byte[100_000]).required());
        refuses(authority.twisting(answer -> Arrays.copyOf(answer, 400)).required());
        refuses(authority.twisting(TimeStampTest::withABrokenSignature).required());
        byte[] ofSomethingElse = authority.answer(question(), NOW);
        refuses(authority.twisting(answer -> ofSomethingElse).required());
    }

    @Test
    void isNotWaitedForBeyondPatience() throws IOException {
        authority.after(Duration.ofSeconds(1));
        refuses(new TimeAuthority(authority.address(), Duration.ofMillis(200), true));
    }

    @Test
    void cannotComeFromWhereNobodyIs() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        refuses(new TimeAuthority(URI.create("http://127.0.0.1:" + free + "/"), Duration.ofSeconds(1), true));
    }

    private void refuses(TimeAuthority asked) throws IOException {
        Sealer sealer = new Sealer(KEY, asked);
        Sealable paper = Sealable.small("", "", sealer.room());
        Path file = Files.write(folder.resolve("unstamped.pdf"), paper.bytes());
        assertThatThrownBy(() -> sealer.seal(file, paper.space(), NOW))
                .isInstanceOfSatisfying(
                        Problem.class, refused -> assertThat(refused.kind()).isEqualTo(Problem.Kind.UNAVAILABLE))
                .hasMessageContaining("does not answer as it should, so nothing was sealed")
                .hasMessageContaining(asked.address().toString());
        assertThat(file).hasBinaryContent(paper.bytes());
    }

    private static byte[] withABrokenSignature(byte[] answer) {
        byte[] broken = answer.clone();
        broken[broken.length - 5] ^= 1;
        return broken;
    }

    private static byte[] question() throws IOException {
        return new TimeStampRequestGenerator()
                .generate(TSPAlgorithms.SHA256, new byte[32])
                .getEncoded();
    }
}
