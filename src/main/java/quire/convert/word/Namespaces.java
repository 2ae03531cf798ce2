package quire.convert.word;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The prefixes under which people know the namespaces of Office files, in both forms of the standard. */
final class Namespaces {

    private static final String OFFICE = "http://schemas.openxmlformats.org/";
    private static final String STRICT = "http://purl.oclc.org/ooxml/";
    private static final String MICROSOFT = "http://schemas.microsoft.com/office/";

    private static final Map<String, String> PREFIXES = prefixes();

    /** Whose elements we read well enough to prefer them to what older programs should read instead. */
    private static final Set<String> UNDERSTOOD = Set.of("w14", "wps", "wpg", "wpc", "wp14", "a14");

    /** Later additions to properties of text: nothing is lost by skipping them. */
    private static final String LATER_WORD = MICROSOFT + "word/20";

    private Namespaces() {}

    /** The usual prefix; {@code other} for a namespace that means nothing to us. */
    static String prefix(String namespace) {
        return PREFIXES.getOrDefault(namespace, "other");
    }

    static boolean isUnderstood(String namespace) {
        return UNDERSTOOD.contains(prefix(namespace))
                || (namespace.startsWith(LATER_WORD) && namespace.contains("/wordml"));
    }

    private static Map<String, String> prefixes() {
        Map<String, String> all = new HashMap<>();
        both(all, "w", "wordprocessingml/2006/main", "wordprocessingml/main");
        both(all, "r", "officeDocument/2006/relationships", "officeDocument/relationships");
        both(all, "wp", "drawingml/2006/wordprocessingDrawing", "drawingml/wordprocessingDrawing");
        both(all, "a", "drawingml/2006/main", "drawingml/main");
        both(all, "pic", "drawingml/2006/picture", "drawingml/picture");
        both(all, "c", "drawingml/2006/chart", "drawingml/chart");
        both(all, "dgm", "drawingml/2006/diagram", "drawingml/diagram");
        both(all, "m", "officeDocument/2006/math", "officeDocument/math");
        all.put(OFFICE + "package/2006/relationships", "rel");
        all.put(OFFICE + "markup-compatibility/2006", "mc");
        all.put("http://purl.org/dc/elements/1.1/", "dc");
        all.put("urn:schemas-microsoft-com:vml", "v");
        all.put("urn:schemas-microsoft-com:office:office", "o");
        all.put(MICROSOFT + "word/2010/wordml", "w14");
        all.put(MICROSOFT + "word/2010/wordprocessingDrawing", "wp14");
        all.put(MICROSOFT + "word/2010/wordprocessingShape", "wps");
        all.put(MICROSOFT + "word/2010/wordprocessingGroup", "wpg");
        all.put(MICROSOFT + "word/2010/wordprocessingCanvas", "wpc");
        all.put(MICROSOFT + "word/2010/wordprocessingInk", "wpi");
        all.put(MICROSOFT + "drawing/2010/main", "a14");
        all.put(MICROSOFT + "drawing/2014/chartex", "cx");
        all.put(MICROSOFT + "drawing/2017/decorative", "adec");
        return all;
    }

    private static void both(Map<String, String> all, String prefix, String transitional, String strict) {
        all.put(OFFICE + transitional, prefix);
        all.put(STRICT + strict, prefix);
    }
}
