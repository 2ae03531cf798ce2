package quire.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import quire.bundle.Bundle;
import quire.core.Digest;
import quire.testkit.Ask;

/** A large file whole or in portions, as RFC 9110 has it in section 14. */
class BundlePortionsIT {

    @TempDir
    static Path data;

    private static Panel panel;
    private static Ask administrator;
    private static String address;
    private static byte[] whole;

    @BeforeAll
    static void open() {
        panel = new Panel(data);
        Bundle bundle = panel.built("internal");
        administrator = panel.administrator();
        address = "/bundles/" + bundle.id() + "/pdf";
        whole = administrator.get(address).expect(200).bytes();
        assertThat(Digest.of(whole)).isEqualTo(bundle.digest());
    }

    @AfterAll
    static void close() {
        panel.close();
    }

    @Test
    void wholeFileSaysThatItCanBeHadInPortions() {
        Ask.Answer answer = administrator
                .getWith(address, "Accept-Encoding", "gzip")
                .expect(200)
                .has("Accept-Ranges", "bytes")
                .has("Content-Type", "application/pdf")
                .has("Content-Length", String.valueOf(whole.length));
        assertThat(answer.header("Content-Encoding")).isNull();
        assertThat(answer.header("Content-Disposition"))
                .contains("attachment; filename=\"NV-2026-001_internal_final-01_2026-11-21.pdf\"");
        assertThat(answer.bytes()).isEqualTo(whole);
    }

    /** The number of the first byte, and of the one behind the last; below 0 they count from the end. */
    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, 1",
        "bytes=0-99, 0, 100",
        "bytes=1000-, 1000, 0",
        "bytes=-1, -1, 0",
        "bytes=-100000000, 0, 0",
        "bytes=5000-999999999999, 5000, 0",
        "'BYTES = 10 - 19 ', 10, 20",
        "bytes=70000-140001, 70000, 140002"
    })
    void portionIsWhatWasAskedFor(String range, int from, int to) {
        int first = from < 0 ? whole.length + from : from;
        int end = to == 0 ? whole.length : to;
        Ask.Answer answer = administrator
                .getWith(address, "Range", range)
                .expect(206)
                .has("Content-Range", "bytes " + first + "-" + (end - 1) + "/" + whole.length)
                .has("Content-Length", String.valueOf(end - first));
        assertThat(answer.bytes()).isEqualTo(Arrays.copyOfRange(whole, first, end));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=999999999-", "bytes=999999999-1000000000", "bytes=-0"})
    void portionThatIsNotThereIsRefused(String range) {
        administrator.getWith(address, "Range", range).expect(416).has("Content-Range", "bytes */" + whole.length);
    }

    /** What we do not take up, and what makes no sense, is answered as if nothing had been asked. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "bytes=0-1,5-6",
                "bytes=9-5",
                "bytes=-",
                "bytes=",
                "bytes=a-b",
                "pages=1-2",
                "bytes=1-99999999999999999999999999",
                "nonsense"
            })
    void anythingElseGetsTheWholeFile(String range) {
        Ask.Answer answer = administrator.getWith(address, "Range", range).expect(200);
        assertThat(answer.bytes()).hasSize(whole.length);
    }

    @Test
    void portionOfAnotherFileIsTheWholeOfThisOne() {
        String tag = String.valueOf(administrator.get(address).header("ETag"));
        assertThat(tag).isEqualTo("\"" + Digest.of(whole).hex() + "\"");
        Ask same = administrator.with("Range", "bytes=0-9");
        assertThat(same.getWith(address, "If-Range", tag).expect(206).bytes()).hasSize(10);
        for (String other : new String[] {"\"other\"", "W/" + tag, "Sat, 21 Nov 2026 14:32:00 GMT"}) {
            assertThat(same.getWith(address, "If-Range", other).expect(200).bytes())
                    .hasSize(whole.length);
        }
    }

    @Test
    void headHasTheSameWordsAndNoFile() {
        Ask.Answer head = administrator.method("HEAD", address);
        head.expect(200).has("Content-Length", String.valueOf(whole.length)).has("Accept-Ranges", "bytes");
        assertThat(head.bytes()).isEmpty();
        assertThat(administrator
                        .with("Range", "bytes=0-9")
                        .method("HEAD", address)
                        .status())
                .isEqualTo(200);
    }
}
