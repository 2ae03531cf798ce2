package quire.pdf;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDPage;
import org.jspecify.annotations.Nullable;

/** Binds the pages of one item into the volume. Used once. */
final class ItemBinding {

    private final Item item;
    private final int first;
    private final Binding volume;
    private final SourceFile source;
    private final Destinations destinations;
    private final ObjectText.Reference part;
    private final List<ObjectText.Reference> children = new ArrayList<>();
    private final Set<COSBase> gone = Collections.newSetFromMap(new IdentityHashMap<>());
    private final IdentityHashMap<COSDictionary, PageNotes> notes = new IdentityHashMap<>();
    private final FormContent forms = new FormContent();
    private final @Nullable TagGraft tags;

    /**
     * An item whose turn has come.
     *
     * @param first the place of its first page in the volume, counted from 0
     */
    ItemBinding(Item item, int first, Binding volume, SourceFile source) {
        this.item = item;
        this.first = first;
        this.volume = volume;
        this.source = source;
        this.destinations = new Destinations(source);
        int number = volume.graft().file().next();
        this.part = new ObjectText.Reference(number);
        this.tags = item.origin() == Item.Origin.UNTAGGED
                ? null
                : TagGraft.of(source, number, volume.names(), volume.graft(), volume.parents());
    }

    /**
     * Writes all of it.
     *
     * @return the part below which its tags hang
     */
    ObjectText.Reference write() {
        List<COSDictionary> pages = source.pages();
        for (int i = 0; i < pages.size(); i++) {
            volume.graft().place(pages.get(i), volume.pages().number(first + i));
        }
        volume.graft().tags(tags);
        volume.layers().take(source, volume.graft());
        pages.forEach(page -> notes.put(page, settledNotes(page)));
        if (tags != null) {
            children.addAll(tags.settleTags(gone));
        }
        for (int i = 0; i < pages.size(); i++) {
            writePage(pages.get(i), i);
        }
        volume.bookmarks()
                .add(
                        item,
                        volume.number(first),
                        Destinations.top(volume.pages().reference(first)),
                        source,
                        destinations,
                        volume.graft());
        volume.graft().writeAs(part.number(), part());
        return part;
    }

    private PageNotes settledNotes(COSDictionary page) {
        PageNotes settled = PageNotes.settle(page, this::destination);
        gone.addAll(settled.gone());
        return settled;
    }

    /** Where a link leads: within the item, or to another item if this one is our own. */
    private @Nullable COSArray destination(COSDictionary link) {
        String address = PageNotes.address(link);
        if (item.origin() == Item.Origin.OWN && address != null) {
            Integer page = volume.firstPage(Item.linked(address));
            return page == null ? null : Destinations.top(volume.pages().reference(page));
        }
        return destinations.of(link);
    }

    private void writePage(COSDictionary page, int index) {
        int place = first + index;
        Sheet sheet = Sheet.settle(page);
        COSArray annotations = new COSArray();
        boolean tagged = tags != null && tags.tags(page);
        if (tagged) {
            fillTagged(page, sheet, place, annotations);
        } else {
            fillUntagged(page, sheet, place, annotations);
        }
        volume.addOwn(place, sheet, part, annotations, children);
        if (annotations.size() > 0) {
            page.setItem(COSName.ANNOTS, annotations);
        }
        page.setItem(COSName.getPDFName("Tabs"), COSName.S);
        page.setItem(COSName.PARENT, volume.pages().parent(place));
        volume.graft().writeAs(volume.pages().number(place), page);
        volume.graft().writeWaiting();
    }

    /** A page that is tagged keeps its tags; what lay on it is drawn, and not read out. */
    private void fillTagged(COSDictionary page, Sheet sheet, int place, COSArray annotations) {
        PageNotes lying = notesOf(page);
        String drawing = lying.drawing().isEmpty() ? "" : "/Artifact BMC\n" + lying.drawing() + "EMC\n";
        if (item.origin() != Item.Origin.OWN) {
            page.setItem(
                    COSName.CONTENTS,
                    StreamBytes.stream(PageContent.ofPage(new PDPage(page), false, place - first + 1)));
        }
        surround(page, volume.opening(), drawing + "Q\n" + volume.stamp(page, sheet, place));
        if (tags != null) {
            tags.settle(page);
        }
        lying.links().forEach(link -> annotations.add(volume.graft().reference(link)));
    }

    /** A page without tags becomes one figure, whose words say what it is. */
    private void fillUntagged(COSDictionary page, Sheet sheet, int place, COSArray annotations) {
        PageNotes lying = notesOf(page);
        forms.removeMarks(page.getDictionaryObject(COSName.RESOURCES), place - first + 1);
        page.setItem(
                COSName.CONTENTS, StreamBytes.stream(PageContent.ofPage(new PDPage(page), true, place - first + 1)));
        surround(
                page,
                StreamBytes.stream("/Figure <</MCID 0>> BDC q\n"),
                lying.drawing() + "Q\nEMC\n" + volume.stamp(page, sheet, place));
        ObjectText.Reference here = volume.pages().reference(place);
        ObjectText.Reference figure = volume.graft().write(Tag.figure(part, here, sheet.box(), words(place)));
        COSArray marked = new COSArray();
        marked.add(figure);
        page.setInt(COSName.STRUCT_PARENTS, volume.parents().add(volume.graft().write(marked)));
        children.add(figure);
        for (COSDictionary link : lying.links()) {
            volume.addLink(link, here, part, annotations, children);
        }
    }

    private PageNotes notesOf(COSDictionary page) {
        PageNotes known = notes.get(page);
        if (known == null) {
            throw new IllegalStateException("A page was added while the item was being bound");
        }
        return known;
    }

    private String words(int place) {
        int count = source.pages().size();
        return item.title() + (count == 1 ? "" : ", page " + (place - first + 1) + " of " + count);
    }

    private static void surround(COSDictionary page, COSBase before, String after) {
        COSArray contents = new COSArray();
        contents.add(before);
        SourceFile.list(page.getItem(COSName.CONTENTS)).forEach(contents::add);
        contents.add(StreamBytes.stream("\n" + after));
        page.setItem(COSName.CONTENTS, contents);
    }

    private COSDictionary part() {
        COSDictionary tag = Tag.of("Part", volume.document());
        tag.setString(COSName.T, item.title());
        COSArray below = new COSArray();
        children.forEach(below::add);
        tag.setItem(COSName.K, below);
        if (source.catalog().getDictionaryObject(COSName.LANG) instanceof COSString language
                && language.getString().matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")) {
            tag.setString(COSName.LANG, language.getString());
        }
        return tag;
    }
}
