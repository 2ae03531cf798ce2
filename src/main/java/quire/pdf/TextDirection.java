package quire.pdf;

import com.openhtmltopdf.bidi.BidiReorderer;
import com.openhtmltopdf.bidi.BidiSplitter;
import com.openhtmltopdf.bidi.BidiTextRun;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.text.Bidi;
import java.util.ArrayDeque;
import java.util.Deque;

/** Lays Hebrew and Arabic out from right to left, by the platform's own bidirectional algorithm (UAX 9). */
final class TextDirection {

    private TextDirection() {}

    /** Whether there is anything in the text that runs from right to left. */
    static boolean isNeededFor(String text) {
        char[] units = text.toCharArray();
        return Bidi.requiresBidi(units, 0, units.length);
    }

    static void install(PdfRendererBuilder builder) {
        builder.useUnicodeBidiSplitter(Splitter::new);
        builder.useUnicodeBidiReorderer(new Reorderer());
    }

    private static final class Splitter implements BidiSplitter {

        private Bidi bidi = new Bidi("", Bidi.DIRECTION_LEFT_TO_RIGHT);

        @Override
        public void setParagraph(String paragraph, byte defaultDirection) {
            int direction = defaultDirection == RTL ? Bidi.DIRECTION_RIGHT_TO_LEFT : Bidi.DIRECTION_LEFT_TO_RIGHT;
            bidi = new Bidi(paragraph, direction);
        }

        @Override
        public int countTextRuns() {
            return bidi.getRunCount();
        }

        @Override
        public BidiTextRun getVisualRun(int number) {
            int start = bidi.getRunStart(number);
            byte direction = bidi.getRunLevel(number) % 2 == 0 ? LTR : RTL;
            return new BidiTextRun(start, bidi.getRunLimit(number) - start, direction);
        }

        @Override
        public byte getBaseDirection(String paragraph) {
            for (int i = 0; i < paragraph.length(); i++) {
                switch (Character.getDirectionality(paragraph.charAt(i))) {
                    case Character.DIRECTIONALITY_LEFT_TO_RIGHT -> {
                        return LTR;
                    }
                    case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> {
                        return RTL;
                    }
                    default -> {}
                }
            }
            return NEUTRAL;
        }
    }

    private static final class Reorderer implements BidiReorderer {

        /** Turns a run round, keeping each letter's marks behind it and mirroring brackets. */
        @Override
        public String reorderRTLTextToLTR(String text) {
            Deque<String> letters = new ArrayDeque<>();
            for (int i = 0; i < text.length(); ) {
                int codePoint = text.codePointAt(i);
                i += Character.charCount(codePoint);
                String letter = Character.toString(Mirrors.of(codePoint));
                boolean mark = Character.getType(codePoint) == Character.NON_SPACING_MARK;
                letters.push(mark && !letters.isEmpty() ? letters.pop() + letter : letter);
            }
            return String.join("", letters);
        }

        @Override
        public String shapeText(String text) {
            return ArabicLetters.joined(text);
        }

        @Override
        public String deshapeText(String text) {
            return text;
        }

        @Override
        public boolean isLiveImplementation() {
            return true;
        }
    }

    /** The brackets that people use; the rest of the mirrored characters are mathematics. */
    private static final class Mirrors {

        private static final String PAIRS = "()[]{}<>«»‹›";

        static int of(int codePoint) {
            int place = PAIRS.indexOf(codePoint);
            return place < 0 ? codePoint : PAIRS.charAt(place ^ 1);
        }
    }
}
