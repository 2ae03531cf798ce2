package quire.convert;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;

/** What each part of an office file says it is ({@code [Content_Types].xml}). */
final class PartTypes {

    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private static final Pattern PROGRAM_NAMES =
            Pattern.compile("(^|.*/)(vbaproject|vbadata|oleobject|activex)[^/]*|(^|.*/)(activex|embeddings)/.*");
    private static final Pattern PROGRAM_TYPES =
            Pattern.compile(".*(macroenabled|vbaproject|vbadata|oleobject|activex|x-msdownload|webextension).*"
                    + "|application/vnd.openxmlformats-officedocument.package");
    private static final Pattern XML = Pattern.compile(".*(xml|vml|rels|svg).*");
    private static final int MOST = 10_000;

    private final Map<String, String> byExtension = new HashMap<>();
    private final Map<String, String> byPart = new HashMap<>();

    /** Looks at the next tag of the part that holds the types. */
    void look(XMLStreamReader reader) {
        if (reader.getEventType() != XMLStreamConstants.START_ELEMENT) {
            return;
        }
        String type = attribute(reader, "ContentType").toLowerCase(Locale.ROOT);
        if (reader.getLocalName().equals("Default")) {
            byExtension.put(attribute(reader, "Extension").toLowerCase(Locale.ROOT), type);
        } else if (reader.getLocalName().equals("Override")) {
            byPart.put(attribute(reader, "PartName").toLowerCase(Locale.ROOT).replaceFirst("^/", ""), type);
        }
        if (byExtension.size() + byPart.size() > MOST || type.length() > 300) {
            throw ZipDirectory.damaged();
        }
    }

    /** Refuses documents with macros, templates, and what other office programs make. */
    void refuseOtherThanDocuments() {
        if (anyType("macroenabled")) {
            throw Refusal.PROGRAMS.problem(
                    "It can hold macros. Save it from Word as a Word document (.docx) without them.");
        } else if (byPart.containsValue(WORD + "template.main+xml")) {
            throw Refusal.KIND.problem("It is a template. " + Advice.SAVE_FROM_WORD);
        } else if (anyType("spreadsheetml.sheet.main")) {
            throw Refusal.KIND.problem("It is a spreadsheet. " + Advice.PRINT);
        } else if (anyType("presentationml.presentation.main")) {
            throw Refusal.KIND.problem("It is a presentation. " + Advice.PRINT);
        }
    }

    private boolean anyType(String words) {
        return Stream.concat(byPart.values().stream(), byExtension.values().stream())
                .anyMatch(type -> type.contains(words));
    }

    boolean isDocument(String part) {
        return of(part).equals(WORD + "document.main+xml");
    }

    boolean isProgram(String part) {
        return PROGRAM_NAMES.matcher(part.toLowerCase(Locale.ROOT)).matches()
                || PROGRAM_TYPES.matcher(of(part)).matches();
    }

    /** By its name, by its type, or by how it begins: one that is only half sure is read, to be quite sure. */
    boolean mayBeXml(String part, byte[] head) {
        return XML.matcher(part.substring(part.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT))
                        .matches()
                || XML.matcher(of(part).replace("openxmlformats", "")).matches()
                || beginsLikeXml(head);
    }

    /** A declaration after at most a byte order mark and white space, in any of the encodings that parsers guess. */
    private static boolean beginsLikeXml(byte[] head) {
        String begin = Bytes.text(head, 0, head.length)
                .replaceFirst("^(\u00EF\u00BB\u00BF|\u00FE\u00FF|\u00FF\u00FE)", "")
                .replace("\0", "")
                .stripLeading();
        return begin.startsWith("<?xml") || begin.startsWith("<!") || begin.startsWith("Lo\u00A7\u0094");
    }

    private String of(String part) {
        String name = part.toLowerCase(Locale.ROOT);
        String type = byPart.get(name);
        return type != null ? type : byExtension.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "");
    }

    /** An attribute without a namespace; empty if there is none. */
    static String attribute(XMLStreamReader reader, String name) {
        String value = reader.getAttributeValue(null, name);
        return value == null ? "" : value;
    }
}
