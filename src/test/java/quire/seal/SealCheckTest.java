package quire.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static quire.seal.SealDates.NOW;
import static quire.seal.SealVerdict.Kind.BROKEN;
import static quire.seal.SealVerdict.Kind.CONTINUED;
import static quire.seal.SealVerdict.Kind.FOREIGN;
import static quire.seal.SealVerdict.Kind.NONE;
import static quire.seal.SealVerdict.Kind.WHOLE;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quire.testkit.PdfSig;

class SealCheckTest {

    private static final SealKey KEY = SealKey.make("Portfolios of Northshire", NOW);
    private static final SealKey OTHER = SealKey.make("Portfolios of Northshire", NOW);
    private static final Sealer SEALER = new Sealer(KEY);
    private static final SealCheck CHECK = new SealCheck(List.of(KEY.certificate()));
    private static final Sealable PAPER = Sealable.paper(SEALER.room());
    private static final byte[] SEALED = PAPER.sealed(SEALER);

    @Test
    void saysWhoSealedAndWhen() {
        SealVerdict verdict = CHECK.of(SEALED);
        assertThat(verdict).isEqualTo(new SealVerdict(WHOLE, KEY.certificate(), NOW, null, SEALED.length));
    }

    @Test
    void needsNothingButTheCertificate() {
        SealCertificate sent =
                SealCertificate.ofPem("Here it is:\n" + KEY.certificate().pem());
        assertThat(new SealCheck(List.of(OTHER.certificate(), sent)).of(SEALED).kind())
                .isEqualTo(WHOLE);
    }

    @Test
    void findsNoSealWhereThereIsNone() {
        assertThat(CHECK.of(new byte[0]).kind()).isEqualTo(NONE);
        assertThat(CHECK.of(bytes("%PDF-1.7 nothing")).kind()).isEqualTo(NONE);
        assertThat(CHECK.of(PAPER.bytes()).kind()).as("an empty space").isEqualTo(BROKEN);
    }

    @Test
    void tellsASealOfSomebodyElse() {
        assertThat(CHECK.of(PAPER.sealed(new Sealer(OTHER))).kind()).isEqualTo(FOREIGN);
        assertThat(new SealCheck(List.of()).of(SEALED).kind()).isEqualTo(FOREIGN);
    }

    @Test
    void findsEachChangedByte() {
        findsChanges(new Random(63).ints(200, 0, SEALED.length).toArray());
    }

    @Test
    @Tag("slow")
    void findsAnyChangedByte() {
        findsChanges(java.util.stream.IntStream.range(0, SEALED.length).toArray());
    }

    private static void findsChanges(int[] places) {
        for (int place : places) {
            boolean isUnderTheSeal =
                    place < PAPER.space().start() || place >= PAPER.space().end();
            if (isUnderTheSeal) {
                byte[] changed = SEALED.clone();
                changed[place] ^= 1;
                assertThat(CHECK.of(changed).kind()).as("byte %s", place).isIn(BROKEN, FOREIGN);
            }
        }
    }

    @Test
    void findsWhatIsMissingOrPutIn() {
        for (int place = 0; place < SEALED.length; place += 97) {
            byte[] cut = join(Arrays.copyOf(SEALED, place), from(SEALED, place + 1));
            byte[] more = join(Arrays.copyOf(SEALED, place), bytes("0"), from(SEALED, place));
            assertThat(CHECK.of(cut).kind()).isNotIn(WHOLE, CONTINUED);
            assertThat(CHECK.of(more).kind()).isNotIn(WHOLE, CONTINUED);
            assertThat(CHECK.of(Arrays.copyOf(SEALED, place)).kind()).isNotIn(WHOLE, CONTINUED);
        }
    }

    @Test
    void findsAnythingElseInTheSealItself() {
        int start = (int) PAPER.space().start();
        int end = (int) PAPER.space().end();
        for (int place : new int[] {start, start + 1, start + 40, end - 3, end - 2, end - 1}) {
            byte[] changed = SEALED.clone();
            changed[place] = (byte) (changed[place] == '5' ? '6' : '5');
            assertThat(CHECK.of(changed).kind()).as("byte %s", place).isIn(BROKEN, FOREIGN);
        }
    }

    @Test
    void findsWhatWasAddedBehind() throws IOException {
        SealVerdict verdict = CHECK.of(updated(SEALED));
        assertThat(verdict.kind()).isEqualTo(CONTINUED);
        assertThat(verdict.covered()).isEqualTo(SEALED.length);
        assertThat(verdict.by()).isEqualTo(KEY.certificate());
        assertThat(PdfSig.says(updated(SEALED))).contains("Signature is Valid.", "Not total document signed");
        assertThat(CHECK.of(join(SEALED, bytes("\n"))).kind()).isEqualTo(CONTINUED);
        assertThat(CHECK.of(join(SEALED, bytes("%%EOF\n"))).kind()).isEqualTo(CONTINUED);
    }

    @Test
    void tellsAChangeUnderTheSealFromWhatWasAddedBehind() throws IOException {
        byte[] changed = updated(SEALED);
        changed[20] ^= 1;
        assertThat(CHECK.of(changed).kind()).isEqualTo(BROKEN);
    }

    @Test
    void looksAtOurSealWhereSomebodySealedAgain() {
        byte[] again = Sealable.small("", "", SEALER.room()).sealed(new Sealer(OTHER));
        assertThat(CHECK.of(join(SEALED, again)).kind()).isEqualTo(CONTINUED);
        assertThat(CHECK.of(join(again, SEALED)).kind()).isEqualTo(FOREIGN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[0 10 20 30 40]",
                "[0 10 20]",
                "[5 10 20 30]",
                "[0 20 10 30]",
                "[0 10 10 10]",
                "[0 -1 20 30]",
                "[0 99999999999999999999 99999999999999999999 1]",
                "[0 999999999999999 999999999999999 999999999999999]",
                "[0 0 2 999999999999999]",
                "[",
                "1 0 R",
                "[0 1e3 2e3 3]"
            })
    void meetsOddRangesCalmly(String range) {
        byte[] odd = bytes("%PDF-1.7\n1 0 obj<</Type/Sig/ByteRange " + range + "/Contents <3000>>>endobj\n%%EOF");
        assertThat(CHECK.of(odd).kind()).isEqualTo(BROKEN);
        byte[] before = join(odd, SEALED);
        assertThat(CHECK.of(before).kind()).isEqualTo(BROKEN);
        byte[] behind = join(SEALED, odd);
        assertThat(CHECK.of(behind).kind()).isEqualTo(CONTINUED);
    }

    @Test
    void takesNoSealThatLeavesMoreOutThanItself() {
        Sealable honest = Sealable.small("", "", SEALER.room());
        String text = new String(honest.bytes(), StandardCharsets.ISO_8859_1);
        long start = honest.space().start();
        long end = honest.space().end();
        for (String wider : List.of(
                "[0 " + (start - 4) + " " + end + " ",
                "[0 " + start + " " + (end + 2) + " ",
                "[0 " + (start + 1) + " " + end + " ")) {
            String forged = text.replace("[0 " + start + " " + end + " ", wider);
            Sealable holes = new Sealable(bytes(forged), honest.space());
            assertThat(CHECK.of(holes.sealed(SEALER)).kind()).as(wider).isEqualTo(BROKEN);
        }
    }

    /** The words of a range stand wherever somebody writes about PDF files. */
    @Test
    void isNotConfusedByWordsInThePapers() {
        String words =
                "2 0 obj<</Length 60>>stream\n/ByteRange [0 1 2 3] /Contents <00> /ETSI.CAdES.detached\nendstream endobj\n";
        Sealable talkative = Sealable.small(words.repeat(200), words, SEALER.room());
        assertThat(CHECK.of(talkative.sealed(SEALER)).kind()).isEqualTo(WHOLE);
    }

    @Test
    void givesUpOnWhatIsWrittenToKeepItBusy() {
        byte[] marks = bytes("/ByteRange[0 50 99 1]/Contents<30>".repeat(400_000));
        assertThat(CHECK.of(marks).kind()).isEqualTo(BROKEN);
        assertThat(CHECK.of(join(SEALED, marks)).kind()).isEqualTo(CONTINUED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"30", "3080", "308005", "A0", "2480", "3082FFFF30", "3084FFFFFFFF", "00", "FF"})
    void meetsContentsThatAreNoSignature(String piece) {
        int room = 400_000;
        Sealable nested = Sealable.small("", "", room);
        String text = new String(nested.bytes(), StandardCharsets.ISO_8859_1);
        String contents = piece.repeat(2 * room / piece.length() + 1).substring(0, 2 * room);
        byte[] forged = bytes(text.replace("<" + "00".repeat(room) + ">", "<" + contents + ">"));
        assertThat(CHECK.of(forged).kind()).isEqualTo(BROKEN);
    }

    @Test
    void meetsAnyDamageToTheSignatureCalmly() {
        Random random = new Random(5);
        int start = (int) PAPER.space().start() + 1;
        for (int i = 0; i < 500; i++) {
            byte[] damaged = SEALED.clone();
            for (int j = 0; j <= random.nextInt(3); j++) {
                damaged[start + random.nextInt(2_000)] = (byte) "0123456789ABCDEF".charAt(random.nextInt(16));
            }
            assertThat(CHECK.of(damaged).kind()).isIn(BROKEN, FOREIGN, WHOLE);
        }
    }

    private static byte[] updated(byte[] file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file)) {
            document.getDocumentInformation().setTitle("Another title");
            document.getDocumentInformation().getCOSObject().setNeedToBeUpdated(true);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.saveIncremental(bytes);
            return bytes.toByteArray();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }

    private static byte[] from(byte[] file, int place) {
        return Arrays.copyOfRange(file, Math.min(place, file.length), file.length);
    }
}
