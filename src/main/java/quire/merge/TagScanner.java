package quire.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Finds the tags in a text. The same scanner serves Word paragraphs and HTML sources, so a tag is a tag in both.
 *
 * <p>Not shared between threads: a set-delimiters tag changes what the rest of the part is scanned for.
 */
public final class TagScanner {

    /** Stands in a paragraph's text for what is not text: a line break, a tab, a picture, the border of a field. */
    public static final char OBJECT = '\uFFFC';

    private Delimiters delimiters;

    public TagScanner(Delimiters delimiters) {
        this.delimiters = delimiters;
    }

    /**
     * A fault in the writing of one tag.
     *
     * @param code the finding's code
     * @param message the finding's sentence
     * @param start where it begins in the scanned text
     * @param end where it ends, exclusive
     */
    public record Fault(String code, String message, int start, int end) {}

    /** What one text holds: its tags in order, and what is wrong with them. */
    public record Scan(List<Tag> tags, List<Fault> faults) {}

    /** Whether the text can hold a tag at all; cheap, so that most paragraphs need no scan. */
    public boolean mayHoldTags(String text) {
        return text.contains(delimiters.open()) || text.contains(delimiters.close());
    }

    /** Scans one text; tags do not continue from one text into the next. */
    public Scan scan(String text) {
        List<Tag> tags = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        int from = 0;
        while (true) {
            int start = text.indexOf(delimiters.open(), from);
            strayClose(text, from, start < 0 ? text.length() : start, faults);
            if (start < 0) {
                return new Scan(List.copyOf(tags), List.copyOf(faults));
            }
            from = tag(text, start, tags, faults);
        }
    }

    private int tag(String text, int start, List<Tag> tags, List<Fault> faults) {
        int inner = start + delimiters.open().length();
        String close = closeFor(text, inner);
        int closeAt = text.indexOf(close, inner);
        if (closeAt < 0) {
            faults.add(new Fault(
                    "unclosed-tag", "This tag has no “" + close + "” in the same paragraph.", start, text.length()));
            return text.length();
        }
        int end = closeAt + close.length();
        String words = text.substring(inner, closeAt);
        if (words.indexOf(OBJECT) >= 0) {
            faults.add(new Fault(
                    "tag-over-break",
                    "This tag runs over a line break, a tab, a picture or the border of a field. "
                            + "Type it again as plain text on one line.",
                    start,
                    end));
        } else if (words.contains(delimiters.open())) {
            faults.add(new Fault(
                    "unclosed-tag", "A second tag begins before this one has its “" + close + "”.", start, end));
            return text.indexOf(delimiters.open(), inner);
        } else {
            read(words, start, end, tags, faults);
        }
        return end;
    }

    private String closeFor(String text, int inner) {
        if (delimiters.equals(Delimiters.MUSTACHE) && text.startsWith("{", inner)) {
            return "}}}";
        }
        return text.startsWith("=", inner) ? "=" + delimiters.close() : delimiters.close();
    }

    private void read(String words, int start, int end, List<Tag> tags, List<Fault> faults) {
        // Word likes to put no-break spaces where people type two spaces.
        String plain = words.replace('\u00A0', ' ').strip();
        if (plain.startsWith("{")) {
            plain = "&" + plain.substring(1);
        }
        Tag.Kind kind = kindOf(plain);
        String name = plain.substring(kind.mark().length()).strip();
        switch (kind) {
            case COMMENT -> tags.add(new Tag(kind, name, start, end, null));
            case DELIMITERS -> change(name, start, end, tags, faults);
            default -> named(kind, name, start, end, tags, faults);
        }
    }

    private void named(Tag.Kind kind, String name, int start, int end, List<Tag> tags, List<Fault> faults) {
        boolean fine = kind == Tag.Kind.PARTIAL
                ? name.matches("[\\p{L}\\p{N}_.-]+") && !name.contains("..")
                : Key.isWellFormed(name) || (kind == Tag.Kind.CLOSE && name.isEmpty());
        if (fine) {
            tags.add(new Tag(kind, name, start, end, null));
        } else {
            faults.add(new Fault("bad-key", badKey(name), start, end));
        }
    }

    private static String badKey(String name) {
        if (name.isEmpty()) {
            return "This tag has no key in it.";
        }
        if (name.contains("|") || name.contains(":")) {
            return "A tag holds a key and nothing more. Another form of a value has a key of its own, "
                    + "for example “{{date.iso}}” or “{{date.short}}”.";
        }
        if (name.toLowerCase(Locale.ROOT).matches("(if|for|each|else|end|unless|with)\\b.*")) {
            return "Templates have no commands such as “" + name + "”. Use “{{#key}} … {{/key}}” to repeat or to show "
                    + "only when there is an answer, and “{{^key}} … {{/key}}” for when there is none.";
        }
        return "“" + name + "” cannot be a key. A key is letters, digits and underscores, with dots between names.";
    }

    private void change(String words, int start, int end, List<Tag> tags, List<Fault> faults) {
        String marks = words.endsWith("=") ? words.substring(0, words.length() - 1) : words;
        try {
            Delimiters changed = Delimiters.parse(marks);
            tags.add(new Tag(Tag.Kind.DELIMITERS, marks, start, end, changed));
            delimiters = changed;
        } catch (quire.core.Problem problem) {
            faults.add(new Fault("delimiters", problem.getMessage(), start, end));
        }
    }

    private static Tag.Kind kindOf(String words) {
        for (Tag.Kind kind : Tag.Kind.values()) {
            if (!kind.mark().isEmpty() && words.startsWith(kind.mark())) {
                return kind;
            }
        }
        return Tag.Kind.VALUE;
    }

    private void strayClose(String text, int from, int to, List<Fault> faults) {
        // One brace alone is ordinary writing; two in a row are a tag that lost its beginning.
        int at = delimiters.close().length() < 2 ? -1 : text.indexOf(delimiters.close(), from);
        if (at >= 0 && at < to) {
            faults.add(new Fault(
                    "unopened-tag",
                    "“" + delimiters.close() + "” stands here without a “" + delimiters.open() + "” before it.",
                    at,
                    at + delimiters.close().length()));
        }
    }
}
