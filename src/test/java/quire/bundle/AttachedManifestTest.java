package quire.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;

class AttachedManifestTest {

    @Test
    void isTheLastOneAndStandsInNoItem() throws Exception {
        byte[] planted = attached("{\"format\":\"quire-bundle-1\",\"title\":\"Planted\"}");
        int end = planted.length;
        byte[] ours =
                attached("{\"format\":\"quire-bundle-1\",\"title\":\"Ours\",\"bytes\":[{\"key\":\"a\",\"start\":0,"
                        + "\"end\":" + end + ",\"sha256\":\"" + "0".repeat(64) + "\"}]}");
        byte[] inItself =
                attached("{\"format\":\"quire-bundle-1\",\"title\":\"Around itself\",\"bytes\":[{\"key\":\"a\","
                        + "\"start\":0,\"end\":99999,\"sha256\":\"" + "0".repeat(64) + "\"}]}");
        assertThat(title(planted, ours)).isEqualTo("Ours");
        assertThat(title(planted, ours, inItself)).isEqualTo("Ours");
        assertThat(title(planted, ours, attached("{\"title\":\"Something else\"}"), attached("no JSON")))
                .isEqualTo("Ours");
    }

    @Test
    void isNotThereInWhatIsNone() throws Exception {
        assertThat(AttachedManifest.in(new byte[0], 0)).isEmpty();
        byte[] cut = attached("{\"format\":\"quire-bundle-1\"}");
        for (int length = 0; length < cut.length - 20; length++) {
            assertThat(AttachedManifest.in(cut, length))
                    .as("of %d bytes", length)
                    .isEmpty();
        }
        byte[] many = "/EmbeddedFile stream\n".repeat(10_000).getBytes(StandardCharsets.US_ASCII);
        assertThat(AttachedManifest.in(many, many.length)).isEmpty();
    }

    private static Object title(byte[]... parts) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            file.writeBytes(part);
        }
        return String.valueOf(AttachedManifest.in(file.toByteArray(), file.size())
                .orElseThrow()
                .get("title"));
    }

    private static byte[] attached(String json) throws Exception {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(
                "1 0 obj\n<</Type /EmbeddedFile /Filter /FlateDecode>>\nstream\n".getBytes(StandardCharsets.US_ASCII));
        try (DeflaterOutputStream packed = new DeflaterOutputStream(file, new Deflater())) {
            packed.write(json.getBytes(StandardCharsets.UTF_8));
        }
        file.writeBytes("\nendstream\nendobj\n".getBytes(StandardCharsets.US_ASCII));
        return file.toByteArray();
    }
}
