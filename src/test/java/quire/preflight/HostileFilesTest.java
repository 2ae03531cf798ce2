package quire.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are made to harm whoever reads them end with sentences, and soon. */
class HostileFilesTest {

    private static final Preflight PREFLIGHT =
            new Preflight(RuleSets.read(Path.of("forms/rule-sets")).sets());
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private interface Drawing {
        void draw(PDDocument document, PDPage page) throws IOException;
    }

    @Test
    void whatIsNoPdfIsSaidToBeNone() throws IOException {
        for (String content : new String[] {"", "%PDF-1.7", "Good morning", "%PDF-1.7\n%%EOF"}) {
            Path file = Files.writeString(folder.resolve("no.pdf"), content);
            assertUnreadable(file);
        }
        byte[] noise = new byte[20_000];
        new Random(3).nextBytes(noise);
        assertUnreadable(Files.write(folder.resolve("noise.pdf"), noise));
    }

    @Test
    void whatAsksForAPasswordSaysSo() throws IOException {
        Path file = written((document, page) ->
                document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission())));
        assertThat(CheckTest.line(report(file), "one-file").judgement().sentence())
                .isEqualTo("It asks for a password.");
    }

    @Test
    void aTreeThatLeadsBackToItselfIsWalkedOnce() throws IOException {
        assertJudged(written((document, page) -> {
            COSDictionary pages =
                    (COSDictionary) document.getDocumentCatalog().getCOSObject().getDictionaryObject(COSName.PAGES);
            ((COSArray) pages.getDictionaryObject(COSName.KIDS)).add(pages);
        }));
    }

    @Test
    void bookmarksAndNamesThatLeadBackToThemselvesAreReadOnce() throws IOException {
        assertJudged(written((document, page) -> {
            COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
            COSDictionary outlines = new COSDictionary();
            COSDictionary entry = new COSDictionary();
            entry.setString(COSName.TITLE, "Round");
            entry.setItem(COSName.FIRST, entry);
            entry.setItem(COSName.NEXT, entry);
            outlines.setItem(COSName.FIRST, entry);
            catalog.setItem(COSName.OUTLINES, outlines);
            COSDictionary labels = new COSDictionary();
            COSArray kids = new COSArray();
            kids.add(labels);
            labels.setItem(COSName.KIDS, kids);
            catalog.setItem(COSName.PAGE_LABELS, labels);
        }));
    }

    /** Each of a dozen drawings draws the next ten times: whoever follows them all never ends. */
    @Test
    void drawingsInsideEachOtherAreGivenUp() throws IOException {
        Report report = assertJudged(written((document, page) -> {
            COSStream before = form(null, "0 0 m 9 9 l S ");
            for (int level = 1; level < 12; level++) {
                before = form(before, "/X Do ".repeat(10));
            }
            page.setResources(drawing(before));
            page.getCOSObject()
                    .setItem(COSName.CONTENTS, stream("/X Do ".repeat(10).getBytes(StandardCharsets.US_ASCII)));
        }));
        assertThat(CheckTest.line(report, "text").judgement().sentence())
                .contains("Page 1 could not be looked at in full.");
    }

    @Test
    void aDrawingThatDrawsItselfIsGivenUp() throws IOException {
        assertJudged(written((document, page) -> {
            COSStream form = form(null, "/X Do /X Do");
            form.setItem(COSName.RESOURCES, drawing(form).getCOSObject());
            page.setResources(drawing(form));
            page.getCOSObject().setItem(COSName.CONTENTS, stream("/X Do".getBytes(StandardCharsets.US_ASCII)));
        }));
    }

    /** A gigabyte of blanks, packed into a megabyte. */
    @Test
    void whatGrowsWithoutEndIsNotUnpacked() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new DeflaterOutputStream(packed)) {
            byte[] blanks = new byte[1 << 20];
            java.util.Arrays.fill(blanks, (byte) ' ');
            for (int i = 0; i < 200; i++) {
                out.write(blanks);
            }
        }
        Report report = assertJudged(written((document, page) -> {
            COSStream bomb = stream(packed.toByteArray());
            bomb.setItem(COSName.FILTER, COSName.FLATE_DECODE);
            page.getCOSObject().setItem(COSName.CONTENTS, bomb);
        }));
        assertThat(CheckTest.line(report, "text").outcome()).isEqualTo(Outcome.FAIL);
    }

    @Test
    void picturesWithoutDotsOrSizeHarmNobody() throws IOException {
        Report report = assertJudged(written((document, page) -> {
            COSStream picture = stream(new byte[0]);
            picture.setItem(COSName.SUBTYPE, COSName.IMAGE);
            picture.setInt(COSName.WIDTH, 0);
            picture.setInt(COSName.HEIGHT, 0);
            COSStream endless = stream(new byte[0]);
            endless.setItem(COSName.SUBTYPE, COSName.IMAGE);
            endless.setInt(COSName.WIDTH, Integer.MAX_VALUE);
            endless.setInt(COSName.HEIGHT, -4);
            PDResources resources = drawing(picture);
            ((COSDictionary) resources.getCOSObject().getDictionaryObject(COSName.XOBJECT))
                    .setItem(COSName.getPDFName("Y"), endless);
            page.setResources(resources);
            String content = "q 0 0 0 0 0 0 cm /X Do /Y Do Q q 1e38 0 0 1e38 0 0 cm 1e38 0 0 1e38 0 0 cm /Y Do Q /X Do";
            page.getCOSObject().setItem(COSName.CONTENTS, stream(content.getBytes(StandardCharsets.US_ASCII)));
        }));
        assertThat(CheckTest.line(report, "pictures").outcome()).isEqualTo(Outcome.PASS);
    }

    @Test
    void moreThanTenThousandPagesAreSaidToBeTooMany() throws IOException {
        StringBuilder file = new StringBuilder("%PDF-1.7\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n");
        file.append("2 0 obj <</Type/Pages/Count 10001/MediaBox[0 0 595 842]/Kids[");
        for (int page = 0; page < 10_001; page++) {
            file.append(page + 3).append(" 0 R ");
        }
        file.append("]>> endobj\n");
        for (int page = 0; page < 10_001; page++) {
            file.append(page + 3).append(" 0 obj <</Type/Page/Parent 2 0 R>> endobj\n");
        }
        file.append("trailer <</Root 1 0 R/Size 10004>>\n%%EOF\n");
        Path long10 = Files.writeString(folder.resolve("long.pdf"), file);
        assertThat(CheckTest.line(report(long10), "one-file").judgement().sentence())
                .isEqualTo("It has more than 10,000 pages.");
    }

    private static COSStream form(@Nullable COSStream next, String content) throws IOException {
        COSStream form = stream(content.getBytes(StandardCharsets.US_ASCII));
        form.setItem(COSName.SUBTYPE, COSName.FORM);
        COSArray box = new COSArray();
        for (int edge : new int[] {0, 0, 100, 100}) {
            box.add(org.apache.pdfbox.cos.COSInteger.get(edge));
        }
        form.setItem(COSName.BBOX, box);
        if (next != null) {
            form.setItem(COSName.RESOURCES, drawing(next).getCOSObject());
        }
        return form;
    }

    private static PDResources drawing(COSStream stream) {
        COSDictionary named = new COSDictionary();
        named.setItem(COSName.getPDFName("X"), stream);
        PDResources resources = new PDResources();
        resources.getCOSObject().setItem(COSName.XOBJECT, named);
        return resources;
    }

    private static COSStream stream(byte[] content) throws IOException {
        COSStream stream = new COSStream();
        try (OutputStream out = stream.createRawOutputStream()) {
            out.write(content);
        }
        return stream;
    }

    private Path written(Drawing drawing) throws IOException {
        Path file = folder.resolve("hostile.pdf");
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            drawing.draw(document, page);
            document.save(file.toFile());
        }
        return file;
    }

    private static Report report(Path file) {
        return PREFLIGHT.of(file).stream()
                .filter(report -> report.set().id().equals("court-e-bundle"))
                .findFirst()
                .orElseThrow();
    }

    private static Report assertJudged(Path file) {
        return org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(SOON, () -> {
            Report report = report(file);
            assertThat(report.lines())
                    .allSatisfy(line -> assertThat(line.judgement().sentence()).endsWith("."));
            assertThat(CheckTest.line(report, "one-file").outcome()).isEqualTo(Outcome.PASS);
            return report;
        });
    }

    private static void assertUnreadable(Path file) {
        Report report = report(file);
        assertThat(CheckTest.line(report, "one-file").outcome()).isEqualTo(Outcome.FAIL);
        assertThat(CheckTest.line(report, "one-file").judgement().sentence()).endsWith(".");
        assertThat(CheckTest.line(report, "text").outcome()).isEqualTo(Outcome.NONE);
    }
}
