package quire.seal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import quire.core.Finding;
import quire.pdf.PdfMaker;
import quire.pdf.PdfRequest;
import quire.pdf.SealSpace;

/** Papers with an empty space for a seal. */
record Sealable(byte[] bytes, SealSpace space) {

    private static final byte[] PAPER = new PdfMaker()
            .make(PdfRequest.of(
                    "<title>A bundle</title><h1>A bundle</h1><p>Sealed for a panel.</p>", "bundle", SealDates.NOW))
            .bytes();

    /** A tagged, archival paper of one page. */
    static Sealable paper(int room) {
        try (PDDocument document = Loader.loadPDF(PAPER)) {
            COSDictionary widget = widget(room);
            PDPage page = document.getPage(0);
            widget.setItem(COSName.P, page.getCOSObject());
            page.getCOSObject().setItem(COSName.ANNOTS, array(widget));
            page.getCOSObject().setItem(COSName.getPDFName("Tabs"), COSName.S);
            COSDictionary form = new COSDictionary();
            form.setItem(COSName.FIELDS, array(widget));
            form.setInt(COSName.getPDFName("SigFlags"), 3);
            document.getDocumentCatalog().getCOSObject().setItem(COSName.ACRO_FORM, form);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes, CompressParameters.NO_COMPRESSION);
            return withTrueRange(text(bytes.toByteArray()), room);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As small as a file can be that has a seal; what else it says is anybody's. */
    static Sealable small(String before, String behind, int room) {
        String head = "%PDF-1.7\n" + before + "1 0 obj<</Type/Sig/SubFilter/ETSI.CAdES.detached/M(D:20261121120000Z)";
        return withTrueRange(
                head + RANGE + "/Contents <" + "00".repeat(room) + ">>>endobj\n" + behind + "%%EOF\n", room);
    }

    private static final String RANGE = "/ByteRange [0 9999999999 9999999999 9999999999]";

    private static Sealable withTrueRange(String file, int room) {
        int start = file.indexOf("<" + "00".repeat(room) + ">");
        int end = start + 2 * room + 2;
        String range = "/ByteRange [0 " + start + " " + end + " " + (file.length() - end) + "]";
        String padded = range + " ".repeat(RANGE.length() - range.length());
        byte[] bytes = file.replace(RANGE, padded).getBytes(StandardCharsets.ISO_8859_1);
        return new Sealable(bytes, new SealSpace(start, end));
    }

    private static COSDictionary widget(int room) {
        COSDictionary signature = new COSDictionary();
        signature.setItem(COSName.TYPE, COSName.getPDFName("Sig"));
        signature.setItem(COSName.FILTER, COSName.getPDFName("Adobe.PPKLite"));
        signature.setItem(COSName.SUB_FILTER, COSName.getPDFName("ETSI.CAdES.detached"));
        signature.setString(COSName.M, "D:20261121120000Z");
        COSArray range = new COSArray();
        List.of(0L, 9_999_999_999L, 9_999_999_999L, 9_999_999_999L).forEach(n -> range.add(COSInteger.get(n)));
        signature.setItem(COSName.BYTERANGE, range);
        signature.setItem(COSName.CONTENTS, new COSString(new byte[room], true));
        COSDictionary widget = new COSDictionary();
        widget.setItem(COSName.TYPE, COSName.ANNOT);
        widget.setItem(COSName.SUBTYPE, COSName.WIDGET);
        widget.setItem(COSName.FT, COSName.getPDFName("Sig"));
        widget.setInt(COSName.F, 132);
        widget.setString(COSName.T, "Seal");
        widget.setString(COSName.TU, "Seal of the installation");
        widget.setItem(COSName.V, signature);
        widget.setItem(COSName.RECT, array(COSInteger.ZERO, COSInteger.ZERO, COSInteger.ZERO, COSInteger.ZERO));
        return widget;
    }

    private static COSArray array(org.apache.pdfbox.cos.COSBase... members) {
        COSArray array = new COSArray();
        List.of(members).forEach(array::add);
        return array;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** The file once it is sealed. */
    byte[] sealed(Sealer sealer) {
        return sealed(sealer, SealDates.NOW, List.of());
    }

    byte[] sealed(Sealer sealer, Instant at, List<String> expectedFindings) {
        try {
            Path file = Files.createTempFile("to-seal", ".pdf");
            try {
                Files.write(file, bytes);
                List<Finding> findings = sealer.seal(file, space, at);
                if (!findings.stream().map(Finding::code).toList().equals(expectedFindings)) {
                    throw new AssertionError("It says " + findings);
                }
                return Files.readAllBytes(file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
