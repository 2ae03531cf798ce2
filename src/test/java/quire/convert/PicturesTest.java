package quire.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static quire.convert.Verdicts.advice;
import static quire.convert.Verdicts.bytes;
import static quire.convert.Verdicts.contains;
import static quire.convert.Verdicts.join;
import static quire.convert.Verdicts.judged;
import static quire.convert.Verdicts.refusal;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** S-60: pictures are judged by their headers, and keep nothing but what draws them. */
class PicturesTest {

    @Test
    void s60_goodPicturesStayAsTheyAre() {
        for (byte[] picture : new byte[][] {Jpegs.picture(), Pngs.picture()}) {
            Judged judged = judged(picture);
            assertThat(judged.content().bytes()).isEqualTo(picture);
            assertThat(judged.removed()).isEmpty();
            assertThat(judged.findings()).isEmpty();
            assertThat(judged.size()).isEqualTo(picture.length);
        }
    }

    @Test
    void s60_refusesAPixelFloodByTheHeader() {
        assertThat(refusal(Pngs.claiming(50_000, 50_000))).isEqualTo(Refusal.PIXELS);
        assertThat(refusal(Jpegs.claiming(50_000, 50_000, 3, 0xC0))).isEqualTo(Refusal.PIXELS);
        assertThat(refusal(Pngs.claiming(Integer.MAX_VALUE, Integer.MAX_VALUE))).isEqualTo(Refusal.PIXELS);
        assertThat(refusal(Pngs.claiming(60_000_000, 1))).isEqualTo(Refusal.PIXELS);
        assertThat(advice(Pngs.claiming(50_000, 50_000))).startsWith("It has 50,000 by 50,000.");
        assertThat(Refusal.PIXELS.sentence()).isEqualTo("The selected picture must have fewer than 60 million pixels");
        assertThat(judged(Pngs.claiming(59_999_999, 1)).kind()).isEqualTo(FileKind.PNG);
    }

    @ParameterizedTest
    @CsvSource({"6, true", "6, false", "3, true", "8, false", "2, true"})
    void s60_removesThePlaceAndKeepsWhichWayUpAPhotoIs(int orientation, boolean little) throws IOException {
        byte[] photo = Jpegs.with(Jpegs.exif(Jpegs.cameraData(orientation, little, true)));
        Judged judged = judged(photo);
        byte[] kept = judged.content().bytes();
        assertThat(contains(photo, "PLACECANARY")).isTrue();
        assertThat(contains(kept, "CANARY")).isFalse();
        int exif = Bytes.find(kept, "Exif\0\0", 0, kept.length);
        CameraData data = CameraData.in(kept, exif + 6, kept.length);
        assertThat(data.orientation()).isEqualTo(orientation);
        assertThat(data.saysWhere()).isFalse();
        assertThat(judged.removed())
                .containsExactly(
                        "the place where the picture was taken",
                        "details of the camera and of when the picture was taken");
        assertThat(dots(kept)).isEqualTo(dots(photo));
        assertThat(judged(kept).content().bytes()).as("a second time").isEqualTo(kept);
    }

    @Test
    void s60_removesCameraDataWhole() {
        byte[] photo = Jpegs.with(Jpegs.exif(Jpegs.cameraData(1, true, false)));
        Judged judged = judged(photo);
        assertThat(contains(judged.content().bytes(), "Exif")).isFalse();
        assertThat(judged.content().bytes()).isEqualTo(Jpegs.picture());
        assertThat(judged.removed()).containsExactly("details of the camera and of when the picture was taken");
        assertThat(judged.findings().get(0).message()).startsWith("We removed details of the camera");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Exif\0\0",
                "Exif\0\0II*\0",
                "Exif\0\0II*\0\u00FF\u00FF\u00FF\u00FF",
                "Exif\0\0MM\0*\0\0\0\0\u00FF\u00FF",
                "Exif\0\0MM\0*\0\0\0\b\u00FF\u00FF\1",
                "Exif\0\0XX\0*\0\0\0\b",
                "Exif\0"
            })
    void s60_removesCameraDataThatIsDamaged(String data) {
        Judged judged = judged(Jpegs.with(Jpegs.segment(0xE1, bytes(data))));
        assertThat(judged.content().bytes()).isEqualTo(Jpegs.picture());
    }

    @Test
    void s60_keepsWhatColoursAPhotoAndNothingElse() {
        byte[] profile = Jpegs.segment(0xE2, bytes("ICC_PROFILE\0\1\1PROFILE"));
        byte[] adobe = Jpegs.segment(0xEE, bytes("Adobe\0d\0\0\0\0\1"));
        byte[] photo = Jpegs.with(
                Jpegs.segment(0xE1, bytes("http://ns.adobe.com/xap/1.0/\0<x exif:GPSLatitude='CANARY'/>")),
                profile,
                Jpegs.segment(0xED, bytes("Photoshop 3.0\0CANARY")),
                adobe,
                Jpegs.segment(0xE2, bytes("MPF\0CANARY")),
                Jpegs.segment(0xEB, bytes("JPCANARY")),
                Jpegs.segment(0xF3, bytes("CANARY")),
                Jpegs.segment(0xFE, bytes("CANARY <script>")));
        Judged judged = judged(photo);
        assertThat(judged.content().bytes()).isEqualTo(Jpegs.with(profile, adobe));
        assertThat(judged.removed())
                .containsExactly(
                        "the place where the picture was taken",
                        "notes hidden in the file",
                        "small previews of the picture");
    }

    @Test
    void s60_removesThePreviewInTheFirstSegment() {
        byte[] picture = Jpegs.picture();
        byte[] preview = join(
                bytes("\u00FF\u00D8\u00FF\u00E0\0\u0013JFIF\0\1\2\0\0\1\0\1\1\1CAN"),
                Arrays.copyOfRange(picture, 20, picture.length));
        Judged judged = judged(preview);
        assertThat(judged.content().bytes()).isEqualTo(picture);
        assertThat(judged.removed()).containsExactly("small previews of the picture");
    }

    @Test
    void s52_removesWhatStandsBehindTheEnd() {
        byte[] zip = quire.testkit.Docx.line("x").bytes();
        for (byte[] picture : new byte[][] {Jpegs.picture(), Pngs.picture()}) {
            Judged judged = judged(join(picture, bytes("<script>"), zip));
            assertThat(judged.content().bytes()).isEqualTo(picture);
            assertThat(judged.removed()).containsExactly("what stood behind the end of the picture");
        }
    }

    @Test
    void readsScansWithRestartsAndFillingAsOne() throws IOException {
        byte[] progressive = Verdicts.sample("card-with-a-robin.jpg");
        assertThat(judged(progressive).content().bytes()).isEqualTo(progressive);
        byte[] filled =
                join(bytes("\u00FF\u00D8"), bytes("\u00FF\u00FF\u00FF"), Arrays.copyOfRange(Jpegs.picture(), 2, 800));
        byte[] rest = Arrays.copyOfRange(Jpegs.picture(), 800, Jpegs.picture().length);
        assertThat(dots(judged(join(filled, rest)).content().bytes())).isEqualTo(dots(Jpegs.picture()));
    }

    @Test
    void refusesPicturesThatAreCutShort() {
        for (byte[] picture : new byte[][] {Jpegs.picture(), Pngs.picture(), Verdicts.sample("route-card.jpg")}) {
            for (int length : IntStream.range(9, picture.length)
                    .filter(i -> i < 700 || i % 997 == 0 || i > picture.length - 20)
                    .toArray()) {
                assertThat(refusal(Arrays.copyOf(picture, length)))
                        .as("%s bytes", length)
                        .isEqualTo(Refusal.DAMAGED);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"4, 192, COLOURS", "2, 192, DAMAGED", "3, 195, DAMAGED", "3, 201, DAMAGED", "3, 194, ", "1, 192, "})
    void refusesPicturesThatScreensDoNotShow(int colours, int frame, Refusal expected) {
        byte[] picture = Jpegs.claiming(10, 10, colours, frame);
        if (expected == null) {
            assertThat(judged(picture).kind()).isEqualTo(FileKind.JPEG);
        } else {
            assertThat(refusal(picture)).isEqualTo(expected);
        }
    }

    @Test
    void refusesAJpegWithoutAPicture() {
        assertThat(refusal(bytes("\u00FF\u00D8\u00FF\u00D9"))).isEqualTo(Refusal.DAMAGED);
        assertThat(refusal(bytes("\u00FF\u00D8\u00FF\u00D8\u00FF\u00D9"))).isEqualTo(Refusal.DAMAGED);
        assertThat(refusal(Jpegs.claiming(0, 10, 3, 0xC0))).isEqualTo(Refusal.DAMAGED);
    }

    @Test
    void s60_removesTextsTimesAndUnknownChunks() throws IOException {
        byte[] gamma = Pngs.chunk("gAMA", new byte[] {0, 0, (byte) 0xB1, (byte) 0x8F});
        byte[] png = Pngs.with(
                Pngs.chunk("tEXt", bytes("Author\0CANARY")),
                Pngs.chunk("zTXt", bytes("Comment\0\0CANARY")),
                Pngs.chunk("iTXt", bytes("XML:com.adobe.xmp\0\0\0\0\0exif:GPSLatitude CANARY")),
                Pngs.chunk("tIME", new byte[7]),
                gamma,
                Pngs.chunk("caBX", bytes("CANARY")));
        Judged judged = judged(png);
        assertThat(judged.content().bytes()).isEqualTo(Pngs.with(gamma));
        assertThat(judged.removed())
                .containsExactly("the place where the picture was taken", "notes hidden in the file");
        assertThat(dots(judged.content().bytes())).isEqualTo(dots(png));
    }

    @Test
    void s60_removesThePlaceFromAPngToo() {
        byte[] png = Pngs.with(Pngs.chunk("eXIf", Jpegs.cameraData(6, true, true)));
        byte[] kept = judged(png).content().bytes();
        assertThat(contains(kept, "CANARY")).isFalse();
        int exif = Bytes.find(kept, "eXIf", 0, kept.length);
        assertThat(CameraData.in(kept, exif + 4, kept.length).orientation()).isEqualTo(6);
        assertThat(judged(kept).content().bytes()).isEqualTo(kept);
    }

    @Test
    void keepsTheStillOfAMovingPicture() {
        byte[] moving = Pngs.with(
                Pngs.chunk("acTL", new byte[8]), Pngs.chunk("fcTL", new byte[26]), Pngs.chunk("fdAT", new byte[30]));
        Judged judged = judged(moving);
        assertThat(judged.content().bytes()).isEqualTo(Pngs.picture());
        assertThat(judged.removed()).containsExactly("the movement of the picture");
    }

    @Test
    void takesSixteenBitsAndColourProfiles() {
        byte[] deep = Jpegs.written(Jpegs.drawing(20, 20, BufferedImage.TYPE_USHORT_GRAY), "png");
        assertThat(judged(deep).content().bytes()).isEqualTo(deep);
        byte[] profiled = Pngs.with(Pngs.chunk("iCCP", bytes("sRGB\0\0x")));
        assertThat(judged(profiled).content().bytes()).isEqualTo(profiled);
        assertThat(judged(Pngs.with(Pngs.chunk("iCCP", new byte[1_000_000])))
                        .content()
                        .bytes())
                .isEqualTo(Pngs.picture());
    }

    @Test
    void refusesPngsThatDoNotFitTogether() {
        byte[] end = Pngs.chunk("IEND", new byte[0]);
        byte[] data = Pngs.chunk("IDAT", new byte[9]);
        byte[] header = Pngs.header(4, 4, 8, 2);
        assertThat(refusal(Pngs.of(header, end))).isEqualTo(Refusal.DAMAGED);
        assertThat(refusal(Pngs.of(data, header, end))).isEqualTo(Refusal.DAMAGED);
        assertThat(refusal(Pngs.of(header, data, Pngs.header(9, 9, 8, 2), end))).isEqualTo(Refusal.DAMAGED);
        assertThat(refusal(Pngs.of(header, Pngs.chunk("EVIL", data), data, end)))
                .isEqualTo(Refusal.DAMAGED);
        assertThat(refusal(Pngs.of(Pngs.header(4, 4, 8, 3), data, end))).isEqualTo(Refusal.DAMAGED);
        assertThat(refusal(Pngs.of(Pngs.header(4, 4, 3, 2), data, end))).isEqualTo(Refusal.DAMAGED);
        assertThat(refusal(Pngs.of(Pngs.header(0, 4, 8, 2), data, end))).isEqualTo(Refusal.DAMAGED);
        byte[] flipped = Pngs.picture();
        flipped[60] ^= 1;
        assertThat(refusal(flipped)).isEqualTo(Refusal.DAMAGED);
    }

    @Test
    void refusesAPictureOfAMillionScraps() {
        byte[] scrap = join(Jpegs.segment(0xDD, new byte[2]), Jpegs.segment(0xFE, new byte[0]));
        byte[] scraps = new byte[scrap.length * 100_000];
        for (int at = 0; at < scraps.length; at += scrap.length) {
            System.arraycopy(scrap, 0, scraps, at, scrap.length);
        }
        assertThat(refusal(Jpegs.with(scraps))).isEqualTo(Refusal.DAMAGED);
    }

    private static int[] dots(byte[] picture) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture));
        assertThat(image.getRaster().getDataBuffer().getDataType()).isEqualTo(DataBuffer.TYPE_BYTE);
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }
}
