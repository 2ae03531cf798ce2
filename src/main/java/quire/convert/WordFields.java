package quire.convert;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Looks for fields that fetch something, or start something, when Word opens the document (ECMA-376 part 1, 17.16.5), and for
 * the few other places in its text that do. An instruction may be spread over many runs and may be put together by fields
 * inside it.
 */
final class WordFields {

    private static final Set<String> FETCHING = Set.of(
            "DDE", "DDEAUTO", "INCLUDE", "INCLUDETEXT", "INCLUDEPICTURE", "IMPORT", "LINK", "DATABASE", "RD", "EMBED");

    private static final String VML = "urn:schemas-microsoft-com:vml";
    /** The instruction's first word is all that matters. */
    private static final int LONGEST = 200;

    private static final int MOST_NESTED = 100;

    private final Deque<StringBuilder> open = new ArrayDeque<>();
    private boolean inInstruction;

    /** Looks at the next tag or text of a part. */
    void look(XMLStreamReader reader) {
        switch (reader.getEventType()) {
            case XMLStreamConstants.START_ELEMENT -> begin(reader);
            case XMLStreamConstants.END_ELEMENT -> inInstruction = false;
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                if (inInstruction) {
                    hear(reader.getText());
                }
            }
            default -> {}
        }
    }

    /** Looks at what a part has left open. */
    void finish() {
        open.forEach(instruction -> check(instruction));
        open.clear();
    }

    private void begin(XMLStreamReader reader) {
        String name = reader.getLocalName();
        inInstruction = name.equals("instrText") || name.equals("delInstrText");
        if (name.equals("fldSimple")) {
            check(new StringBuilder(attribute(reader, "instr")));
        } else if (name.equals("fldChar")) {
            turn(attribute(reader, "fldCharType"));
        } else if (name.equals("webVideoPr")) {
            throw Refusal.PROGRAMS.problem("It holds a film from the web. Take it out, or save the document as a PDF.");
        } else if (VML.equals(reader.getNamespaceURI())
                && !attribute(reader, "src").isEmpty()) {
            throw fetching("a picture");
        }
    }

    private void turn(String type) {
        if (type.equals("begin")) {
            nest();
        } else if (!open.isEmpty() && type.equals("separate")) {
            check(open.element());
        } else if (!open.isEmpty() && type.equals("end")) {
            check(open.pop());
        }
    }

    /** A field inside the first word of another one is there to hide that word. */
    private void nest() {
        StringBuilder around = open.peek();
        boolean hides = around != null && firstWordIsOpen(around);
        if (hides || open.size() >= MOST_NESTED) {
            throw fetching("a field inside the name of another field");
        }
        open.push(new StringBuilder());
    }

    private static boolean firstWordIsOpen(StringBuilder instruction) {
        String begun = instruction.toString().stripLeading();
        return begun.isEmpty() || !(begun.startsWith("=") || begun.matches("(?s)\\S+\\s.*"));
    }

    private void hear(String text) {
        StringBuilder instruction = open.peek();
        if (instruction == null) {
            return;
        }
        String more = instruction.isEmpty() ? text.stripLeading() : text;
        instruction.append(more, 0, Math.min(more.length(), Math.max(0, LONGEST - instruction.length())));
    }

    private static void check(StringBuilder instruction) {
        String[] words = instruction.toString().strip().split("[\\s\"\\\\]+", 2);
        String name = words[0].toUpperCase(Locale.ROOT);
        if (FETCHING.contains(name)) {
            throw fetching("the field " + name);
        }
    }

    private static RuntimeException fetching(String what) {
        return Refusal.FETCHES.problem(
                "It has " + what + ". In Word, select everything (Ctrl and A), turn the fields into "
                        + "text (Ctrl, Shift and F9) and save it again, or save it as a PDF.");
    }

    private static String attribute(XMLStreamReader reader, String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            @Nullable String value = reader.getAttributeLocalName(i).equals(name) ? reader.getAttributeValue(i) : null;
            if (value != null) {
                return value;
            }
        }
        return "";
    }
}
