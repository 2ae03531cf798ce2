package quire.pdf;

import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBoolean;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.jspecify.annotations.Nullable;

/** Writes what comes after the last item: the trees over all pages and tags, the attached files, and the catalog. */
final class VolumeEnd {

    private static final byte[] PROFILE = SrgbProfile.make();
    private static final String COLOURS = "sRGB IEC61966-2.1";

    private final Volume volume;
    private final Binding binding;
    private final Graft graft;
    private final COSDictionary catalog = new COSDictionary();

    VolumeEnd(Volume volume, Binding binding) {
        this.volume = volume;
        this.binding = binding;
        this.graft = binding.graft();
    }

    void write(COSArray parts, List<Volume.Span> spans) {
        binding.stamp().finish(graft);
        catalog.setItem(COSName.TYPE, COSName.CATALOG);
        catalog.setItem(COSName.PAGES, binding.pages().write());
        SealField seal = binding.seal();
        if (seal != null) {
            seal.write(binding.pages().reference(0), binding.document(), volume.made(), volume.title(), catalog);
            parts.add(seal.tag());
        }
        set(COSName.getPDFName("StructTreeRoot"), tags(parts));
        set(COSName.OUTLINES, binding.bookmarks().write(graft));
        set(COSName.getPDFName("OCProperties"), properties());
        catalog.setItem(COSName.PAGE_LABELS, labels());
        catalog.setItem(
                COSName.OPEN_ACTION, Destinations.atFullSize(binding.pages().reference(0)));
        catalog.setItem(COSName.PAGE_MODE, COSName.getPDFName("UseOutlines"));
        catalog.setString(COSName.LANG, volume.language());
        catalog.setItem(COSName.MARK_INFO, single(COSName.getPDFName("Marked")));
        catalog.setItem(COSName.VIEWER_PREFERENCES, single(COSName.getPDFName("DisplayDocTitle")));
        catalog.setItem(COSName.OUTPUT_INTENTS, intents());
        AttachedFiles.attach(volume.inside().apply(List.copyOf(spans)), volume.made(), catalog, graft);
        Paper paper = new Paper(volume.title(), volume.language(), volume.made(), volume.identifier(), volume.claims());
        catalog.setItem(COSName.METADATA, graft.write(paper.packet()));
        ObjectText.Reference information = graft.write(paper.information());
        graft.file().finish(graft.write(catalog).number(), information.number());
    }

    private void set(COSName name, ObjectText.@Nullable Reference part) {
        if (part != null) {
            catalog.setItem(name, part);
        }
    }

    private ObjectText.Reference tags(COSArray parts) {
        int root = graft.file().next();
        COSDictionary document = Tag.of("Document", new ObjectText.Reference(root));
        document.setString(COSName.LANG, volume.language());
        document.setString(COSName.T, volume.title());
        document.setItem(COSName.K, parts);
        graft.writeAs(binding.document().number(), document);
        COSDictionary tree = new COSDictionary();
        tree.setName(COSName.TYPE, "StructTreeRoot");
        tree.setItem(COSName.K, binding.document());
        tree.setItem(COSName.PARENT_TREE, binding.parents().write(graft));
        tree.setInt(COSName.PARENT_TREE_NEXT_KEY, binding.parents().nextKey());
        COSDictionary names = binding.names().tree();
        if (names != null) {
            tree.setItem(COSName.ID_TREE, names);
        }
        graft.writeAs(root, tree);
        return new ObjectText.Reference(root);
    }

    private ObjectText.@Nullable Reference properties() {
        COSDictionary properties = binding.layers().properties();
        return properties == null ? null : graft.write(properties);
    }

    /** The labels are the numbers that are printed (ISO 32000-1, 12.4.2). */
    private COSDictionary labels() {
        COSDictionary decimal = new COSDictionary();
        decimal.setItem(COSName.S, COSName.D);
        if (volume.numbering().first() != 1) {
            decimal.setInt(COSName.ST, volume.numbering().first());
        }
        COSArray pairs = new COSArray();
        pairs.add(COSInteger.ZERO);
        pairs.add(decimal);
        COSDictionary labels = new COSDictionary();
        labels.setItem(COSName.NUMS, pairs);
        return labels;
    }

    private COSArray intents() {
        COSStream profile = StreamBytes.stream(PROFILE);
        profile.setInt(COSName.N, 3);
        COSDictionary intent = new COSDictionary();
        intent.setItem(COSName.TYPE, COSName.OUTPUT_INTENT);
        intent.setName(COSName.S, "GTS_PDFA1");
        intent.setString(COSName.OUTPUT_CONDITION_IDENTIFIER, COLOURS);
        intent.setString(COSName.INFO, COLOURS);
        intent.setItem(COSName.DEST_OUTPUT_PROFILE, graft.write(profile));
        COSArray intents = new COSArray();
        intents.add(intent);
        return intents;
    }

    private static COSDictionary single(COSName flag) {
        COSDictionary dictionary = new COSDictionary();
        dictionary.setItem(flag, COSBoolean.TRUE);
        return dictionary;
    }
}
