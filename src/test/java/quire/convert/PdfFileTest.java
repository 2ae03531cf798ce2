package quire.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static quire.convert.Verdicts.bytes;
import static quire.convert.Verdicts.join;
import static quire.convert.Verdicts.judged;
import static quire.convert.Verdicts.refusal;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import quire.testkit.Docx;

/** S-52, S-58 and S-59, as far as a first look goes: only a PDF, without a password, complete, and not endless. */
class PdfFileTest {

    private static final String CATALOG = "<</Type/Catalog/Pages 2 0 R>>";
    private static final String PAGES = "<</Type/Pages/Kids[3 0 R]/Count 1>>";
    private static final String PAGE = "<</Type/Page>>";

    @Test
    void takesAPdfAsItIs() {
        for (byte[] pdf : new byte[][] {Pdfs.page(), Pdfs.packed(3), Pdfs.pages(2_000), Pdfs.packed(450)}) {
            Judged judged = judged(pdf);
            assertThat(judged.kind()).isEqualTo(FileKind.PDF);
            assertThat(judged.content().bytes()).isEqualTo(pdf);
            assertThat(judged.findings()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\u00EF\u00BB\u00BF", "\u001B%-12345X@PJL JOB\n@PJL ENTER LANGUAGE=PDF\n", "  \r\n"})
    void takesAPdfBehindWhatPrintersPutFirst(String before) {
        assertThat(judged(join(bytes(before), Pdfs.page())).kind()).isEqualTo(FileKind.PDF);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><script>alert(1)</script>",
                "<!--",
                "GIF89a",
                "MZ\u0090\0",
                "PK\3\4",
                "\u00FF\u00D8\u00FF",
                "\u0089PNG\r\n\u001A\n",
                "HTTP/1.1 200 OK\r\n\r\n"
            })
    void s52_refusesAPdfThatBeginsAsSomethingElse(String before) {
        assertThat(refusal(join(bytes(before), Pdfs.page()))).isEqualTo(Refusal.DISGUISED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%PDF-1.7 <html><script>alert(1)</script>\n",
                "%PDF-1.7\n%<!--\n",
                "%PDF-1.7\n<script>alert(1)</script>\n",
                "%PDF-1.7\n%<?php system('x'); ?>\n"
            })
    void s52_refusesAPdfWithAWebPageBetweenItsObjects(String head) {
        byte[] pdf = Pdfs.page();
        byte[] objects = Arrays.copyOfRange(pdf, 9, pdf.length);
        assertThat(refusal(join(bytes(head), objects))).isEqualTo(Refusal.DISGUISED);
        assertThat(refusal(join(pdf, bytes(head)))).isEqualTo(Refusal.DISGUISED);
    }

    @Test
    void s52_leavesMarkupInsideObjectsAlone() {
        byte[] metadata = bytes("<?xpacket begin?><x:xmpmeta><script>PK\5\6%PDF-1.7 1 0 obj");
        byte[] pdf = Pdfs.of(
                CATALOG,
                PAGES,
                PAGE,
                Pdfs.stream("", metadata),
                "<</Title(<html> 5 0 obj endobj)/Id<abCDef>>>",
                "<dead>");
        assertThat(judged(pdf).kind()).isEqualTo(FileKind.PDF);
    }

    @Test
    void s52_refusesAPdfThatIsAZipAsWell() {
        byte[] zip = Docx.line("x").bytes();
        assertThat(refusal(join(Pdfs.page(), zip))).isEqualTo(Refusal.DISGUISED);
        assertThat(refusal(join(Pdfs.page(), zip, new byte[60_000]))).isEqualTo(Refusal.DISGUISED);
        assertThat(judged(join(Pdfs.page(), bytes("PK\5\6 is only a word"))).kind())
                .isEqualTo(FileKind.PDF);
    }

    @ParameterizedTest
    @CsvSource({"owner, user, 128", "owner, '', 128", "'', user, 256", "owner, '', 40", "owner, user, 256"})
    void s58_refusesPasswordsToOpenOrToChange(String toChange, String toOpen, int bits) {
        assertThat(refusal(Pdfs.locked(toChange, toOpen, bits))).isEqualTo(Refusal.PASSWORD);
        assertThat(Refusal.PASSWORD.sentence()).isEqualTo("The selected file is password protected");
    }

    @Test
    void takesNoIdentifierForATag() {
        byte[] pdf = Pdfs.withTrailer("<</Root 1 0 R/ID[<abcd><ef01>]>>", CATALOG, PAGES, PAGE);
        assertThat(judged(pdf).kind()).isEqualTo(FileKind.PDF);
    }

    @Test
    void s58_tellsAPasswordByTheStructure() {
        byte[] onlyAWord = Pdfs.of(
                CATALOG,
                PAGES,
                PAGE,
                Pdfs.stream("", bytes("trailer<</Encrypt 9 0 R>>")),
                "<</Title(trailer <</Encrypt 9 0 R>>)>>");
        assertThat(judged(onlyAWord).kind()).isEqualTo(FileKind.PDF);
        byte[] hidden = Pdfs.withTrailer("<</Root 1 0 R/Encr#79pt<</Filter/Standard>>>>", CATALOG, PAGES, PAGE);
        assertThat(refusal(hidden)).isEqualTo(Refusal.PASSWORD);
        byte[] stream = Pdfs.withTrailer(
                "<</Root 1 0 R>>",
                CATALOG,
                PAGES,
                PAGE,
                Pdfs.stream("/Type/XRef/Root 1 0 R/Encrypt 7 0 R", bytes("x")));
        assertThat(refusal(stream)).isEqualTo(Refusal.PASSWORD);
        byte[] none = Pdfs.withTrailer("<</Root 1 0 R/Encrypt null>>", CATALOG, PAGES, PAGE);
        assertThat(judged(none).kind()).isEqualTo(FileKind.PDF);
    }

    @Test
    void s59_refusesMoreThanTwoThousandPages() {
        assertThat(refusal(Pdfs.pages(2_001))).isEqualTo(Refusal.PAGES);
        assertThat(refusal(Pdfs.pages(100_000))).isEqualTo(Refusal.PAGES);
        assertThat(refusal(Pdfs.packed(2_100))).isEqualTo(Refusal.PAGES);
        assertThat(Refusal.PAGES.sentence()).isEqualTo("The selected file must have no more than 2,000 pages");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<</Type/Pages/Kids[2 0 R]>>",
                "<</Type/Pages/Kids[3 0 R 3 0 R]>>",
                "<</Type/Pages/Kids[9 0 R]>>",
                "<</Type/Pages/Kids[]>>",
                "(no tree)"
            })
    void s59_refusesTreesOfPagesThatHaveNoEnd(String pages) {
        assertThat(refusal(Pdfs.of(CATALOG, pages, PAGE))).isEqualTo(Refusal.DAMAGED);
    }

    @Test
    void s59_refusesATreeThatIsVeryDeep() {
        String[] objects = new String[30_000];
        objects[0] = CATALOG;
        for (int i = 1; i < objects.length; i++) {
            objects[i] = "<</Type/Pages/Kids[" + (i + 2) + " 0 R]>>";
        }
        assertThat(refusal(Pdfs.of(objects))).isEqualTo(Refusal.DAMAGED);
        String nested = "[".repeat(1_000_000);
        assertThat(refusal(Pdfs.of(CATALOG, nested))).isIn(Refusal.DAMAGED, Refusal.BOMB);
    }

    @Test
    void s59_unpacksNoMoreThanItNeeds() {
        byte[] zeros = Pdfs.deflated(new byte[200_000_000]);
        String bomb = Pdfs.stream("/Type/ObjStm/Filter/FlateDecode/N 100000/First 100000000", zeros);
        String notAskedFor = Pdfs.stream("/Filter/FlateDecode", zeros);
        assertThat(judged(Pdfs.of(CATALOG, PAGES, PAGE, notAskedFor)).kind()).isEqualTo(FileKind.PDF);
        String[] objects = new String[60];
        Arrays.fill(objects, bomb);
        objects[0] = CATALOG;
        objects[1] = PAGES;
        objects[2] = PAGE;
        assertThat(refusal(Pdfs.of(objects))).isEqualTo(Refusal.BOMB);
    }

    @Test
    void findsPagesWhereverTheyArePacked() {
        String body = PAGES + " " + PAGE + " 7";
        String packed = Pdfs.objectStream(2, "2 0 3 " + (PAGES.length() + 1) + " ", body);
        assertThat(judged(Pdfs.of(CATALOG, "null", "null", packed)).kind()).isEqualTo(FileKind.PDF);
        String lying = Pdfs.objectStream(9_000_000, "2 0 3 999999999999 x ", body);
        assertThat(refusal(Pdfs.of(CATALOG, "null", "null", lying))).isEqualTo(Refusal.DAMAGED);
    }

    @Test
    void readsTheLastOfSeveralVersions() {
        byte[] changed = join(
                Pdfs.page(), bytes("2 0 obj<</Kids[3 0 R 4 0 R]>>endobj 4 0 obj<<>>endobj trailer<</Root 1 0 R>>"));
        assertThat(judged(changed).kind()).isEqualTo(FileKind.PDF);
        byte[] broken = join(Pdfs.page(), bytes("2 0 obj<</Kids[3 0 R 5 0 R]>>endobj trailer<</Root 1 0 R>>"));
        assertThat(refusal(broken)).isEqualTo(Refusal.DAMAGED);
    }

    @Test
    void stepsOverAPdfInsideAPdf() {
        byte[] inner = Pdfs.locked("owner", "user", 128);
        String direct = Pdfs.stream("/Type/EmbeddedFile", inner);
        assertThat(judged(Pdfs.of(CATALOG, PAGES, PAGE, direct)).kind()).isEqualTo(FileKind.PDF);
        String elsewhere = direct.replace("/Length " + inner.length, "/Length 5 0 R");
        assertThat(judged(Pdfs.of(CATALOG, PAGES, PAGE, elsewhere, String.valueOf(inner.length)))
                        .kind())
                .isEqualTo(FileKind.PDF);
    }

    @Test
    void readsAFileWhoseTableOfContentsIsWrong() {
        String wrong = Pdfs.stream("", bytes("a stream")).replace("/Length 8", "/Length 3");
        assertThat(judged(Pdfs.of(CATALOG, PAGES, PAGE, wrong)).kind()).isEqualTo(FileKind.PDF);
    }

    @Test
    void s63_refusesAPdfThatIsCutShort() {
        for (byte[] pdf : new byte[][] {Pdfs.page(), Pdfs.packed(30), Verdicts.sample("five-line-record.pdf")}) {
            for (int percent = 5; percent <= 80; percent += 5) {
                assertThat(refusal(Arrays.copyOf(pdf, pdf.length * percent / 100)))
                        .as("%s of a hundred", percent)
                        .isEqualTo(Refusal.DAMAGED);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"%PDF-", "%PDF-1.7\n%%EOF", "%PDF-1.7 trailer<</Root 1 0 R>>", "%PDF-1.7\n1 0 obj("})
    void refusesWhatHasNoPages(String file) {
        assertThat(refusal(bytes(file))).isEqualTo(Refusal.DAMAGED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 0 obj (",
                "1 0 obj <<",
                "1 0 obj [",
                "1 0 obj <</Length 9>>stream\n",
                "(",
                "<",
                "%",
                "<<",
                "1 0 obj /"
            })
    void givesUpOnWhatIsWrittenToKeepItBusy(String piece) {
        byte[] file = bytes("%PDF-1.7\n" + piece.repeat(4_000_000 / piece.length()));
        assertThat(refusal(file)).isIn(Refusal.DAMAGED, Refusal.BOMB, Refusal.DISGUISED);
    }
}
