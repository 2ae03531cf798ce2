package quire.pdf;

import java.util.IdentityHashMap;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDPage;

/**
 * How much reading one file may cost: what is drawn to keep its reader busy is given up, and the page counts as not known. It is counted
 * in steps and not in seconds, so that the same file ends in the same way on every machine. Belongs to one thread.
 */
public final class ReadingBudget {

    /** Steps that one page may take, a drawing counted as often as it is drawn: a map has some, line by line. */
    public static final long MOST_OF_A_PAGE = 3_000_000;

    /** Drawings inside each other; the library follows ten more, and then writes a line into the log for each. */
    public static final int DEEPEST = 40;

    /** Of a whole file: some 10,000 dense pages. */
    private static final long MOST = 100_000_000;

    /** Of one page: ten times as many as a page of a newspaper has. Each takes some room in memory. */
    private static final int MOST_LETTERS = 200_000;

    /** Each state that is saved and not taken back takes some room in memory. */
    private static final int MOST_STATES = 10_000;

    /** What it costs to begin with a drawing inside the drawing, in steps. */
    private static final int A_DRAWING = 100;

    /** Each group inside another is a picture of its own in memory. */
    private static final int MOST_GROUPS = 8;

    /** Content has some ten bytes for each operator, so what is mostly blank costs something too. */
    private static final int BYTES_A_STEP = 20;

    private final IdentityHashMap<COSBase, Long> sizes = new IdentityHashMap<>();
    private final Supplies supplies = new Supplies(this);
    private long left = MOST;
    private long leftOfPage;
    private int letters;

    /** Thrown through the library where nothing is left. */
    public static final class Spent extends RuntimeException {

        Spent() {
            super("Reading this page would take too long", null, false, false);
        }
    }

    /** Begins with a page without having looked what it needs. */
    void beginPage() {
        leftOfPage = MOST_OF_A_PAGE;
        letters = 0;
    }

    /**
     * Begins with a page, if what it is made of can be unpacked at all.
     *
     * @param drawn whether its pictures and colours are needed too, and not only its letters
     * @throws Spent if it cannot
     */
    public void begin(PDPage page, boolean drawn) {
        beginPage();
        unpack(Inflation.ofPage(page.getCOSObject(), Inflation.LARGEST));
        supplies.check(page, drawn);
    }

    /** Takes so many steps; false if there are not that many. */
    boolean spend(int steps) {
        left -= steps;
        return left >= 0;
    }

    /**
     * Takes so many steps in the content of the page.
     *
     * @throws Spent if there are not that many
     */
    public void step(long steps) {
        leftOfPage -= steps;
        left -= steps;
        if (leftOfPage < 0 || left < 0) {
            throw new Spent();
        }
    }

    /**
     * Takes the step of one operator.
     *
     * @param states how many states of the painter are saved
     * @throws Spent if there is none left, or far too many are saved
     */
    public void operator(int states) {
        step(1);
        if (states > MOST_STATES) {
            throw new Spent();
        }
    }

    /**
     * Takes the step of one letter.
     *
     * @throws Spent if the page has far too many
     */
    void letter() {
        step(1);
        if (++letters > MOST_LETTERS) {
            throw new Spent();
        }
    }

    /**
     * Takes what it costs to follow a drawing inside the drawing, besides its own steps.
     *
     * @param level how many are followed at this moment, one inside the other
     * @throws Spent if that is too much
     */
    public void drawing(COSStream drawing, int level) {
        if (level > DEEPEST) {
            throw new Spent();
        }
        step(A_DRAWING);
        unpack(size(drawing));
    }

    /** How long the longest calculation is that this page may do for each dot, in bytes. */
    public int calculation() {
        return supplies.calculation();
    }

    /**
     * Takes a picture of its own in memory, inside others.
     *
     * @param others how many those are
     * @throws Spent if there are too many
     */
    public void group(int others) {
        if (others >= MOST_GROUPS) {
            throw new Spent();
        }
    }

    /** How large a stream is unpacked; it is unpacked for that only once. */
    long size(COSStream stream) {
        return sizes.computeIfAbsent(stream, known -> {
            long size = Inflation.unpacked(stream, Inflation.LARGEST);
            spend((int) (Math.min(size, Inflation.LARGEST) / BYTES_A_STEP));
            return size;
        });
    }

    private void unpack(long size) {
        if (size > Inflation.LARGEST) {
            throw new Spent();
        }
        step(size / BYTES_A_STEP);
    }
}
