package quire.testkit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A Word file put together by hand, part by part, so that a test shows the XML that it is about. */
public final class Docx {

    public static final String NAMESPACES = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
            + " xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\""
            + " xmlns:w15=\"http://schemas.microsoft.com/office/word/2012/wordml\""
            + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
            + " xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\""
            + " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
            + " xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\""
            + " xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\""
            + " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
            + " xmlns:v=\"urn:schemas-microsoft-com:vml\"";

    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();
    private final StringBuilder types = new StringBuilder();
    private final StringBuilder relationships = new StringBuilder();

    private Docx() {}

    /** A file whose body holds these blocks. */
    public static Docx body(String blocks) {
        Docx docx = new Docx();
        docx.part("word/document.xml", WORD + "document.main+xml", root("document", "<w:body>" + blocks + "</w:body>"));
        return docx;
    }

    /** A file whose body is one paragraph with this text in one run. */
    public static Docx line(String text) {
        return body(paragraph(text));
    }

    public static String paragraph(String text) {
        return "<w:p>" + run(text) + "</w:p>";
    }

    public static String run(String text) {
        return "<w:r><w:t xml:space=\"preserve\">" + escape(text) + "</w:t></w:r>";
    }

    /** A table row; each cell is one paragraph. */
    public static String row(String... cells) {
        StringBuilder row = new StringBuilder("<w:tr>");
        for (String cell : cells) {
            row.append("<w:tc>").append(paragraph(cell)).append("</w:tc>");
        }
        return row.append("</w:tr>").toString();
    }

    public static String table(String... rows) {
        return "<w:tbl><w:tblPr/><w:tblGrid/>" + String.join("", rows) + "</w:tbl>";
    }

    public static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    public static String root(String element, String content) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:" + element + " " + NAMESPACES + ">"
                + content + "</w:" + element + ">";
    }

    /** Adds {@code word/NAME.xml} of a kind such as header, footer, footnotes, numbering or styles. */
    public Docx story(String name, String kind, String rootElement, String content) {
        part("word/" + name + ".xml", WORD + kind + "+xml", root(rootElement, content));
        return relationship(name, OFFICE + kind, name + ".xml", "");
    }

    public Docx part(String name, String type, String content) {
        return part(name, type, content.getBytes(StandardCharsets.UTF_8));
    }

    public Docx part(String name, String type, byte[] content) {
        parts.put(name, content);
        if (!type.isEmpty()) {
            types.append("<Override PartName=\"/")
                    .append(name)
                    .append("\" ContentType=\"")
                    .append(type)
                    .append("\"/>");
        }
        return this;
    }

    /** Adds a relationship to the body. */
    public Docx relationship(String id, String type, String target, String mode) {
        relationships
                .append("<Relationship Id=\"")
                .append(id)
                .append("\" Type=\"")
                .append(type)
                .append("\" Target=\"");
        relationships.append(target).append('"').append(mode).append("/>");
        return this;
    }

    public byte[] bytes() {
        Map<String, byte[]> all = new LinkedHashMap<>();
        all.put(
                "[Content_Types].xml",
                utf8("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Types "
                        + "xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Default Extension=\"rels\" "
                        + "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>" + types + "</Types>"));
        all.put(
                "_rels/.rels",
                utf8(relationshipsPart("<Relationship Id=\"rId1\" Type=\"" + OFFICE
                        + "officeDocument\" Target=\"word/document.xml\"/>")));
        all.putAll(parts);
        if (!relationships.isEmpty()) {
            all.put("word/_rels/document.xml.rels", utf8(relationshipsPart(relationships.toString())));
        }
        return zip(all);
    }

    private static String relationshipsPart(String content) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Relationships "
                + "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + content
                + "</Relationships>";
    }

    /** Packs parts as they are. */
    public static byte[] zip(Map<String, byte[]> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                ZipEntry entry = new ZipEntry(part.getKey());
                entry.setTimeLocal(LocalDateTime.of(2026, 1, 1, 0, 0));
                zip.putNextEntry(entry);
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Takes a file apart again, its parts unpacked and in order. */
    public static Map<String, byte[]> parts(byte[] docx) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts;
    }

    /** One part of a file as text. */
    public static String xml(byte[] docx, String part) {
        byte[] xml = parts(docx).get(part);
        if (xml == null) {
            throw new AssertionError("The file has no part " + part);
        }
        return new String(xml, StandardCharsets.UTF_8);
    }

    /** What stands between the tags of the body. */
    public static String bodyXml(byte[] docx) {
        String xml = xml(docx, "word/document.xml");
        return xml.substring(xml.indexOf("<w:body>") + 8, xml.lastIndexOf("</w:body>"));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
