package quire.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quire.core.Finding;
import quire.testkit.PdfText;
import quire.testkit.Qpdf;
import quire.testkit.VeraPdf;

class CharactersTest {

    private final PdfMaker maker = new PdfMaker();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Llanfair­pwllgwyngyll ŵ ŷ Ẁ ẃ",
                "Zażółć gęślą jaźń",
                "Nguyễn Thị Ánh Tuyết ở Đà Nẵng",
                "Ξεσκεπάζω τὴν ψυχοφθόρα",
                "Съешь же ещё этих мягких французских булок, Їжак",
                "☐ ☑ ☒ ✓ ✗ → ≤ ½ € £ ★ 😀"
            })
    void drawsTheScriptsOfEurope(String words) {
        Pdf pdf = make("<p>" + words);
        assertThat(PdfText.of(pdf.bytes())).isEqualTo(words.replace("\u00AD", ""));
        assertThat(pdf.findings()).extracting(Finding::code).doesNotContain("missing-glyph");
    }

    @Test
    void printsTheNumberOfACharacterThatNoFontDraws() {
        Pdf pdf = make("<style>p::before { content: '\\1F9D1' '中' }</style><p title='中'>Ask 🧑 or 文");
        assertThat(PdfText.of(pdf.bytes())).isEqualTo("‹U+1F9D1›‹U+4E2D›Ask ‹U+1F9D1› or ‹U+6587›");
        assertThat(pdf.findings())
                .filteredOn(finding -> finding.code().equals("missing-glyph"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("U+1F9D1 (adult)", "U+4E2D", "U+6587"));
        judge(pdf);
    }

    @Test
    void leavesControlCharactersOutAndSaysSo() {
        Pdf pdf = make("<p>a\u0001b\u0085c \u202Edef\u202C \u2066ghi\u2069");
        assertThat(PdfText.of(pdf.bytes())).isEqualTo("abc def ghi");
        assertThat(pdf.findings())
                .filteredOn(finding -> finding.code().equals("control-character"))
                .singleElement()
                .satisfies(
                        finding -> assertThat(finding.message()).contains("U+0001", "U+202E (right-to-left override)"));
    }

    @Test
    void showsWhatIsNotACharacterAtAll() {
        Pdf pdf = make("<title>\uD800</title><p title='\uDC00'>\uD800 \uDC00 \uFFFE \uFFFF \uE000 \uFFFC \uFDD0");
        assertThat(PdfText.of(pdf.bytes())).isEqualTo("‹U+D800› ‹U+DC00› ‹U+FFFE› ‹U+FFFF› ‹U+E000› ‹U+FFFC› ‹U+FDD0›");
        judge(pdf);
    }

    @Test
    void survivesFiveThousandCombiningMarks() {
        Pdf pdf = make("<p>a" + "\u0301".repeat(5_000) + "b");
        assertThat(PdfText.of(pdf.bytes())).contains("á").endsWith("b");
        judge(pdf);
    }

    @Test
    void composesALetterAndItsAccent() {
        assertThat(PdfText.of(make("<p>cafe\u0301").bytes())).isEqualTo("café");
    }

    @Test
    void joinsArabicAndTurnsHebrewRound() {
        Pdf pdf = make("<p>شكرا</p><p>שלום (עולם)</p>");
        assertThat(PdfText.of(pdf.bytes())).contains("شكرا", "שלום (עולם)");
        assertThat(pdf.findings()).extracting(Finding::code).contains("right-to-left");
        judge(pdf);
    }

    @Test
    void choosesTheFormOfAnArabicLetterByItsNeighbours() {
        assertThat(ArabicLetters.joined("ببب ب لا دب")).isEqualTo("ﺑﺒﺐ ﺏ ﻻ ﺩﺏ");
        assertThat(ArabicLetters.separated(0xFEFB)).isEqualTo("لا");
    }

    @Test
    void findsAFontForEveryName() {
        Pdf pdf = make("<style>@page { @top-left { content: 'Head'; font-family: Nowhere } }</style>"
                + "<p style='font-family: \"Comic Sans MS\"'>one</p><p style='font: bold 12pt fantasy'>two</p>"
                + "<p style='font-family: monospace; font-style: oblique'>three</p><p style='font-weight: 950'>four");
        assertThat(PdfText.of(pdf.bytes())).contains("Head", "one", "two", "three", "four");
        judge(pdf);
    }

    private static void judge(Pdf pdf) {
        VeraPdf.assertAccessibleAndArchival(pdf.bytes());
        Qpdf.assertSound(pdf.bytes());
        assertThat(PdfText.of(pdf.bytes())).doesNotContain("#");
    }

    private Pdf make(String html) {
        return maker.make(PdfRequest.of(html, "page.html", Instant.EPOCH));
    }
}
