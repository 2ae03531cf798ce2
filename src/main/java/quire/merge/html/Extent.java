package quire.merge.html;

import quire.merge.Tag;

/**
 * How much of the source a tag takes away: itself, or its whole line if it prints nothing and stands alone on it
 * (Mustache's “standalone” tags).
 *
 * @param start where the text before it ends
 * @param end where the text after it begins
 * @param indent the white space before a partial that stands alone; empty for anything else
 */
record Extent(int start, int end, String indent) {

    static Extent of(Tag tag, String source) {
        int lineStart = lineStart(source, tag.start());
        int lineEnd = lineEnd(source, tag.end());
        if (tag.kind().prints() || lineStart < 0 || lineEnd < 0) {
            return new Extent(tag.start(), tag.end(), "");
        } else if (tag.kind() == Tag.Kind.PARTIAL) {
            return new Extent(tag.start(), lineEnd, source.substring(lineStart, tag.start()));
        }
        return new Extent(lineStart, lineEnd, "");
    }

    /** Where the line begins if only white space stands between there and the tag; otherwise -1. */
    private static int lineStart(String source, int before) {
        int at = before;
        while (at > 0 && isBlank(source.charAt(at - 1))) {
            at--;
        }
        return at == 0 || source.charAt(at - 1) == '\n' ? at : -1;
    }

    /** Where the next line begins if only white space stands before it; otherwise -1. */
    private static int lineEnd(String source, int from) {
        int at = from;
        while (at < source.length() && isBlank(source.charAt(at))) {
            at++;
        }
        if (source.startsWith("\r\n", at)) {
            return at + 2;
        }
        return at == source.length() ? at : source.charAt(at) == '\n' ? at + 1 : -1;
    }

    private static boolean isBlank(char character) {
        return character == ' ' || character == '\t';
    }
}
