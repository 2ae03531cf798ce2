package quire.convert;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the objects of a PDF file (ISO 32000-2, 7.3) one after the other. It never fails: what is no object is a word, and
 * behind the end there is only {@link #END}. Strings are kept as they are written, because nobody here asks what they say.
 */
final class PdfSyntax {

    /** A name such as {@code /Type}, without its slash. */
    record Name(String text) {}

    /** Something else that stands without quotes: {@code obj}, {@code endobj}, {@code true}, or what is no PDF at all. */
    record Word(String text) {}

    /** A pointer to another object, {@code 12 0 R}. */
    record Reference(int number) {}

    /** A string as it is written, with what stands around it. */
    record Text(String raw) {}

    /** What stands behind the last object. */
    static final Word END = new Word("");

    private static final Word CLOSE = new Word("]");
    private static final Word CLOSE_DICTIONARY = new Word(">>");
    private static final Pattern ESCAPE = Pattern.compile("#([0-9A-Fa-f]{2})");
    private static final int LONGEST_WORD = 1_000;
    /** Of one object, with all that is nested in it. */
    private static final int MOST_MEMBERS = 200_000;

    private static final int DEEPEST = 50;

    private final byte[] bytes;
    private final int end;
    private final Work work;
    private int at;
    private int depth;
    private int members;
    private boolean sawMarkup;
    private boolean leftSomethingOut;

    PdfSyntax(byte[] bytes, int from, Work work) {
        this.bytes = bytes;
        this.end = bytes.length;
        this.at = from;
        this.work = work;
    }

    int position() {
        return at;
    }

    void moveTo(int position) {
        at = position;
    }

    /** Whether a comment or a string in angle brackets began like a tag of HTML. */
    boolean sawMarkup() {
        return sawMarkup;
    }

    /** Inside an object such beginnings mean nothing; there the mark is set back to what it was before. */
    void sawMarkup(boolean before) {
        sawMarkup = before;
    }

    /** Whether something was larger or more nested than any program writes, or had no end, and so is not given in full. */
    boolean leftSomethingOut() {
        return leftSomethingOut;
    }

    /**
     * The next object: a {@link Map} by names, a {@link List}, a {@link Long}, a {@link Reference} (inside the former two), a
     * {@link Name}, a {@link Text} or a {@link Word}.
     */
    Object next() {
        skipSpace();
        int from = at;
        int first = Bytes.one(bytes, at);
        at++;
        Object read =
                switch (first) {
                    case -1 -> END;
                    case '/' -> new Name(unescaped(regular(at)));
                    case '(' -> string();
                    case '<' -> Bytes.one(bytes, at) == '<' ? dictionary() : hex();
                    case '>' -> close();
                    case '[' -> array();
                    case ']' -> CLOSE;
                    case '{', '}', ')' -> new Word(String.valueOf((char) first));
                    default -> number(regular(from));
                };
        at = Math.min(at, end);
        work.spend(Math.max(1, at - from));
        return read;
    }

    /** A name may hide its letters: {@code /Encr#79pt} is {@code /Encrypt}. */
    private static String unescaped(String name) {
        return name.indexOf('#') < 0
                ? name
                : ESCAPE.matcher(name)
                        .replaceAll(found ->
                                Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
    }

    private Object close() {
        if (Bytes.one(bytes, at) == '>') {
            at++;
            return CLOSE_DICTIONARY;
        }
        return new Word(">");
    }

    private void skipSpace() {
        int from = at;
        while (at < end) {
            if (bytes[at] == '%') {
                comment();
            } else if (isSpace(bytes[at])) {
                at++;
            } else {
                break;
            }
        }
        work.spend(at - from);
    }

    private void comment() {
        while (at < end && bytes[at] != '\n' && bytes[at] != '\r') {
            noteMarkup(at);
            at++;
        }
    }

    private void noteMarkup(int position) {
        if (bytes[position] == '<' && position + 1 < end) {
            int next = bytes[position + 1];
            boolean letter = (next | 0x20) >= 'a' && (next | 0x20) <= 'z';
            sawMarkup |= letter || next == '!' || next == '?';
        }
    }

    private String regular(int from) {
        at = from;
        while (at < end && !isSpace(bytes[at]) && !isDelimiter(bytes[at])) {
            at++;
        }
        leftSomethingOut |= at - from > LONGEST_WORD;
        return Bytes.text(bytes, from, Math.min(at - from, LONGEST_WORD));
    }

    private static Object number(String word) {
        boolean digits = !word.isEmpty() && word.length() < 12;
        for (int i = 0; digits && i < word.length(); i++) {
            digits = word.charAt(i) >= '0' && word.charAt(i) <= '9';
        }
        return digits ? Long.valueOf(word) : new Word(word);
    }

    private Text string() {
        int from = at - 1;
        int open = 1;
        while (at < end && open > 0) {
            switch (bytes[at]) {
                case '\\' -> at++;
                case '(' -> open++;
                case ')' -> open--;
                default -> {}
            }
            at++;
        }
        return text(from, open == 0);
    }

    private Text hex() {
        int from = at - 1;
        noteMarkup(from);
        while (at < end && bytes[at] != '>') {
            at++;
        }
        at++;
        return text(from, at <= end);
    }

    private Text text(int from, boolean hasEnd) {
        leftSomethingOut |= !hasEnd;
        return new Text(Bytes.text(bytes, from, Math.min(at, end) - from));
    }

    private List<Object> array() {
        return members(CLOSE);
    }

    private Map<String, Object> dictionary() {
        at++;
        Map<String, Object> dictionary = new LinkedHashMap<>();
        List<Object> members = members(CLOSE_DICTIONARY);
        int i = 0;
        while (i + 1 < members.size()) {
            if (members.get(i) instanceof Name key) {
                dictionary.put(key.text(), members.get(i + 1));
                i += 2;
            } else {
                i++;
            }
        }
        return dictionary;
    }

    /** What stands up to the closing mark, or to a word that belongs outside; more than the most is read over. */
    private List<Object> members(Word close) {
        List<Object> found = new ArrayList<>();
        members = depth == 0 ? 0 : members;
        if (++depth <= DEEPEST) {
            for (Object member = next(); !isOver(member, close); member = next()) {
                add(member, found);
            }
        } else {
            leftSomethingOut = true;
        }
        depth--;
        return found;
    }

    private boolean isOver(Object member, Word close) {
        if (member instanceof Word word) {
            boolean outside = word.text().equals("endobj")
                    || word.text().equals("obj")
                    || word.text().equals("stream");
            if (outside) {
                at -= word.text().length();
            }
            return outside || word.equals(close) || word.equals(END);
        }
        return false;
    }

    private void add(Object member, List<Object> found) {
        int size = found.size();
        boolean points = member instanceof Word word
                && word.text().equals("R")
                && size >= 2
                && found.get(size - 1) instanceof Long
                && found.get(size - 2) instanceof Long;
        if (points) {
            Long number = (Long) found.get(size - 2);
            found.subList(size - 2, size).clear();
            members--;
            found.add(new Reference(number > Integer.MAX_VALUE ? 0 : number.intValue()));
        } else if (++members <= MOST_MEMBERS) {
            found.add(member);
        } else {
            leftSomethingOut = true;
        }
    }

    private static boolean isSpace(byte letter) {
        return letter == ' ' || letter == '\n' || letter == '\r' || letter == '\t' || letter == '\f' || letter == 0;
    }

    private static boolean isDelimiter(byte letter) {
        return "()<>[]{}/%".indexOf(letter) >= 0;
    }
}
