package quire.pdf.masking;

import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;
import quire.pdf.BoundedStripper;
import quire.pdf.ReadingBudget;

/** What a page says, and for every character where on the page it is drawn. */
final class PageWords {

    private final StringBuilder text = new StringBuilder();
    /** One for each character of the text; null for what no glyph draws, such as the space between two lines. */
    private final List<@Nullable TextPosition> glyphs = new ArrayList<>();

    private int unreadable;

    private PageWords() {}

    /**
     * Reads a page.
     *
     * @param page its number, from 1
     * @param sorted whether in the order in which lines lie on the page; otherwise in the order in which they were drawn.
     *     Neither finds everything: columns break the one, and words that were drawn letter by letter the other
     * @throws ReadingBudget.Spent if that would take too long
     */
    static PageWords of(PDDocument document, int page, boolean sorted, ReadingBudget budget) throws IOException {
        PageWords words = new PageWords();
        Stripper stripper = words.new Stripper(budget);
        stripper.setSortByPosition(sorted);
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        stripper.getText(document);
        return words;
    }

    String text() {
        return text.toString();
    }

    /** Whether glyphs are drawn of which the file does not say what they mean. */
    boolean hasUnreadable() {
        return unreadable > 0;
    }

    /** The glyphs that draw a stretch of the text; one that draws several letters stands there once for each. */
    List<TextPosition> glyphs(int start, int end) {
        List<TextPosition> drawn = new ArrayList<>();
        for (int i = start; i < end; i++) {
            TextPosition glyph = glyphs.get(i);
            if (glyph != null) {
                drawn.add(glyph);
            }
        }
        return drawn;
    }

    private final class Stripper extends BoundedStripper {

        Stripper(ReadingBudget budget) {
            super(budget);
        }

        @Override
        protected void writeString(String word, List<TextPosition> positions) {
            for (TextPosition position : positions) {
                String meaning = position.getUnicode();
                if (meaning == null || meaning.isEmpty() || meaning.codePointAt(0) == 0xFFFD) {
                    unreadable++;
                } else {
                    // Ligatures are the letters that they are drawn of.
                    add(Normalizer.normalize(meaning, Normalizer.Form.NFKC), position);
                }
            }
        }

        @Override
        protected void writeWordSeparator() {
            add(" ", null);
        }

        @Override
        protected void writeLineSeparator() {
            add("\n", null);
        }

        @Override
        protected void writeParagraphSeparator() {
            add("\n", null);
        }

        private void add(String characters, @Nullable TextPosition position) {
            text.append(characters);
            for (int i = 0; i < characters.length(); i++) {
                glyphs.add(position);
            }
        }
    }
}
