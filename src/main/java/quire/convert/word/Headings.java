package quire.convert.word;

/** Keeps the headings of a page in order: the first is of level 1, and none is more than one deeper than the last. */
final class Headings {

    private static final int DEEPEST = 6;

    private int last;

    /** The level for a heading of this level in Word. */
    int level(int asked) {
        last = Math.min(Math.min(asked, DEEPEST), last + 1);
        return last;
    }
}
