package quire.pdf;

import java.util.HashSet;
import java.util.Set;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.jspecify.annotations.Nullable;

/** What the tags of a file mean in the standard's own words (ISO 32000-1, 14.8.4). */
final class Roles {

    private static final Set<String> STANDARD = Set.of(
            "Document",
            "Part",
            "Art",
            "Sect",
            "Div",
            "BlockQuote",
            "Caption",
            "TOC",
            "TOCI",
            "Index",
            "NonStruct",
            "Private",
            "P",
            "H",
            "H1",
            "H2",
            "H3",
            "H4",
            "H5",
            "H6",
            "L",
            "LI",
            "Lbl",
            "LBody",
            "Table",
            "TR",
            "TH",
            "TD",
            "THead",
            "TBody",
            "TFoot",
            "Span",
            "Quote",
            "Note",
            "Reference",
            "BibEntry",
            "Code",
            "Link",
            "Annot",
            "Ruby",
            "RB",
            "RT",
            "RP",
            "Warichu",
            "WT",
            "WP",
            "Figure",
            "Formula",
            "Form");

    private final @Nullable COSDictionary map;

    Roles(@Nullable COSDictionary map) {
        this.map = map;
    }

    /** The standard name of a tag; a tag that means nothing in the end is a piece of text. */
    COSName standard(@Nullable COSName tag) {
        COSName name = tag;
        Set<COSName> met = new HashSet<>();
        while (name != null && !STANDARD.contains(name.getName())) {
            // Some programs map a tag to itself.
            name = map == null || !met.add(name) ? null : map.getCOSName(name);
        }
        if (name == null) {
            return COSName.getPDFName("Span");
        }
        // There is one document in a volume: the volume.
        return name.getName().equals("Document") ? COSName.getPDFName("Sect") : name;
    }
}
