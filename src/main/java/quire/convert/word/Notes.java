package quire.convert.word;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The footnotes and endnotes of a document, numbered as they are met. */
final class Notes {

    /**
     * A note that something leads to.
     *
     * @param id that the page knows it by
     * @param label its number or mark
     * @param part of the file that it stands in
     * @param blocks its text
     * @param isFoot whether it belongs to the foot of its page, not to the end of the document
     */
    record Note(String id, String label, String part, List<Xml> blocks, boolean isFoot) {

        /** Whether it is so short and plain that the foot of a page can take it. */
        boolean fitsFoot() {
            boolean plain = blocks.stream().allMatch(Note::isPlain);
            return isFoot && plain && blocks.stream().mapToInt(Note::length).sum() <= LONGEST_AT_FOOT;
        }

        private static boolean isPlain(Xml block) {
            return block.is("w:p")
                    && !block.at("w:pPr", "w:numPr").isThere()
                    && NOT_PLAIN.stream().noneMatch(name -> block.find(name).isThere());
        }

        private static int length(Xml block) {
            return block.descendants("w:t").stream()
                    .mapToInt(text -> text.text().length())
                    .sum();
        }
    }

    /** A page must have room for several, and for the text that they belong to. */
    private static final int LONGEST_AT_FOOT = 1_000;

    private static final Set<String> NOT_PLAIN =
            Set.of("w:drawing", "w:pict", "w:object", "w:br", "w:footnoteReference", "w:endnoteReference");

    private final Map<String, Xml> footnotes = new HashMap<>();
    private final Map<String, Xml> endnotes = new HashMap<>();
    private final List<Note> met = new ArrayList<>();
    private final String footnotePart;
    private final String endnotePart;
    private final Settings settings;
    private int footnoteNumber;
    private int endnoteNumber;
    private int number;
    private int given;

    Notes(WordPackage file, String main, Settings settings, Targets targets) {
        this.settings = settings;
        footnotePart = file.partOfKind(main, "footnotes");
        endnotePart = file.partOfKind(main, "endnotes");
        read(file, footnotePart, footnotes, targets);
        read(file, endnotePart, endnotes, targets);
    }

    private static void read(WordPackage file, String part, Map<String, Xml> notes, Targets targets) {
        Xml root = part.isEmpty() ? Xml.NONE : file.xml(part);
        targets.look(root);
        root.children().forEach(note -> notes.put(note.attribute("id"), note));
    }

    /**
     * The note that a reference in the text leads to, with the next number.
     *
     * @param mark what stands for the number; empty for none
     * @return null if there is no such note
     */
    @Nullable
    Note note(Xml reference, String mark) {
        boolean foot = reference.is("w:footnoteReference");
        Xml note = (foot ? footnotes : endnotes).get(reference.attribute("id"));
        if (note == null) {
            return null;
        }
        String label = mark;
        if (mark.isEmpty()) {
            label = foot
                    ? NumberFormat.write(++footnoteNumber, settings.footnotes())
                    : NumberFormat.write(++endnoteNumber, settings.endnotes());
        }
        return new Note("note-" + ++number, label, foot ? footnotePart : endnotePart, note.children(), foot);
    }

    /** Keeps a note for the end of the document. */
    void keep(Note note) {
        met.add(note);
    }

    /** Those that were kept since this was asked last. */
    List<Note> take() {
        List<Note> taken = List.copyOf(met.subList(given, met.size()));
        given = met.size();
        return taken;
    }
}
