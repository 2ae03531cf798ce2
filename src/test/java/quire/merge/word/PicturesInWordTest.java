package quire.merge.word;

import static org.assertj.core.api.Assertions.assertThat;
import static quire.testkit.Docx.paragraph;
import static quire.testkit.Docx.run;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import quire.merge.Missing;
import quire.merge.Pictures;
import quire.merge.Value;
import quire.testkit.Docx;
import quire.testkit.DocxText;

/** Pictures by tag: in the place of one of the template's own, in a control, or where a tag stands in the text. */
class PicturesInWordTest {

    private static int drawings;

    private static final Value.Picture WIDE = picture(200, 100, "The trust's logo");

    @Test
    void thePictureOfTheDataFitsTheFrameAndKeepsItsProportions() {
        byte[] made = merge(Docx.body("<w:p>" + drawing("{{logo}}") + "</w:p>"), WIDE);
        assertThat(Docx.bodyXml(made))
                .contains("<wp:extent cx=\"1000000\" cy=\"500000\"/>")
                .contains("descr=\"The trust's logo\"")
                .contains("r:embed=\"rIdQuire1\"")
                .doesNotContain("srcRect", "{{");
        assertThat(Docx.xml(made, "word/_rels/document.xml.rels")).contains("Target=\"/word/media/quire-");
        assertThat(Docx.xml(made, "[Content_Types].xml")).contains("Extension=\"png\"");
    }

    @Test
    void onePictureShownTwiceIsKeptOnce() {
        byte[] made = merge(
                Docx.body("<w:p>" + drawing("{{logo}}") + drawing("{{ logo }}") + "</w:p>")
                        .story("header1", "header", "hdr", "<w:p>" + drawing("{{logo}}") + "</w:p>"),
                WIDE);
        List<String> media = Docx.parts(made).keySet().stream()
                .filter(name -> name.contains("media"))
                .toList();
        assertThat(media).hasSize(1);
        assertThat(Docx.xml(made, "word/_rels/header1.xml.rels")).contains(media.get(0));
    }

    @Test
    void aTagInTheTextBecomesAPictureOfItsOwnSize() {
        byte[] made = merge(Docx.line("Signed: {{logo}}"), WIDE);
        assertThat(DocxText.of(made)).isEqualTo("Signed: [picture]");
        assertThat(Docx.bodyXml(made)).contains("cx=\"1905000\" cy=\"952500\"");
    }

    @Test
    void aHugePictureIsNoWiderThanThePage() {
        assertThat(Docx.bodyXml(merge(Docx.line("{{logo}}"), picture(5_000, 10, ""))))
                .contains("<wp:extent cx=\"5760000\"");
    }

    @Test
    void eachRowShowsItsOwn() {
        Value data = new Value.Group(Map.of(
                "l",
                new Value.Items(List.of(
                        new Value.Group(Map.of("logo", WIDE)),
                        new Value.Group(Map.of("logo", picture(50, 50, "second")))))));
        byte[] made = Merged.docx(
                Docx.body(paragraph("{{#l}}") + "<w:p>" + drawing("{{logo}}") + "</w:p>" + paragraph("{{/l}}")), data);
        assertThat(Docx.bodyXml(made)).contains("rIdQuire1", "rIdQuire2", "descr=\"second\"");
    }

    @Test
    void withoutAPictureNothingIsLeftOfTheFrame() {
        byte[] made = Merged.docx(
                Docx.body("<w:p>" + run("Logo: ") + drawing("{{logo}}") + "</w:p>"),
                new Value.Group(Map.of("logo", new Value.Text(""))));
        assertThat(Docx.bodyXml(made)).doesNotContain("drawing");
    }

    @Test
    void aPictureControlTakesIt() {
        String control = "<w:sdt><w:sdtPr><w:tag w:val=\"logo\"/><w:picture/></w:sdtPr><w:sdtContent>"
                + drawing("placeholder") + "</w:sdtContent></w:sdt>";
        assertThat(Docx.bodyXml(merge(Docx.body("<w:p>" + control + "</w:p>"), WIDE)))
                .contains("<w:picture/>", "r:embed=\"rIdQuire1\"");
    }

    @Test
    void aDraftSaysThatAPictureIsMissing() {
        WordTemplate template = WordTemplate.compile(
                Docx.body("<w:p>" + drawing("{{logo}}") + "</w:p>").bytes());
        Value data = new Value.Group(Map.of("logo", new Value.Gap("Your signature", Map.of())));
        assertThat(DocxText.of(template.merge(data, Missing.MARK).bytes())).isEqualTo("[Your signature]");
    }

    private static byte[] merge(Docx template, Value.Picture logo) {
        return Merged.docx(template, new Value.Group(Map.of("logo", logo)));
    }

    private static String drawing(String alt) {
        return "<w:r><w:drawing><wp:inline><wp:extent cx=\"1000000\" cy=\"1000000\"/><wp:docPr id=\"" + ++drawings
                + "\" name=\"P\" descr=\"" + alt + "\"/><a:graphic><a:graphicData><pic:pic><pic:blipFill>"
                + "<a:blip/><a:srcRect l=\"5\"/></pic:blipFill><pic:spPr><a:xfrm><a:ext cx=\"1000000\" cy=\"1000000\"/>"
                + "</a:xfrm></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>";
    }

    private static Value.Picture picture(int width, int height, String alt) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Pictures.read(bytes.toByteArray(), alt);
    }
}
