package quire.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quire.core.Finding;
import quire.testkit.PdfText;
import quire.testkit.VeraPdf;

class ClosedDoorsTest {

    /** Each is tried with the address of a canary in the place of CANARY. */
    private static final List<String> TRIES = List.of(
            "<img src='CANARY' alt='x'>",
            "<img srcset='CANARY' alt='x'>",
            "<img src='jar:CANARY!/x.png' alt='x'>",
            "<link rel='stylesheet' href='CANARY'>",
            "<link rel='Alternate StyleSheet' href='CANARY'>",
            "<style>@import url(CANARY);</style>",
            "<style>@import 'CANARY';</style>",
            "<style>@media print { @import 'CANARY'; }</style>",
            "<style>@font-face { font-family: X; src: url(CANARY) } p { font-family: X }</style><p>x",
            "<style>@page { background-image: url(CANARY) }</style>",
            "<style>@page { @top-left { content: url(CANARY) } }</style>",
            "<style>p { background: u\\72l(CANARY) } p::before { content: url('CANARY') }</style><p>x",
            "<style>li { list-style-image: url(CANARY) }</style><ul><li>x</ul>",
            "<p style='background-image: url(CANARY)'>x</p>",
            "<p style='border-image-source: url(CANARY)'>x</p>",
            "<table background='CANARY'><tr><td background='CANARY'>x</table>",
            "<object data='CANARY'></object><embed src='CANARY'><iframe src='CANARY'></iframe>",
            "<svg xmlns:xlink='http://www.w3.org/1999/xlink'><image xlink:href='CANARY'/><use href='CANARY'/></svg>",
            "<video src='CANARY' poster='CANARY'></video><audio src='CANARY'></audio>",
            "<script src='CANARY'></script><base href='CANARY'><img src='x.png' alt='x'>",
            "<?xml-stylesheet href='CANARY' type='text/css'?><p>x",
            "<!DOCTYPE html [<!ENTITY x SYSTEM 'CANARY'>]><p>&x;",
            "<!DOCTYPE html SYSTEM 'CANARY'><p>x",
            "<meta http-equiv='refresh' content='0; url=CANARY'><body background='CANARY'>",
            "<input type='image' src='CANARY'><form action='CANARY'><button>x</button></form>",
            "<a href='CANARY' download>x</a><bookmarks><bookmark name='x' href='CANARY'/></bookmarks>");

    private final PdfMaker maker = new PdfMaker();

    @Test
    void s65_opensNoConnection() throws IOException {
        try (ServerSocket canary = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            canary.setSoTimeout(200);
            for (String attempt : TRIES) {
                make(attempt.replace("CANARY", "http://127.0.0.1:" + canary.getLocalPort() + "/x.png"));
            }
            assertThat(isVisited(canary)).isFalse();
        }
    }

    @Test
    void readsNoFile(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.css"), "p::after { content: 'tweet' }");
        for (String attempt : TRIES) {
            for (String address : List.of(secret.toUri().toString(), secret.toString(), "//" + secret)) {
                assertThat(PdfText.of(make(attempt.replace("CANARY", address)).bytes()))
                        .doesNotContain("tweet");
            }
        }
    }

    @Test
    void saysWhatItDidNotOpen() {
        for (String attempt : TRIES.subList(0, 15)) {
            assertThat(make(attempt.replace("CANARY", "file:///etc/hostname")).findings())
                    .as(attempt)
                    .extracting(Finding::code)
                    .containsAnyOf(
                            "picture-refused",
                            "style-import",
                            "style-font",
                            "style-address",
                            "not-for-paper",
                            "style-page-paint",
                            "address-refused");
        }
    }

    @Test
    void s65_printsMarkupInPlainTextAsText() {
        Pdf pdf = make("<p>&lt;img src=\"file:///etc/passwd\"&gt; {{7*7}} ${7*7}</p>");
        assertThat(PdfText.of(pdf.bytes())).isEqualTo("<img src=\"file:///etc/passwd\"> {{7*7}} ${7*7}");
        VeraPdf.assertAccessibleAndArchival(pdf.bytes());
    }

    private static boolean isVisited(ServerSocket canary) throws IOException {
        try {
            canary.accept().close();
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }

    private Pdf make(String html) {
        return maker.make(new PdfRequest(html, "page.html", Map.of(), Instant.EPOCH));
    }
}
