package quire.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Locale;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.jspecify.annotations.Nullable;

/** The invisible field on the first page that holds the seal of a volume (ISO 32000-1, 12.7.4.5 and 12.8). */
final class SealField {

    /** Printed and locked. */
    private static final int FLAGS = 132;

    /** Signatures there are, and the file may only be added to. */
    private static final int SIGNED = 3;

    /** Bytes for a seal with its certificates and the stamp of a time-stamp authority, with room to spare. */
    private static final int CAPACITY = 20_000;

    private static final int RANGE_WIDTH = 46;
    private static final String WORDS = "Electronic seal of this volume";

    private final Graft graft;
    private final int field;
    private final int signature;
    private final int tag;
    private final int key;
    private long place;

    SealField(Graft graft, ParentTree parents) {
        this.graft = graft;
        field = graft.file().next();
        signature = graft.file().next();
        tag = graft.file().next();
        key = parents.add(new ObjectText.Reference(tag));
    }

    ObjectText.Reference field() {
        return new ObjectText.Reference(field);
    }

    ObjectText.Reference tag() {
        return new ObjectText.Reference(tag);
    }

    /** Writes the field, its tag and the empty signature, and names them in the catalog. */
    void write(COSBase firstPage, COSBase document, Instant made, String title, COSDictionary catalog) {
        graft.writeAs(field, widget(firstPage));
        graft.writeAs(tag, Tag.around("Form", document, firstPage, field(), WORDS));
        COSArray fields = new COSArray();
        fields.add(field());
        COSDictionary form = new COSDictionary();
        form.setItem(COSName.FIELDS, fields);
        form.setInt(COSName.SIG_FLAGS, SIGNED);
        catalog.setItem(COSName.ACRO_FORM, form);
        place = graft.file().writeOpenly(signature, signature(made, title));
    }

    /** Says in the finished file which bytes the seal speaks of: all but itself. */
    SealSpace settle(Path file) {
        String before = RANGE_BEGIN;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer head = ByteBuffer.allocate(2_000);
            channel.read(head, place);
            String text = new String(head.array(), StandardCharsets.ISO_8859_1);
            int range = text.indexOf(before) + before.length();
            int start = text.indexOf("/Contents<", range) + "/Contents".length();
            SealSpace space = new SealSpace(place + start, place + start + 2 * CAPACITY + 2L);
            String numbers = "0 " + space.start() + " " + space.end() + " " + (channel.size() - space.end());
            channel.write(ByteBuffer.wrap(numbers.getBytes(StandardCharsets.ISO_8859_1)), place + range);
            return space;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final String RANGE_BEGIN = "/ByteRange[";

    private static String signature(Instant made, String title) {
        COSDictionary known = new COSDictionary();
        known.setName(COSName.TYPE, "Sig");
        known.setName(COSName.FILTER, "Adobe.PPKLite");
        known.setName(COSName.SUB_FILTER, "ETSI.CAdES.detached");
        known.setString(COSName.M, Paper.date(made));
        known.setString(COSName.REASON, "Sealed as it was made: " + brief(title));
        Bytes text = new Bytes(512);
        new ObjectText((container, referred) -> 0).body(known, text);
        String entries = new String(text.toArray(), StandardCharsets.ISO_8859_1);
        return String.format(
                Locale.ROOT,
                "%s%s%s]/Contents<%s>>>",
                entries.substring(0, entries.length() - 2),
                RANGE_BEGIN,
                " ".repeat(RANGE_WIDTH),
                "0".repeat(2 * CAPACITY));
    }

    private static String brief(String title) {
        return title.length() > 200 ? title.substring(0, title.offsetByCodePoints(0, 100)) + "…" : title;
    }

    private COSDictionary widget(@Nullable COSBase page) {
        COSDictionary widget = new COSDictionary();
        widget.setItem(COSName.TYPE, COSName.ANNOT);
        widget.setItem(COSName.SUBTYPE, COSName.WIDGET);
        widget.setName(COSName.FT, "Sig");
        widget.setInt(COSName.F, FLAGS);
        widget.setString(COSName.T, "Seal");
        widget.setString(COSName.TU, WORDS);
        widget.setItem(COSName.V, new ObjectText.Reference(signature));
        widget.setItem(COSName.P, page);
        widget.setItem(COSName.RECT, Sheet.array(0, 0, 0, 0));
        widget.setInt(COSName.STRUCT_PARENT, key);
        return widget;
    }
}
