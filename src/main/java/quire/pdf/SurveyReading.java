package quire.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.DefaultResourceCache;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.ResourceCache;
import org.jspecify.annotations.Nullable;

/** Reads what a file is like, page after page. Used once. */
final class SurveyReading {

    /** Where a list of contents may stand; of later pages only the edges are kept, so that long files take little room. */
    static final int READ_WHOLE = 40;

    private static final int MOST_BOOKMARKS = 20_000;
    private static final int DEEPEST = 30;
    private static final int MOST_ATTACHED = 20;
    private static final int LARGEST_ATTACHED = 50_000_000;
    private static final int LONGEST_TITLE = 1_000;

    private final SourceFile source;
    private final Destinations destinations;
    private final IdentityHashMap<COSBase, Integer> numbers = new IdentityHashMap<>();
    private final ResourceCache cache = new DefaultResourceCache();
    private final ReadingBudget budget = new ReadingBudget();

    SurveyReading(SourceFile source) {
        this.source = source;
        this.destinations = new Destinations(source);
        source.pages().forEach(page -> numbers.put(page, numbers.size() + 1));
    }

    PdfSurvey survey() {
        // What pages are turned like and which boxes they have is put right first: links are told in what the reader
        // sees.
        List<Sheet> sheets = source.pages().stream().map(Sheet::settle).toList();
        List<String> labels = PageLabels.of(source, sheets.size());
        List<SurveyedPage> pages = new ArrayList<>();
        for (int i = 0; i < sheets.size(); i++) {
            COSDictionary page = source.pages().get(i);
            PageEye eye = new PageEye(sheets.get(i), budget);
            eye.look(remembering(page));
            pages.add(eye.page(labels.get(i), links(page, sheets.get(i)), i < READ_WHOLE));
        }
        return new PdfSurvey(pages, bookmarks(), opening(), author(), source.part("Collection") != null, attachments());
    }

    /** A page whose fonts are read once for the whole file. */
    private PDPage remembering(COSDictionary page) {
        return new PDPage(page) {
            @Override
            public @Nullable PDResources getResources() {
                return page.getDictionaryObject(COSName.RESOURCES) instanceof COSDictionary resources
                        ? new PDResources(resources, cache)
                        : null;
            }
        };
    }

    private List<SurveyedPage.Link> links(COSDictionary page, Sheet sheet) {
        List<SurveyedPage.Link> links = new ArrayList<>();
        COSArray annotations = SourceFile.list(page.getItem(COSName.ANNOTS));
        for (int i = 0; i < annotations.size() && budget.spend(1); i++) {
            if (annotations.getObject(i) instanceof COSDictionary link
                    && "Link".equals(link.getNameAsString(COSName.SUBTYPE))) {
                int target = number(destinations.of(link));
                float[] box = sheet.seen(link.getDictionaryObject(COSName.RECT));
                if (target > 0) {
                    links.add(new SurveyedPage.Link(box[0], box[1], box[2], box[3], target));
                }
            }
        }
        return links;
    }

    private int number(@Nullable COSArray destination) {
        return destination == null ? 0 : numbers.getOrDefault(destination.getObject(0), 0);
    }

    private List<PdfSurvey.Bookmark> bookmarks() {
        List<PdfSurvey.Bookmark> found = new ArrayList<>();
        COSDictionary outlines = source.part("Outlines");
        if (outlines != null) {
            Set<COSBase> met = Collections.newSetFromMap(new IdentityHashMap<>());
            addBookmarks(outlines, 1, met, found);
        }
        return found;
    }

    private void addBookmarks(COSDictionary parent, int level, Set<COSBase> met, List<PdfSurvey.Bookmark> found) {
        COSBase next = parent.getDictionaryObject(COSName.FIRST);
        while (next instanceof COSDictionary entry && met.add(entry) && met.size() <= MOST_BOOKMARKS) {
            String title = shortened(entry.getString(COSName.TITLE, "").strip());
            found.add(new PdfSurvey.Bookmark(title, level, number(destinations.of(entry))));
            if (level < DEEPEST) {
                addBookmarks(entry, level + 1, met, found);
            }
            next = entry.getDictionaryObject(COSName.NEXT);
        }
    }

    /** What opens may be a place in the file or an action that leads to one (ISO 32000-1, 7.7.2). */
    private PdfSurvey.@Nullable Opening opening() {
        COSBase open = source.catalog().getDictionaryObject(COSName.OPEN_ACTION);
        if (open == null) {
            return null;
        }
        COSDictionary link = new COSDictionary();
        link.setItem(open instanceof COSDictionary ? COSName.A : COSName.DEST, open);
        COSArray view = destinations.of(link);
        double zoom = view != null
                        && view.size() > 4
                        && "XYZ".equals(view.getName(1))
                        && view.getObject(4) instanceof COSNumber number
                ? number.floatValue()
                : 0;
        return new PdfSurvey.Opening(number(view), zoom);
    }

    private String author() {
        String author = source.document().getDocumentInformation().getAuthor();
        return author == null ? "" : shortened(author.strip());
    }

    private List<Volume.Attachment> attachments() {
        List<Volume.Attachment> found = new ArrayList<>();
        COSDictionary trees = source.part("Names");
        NameTree.walk(
                trees == null ? null : trees.getDictionaryObject(COSName.EMBEDDED_FILES),
                COSName.NAMES,
                (key, value) -> {
                    if (key instanceof COSString name
                            && value instanceof COSDictionary file
                            && found.size() < MOST_ATTACHED) {
                        addAttachment(name.getString(), file, found);
                    }
                });
        return found;
    }

    private static void addAttachment(String name, COSDictionary file, List<Volume.Attachment> found) {
        if (file.getDictionaryObject(COSName.EF) instanceof COSDictionary places
                && places.getDictionaryObject(COSName.F) instanceof COSStream stream
                && Inflation.isBearable(stream)) {
            try (InputStream content = stream.createInputStream()) {
                byte[] bytes = content.readNBytes(LARGEST_ATTACHED);
                String type = stream.getNameAsString(COSName.SUBTYPE);
                found.add(new Volume.Attachment(
                        shortened(name),
                        type == null ? "" : type,
                        shortened(file.getString(COSName.DESC, "")),
                        "",
                        bytes));
            } catch (IOException damaged) {
                // What cannot be read is as good as not there.
            }
        }
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_TITLE ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST_TITLE / 2));
    }
}
