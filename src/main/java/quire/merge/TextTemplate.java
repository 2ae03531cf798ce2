package quire.merge;

import java.util.ArrayList;
import java.util.List;
import quire.core.Finding;
import quire.core.Place;

/** The tags of a template that is one text from end to end, such as HTML, with the line each stands on. */
public final class TextTemplate {

    private static final int EXCERPT = 40;

    /**
     * What the text holds.
     *
     * @param tags in order
     * @param findings what is wrong with the writing of the tags
     */
    public record Tags(List<PlacedTag> tags, List<Finding> findings) {}

    private TextTemplate() {}

    /**
     * Reads the tags of a template.
     *
     * @param source the whole template
     * @param file what the person calls it
     */
    public static Tags tags(String source, String file, Delimiters delimiters) {
        TagScanner.Scan scan = new TagScanner(delimiters).scan(source);
        Lines lines = new Lines(source, file);
        List<PlacedTag> tags = new ArrayList<>();
        for (Tag tag : scan.tags()) {
            tags.add(new PlacedTag(tag, lines.place(tag.start(), tag.end())));
        }
        List<Finding> findings = new ArrayList<>();
        for (TagScanner.Fault fault : scan.faults()) {
            findings.add(Finding.error(fault.code(), fault.message(), lines.place(fault.start(), fault.end())));
        }
        return new Tags(List.copyOf(tags), List.copyOf(findings));
    }

    /** The words around a place in a text, with the place itself between ‹ and ›. */
    public static String excerpt(String text, int start, int end) {
        int from = Math.max(0, start - EXCERPT);
        int to = Math.min(text.length(), Math.min(end, start + 2 * EXCERPT) + EXCERPT);
        int stop = Math.min(end, to);
        String words = (from > 0 ? "…" : "") + text.substring(from, start) + "‹" + text.substring(start, stop) + "›"
                + text.substring(stop, to) + (to < text.length() ? "…" : "");
        return words.replace(TagScanner.OBJECT, '↵').replaceAll("\\s+", " ").strip();
    }

    /** Counts lines once over the whole text: places are asked for in ascending order. */
    private static final class Lines {
        private final String source;
        private final String file;
        private int counted;
        private int line = 1;

        Lines(String source, String file) {
            this.source = source;
            this.file = file;
        }

        Place place(int start, int end) {
            if (start < counted) {
                counted = 0;
                line = 1;
            }
            for (; counted < start; counted++) {
                if (source.charAt(counted) == '\n') {
                    line++;
                }
            }
            return Place.inFile(file).line(line).excerpt(excerpt(source, start, end));
        }
    }
}
