package quire.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.IOException;
import java.util.List;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GlyphProgramTest {

    static List<Typefaces.Face> faces() {
        return Typefaces.ALL;
    }

    @ParameterizedTest
    @MethodSource("faces")
    void drawsItsFewGlyphsAsTheWholeFontDoes(Typefaces.Face face) throws IOException {
        Typeface typeface = face.typeface();
        List<Integer> glyphs = "é☺Ǻאلḗ☑2"
                .codePoints()
                .mapToObj(typeface::glyph)
                .filter(glyph -> glyph != 0)
                .distinct()
                .toList();
        try (TrueTypeFont whole = parse(Typeface.class
                        .getResourceAsStream("fonts/" + face.file() + ".ttf")
                        .readAllBytes());
                TrueTypeFont few = parse(GlyphProgram.of(typeface, glyphs))) {
            for (int number = 0; number < glyphs.size(); number++) {
                int original = glyphs.get(number);
                assertThat(few.getAdvanceWidth(number)).isEqualTo(whole.getAdvanceWidth(original));
                assertThat(few.getGlyph().getGlyph(number).getPath().getBounds2D())
                        .isEqualTo(whole.getGlyph().getGlyph(original).getPath().getBounds2D());
            }
        }
    }

    @Test
    void computesAColourSpaceThatIsTheScreensOwn() {
        ColorSpace computed = new ICC_ColorSpace(ICC_Profile.getInstance(SrgbProfile.make()));
        float[] colour = {0.5f, 0.2f, 0.8f};
        float[] shown = computed.toRGB(colour);
        for (int part = 0; part < 3; part++) {
            assertThat(shown[part]).isCloseTo(colour[part], org.assertj.core.data.Offset.offset(0.01f));
        }
    }

    private static TrueTypeFont parse(byte[] font) throws IOException {
        return new TTFParser(true).parse(new RandomAccessReadBuffer(font));
    }
}
