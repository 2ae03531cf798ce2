package quire.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quire.core.Finding;
import quire.testkit.PdfText;
import quire.testkit.Qpdf;
import quire.testkit.VeraPdf;

class PicturesInPagesTest {

    private final PdfMaker maker = new PdfMaker();

    @ParameterizedTest
    @CsvSource({
        "png, " + BufferedImage.TYPE_INT_ARGB,
        "png, " + BufferedImage.TYPE_INT_RGB,
        "png, " + BufferedImage.TYPE_BYTE_GRAY,
        "png, " + BufferedImage.TYPE_BYTE_INDEXED,
        "png, " + BufferedImage.TYPE_BYTE_BINARY,
        "png, " + BufferedImage.TYPE_USHORT_GRAY,
        "jpeg, " + BufferedImage.TYPE_INT_RGB,
        "jpeg, " + BufferedImage.TYPE_BYTE_GRAY
    })
    void showsAPictureOfTheRequest(String format, int type) throws IOException {
        Pdf pdf = make("<p><img src='logo' alt='A logo' width='100'></p>", Map.of("logo", picture(format, type)));
        VeraPdf.assertAccessibleAndArchival(pdf.bytes());
        Qpdf.assertSound(pdf.bytes());
        assertThat(countPictures(pdf)).isEqualTo(1);
    }

    @Test
    void showsOnePictureTwiceButKeepsItOnce() throws IOException {
        byte[] logo = picture("png", BufferedImage.TYPE_INT_RGB);
        Pdf pdf = make("<img src='a' alt='A'><img src='a' alt='A'>", Map.of("a", logo, "unused", logo));
        assertThat(countPictures(pdf)).isEqualTo(1);
    }

    @Test
    void describesAPictureThatHasNoDescription() throws IOException {
        byte[] logo = picture("png", BufferedImage.TYPE_INT_RGB);
        Pdf pdf = make("<img src='a'><img src='a' alt=''>", Map.of("a", logo));
        VeraPdf.assertAccessibleAndArchival(pdf.bytes());
        assertThat(pdf.findings()).extracting(Finding::code).contains("picture-description");
    }

    @Test
    void leavesABrokenPictureOutAndSaysSo() throws IOException {
        byte[] cut = Arrays.copyOf(picture("png", BufferedImage.TYPE_INT_RGB), 60);
        Pdf pdf = make(
                "<p>a<img src='cut' alt='Cut'><img src='gif' alt='Gif'>b</p>", Map.of("cut", cut, "gif", new byte[9]));
        VeraPdf.assertAccessibleAndArchival(pdf.bytes());
        assertThat(PdfText.of(pdf.bytes())).isEqualTo("a[Picture: Cut][Picture: Gif]b");
        assertThat(pdf.findings()).extracting(Finding::code).contains("picture-kind");
    }

    private Pdf make(String body, Map<String, byte[]> pictures) {
        return maker.make(new PdfRequest("<html lang=en><title>t</title>" + body, "t.html", pictures, Instant.EPOCH));
    }

    private static int countPictures(Pdf pdf) throws IOException {
        int count = 0;
        try (PDDocument document = Loader.loadPDF(pdf.bytes())) {
            for (var ignored : document.getPage(0).getResources().getXObjectNames()) {
                count++;
            }
        }
        return count;
    }

    private static byte[] picture(String format, int type) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 20, type), format, bytes);
        return bytes.toByteArray();
    }
}
