package quire.pdf;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.jspecify.annotations.Nullable;

/** One volume while it is bound, item after item; never more than one of them is in memory. Used once. */
final class Binding {

    private static final int BUFFER = 1 << 16;

    private final Volume volume;
    private final PdfOutput out;
    private final Graft graft;
    private final ParentTree parents = new ParentTree();
    private final Bookmarks bookmarks = new Bookmarks();
    private final Layers layers = new Layers();
    private final TagNames names;
    private final VolumePages pages;
    private final ObjectText.Reference document;
    private final ObjectText.Reference opening;
    private final PageStamp stamp;
    private final @Nullable SealField seal;
    private final Map<String, Integer> firstPages = new HashMap<>();
    private final List<Volume.Span> spans = new ArrayList<>();
    private final COSArray parts = new COSArray();

    private Binding(Volume volume, boolean forSeal, OutputStream target) {
        this.volume = volume;
        this.out = new PdfOutput(target);
        this.graft = new Graft(out);
        this.names = new TagNames(graft);
        this.document = new ObjectText.Reference(graft.file().next());
        this.pages = new VolumePages(volume.pages(), graft);
        this.seal = forSeal ? new SealField(graft, parents) : null;
        this.opening = graft.write(StreamBytes.stream("q\n"));
        this.stamp = new PageStamp(graft, volume.watermark());
        int first = 0;
        for (Item item : volume.items()) {
            firstPages.put(item.key(), first);
            first += item.pages();
        }
    }

    static Bound bind(Volume volume, boolean forSeal, Path file) {
        Binding binding;
        try (OutputStream target = new BufferedOutputStream(Files.newOutputStream(file), BUFFER)) {
            binding = new Binding(volume, forSeal, target);
            binding.writeAndClose();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        SealSpace space = binding.seal == null ? null : binding.seal.settle(file);
        return new Bound(volume.pages(), binding.spans, space);
    }

    private void writeAndClose() {
        try {
            write();
        } finally {
            graft.file().close();
        }
    }

    private void write() {
        graft.file().pack();
        out.stretch();
        int item = 0;
        for (Item one : volume.items()) {
            names.beginItem(++item);
            byte[] content = content(one);
            try {
                writeItem(one, content);
            } catch (Unbindable problem) {
                throw problem.of(one.key());
            } catch (PdfOutput.Failed full) {
                throw full;
            } catch (RuntimeException | StackOverflowError e) {
                throw Unbindable.damaged(e).of(one.key());
            }
        }
        new VolumeEnd(volume, this).write(parts, spans);
    }

    /** Whoever gives it may have reasons not to that have nothing to do with the item. */
    private static byte[] content(Item item) {
        try {
            return item.content().get();
        } catch (Unbindable problem) {
            throw problem.of(item.key());
        }
    }

    private void writeItem(Item item, byte[] content) {
        int first = Objects.requireNonNull(firstPages.get(item.key()));
        long start = out.place();
        try (SourceFile source = SourceFile.open(content)) {
            if (source.pages().size() != item.pages()) {
                throw new Unbindable(
                        "It has " + source.pages().size() + " pages and not " + item.pages() + " as was planned.",
                        null);
            }
            parts.add(new ItemBinding(item, first, this, source).write());
            graft.forget();
        }
        ByteSpan bytes = new ByteSpan(start, out.place(), out.stretch());
        spans.add(new Volume.Span(item.key(), volume.numbering().first() + first, item.pages(), bytes));
    }

    Graft graft() {
        return graft;
    }

    ParentTree parents() {
        return parents;
    }

    Bookmarks bookmarks() {
        return bookmarks;
    }

    Layers layers() {
        return layers;
    }

    TagNames names() {
        return names;
    }

    VolumePages pages() {
        return pages;
    }

    PageStamp stamp() {
        return stamp;
    }

    @Nullable
    SealField seal() {
        return seal;
    }

    /** The tag of the volume, below which all others hang. */
    ObjectText.Reference document() {
        return document;
    }

    /** What stands before the content of a page that may change the state of the painter. */
    COSBase opening() {
        return opening;
    }

    /** The place of the first page of an item, counted from 0; null for a key that no item has. */
    @Nullable
    Integer firstPage(String key) {
        return firstPages.get(key);
    }

    /** The number of a page, as it is stamped. */
    int number(int place) {
        return volume.numbering().first() + place;
    }

    /** Operators that print the number and the rest of what the binder prints on a page. */
    String stamp(COSDictionary page, Sheet sheet, int place) {
        String number = "Page " + number(place) + " of " + volume.numbering().last();
        return stamp.operators(page, sheet, number, backTo(place) != null);
    }

    /** Adds what the binder itself puts on a page: the field of the seal on the first, the way back on all others. */
    void addOwn(int place, Sheet sheet, COSBase part, COSArray annotations, List<ObjectText.Reference> children) {
        ObjectText.Reference here = pages.reference(place);
        if (place == 0 && seal != null) {
            annotations.add(seal.field());
        }
        Integer contents = backTo(place);
        if (contents != null) {
            COSDictionary link = new COSDictionary();
            link.setItem(COSName.TYPE, COSName.ANNOT);
            link.setName(COSName.SUBTYPE, "Link");
            link.setItem(COSName.RECT, stamp.backLink(sheet));
            link.setItem(COSName.BORDER, Sheet.array(0, 0, 0));
            link.setInt(COSName.F, 4);
            link.setItem(COSName.P, here);
            link.setItem(COSName.DEST, Destinations.top(pages.reference(contents)));
            link.setString(COSName.CONTENTS, "Back to the contents");
            addLink(link, here, part, annotations, children);
        }
    }

    /** Adds a link that no tag knows yet. */
    void addLink(
            COSDictionary link, COSBase page, COSBase part, COSArray annotations, List<ObjectText.Reference> children) {
        int number = graft.file().next();
        ObjectText.Reference reference = new ObjectText.Reference(number);
        ObjectText.Reference tag =
                graft.write(Tag.around("Link", part, page, reference, link.getString(COSName.CONTENTS)));
        link.setInt(COSName.STRUCT_PARENT, parents.add(tag));
        graft.writeAs(number, link);
        annotations.add(reference);
        children.add(tag);
    }

    /** The page to which a page links back; null for one that has no such link, such as the contents themselves. */
    private @Nullable Integer backTo(int place) {
        Integer contents = firstPages.get(volume.contents());
        return contents == null || place <= contents ? null : contents;
    }
}
