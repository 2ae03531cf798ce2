package quire.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static quire.convert.Verdicts.bytes;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import quire.core.Finding;
import quire.core.Problem;
import quire.testkit.HostilePdf;

class VerdictTest {

    private static final String A4 = "/MediaBox[0 0 595 842]";
    private static final String TEXT = "BT /F 12 Tf 1 0 0 1 50 700 Tm (Some words of a letter) Tj ET";
    private static final String SCAN = "q 500 0 0 700 40 40 cm /P Do Q";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            certificate-safeguarding-adults-level-3.pdf | 1 page, A4, text can be searched, tagged for screen readers
            five-line-record.pdf                        | 3 pages, A4, text can be searched, not accessible
            letter-in-large-print.pdf                   | 5 pages, A4, text cannot be searched, not accessible
            photographs-and-who-keeps-them.pdf          | 6 pages, not a usual size of paper, text of 5 of them can be searched, tagged for screen readers
            """)
    void saysWhatAFileIsLikeInAFewWords(String file, String summary) {
        assertThat(verdict(Verdicts.sample(file)).summary()).isEqualTo(summary);
    }

    @Test
    void countsThePages() {
        assertThat(verdict(Pdfs.pages(2_000)).pages()).isEqualTo(2_000);
        assertThat(verdict(Pdfs.packed(30)).pages()).isEqualTo(30);
    }

    @ParameterizedTest
    @CsvSource({
        "595 842, A4",
        "842 595, A4",
        "600 847, A4",
        "602 842, not a usual size of paper",
        "842 1191, A3",
        "612 792, US letter",
        "297.5 421, not a usual size of paper"
    })
    void knowsSizesOfPaperToTwoMillimetres(String box, String words) {
        assertThat(verdict(page("/MediaBox[0 0 " + box + "]", TEXT)).summary()).contains(words);
    }

    @Test
    void measuresWhatIsSeenOfAPage() {
        assertThat(verdict(page("/MediaBox[0 0 900 900]/CropBox[100 20 695 862]", TEXT))
                        .summary())
                .contains("A4");
        assertThat(verdict(page("/MediaBox[0 0 297.5 421]/UserUnit 2", TEXT)).summary())
                .contains("A4");
        byte[] inherited = Pdfs.of(
                "<</Type/Catalog/Pages 2 0 R>>",
                "<</Type/Pages/Kids[3 0 R 4 0 R]/MediaBox 5 0 R/Rotate 90>>",
                "<</Type/Page/Parent 2 0 R>>",
                "<</Type/Page/Parent 2 0 R/Rotate 0>>",
                "[0 0 595 842]");
        assertThat(verdict(inherited).summary()).contains("A4");
        assertThat(said(inherited, "page-orientation")).startsWith("Page 1: the paper lies on its side");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1 0 0 1, false",
        "90, 1 0 0 1, true",
        "90, 0 1 -1 0, false",
        "0, 0 1 -1 0, true",
        "180, 1 0 0 1, true",
        "180, -1 0 0 -1, false",
        "-90, 0 -1 1 0, false",
        "0, 0.99 0.05 -0.05 0.99, false"
    })
    void noticesTextThatDoesNotStandUpright(int rotation, String matrix, boolean isTurned) {
        String words = "BT /F 12 Tf " + matrix + " 300 300 Tm [(Some) -20 (words)] TJ ET";
        assertThat(codes(page(A4 + "/Rotate " + rotation, words)).contains("page-turned"))
                .isEqualTo(isTurned);
    }

    @Test
    void tellsScansFromPagesOfText() {
        assertThat(codes(page(A4, SCAN))).contains("page-scan").doesNotContain("page-text", "page-blank");
        assertThat(codes(page(A4, SCAN + " BT (Scanned by a telephone) Tj ET"))).contains("page-scan");
        String recognised = " BT 3 Tr /F 9 Tf (What the letter says, in letters that nobody sees but machines) Tj ET";
        assertThat(codes(page(A4, SCAN + recognised))).doesNotContain("page-scan", "page-text", "archive-fonts");
        assertThat(codes(page(A4, "0 0 100 100 re f"))).contains("page-text").doesNotContain("page-scan");
        assertThat(codes(page(A4, ""))).contains("page-blank").doesNotContain("page-scan", "page-text");
        assertThat(codes(page(A4, TEXT))).doesNotContain("page-scan", "page-text", "page-blank");
    }

    @Test
    void followsDrawingsInsideDrawings() {
        String inner = "/Type/XObject/Subtype/Form/Matrix[.5 0 0 .5 0 0]/Resources<</XObject<</P 6 0 R/D 8 0 R>>>>";
        byte[] nested = withDrawing(inner, "q 1000 0 0 1400 0 0 cm /P Do Q Q Q /D Do");
        assertThat(codes(nested)).contains("page-scan").doesNotContain("picture-coarse");
        assertThat(codes(withDrawing(inner, TEXT))).doesNotContain("page-scan", "page-blank");
    }

    @ParameterizedTest
    @CsvSource({
        "1000 0 0 1400, 1, true, false",
        "500 0 0 700, 1, false, false",
        "240 0 0 340, 1, false, false",
        "60 0 0 80, 1, false, false",
        "240 0 0 340, 4, false, true"
    })
    void noticesPicturesThatAreTooCoarseOrTooFine(String size, int finer, boolean isCoarse, boolean isFine) {
        List<String> codes = codes(scan(finer, "q " + size + " 0 0 cm /P Do Q"));
        assertThat(codes.contains("picture-coarse")).isEqualTo(isCoarse);
        assertThat(codes.contains("picture-fine")).isEqualTo(isFine);
    }

    @Test
    void noticesSmallPicturesWrittenIntoThePage() {
        String inline = "q 500 0 0 700 0 0 cm BI /W 300 /H 400 /CS /CMYK ID \u0001 EI\u00FF(\u00FE EI Q";
        assertThat(codes(page(A4, inline))).contains("page-scan", "picture-coarse", "archive-colours");
    }

    @Test
    void namesFontsThatAreNotInside() {
        assertThat(said(page(A4, TEXT), "archive-fonts"))
                .contains("Page 1: a font is not inside the file (Helvetica)", "Save the file again as PDF/A");
        assertThat(codes(page(A4, "BT /None 12 Tf ET"))).doesNotContain("archive-fonts");
        assertThat(codes(Verdicts.sample("five-line-record.pdf"))).doesNotContain("archive-fonts");
    }

    @ParameterizedTest
    @CsvSource({
        "0 0 0 1 k, true",
        "1 0 0 RG, false",
        "/DeviceCMYK cs, true",
        "/Spot cs, true",
        "/Profile cs, false",
        "/Loop cs, false",
        "/DeviceRGB CS, false"
    })
    void noticesColoursForPresses(String operators, boolean isNoticed) {
        assertThat(codes(page(A4, operators + " 0 0 9 9 re f")).contains("archive-colours"))
                .isEqualTo(isNoticed);
    }

    @Test
    void readsWhatOlderProgramsPack() {
        String letters = "BT (" + "letters ".repeat(12) + ") Tj ET";
        byte[] a85 = bytes(Ascii85Letters.of(Pdfs.deflated(bytes(letters))));
        assertThat(codes(withContent(Pdfs.stream("/Filter[/ASCII85Decode/FlateDecode]", a85))))
                .doesNotContain("page-unknown", "page-text");
        assertThat(codes(withContent(Pdfs.stream("/Filter/LZWDecode", bytes("whatever")))))
                .contains("page-unknown", "archive-packing");
        assertThat(codes(withContent(Pdfs.stream("/Filter/FlateDecode", bytes("not deflated")))))
                .contains("page-unknown");
        String split = "[8 0 R 9 0 R]";
        byte[] pieces = Pdfs.of(
                objects(A4, split, Pdfs.stream("", bytes("BT (Some wo")), Pdfs.stream("", bytes("rds) Tj ET"))));
        assertThat(codes(pieces)).doesNotContain("page-blank");
    }

    @Test
    void saysWhatBecomesOfForms() {
        String box = "<</FT/Tx/T(Name)/V(Alex)>>";
        String tick = "<</FT/Btn/T(Tick)/V/Off>>";
        String group = "<</T(Group)/FT/Ch/Kids[<</T(Choice)/V(A)>><</T(Other)>>]>>";
        String press = "<</FT/Btn/Ff 65536/T(Send)>>";
        String form = "/AcroForm<</NeedAppearances true/Fields[" + box + tick + group + press + "]>>";
        assertThat(said(withCatalog(form), "form")).startsWith("It is a form: of 4 boxes, 2 are filled in.");
        assertThat(codes(withCatalog(form))).contains("form-redrawn").doesNotContain("signature");
        assertThat(said(withCatalog("/AcroForm<</Fields[<</FT/Tx/T(x)>>]>>"), "form"))
                .startsWith("It is a form: of 1 box, and nothing is filled in.");
    }

    @Test
    void saysWhatBecomesOfSignaturesAndComments() {
        String signed = "/AcroForm<</Fields[<</FT/Sig/T(S)/V<</Type/Sig/Contents<00>>>>>]>>";
        assertThat(said(withCatalog(signed), "signature")).contains("a bundle, which takes its pages, cannot keep it");
        assertThat(codes(withCatalog("/AcroForm<</Fields[<</FT/Sig/T(S)>>]>>"))).doesNotContain("signature", "form");
        String annotations = "/Annots[<</Subtype/Text>><</Subtype/Highlight>><</Subtype/Link>><</Subtype/Popup>>]";
        assertThat(said(page(A4 + annotations, TEXT), "comments")).startsWith("It has 2 comments or marks");
    }

    @Test
    void saysWhatScreenReadersMiss() {
        assertThat(said(page(A4, TEXT), "accessibility"))
                .contains("what is a heading", "does not name its language", "it has no title");
        String most = "/StructTreeRoot<</Type/StructTreeRoot>>/MarkInfo<</Marked true>>/Lang(en-GB)";
        assertThat(said(withCatalog(most), "accessibility"))
                .contains("cannot read it well: it has no title.")
                .doesNotContain("language");
        byte[] packet =
                bytes("<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">A title</rdf:li></rdf:Alt></dc:title>");
        byte[] titled =
                Pdfs.of(objects(A4, "8 0 R", Pdfs.stream("", bytes(TEXT)), Pdfs.stream("/Type/Metadata", packet)));
        byte[] all = bytes(Bytes.text(titled, 0, titled.length)
                .replace("<</Type/Catalog", "<</Metadata 9 0 R/Type/Catalog" + most));
        assertThat(codes(all)).doesNotContain("accessibility");
        assertThat(verdict(all).summary()).endsWith("tagged for screen readers");
    }

    @Test
    void looksAtPictures() {
        byte[] photo = Verdicts.sample("flipchart-reflective-group.jpg");
        Verdict verdict = new Uploads().verdict(FileKind.JPEG, photo);
        assertThat(verdict.summary()).matches("1 picture, [0-9,]+ by [0-9,]+ dots, text cannot be searched");
        assertThat(verdict.findings()).extracting(Finding::code).contains("picture-text");
        for (java.nio.file.Path file : Verdicts.evidence()) {
            Judged judged = Verdicts.judged(Verdicts.sample(file.getFileName().toString()));
            Verdict of = new Uploads().verdict(judged.kind(), judged.content().bytes());
            assertThat(of.summary()).as("%s", file).isNotBlank();
        }
    }

    @Test
    void s59_followsNoMoreThanItsBudget() {
        String endless = "q /D Do Q ".repeat(200_000);
        byte[] deep = withDrawing("/Type/XObject/Subtype/Form/Resources<</XObject<</D 8 0 R>>>>", endless);
        assertThat(verdict(deep).pages()).isEqualTo(1);
        String bomb = Pdfs.stream("/Filter/FlateDecode", Pdfs.deflated(new byte[300_000_000]));
        assertThat(codes(withContent(bomb))).contains("page-unknown");
        byte[] spaces = new byte[15_000_000];
        Arrays.fill(spaces, (byte) ' ');
        String[] many = objects(
                A4, "[" + "8 0 R ".repeat(1_000) + "]", Pdfs.stream("/Filter/FlateDecode", Pdfs.deflated(spaces)));
        assertThat(codes(Pdfs.of(many))).containsAnyOf("page-unknown", "verdict-part");
        String[] pages = objects(A4, "8 0 R", Pdfs.stream("/Filter/FlateDecode", Pdfs.deflated(spaces)));
        pages[1] = "<</Type/Pages/Kids[" + "<</Type/Page/Contents 8 0 R>>".repeat(500) + "]>>";
        Verdict spent = verdict(Pdfs.of(pages));
        assertThat(spent.summary()).isEqualTo("500 pages, too large to be looked at in full");
        assertThat(spent.findings()).extracting(Finding::code).contains("verdict-part");
    }

    /** A page that is drawn for ever is looked at once, and whoever hands it in is told what to do. */
    @ParameterizedTest
    @EnumSource(names = {"NESTED", "ROUND", "MILLIONS_OF_LINES"})
    void s59_saysWhichPageNobodyCanDraw(HostilePdf hostile) {
        byte[] kept = Verdicts.judged(hostile.file()).content().bytes();
        assertThat(said(kept, "page-endless"))
                .startsWith("Page 2: it is drawn in so many steps")
                .endsWith("Print the file to a new PDF, or scan it, and upload that one.");
        assertThatThrownBy(() -> SafePdf.of(kept))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith("In this file, page 2 is drawn in so many steps");
    }

    @ParameterizedTest
    @EnumSource
    void s59_judgesWhateverKeepsOthersBusy(HostilePdf hostile) {
        byte[] kept = Verdicts.judged(hostile.file()).content().bytes();
        assertThat(verdict(kept).pages()).isEqualTo(2);
    }

    /** What is drawn often and is soon drawn is honest: a map of many small signs. */
    @Test
    void countsADrawingAsOftenAsItIsDrawn() {
        assertThat(codes(signs(50_000))).doesNotContain("page-endless");
        assertThat(codes(signs(1_000_000))).contains("page-endless");
    }

    private static byte[] signs(int count) {
        String sign = Pdfs.stream("/Type/XObject/Subtype/Form", bytes("0 0 m 9 9 l S"));
        return Pdfs.of(objects(A4, "9 0 R", sign, Pdfs.stream("", bytes("/D Do ".repeat(count)))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "q ",
                "Q ",
                "[ ",
                "( ",
                "<< ",
                "BI ",
                "BI ID ",
                "/P Do ",
                "1 0 0 1 0 0 cm ",
                "BT ",
                "9 Tr /F 1e9 Tf (x) Tj ",
                "0 0 0 0 0 0 cm /P Do ",
                "1e99 0 0 -1e99 0 0 cm ",
                "99999999999999999999999 0 0 1 0 0 cm /P Do ",
                "/P scn ",
                "} "
            })
    void meetsOddContentCalmly(String piece) {
        assertThat(verdict(page(A4, piece.repeat(3_000))).pages()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/MediaBox[0 0 0 0]",
                "/MediaBox[a b c d]",
                "/MediaBox 3 0 R",
                "/Rotate 45",
                "/Rotate(x)",
                "/UserUnit -1",
                "/Annots 3 0 R",
                "/Annots[null 99 0 R(x)]",
                "/Resources 3 0 R",
                "/CropBox[9999 9999 99999 99999]"
            })
    void meetsOddPagesCalmly(String entries) {
        assertThat(verdict(page(entries, TEXT)).pages()).isEqualTo(1);
    }

    private static Verdict verdict(byte[] pdf) {
        return new Uploads().verdict(FileKind.PDF, pdf);
    }

    private static List<String> codes(byte[] pdf) {
        return verdict(pdf).findings().stream().map(Finding::code).toList();
    }

    private static String said(byte[] pdf, String code) {
        return verdict(pdf).findings().stream()
                .filter(finding -> finding.code().equals(code))
                .map(Finding::message)
                .findFirst()
                .orElse("");
    }

    private static byte[] page(String entries, String content) {
        return Pdfs.of(objects(entries, "8 0 R", Pdfs.stream("", bytes(content))));
    }

    private static byte[] withContent(String stream) {
        return Pdfs.of(objects(A4, "8 0 R", stream));
    }

    private static byte[] withDrawing(String dictionary, String content) {
        String[] objects =
                objects(A4, "9 0 R", Pdfs.stream(dictionary, bytes(content)), Pdfs.stream("", bytes("/D Do")));
        return Pdfs.of(objects);
    }

    private static byte[] withCatalog(String entries) {
        String[] objects = objects(A4, "8 0 R", Pdfs.stream("", bytes(TEXT)));
        objects[0] = "<</Type/Catalog/Pages 2 0 R" + entries + ">>";
        return Pdfs.of(objects);
    }

    private static byte[] scan(int finer, String content) {
        String[] objects = objects(A4, "8 0 R", Pdfs.stream("", bytes(content)));
        objects[5] = objects[5].replace("1200", "" + 1200 * finer).replace("1700", "" + 1700 * finer);
        return Pdfs.of(objects);
    }

    /** One page with a font F, a picture P of 1,200 by 1,700 dots and a drawing D, which is object 8. */
    private static String[] objects(String entries, String contents, String... more) {
        String resources = "/Font<</F 5 0 R>>/XObject<</P 6 0 R/D 8 0 R>>/ColorSpace 7 0 R";
        String[] objects = {
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/Resources 4 0 R/Contents " + contents + entries + ">>",
            "<<" + resources + ">>",
            "<</Type/Font/Subtype/Type1/BaseFont/ABCDEF+Helvetica>>",
            Pdfs.stream("/Type/XObject/Subtype/Image/Width 1200/Height 1700/ColorSpace/DeviceGray", bytes("x")),
            "<</Spot[/Separation/Gold/DeviceCMYK 9 0 R]/Profile[/ICCBased 9 0 R]/Loop/Loop>>"
        };
        String[] all = Arrays.copyOf(objects, objects.length + more.length);
        System.arraycopy(more, 0, all, objects.length, more.length);
        return all;
    }

    /** Packs as programs do, one group after the other. */
    private static final class Ascii85Letters {

        static String of(byte[] bytes) {
            StringBuilder letters = new StringBuilder();
            for (int i = 0; i < bytes.length; i += 4) {
                int there = Math.min(4, bytes.length - i);
                long group = 0;
                for (int j = 0; j < 4; j++) {
                    group = group << 8 | (j < there ? bytes[i + j] & 0xFF : 0);
                }
                char[] five = new char[5];
                for (int j = 4; j >= 0; j--) {
                    five[j] = (char) ('!' + group % 85);
                    group /= 85;
                }
                letters.append(five, 0, there + 1);
            }
            return letters + "~>";
        }
    }
}
