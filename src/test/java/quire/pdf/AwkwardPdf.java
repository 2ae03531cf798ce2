package quire.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDestinationNameTreeNode;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDPageLabelRange;
import org.apache.pdfbox.pdmodel.common.PDPageLabels;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentGroup;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentProperties;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationRubberStamp;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDNamedDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageFitDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;

/** Draws PDF files as people hand them in: turned, cropped, hidden, filled in, damaged. The same seed gives the same file. */
final class AwkwardPdf {

    /** What may be odd about a file. */
    enum Oddity {
        ROTATED,
        CROPPED,
        LABELLED,
        NAMED,
        OUTLINED,
        LONG_OUTLINE,
        FORM,
        STAMPED,
        LAYERED,
        UNBALANCED,
        MARKED,
        BROKEN_TAGS,
        CIRCULAR_TREE,
        STRAY_PAGES,
        NO_RESOURCES,
        HUGE,
        TINY,
        SCALED,
        SCRIPTED,
        OWNER_LOCKED,
        LOCKED,
        EMPTY,
        TRUNCATED,
        BAD_CONTENT
    }

    /** What nobody can bind. */
    private static final Set<Oddity> HOPELESS = EnumSet.of(Oddity.LOCKED, Oddity.EMPTY);

    private static final COSName ROOT = COSName.getPDFName("StructTreeRoot");

    private final Random random;
    private final Set<Oddity> oddities = EnumSet.noneOf(Oddity.class);
    private final PDDocument document = new PDDocument();
    private final PDType1Font font = new PDType1Font(FontName.HELVETICA);
    private final int pages;

    private AwkwardPdf(long seed) {
        random = new Random(seed);
        for (Oddity oddity : Oddity.values()) {
            if (random.nextInt(HOPELESS.contains(oddity) ? 40 : oddity == Oddity.TRUNCATED ? 25 : 6) == 0) {
                oddities.add(oddity);
            }
        }
        pages = oddities.contains(Oddity.EMPTY) ? 0 : 1 + random.nextInt(5);
    }

    /** A file and what is odd about it. */
    @SuppressWarnings("ArrayRecordComponent")
    record Drawn(byte[] content, Set<Oddity> oddities, int pages) {

        boolean isHopeless() {
            return oddities.stream().anyMatch(HOPELESS::contains);
        }
    }

    static Drawn draw(long seed) {
        AwkwardPdf awkward = new AwkwardPdf(seed);
        try {
            return new Drawn(awkward.content(), awkward.oddities, awkward.pages);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean is(Oddity oddity) {
        return oddities.contains(oddity);
    }

    private byte[] content() throws IOException {
        for (int i = 0; i < pages; i++) {
            addPage(i);
        }
        if (pages > 0) {
            addNavigation();
            addThings();
            addDamage();
        }
        if (is(Oddity.LOCKED) || is(Oddity.OWNER_LOCKED)) {
            String user = is(Oddity.LOCKED) ? "secret" : "";
            document.protect(new StandardProtectionPolicy("owner", user, new AccessPermission()));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes);
        document.close();
        byte[] whole = bytes.toByteArray();
        return is(Oddity.TRUNCATED)
                ? java.util.Arrays.copyOf(whole, whole.length - 1 - random.nextInt(whole.length / 3))
                : whole;
    }

    private void addPage(int index) throws IOException {
        PDPage page = new PDPage(size());
        document.addPage(page);
        if (is(Oddity.ROTATED)) {
            page.getCOSObject()
                    .setInt(
                            COSName.ROTATE,
                            List.of(0, 90, 180, 270, -90, 450, 45).get(random.nextInt(7)));
        }
        if (is(Oddity.CROPPED)) {
            page.getCOSObject().setItem(COSName.CROP_BOX, box(page.getMediaBox()));
        }
        if (is(Oddity.SCALED)) {
            page.getCOSObject().setItem(COSName.getPDFName("UserUnit"), new COSFloat(1 + random.nextInt(3)));
        }
        if (is(Oddity.NO_RESOURCES)) {
            page.getCOSObject().removeItem(COSName.RESOURCES);
            return;
        }
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.beginText();
            content.setFont(font, 12);
            content.newLineAtOffset(80, 120);
            content.showText("Body of page " + (index + 1));
            content.endText();
            content.setNonStrokingColor(random.nextFloat());
            content.addRect(50, 60, 40, 30);
            content.fill();
        }
        oddContent(page);
    }

    private void oddContent(PDPage page) throws IOException {
        String more = "";
        if (is(Oddity.UNBALANCED)) {
            more += List.of("Q Q 3 0 0 3 9 9 cm ", "q q 0.1 0 0 0.1 0 0 cm ", "BT /F1 9 Tf ", "EMC ET ")
                    .get(random.nextInt(4));
        }
        if (is(Oddity.MARKED)) {
            more += "/P <</MCID 0>> BDC 10 10 5 5 re f EMC /Artifact BMC 20 20 5 5 re f EMC /Span MP ";
        }
        if (is(Oddity.BAD_CONTENT)) {
            more += List.of("(never closed ", "<ABC ", "[1 2 3 ", "1 2 3 4 ", "/Nowhere Do ", "<< /A ")
                    .get(random.nextInt(6));
        }
        if (!more.isEmpty()) {
            COSArray contents = new COSArray();
            contents.add(page.getCOSObject().getItem(COSName.CONTENTS));
            contents.add(StreamBytes.stream(more.getBytes(StandardCharsets.ISO_8859_1)));
            page.getCOSObject().setItem(COSName.CONTENTS, contents);
        }
    }

    private PDRectangle size() {
        if (is(Oddity.HUGE)) {
            return new PDRectangle(PDRectangle.A3.getHeight() * 4, PDRectangle.A3.getWidth());
        } else if (is(Oddity.TINY)) {
            return new PDRectangle(-30, -20, 90, 60);
        }
        return List.of(PDRectangle.A4, PDRectangle.LETTER, PDRectangle.A3, new PDRectangle(100, 200, 300, 500))
                .get(random.nextInt(4));
    }

    private COSArray box(PDRectangle media) {
        float[][] boxes = {
            {media.getLowerLeftX() + 20, media.getLowerLeftY() + 10, media.getUpperRightX() - 5, media.getUpperRightY()
            },
            {-1000, -1000, 5000, 5000},
            {media.getUpperRightX(), media.getUpperRightY(), media.getLowerLeftX(), media.getLowerLeftY()},
            {9000, 9000, 9100, 9100},
            {5, 5, 5, 5},
        };
        return Sheet.array(boxes[random.nextInt(boxes.length)]);
    }

    private void addNavigation() {
        if (is(Oddity.LABELLED)) {
            PDPageLabels labels = new PDPageLabels(document);
            PDPageLabelRange range = new PDPageLabelRange();
            range.setStyle(PDPageLabelRange.STYLE_ROMAN_LOWER);
            range.setPrefix("A-");
            labels.setLabelItem(0, range);
            document.getDocumentCatalog().setPageLabels(labels);
        }
        if (is(Oddity.NAMED)) {
            addNamedLinks();
        }
        if (is(Oddity.OUTLINED) || is(Oddity.LONG_OUTLINE)) {
            addOutline(is(Oddity.LONG_OUTLINE) ? 3_000 : 4);
        }
    }

    private void addNamedLinks() {
        PDPageFitDestination last = new PDPageFitDestination();
        last.setPage(document.getPage(pages - 1));
        PDDestinationNameTreeNode tree = new PDDestinationNameTreeNode();
        tree.setNames(Map.of("ende (1)", last));
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setDests(tree);
        document.getDocumentCatalog().setNames(names);
        addLink("ende (1)");
        addLink("nowhere");
    }

    private void addLink(String name) {
        PDNamedDestination destination = new PDNamedDestination(name);
        PDAnnotationLink link = new PDAnnotationLink();
        link.setDestination(destination);
        link.setRectangle(new PDRectangle(80, 120, 60, 12));
        annotations(document.getPage(0)).add(link.getCOSObject());
    }

    private static COSArray annotations(PDPage page) {
        if (!(page.getCOSObject().getDictionaryObject(COSName.ANNOTS) instanceof COSArray known)) {
            COSArray made = new COSArray();
            page.getCOSObject().setItem(COSName.ANNOTS, made);
            return made;
        }
        return known;
    }

    private void addOutline(int entries) {
        PDDocumentOutline outline = new PDDocumentOutline();
        for (int i = 0; i < entries; i++) {
            PDOutlineItem item = new PDOutlineItem();
            item.setTitle(i % 7 == 3 ? "" : "Rhan ŵ " + i);
            item.setDestination(document.getPage(i % pages));
            outline.addLast(item);
        }
        document.getDocumentCatalog().setDocumentOutline(outline);
        if (random.nextBoolean()) {
            COSDictionary last = outline.getLastChild().getCOSObject();
            last.setItem(COSName.NEXT, outline.getFirstChild().getCOSObject());
        }
    }

    private void addThings() throws IOException {
        PDPage page = document.getPage(random.nextInt(pages));
        if (is(Oddity.FORM)) {
            addField(page);
        }
        if (is(Oddity.STAMPED)) {
            PDAnnotationRubberStamp stamp = new PDAnnotationRubberStamp();
            stamp.setRectangle(new PDRectangle(100, 100, 80, 40));
            PDAppearanceDictionary looks = new PDAppearanceDictionary();
            looks.setNormalAppearance(look("1 0 0 rg 0 0 20 10 re f", 20, 10));
            stamp.setAppearance(looks);
            annotations(page).add(stamp.getCOSObject());
        }
        if (is(Oddity.LAYERED)) {
            PDOptionalContentProperties layers = new PDOptionalContentProperties();
            PDOptionalContentGroup hidden = new PDOptionalContentGroup("Hidden");
            layers.addGroup(hidden);
            layers.setGroupEnabled(hidden, random.nextBoolean());
            document.getDocumentCatalog().setOCProperties(layers);
            try (PDPageContentStream content =
                    new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true, true)) {
                content.beginMarkedContent(COSName.OC, hidden);
                content.addRect(10, 10, 10, 10);
                content.fill();
                content.endMarkedContent();
            }
        }
        if (is(Oddity.SCRIPTED)) {
            document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)"));
        }
    }

    private void addField(PDPage page) throws IOException {
        PDAcroForm form = new PDAcroForm(document);
        document.getDocumentCatalog().setAcroForm(form);
        PDResources resources = new PDResources();
        resources.put(COSName.getPDFName("Helv"), font);
        form.setDefaultResources(resources);
        form.setDefaultAppearance("/Helv 10 Tf 0 g");
        PDTextField field = new PDTextField(form);
        field.setPartialName("name");
        form.setFields(new ArrayList<>(List.of(field)));
        field.getWidgets().get(0).setRectangle(new PDRectangle(90, 150, 100, 20));
        field.getWidgets().get(0).setPage(page);
        annotations(page).add(field.getWidgets().get(0).getCOSObject());
        field.setValue("Filled in by hand");
    }

    private PDAppearanceStream look(String operators, float width, float height) throws IOException {
        PDAppearanceStream look = new PDAppearanceStream(document);
        look.setBBox(new PDRectangle(width, height));
        try (OutputStream out = look.getCOSObject().createOutputStream()) {
            out.write(operators.getBytes(StandardCharsets.ISO_8859_1));
        }
        return look;
    }

    private void addDamage() {
        COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
        COSDictionary tree = catalog.getCOSDictionary(COSName.PAGES);
        if (is(Oddity.CIRCULAR_TREE)) {
            COSArray kids = tree.getCOSArray(COSName.KIDS);
            kids.add(tree);
            kids.add(COSInteger.get(7));
        }
        if (is(Oddity.BROKEN_TAGS)) {
            catalog.setItem(ROOT, brokenTags());
            document.getPage(0).getCOSObject().setInt(COSName.STRUCT_PARENTS, 4_000_000);
        }
        if (is(Oddity.STRAY_PAGES) && document.getPage(0).getResources() != null) {
            COSDictionary stray = new COSDictionary();
            stray.setItem(COSName.TYPE, COSName.PAGE);
            stray.setItem(COSName.PARENT, tree);
            document.getPage(0).getResources().getCOSObject().setItem(COSName.getPDFName("Back"), stray);
        }
    }

    private COSDictionary brokenTags() {
        COSDictionary root = new COSDictionary();
        root.setItem(COSName.TYPE, ROOT);
        COSDictionary element = new COSDictionary();
        element.setName(COSName.S, "Odd");
        element.setItem(COSName.P, root);
        element.setItem(COSName.K, element);
        root.setItem(COSName.K, element);
        COSDictionary roles = new COSDictionary();
        roles.setName(COSName.getPDFName("Odd"), "Odder");
        roles.setName(COSName.getPDFName("Odder"), "Odd");
        root.setItem(COSName.ROLE_MAP, roles);
        COSDictionary parents = new COSDictionary();
        COSArray kids = new COSArray();
        kids.add(parents);
        parents.setItem(COSName.KIDS, kids);
        root.setItem(COSName.PARENT_TREE, parents);
        return root;
    }
}
