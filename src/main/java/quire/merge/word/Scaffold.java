package quire.merge.word;

import jakarta.xml.bind.JAXBException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.docx4j.XmlUtils;
import org.docx4j.docProps.core.CoreProperties;
import org.docx4j.openpackaging.exceptions.Docx4JException;
import org.docx4j.openpackaging.packages.WordprocessingMLPackage;
import org.docx4j.openpackaging.parts.DocPropsCorePart;
import org.docx4j.openpackaging.parts.Part;
import org.docx4j.openpackaging.parts.PartName;
import org.docx4j.openpackaging.parts.WordprocessingML.DocumentSettingsPart;
import org.docx4j.openpackaging.parts.WordprocessingML.FooterPart;
import org.docx4j.openpackaging.parts.WordprocessingML.HeaderPart;
import org.docx4j.openpackaging.parts.WordprocessingML.ImagePngPart;
import org.docx4j.openpackaging.parts.WordprocessingML.MainDocumentPart;
import org.docx4j.openpackaging.parts.WordprocessingML.NumberingDefinitionsPart;
import org.docx4j.openpackaging.parts.WordprocessingML.StyleDefinitionsPart;
import org.docx4j.openpackaging.parts.relationships.RelationshipsPart.AddPartBehaviour;
import org.docx4j.wml.CTSettings;
import org.docx4j.wml.Document;
import org.docx4j.wml.Ftr;
import org.docx4j.wml.Hdr;
import org.docx4j.wml.Numbering;
import org.docx4j.wml.P;
import org.docx4j.wml.Styles;
import quire.merge.Key;
import quire.merge.Outline;

/**
 * Lays out a starter Word template for a paper, so that nobody begins from a blank page: in the house style, with every
 * question in its place and every tag where the merge expects it. Equal outlines give equal bytes. Safe for use by many
 * threads.
 */
public final class Scaffold {

    private static final String FOLDER = "scaffold/";
    private static final String PICTURE = "placeholder";

    private Scaffold() {}

    /** The template as a .docx file, ready to be merged and to be opened in Word and made one's own. */
    public static byte[] of(Outline outline) {
        try {
            WordprocessingMLPackage file = new WordprocessingMLPackage();
            MainDocumentPart document = new MainDocumentPart();
            file.addTargetPart(document, "document");
            addProperties(file);
            ScaffoldPage page = ScaffoldPage.of(outline);
            addStyles(document, page);
            addMargins(document, outline);
            addPlaceholder(document);
            Document content = read("document.xml", Document.class);
            content.getBody().getContent().addAll(0, ScaffoldBody.of(outline, page.textWidth()));
            page.applyTo(content.getBody().getSectPr());
            document.setJaxbElement(content);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            file.save(bytes);
            return SteadyZip.of(bytes.toByteArray());
        } catch (Docx4JException | JAXBException e) {
            throw new IllegalStateException("The scaffold of " + outline.name() + " could not be written", e);
        }
    }

    /** The text of one of the files that the scaffold is made of. */
    static String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    private static void addProperties(WordprocessingMLPackage file) throws Docx4JException {
        CoreProperties properties = new org.docx4j.docProps.core.ObjectFactory().createCoreProperties();
        var words = new org.docx4j.docProps.core.dc.elements.ObjectFactory();
        var title = words.createSimpleLiteral();
        title.getContent().add(ScaffoldTags.value(ScaffoldBody.TITLE));
        properties.setTitle(words.createTitle(title));
        var language = words.createSimpleLiteral();
        language.getContent().add("en-GB");
        properties.setLanguage(language);
        DocPropsCorePart part = new DocPropsCorePart();
        part.setJaxbElement(properties);
        file.addTargetPart(part, "properties");
    }

    private static void addStyles(MainDocumentPart document, ScaffoldPage page) throws Docx4JException, JAXBException {
        StyleDefinitionsPart styles = new StyleDefinitionsPart();
        // What stands at the right of a header or footer ends where the lines end.
        String words = text("styles.xml").replace("RIGHT", Integer.toString(page.textWidth()));
        styles.setJaxbElement((Styles) XmlUtils.unwrap(XmlUtils.unmarshalString(words)));
        document.addTargetPart(styles, "styles");
        NumberingDefinitionsPart numbering = new NumberingDefinitionsPart();
        numbering.setJaxbElement(read("numbering.xml", Numbering.class));
        document.addTargetPart(numbering, "numbering");
        DocumentSettingsPart settings = new DocumentSettingsPart();
        settings.setJaxbElement(read("settings.xml", CTSettings.class));
        document.addTargetPart(settings, "settings");
    }

    private static void addMargins(MainDocumentPart document, Outline outline) throws Docx4JException, JAXBException {
        HeaderPart first = new HeaderPart(new PartName("/word/first-header.xml"));
        Hdr firstContent = read("first-header.xml", Hdr.class);
        document.addTargetPart(first, "firstHeader");
        Key logo = outline.logo();
        if (logo != null) {
            addPlaceholder(first);
            P line = (P) firstContent.getContent().get(0);
            line.getContent().add(0, ScaffoldPictures.logo(logo));
        }
        first.setJaxbElement(firstContent);
        HeaderPart header = new HeaderPart(new PartName("/word/header.xml"));
        header.setJaxbElement(read("header.xml", Hdr.class));
        document.addTargetPart(header, "header");
        FooterPart footer = new FooterPart(new PartName("/word/footer.xml"));
        footer.setJaxbElement(read("footer.xml", Ftr.class));
        document.addTargetPart(footer, "footer");
    }

    private static void addPlaceholder(Part owner) throws Docx4JException {
        ImagePngPart picture = new ImagePngPart(new PartName("/word/media/placeholder.png"));
        picture.setBinaryData(bytes("placeholder.png"));
        owner.addTargetPart(picture, AddPartBehaviour.REUSE_EXISTING, PICTURE);
    }

    private static <T> T read(String name, Class<T> type) throws JAXBException {
        return type.cast(XmlUtils.unwrap(XmlUtils.unmarshalString(text(name))));
    }

    private static byte[] bytes(String name) {
        try (InputStream input = Scaffold.class.getResourceAsStream(FOLDER + name)) {
            if (input == null) {
                throw new IllegalStateException("The program lacks its own file " + name);
            }
            return input.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
