package quire.convert.word;

import static org.assertj.core.api.Assertions.assertThat;
import static quire.convert.word.WordParts.document;
import static quire.convert.word.WordParts.drawing;
import static quire.convert.word.WordParts.paragraph;
import static quire.convert.word.WordParts.picture;
import static quire.convert.word.WordParts.withPicture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import quire.core.Finding;
import quire.testkit.Docx;

/** Pictures, boxes and what cannot be drawn. */
class DrawingsTest {

    @Test
    void picturesOfAllCommonKindsAreShownWithTheirDescriptions() {
        WordPage page = WordPage.sample("pictures");
        assertThat(page.page().select("img").eachAttr("alt"))
                .containsExactly(
                        "Two halves, one of them orange",
                        "Picture 1, which has no description",
                        "Anchored",
                        "A figure in the older language",
                        "The right half",
                        "A GIF");
        assertThat(page.look("img")).isEqualTo("width:72pt;height:54pt;");
    }

    @Test
    void aPictureWithoutADescriptionIsTold() {
        assertThat(WordPage.sample("pictures").codes())
                .containsOnlyOnce("picture-description")
                .contains("picture-missing");
    }

    @Test
    void aPictureThatMeansNothingNeedsNoDescription() {
        String decoration = drawing("p1", "")
                .replace(
                        "name=\"Picture 1\" />",
                        "name=\"x\"><a:extLst><a:ext><adec:decorative xmlns:adec=\"http://schemas.microsoft.com/office/drawing/2017/decorative\""
                                + " val=\"1\"/></a:ext></a:extLst></wp:docPr>");
        assertThat(decoration).contains("decorative");
        WordPage page = WordPage.of(withPicture(document(paragraph("", decoration)), "p1", "one.png", picture("png")));
        assertThat(page.page().select("img").eachAttr("alt")).containsExactly("Decoration");
        assertThat(page.codes()).isEmpty();
    }

    /** The left half is orange, the right half black. */
    @Test
    void whatWasCutOffDoesNotComeBack() throws IOException {
        String half =
                drawing("p1", "descr=\"x\"").replace("</pic:blipFill>", "<a:srcRect l=\"50000\"/></pic:blipFill>");
        Docx docx = withPicture(document(paragraph("", half)), "p1", "one.png", picture("png"));
        Losses losses = new Losses("x");
        try (WordPackage file = WordPackage.open(docx.bytes())) {
            Pictures pictures = new Pictures(file, losses);
            new PageWriter(file, pictures, losses).write(WordPaper.of(docx.bytes(), "x", java.time.Instant.EPOCH));
            Map<String, byte[]> shown = pictures.all();
            BufferedImage image = ImageIO.read(
                    new ByteArrayInputStream(shown.values().iterator().next()));
            assertThat(image.getWidth()).isEqualTo(20);
            assertThat(image.getRGB(0, 0) & 0xFFFFFF).isZero();
        }
    }

    @Test
    void aPictureIsNeverLargerThanItsPlace() {
        String huge =
                drawing("p1", "descr=\"x\"").replace("cx=\"914400\" cy=\"685800\"", "cx=\"91440000\" cy=\"68580000\"");
        WordPage page = WordPage.of(withPicture(document(paragraph("", huge)), "p1", "one.png", picture("png")));
        assertThat(page.look("img")).isEqualTo("width:451.3pt;height:338.48pt;");
        assertThat(page.sheets()).hasSize(1);
    }

    @Test
    void textBoxesStandBehindTheirParagraphOnceOnly() {
        assertThat(WordPage.sample("boxes").words())
                .containsSubsequence(
                        "Before the box", "Words in a box", "cell in a", "Words in an older box", "After the boxes")
                .doesNotContain("older programs");
    }

    @Test
    void whatCannotBeDrawnIsNamedWithARemedyAndItsWordsArePrinted() {
        WordPage page = WordPage.sample("outside");
        assertThat(page.words()).contains("[chart: Visits; March]", "[SmartArt drawing: Plan]", "[Picture: Elsewhere]");
        assertThat(page.codes())
                .contains(
                        "chart",
                        "smart-art",
                        "embedded-object",
                        "picture-kind",
                        "shape",
                        "picture-outside",
                        "other-document");
        assertThat(page.pdf().findings())
                .extracting(Finding::message)
                .anyMatch(message -> message.contains("Excel.Sheet.12"))
                .anyMatch(message -> message.contains("WMF") && message.contains("replace it"));
    }

    @Test
    void aWatermarkIsTold() {
        String watermark =
                "<w:p><w:r><w:pict><v:shape style=\"width:400pt;height:100pt\"><v:textpath string=\"SAMPLE\"/></v:shape></w:pict></w:r></w:p>";
        WordPage page = WordPage.of(document(Docx.paragraph("x")
                        + WordParts.section("<w:headerReference w:type=\"default\" r:id=\"header1\"/>"))
                .story("header1", "header", "hdr", watermark));
        assertThat(page.pdf().findings())
                .extracting(Finding::message)
                .anyMatch(message -> message.contains("“SAMPLE”"));
    }
}
