package quire.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static quire.convert.Verdicts.join;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import quire.core.Problem;
import quire.testkit.Docx;

/** Whatever comes, it is taken or refused with one of our sentences: never anything else, and what is taken is taken again. */
class AnyUploadTest {

    private static final List<byte[]> GOOD = List.of(
            Pdfs.page(),
            Pdfs.packed(12),
            Pdfs.of("<</Type/Catalog/Pages 2 0 R>>", "null", Pdfs.objectStream(1, "2 0 ", "<</Kids[3 0 R]>>")),
            Docx.body("<w:p/>")
                    .story("header1", "header", "hdr", Docx.paragraph("x"))
                    .bytes(),
            WordDangersTest.withSettings("", ""),
            Jpegs.with(Jpegs.exif(Jpegs.cameraData(6, true, true))),
            Pngs.with(Pngs.chunk("eXIf", Jpegs.cameraData(3, false, true)), Pngs.chunk("tEXt", new byte[20])),
            Zips.ole("Root Entry", "EncryptedPackage"),
            Verdicts.sample("five-line-record.pdf"),
            Verdicts.sample("message-from-a-foster-carer.docx"));

    @Provide
    Arbitrary<byte[]> good() {
        return Arbitraries.of(GOOD);
    }

    @Property(tries = 1_500)
    void judgesWhatIsFlipped(
            @ForAll("good") byte[] file, @ForAll @IntRange(min = 1, max = 12) int flips, @ForAll long seed) {
        byte[] flipped = file.clone();
        Random random = new Random(seed);
        for (int i = 0; i < flips; i++) {
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
        }
        judge(flipped);
    }

    @Property(tries = 700)
    void judgesWhatIsCut(@ForAll("good") byte[] file, @ForAll long seed) {
        Random random = new Random(seed);
        int from = random.nextInt(4) == 0 ? random.nextInt(file.length) : 0;
        judge(Arrays.copyOfRange(file, from, from + random.nextInt(file.length - from + 1)));
    }

    @Property(tries = 1_000)
    void judgesWhatIsGlued(@ForAll("good") byte[] first, @ForAll("good") byte[] second, @ForAll long seed) {
        Random random = new Random(seed);
        byte[] head = Arrays.copyOf(first, random.nextInt(first.length + 1));
        byte[] tail = Arrays.copyOfRange(second, random.nextInt(second.length), second.length);
        byte[] middle = new byte[random.nextInt(8)];
        random.nextBytes(middle);
        judge(join(head, middle, tail));
    }

    @Property(tries = 700)
    void judgesWhatHasPiecesOverwritten(@ForAll("good") byte[] file, @ForAll("good") byte[] other, @ForAll long seed) {
        byte[] mixed = file.clone();
        Random random = new Random(seed);
        for (int i = 0; i < 3; i++) {
            int from = random.nextInt(other.length);
            int to = random.nextInt(mixed.length);
            int length = Math.min(random.nextInt(64), Math.min(other.length - from, mixed.length - to));
            System.arraycopy(other, from, mixed, to, length);
        }
        judge(mixed);
    }

    @Property(tries = 500)
    void judgesAnythingBehindAKnownBeginning(@ForAll("beginnings") String beginning, @ForAll byte[] rest) {
        judge(join(Verdicts.bytes(beginning), rest));
    }

    @Provide
    Arbitrary<String> beginnings() {
        return Arbitraries.of(
                "%PDF-1.7\n",
                "PK\3\4",
                "\u00FF\u00D8\u00FF",
                "\u0089PNG\r\n\u001A\n",
                "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1",
                "");
    }

    private static void judge(byte[] file) {
        Judged judged;
        try {
            judged = new Uploads().judge("a file.pdf", file);
        } catch (Problem refused) {
            assertThat(Refusal.of(refused)).isPresent();
            return;
        }
        byte[] kept = judged.content().bytes();
        assertThat(judged.size()).isEqualTo(kept.length).isPositive();
        Judged again = new Uploads().judge(judged.name(), kept);
        assertThat(again.kind()).isEqualTo(judged.kind());
        assertThat(again.removed()).isEmpty();
        assertThat(again.content().bytes()).isEqualTo(kept);
    }
}
