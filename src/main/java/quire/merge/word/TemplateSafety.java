package quire.merge.word;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import quire.core.Finding;
import quire.core.Place;

/** Refuses what a template has no need of and an attacker has: programs, and whatever reaches out of the file. */
final class TemplateSafety {

    private static final Pattern PROGRAMS =
            Pattern.compile("(?i).*(vbaproject.*\\.bin|vbadata\\.xml|/activex/.*|oleobject.*\\.bin)");
    /** Fields that fetch something from elsewhere when Word opens the file (ECMA-376 part 1, 17.16.5). */
    private static final Pattern REACHING_FIELD = Pattern.compile(
            "\\s*(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|INCLUDE|IMPORT|LINK|DATABASE)\\b.*",
            Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    private TemplateSafety() {}

    /** What is unsafe about the package as a whole. */
    static List<Finding> check(DocxPackage docx, ContentTypes types) {
        List<Finding> findings = new ArrayList<>();
        docx.parts().forEach((name, part) -> {
            if (PROGRAMS.matcher("/" + name).matches()
                    || types.of(name).toLowerCase(Locale.ROOT).contains("macroenabled")) {
                findings.add(Finding.error(
                        "macros",
                        "The file contains macros or embedded programs. Save it from Word as a .docx file without "
                                + "them.",
                        Place.UNKNOWN.part(name)));
            }
            if (name.endsWith(".rels") && part.xml() != null) {
                findings.addAll(Relationships.checkExternal(part.xml(), name));
            }
        });
        return findings;
    }

    /** What is unsafe in one part that is compiled. */
    static void check(PartDraft draft) {
        Document tree = draft.tree();
        for (Element chunk : WordXml.descendants(tree, "altChunk")) {
            draft.fault(
                    Finding.error(
                            "embedded-document",
                            "The template embeds another document. Paste its content instead.",
                            draft.place("")),
                    chunk);
        }
        for (Element simple : WordXml.descendants(tree, "fldSimple")) {
            field(draft, simple, String.valueOf(WordXml.attribute(simple, "instr")));
        }
        for (Element paragraph : WordXml.descendants(tree, "p")) {
            StringBuilder instruction = new StringBuilder();
            WordXml.descendants(paragraph, "instrText").forEach(text -> instruction.append(text.getTextContent()));
            field(draft, paragraph, instruction.toString());
        }
    }

    private static void field(PartDraft draft, Element near, String instruction) {
        if (REACHING_FIELD.matcher(instruction).matches()) {
            draft.fault(
                    Finding.error(
                            "reaching-field",
                            "This field fetches something from outside the file. Put the thing itself into the "
                                    + "template.",
                            draft.place(instruction.strip())),
                    near);
        }
    }
}
