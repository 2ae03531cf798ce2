package quire.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.pdfbox.util.Matrix;

/** The letters of one page as its reader sees them, put together to words on lines. Used once. */
final class PageWords {

    private static final int QUARTER = 90;

    /** Parts of the height of the page in which its head and foot are. */
    private static final double EDGE = 0.13;

    /** Parts of the size of the letters. */
    private static final double SAME_LINE = 0.4;

    private static final double SPACE = 0.18;
    private static final double APART = 1.3;

    private static final int LONGEST = 500;

    private final Sheet sheet;
    private final List<Letter> upright = new ArrayList<>();
    private final int[] counts = new int[4];

    /** One letter, or several that are drawn as one. */
    private record Letter(String text, double left, double right, double base, double size) {}

    PageWords(Sheet sheet) {
        this.sheet = sheet;
    }

    /**
     * A letter.
     *
     * @param place from the letter to the page, its size included
     * @param advance how wide it is, in parts of its size
     */
    void add(String text, Matrix place, float advance) {
        double angle = Math.toDegrees(Math.atan2(place.getShearY(), place.getScaleX()));
        int turn = Math.floorMod((int) Math.round(angle / QUARTER) * QUARTER - sheet.rotation(), 360);
        counts[turn / QUARTER] += (int) text.codePoints()
                .filter(letter -> !Character.isWhitespace(letter))
                .count();
        float[] at = sheet.seen(place.getTranslateX(), place.getTranslateY());
        double size = Math.hypot(place.getShearX(), place.getScaleY()) * sheet.unit();
        double width = Math.hypot(place.getScaleX(), place.getShearY()) * sheet.unit() * advance;
        if (turn == 0 && size > 0 && Double.isFinite(at[0] + at[1] + size + width)) {
            upright.add(new Letter(text, at[0], at[0] + width, at[1], size));
        }
    }

    int letters() {
        return counts[0] + counts[1] + counts[2] + counts[3];
    }

    /** How far most letters are turned from upright, against the clock. */
    int turn() {
        int most = 0;
        for (int i = 1; i < counts.length; i++) {
            most = counts[i] > counts[most] ? i : most;
        }
        return most * QUARTER;
    }

    boolean isAtAnEdge(SurveyedPage.Words words) {
        return words.base() < sheet.height() * EDGE || words.base() > sheet.height() * (1 - EDGE);
    }

    /** All that stands upright, line by line from the top, what is far apart on a line by itself. */
    List<SurveyedPage.Words> all() {
        List<SurveyedPage.Words> all = new ArrayList<>();
        upright.sort(Comparator.comparingDouble(Letter::base).reversed());
        int from = 0;
        for (int i = 1; i <= upright.size(); i++) {
            boolean ends = i == upright.size()
                    || upright.get(from).base() - upright.get(i).base()
                            > SAME_LINE * upright.get(from).size();
            if (ends) {
                addLine(new ArrayList<>(upright.subList(from, i)), all);
                from = i;
            }
        }
        return all;
    }

    private static void addLine(List<Letter> line, List<SurveyedPage.Words> all) {
        line.sort(Comparator.comparingDouble(Letter::left));
        StringBuilder text = new StringBuilder();
        Letter first = line.get(0);
        Letter before = first;
        for (Letter letter : line) {
            double gap = letter.left() - before.right();
            if (gap > APART * letter.size()) {
                addWords(text, first, all);
                first = letter;
            } else if (gap > SPACE * letter.size() && text.length() > 0) {
                text.append(' ');
            }
            if (text.length() < LONGEST) {
                text.append(letter.text());
            }
            before = letter;
        }
        addWords(text, first, all);
    }

    private static void addWords(StringBuilder text, Letter first, List<SurveyedPage.Words> all) {
        String words = text.toString().replaceAll("\\s+", " ").strip();
        if (!words.isEmpty()) {
            all.add(new SurveyedPage.Words(words, first.left(), first.base(), first.size()));
        }
        text.setLength(0);
    }
}
