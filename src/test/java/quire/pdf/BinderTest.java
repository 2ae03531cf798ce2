package quire.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quire.core.Digest;
import quire.core.Problem;
import quire.pdf.Item.Origin;
import quire.pdf.Volume.Attachment;
import quire.pdf.Volume.Numbering;
import quire.testkit.Qpdf;
import quire.testkit.VeraPdf;

class BinderTest {

    private static final Instant MADE = Instant.parse("2026-11-22T09:30:00Z");

    private static final String PAPER = """
            <html lang="%s"><head><title>%s</title><style>h2 { page-break-before: always }</style></head>
            <body><h1 id="top">%s</h1><p>Written by Amara Okafor. <a href="#end">To the end</a></p>
            <table><thead><tr><th scope="col">When</th><th scope="col">What</th></tr></thead>
            <tbody><tr><td>14 March 2026</td><td>Home visit</td></tr></tbody></table>
            <h2>Second page</h2><p>Some words.</p><h2 id="end">Third page</h2><p>The <b>end</b>.</p></body></html>""";

    @TempDir
    private Path folder;

    private final Binder binder = new Binder();

    @Test
    void bindsPapersSoThatEveryNumberAgrees() throws IOException {
        Volume volume = volume(contents("review", "observation"), paper("review", 1), paper("observation", 2));
        try (BoundLook look = new BoundLook(bound(volume))) {
            assertThat(look.pages()).isEqualTo(7);
            assertThat(look.labels()).containsExactly("1", "2", "3", "4", "5", "6", "7");
            IntStream.rangeClosed(1, 7)
                    .forEach(page -> assertThat(look.stamp(page)).isEqualTo("Page " + page + " of 7"));
            assertThat(look.bookmarks()).containsEntry("Contents, page 1", 1).containsEntry("Paper review, page 2", 2);
            assertThat(look.bookmarks()).containsEntry("Paper review, page 2 / Paper observation, page 5", 5);
            assertThat(look.links(1)).containsExactly(2, 5);
            assertThat(look.links(2)).containsExactly(4, 1);
            assertThat(look.links(5)).containsExactly(7, 1);
        }
    }

    @Test
    void keepsWhatAllItsItemsKeep() throws IOException {
        byte[] file = bound(volume(contents("review"), paper("review", 1), paper("observation", 2)));
        VeraPdf.assertKeeps(file, VeraPdf.Flavour.PDFUA_1, VeraPdf.Flavour.PDFA_3_A);
        Qpdf.assertSound(file);
    }

    @Test
    void takesAPageWithoutTagsForAFigure() throws IOException {
        byte[] scan = scan(2);
        Volume volume = volume(
                contents("scan"), new Item("scan", "Certificate of first aid", 1, 2, Origin.UNTAGGED, () -> scan));
        byte[] file = bound(volume);
        VeraPdf.assertKeeps(file, VeraPdf.Flavour.PDFUA_1, VeraPdf.Flavour.PDFA_3_A);
        Qpdf.assertSound(file);
    }

    @Test
    void givesTheSameBytesOfTheSameVolume() throws IOException {
        assertThat(bound(volume(contents("review"), paper("review", 1))))
                .isEqualTo(bound(volume(contents("review"), paper("review", 1))));
    }

    @Test
    void knowsWhichBytesBelongToWhichItem() throws IOException {
        Path file = folder.resolve("spans.pdf");
        Bound bound = binder.bind(volume(contents("review"), paper("review", 1), paper("observation", 2)), file);
        byte[] bytes = Files.readAllBytes(file);
        assertThat(bound.spans()).extracting(Volume.Span::key).containsExactly("contents", "review", "observation");
        assertThat(bound.spans()).extracting(Volume.Span::firstPage).containsExactly(1, 2, 5);
        long place = bound.spans().get(0).bytes().start();
        for (Volume.Span span : bound.spans()) {
            assertThat(span.bytes().start()).isEqualTo(place);
            place = span.bytes().end();
            byte[] own = Arrays.copyOfRange(bytes, (int) span.bytes().start(), (int) place);
            assertThat(Digest.of(own)).isEqualTo(span.bytes().digest());
        }
    }

    @Test
    void attachesFilesThatKnowWhereTheItemsAre() throws IOException {
        Volume volume = new Volume(
                "Portfolio",
                "en-GB",
                MADE,
                "",
                Claims.VOLUME,
                List.of(paper("review", 1)),
                Numbering.of(3),
                "",
                "",
                spans -> List.of(
                        attachment(spans.get(0).key() + " " + spans.get(0).pages())));
        byte[] file = bound(volume);
        VeraPdf.assertKeeps(file, VeraPdf.Flavour.PDFUA_1, VeraPdf.Flavour.PDFA_3_A);
        try (BoundLook look = new BoundLook(file)) {
            assertThat(look.document()
                            .getDocumentCatalog()
                            .getNames()
                            .getEmbeddedFiles()
                            .getNames()
                            .get("manifest.json")
                            .getEmbeddedFile()
                            .toByteArray())
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo("review 3");
        }
    }

    @Test
    void leavesRoomForASeal() throws IOException {
        Path file = folder.resolve("sealed.pdf");
        Bound bound = binder.bindForSeal(volume(contents("review"), paper("review", 1)), file);
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        SealSpace seal = bound.seal();
        assertThat(seal).isNotNull();
        assertThat(text.charAt((int) seal.start())).isEqualTo('<');
        assertThat(text.charAt((int) seal.end() - 1)).isEqualTo('>');
        assertThat(text.substring((int) seal.start() + 1, (int) seal.end() - 1))
                .matches("0{" + 2 * seal.capacity() + "}");
        assertThat(text)
                .contains("/ByteRange[0 " + seal.start() + " " + seal.end() + " " + (text.length() - seal.end()));
        Qpdf.assertSound(Files.readAllBytes(file));
    }

    @Test
    void goesOnCountingInASupplement() throws IOException {
        Volume volume = new Volume(
                "Supplement",
                "en-GB",
                MADE,
                "",
                Claims.NONE,
                List.of(paper("late", 1)),
                new Numbering(151, 153),
                "",
                "",
                spans -> List.of());
        try (BoundLook look = new BoundLook(bound(volume))) {
            assertThat(look.labels()).containsExactly("151", "152", "153");
            assertThat(look.stamp(2)).isEqualTo("Page 152 of 153");
        }
    }

    @Test
    void printsAWatermarkOnEveryPage() throws IOException {
        byte[] scan = scan(1);
        Volume volume = new Volume(
                "Draft",
                "en-GB",
                MADE,
                "",
                Claims.VOLUME,
                List.of(paper("review", 1), new Item("scan", "A scan", 1, 1, Origin.UNTAGGED, () -> scan)),
                Numbering.of(4),
                "",
                "Draft: not for decision",
                spans -> List.of());
        byte[] file = bound(volume);
        VeraPdf.assertKeeps(file, VeraPdf.Flavour.PDFUA_1, VeraPdf.Flavour.PDFA_3_A);
        try (BoundLook look = new BoundLook(file)) {
            IntStream.rangeClosed(1, 4)
                    .forEach(page ->
                            assertThat(look.text(page).replaceAll("\\s", "")).contains("Draft:notfordecision"));
        }
    }

    @Test
    void saysWhichItemCannotBeBound() {
        Item damaged = new Item(
                "scan", "A scan", 1, 1, Origin.UNTAGGED, () -> "%PDF-1.7 and no more".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> bound(volume(contents("review"), paper("review", 1), damaged)))
                .isInstanceOfSatisfying(Unbindable.class, problem -> {
                    assertThat(problem.key()).isEqualTo("scan");
                    assertThat(problem.reason()).isEqualTo("It cannot be read: it is damaged, or not a PDF file.");
                });
        Item longer = new Item("review", "Review", 1, 4, Origin.OWN, () -> html("review", 1));
        assertThatThrownBy(() -> bound(volume(longer)))
                .isInstanceOfSatisfying(
                        Unbindable.class,
                        problem -> assertThat(problem.reason()).isEqualTo("It has 3 pages and not 4 as was planned."));
    }

    /** A disk without room is no fault of what should be written on it. */
    @Test
    void r04_saysThatTheDiskIsFullAndNotThatAnItemIsDamaged() {
        Item[] items = IntStream.range(0, 40).mapToObj(i -> paper("p" + i, 1)).toArray(Item[]::new);
        assertThatThrownBy(() -> binder.bind(volume(items), Path.of("/dev/full")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("No space left");
    }

    /** Who cannot give an item now has reasons that have nothing to do with the item. */
    @Test
    void r11_letsThroughWhatKeepsAnItemFromBeingHad() {
        Problem away = Problem.of(Problem.Kind.UNAVAILABLE, "The disk is full.");
        Item item = new Item("late", "Late", 1, 3, Origin.OWN, () -> {
            throw away;
        });
        assertThatThrownBy(() -> bound(volume(item))).isSameAs(away);
    }

    private byte[] bound(Volume volume) throws IOException {
        Path file = folder.resolve("volume.pdf");
        binder.bind(volume, file);
        return Files.readAllBytes(file);
    }

    private static Volume volume(Item... items) {
        int pages = Arrays.stream(items).mapToInt(Item::pages).sum();
        return new Volume(
                "Portfolio of Amara Okafor",
                "en-GB",
                MADE,
                "",
                Claims.VOLUME,
                List.of(items),
                Numbering.of(pages),
                "contents",
                "",
                spans -> List.of(attachment("{}")));
    }

    private static Item contents(String... keys) {
        StringBuilder list = new StringBuilder("<title>Contents</title><h1>Contents</h1><ul>");
        for (String key : keys) {
            list.append("<li><a href=\"")
                    .append(Item.link(key))
                    .append("\">")
                    .append(key)
                    .append("</a></li>");
        }
        byte[] pdf = new PdfMaker()
                .make(PdfRequest.of(list + "</ul>", "contents", MADE))
                .bytes();
        return new Item("contents", "Contents", 1, 1, Origin.OWN, () -> pdf);
    }

    private static Item paper(String key, int level) {
        return new Item(key, "Paper " + key, level, 3, Origin.OWN, () -> html(key, level));
    }

    private static byte[] html(String key, int level) {
        String language = level == 1 ? "en-GB" : "cy";
        return new PdfMaker()
                .make(PdfRequest.of(PAPER.formatted(language, key, "The paper " + key), key, MADE))
                .bytes();
    }

    /** Pages that show a drawing, without tags. */
    private static byte[] scan(int pages) throws IOException {
        try (PDDocument document = new PDDocument()) {
            for (int i = 0; i < pages; i++) {
                PDPage page = new PDPage(PDRectangle.A4);
                page.setRotation(90 * i);
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.setNonStrokingColor(0.5f);
                    content.addRect(100, 100, 300, 400);
                    content.fill();
                }
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static Attachment attachment(String content) {
        return new Attachment(
                "manifest.json",
                "application/json",
                "What is in this volume",
                "Data",
                content.getBytes(StandardCharsets.UTF_8));
    }
}
