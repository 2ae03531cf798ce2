package quire.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.contentstream.PDContentStream;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdfwriter.ContentStreamWriter;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;

/**
 * What a page or form draws (ISO 32000-1, 7.8.2), read operator by operator so that it can stand among other content: what
 * it opens is closed, what it closes without having opened it is left out, and if wanted so are its marks.
 */
final class PageContent {

    private static final Set<String> OPENS_MARK = Set.of("BMC", "BDC");
    private static final Set<String> POINTS = Set.of("MP", "DP");
    private static final COSName LAYER = COSName.getPDFName("OC");

    private final boolean withoutMarks;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final ContentStreamWriter writer = new ContentStreamWriter(kept);
    private final List<Object> operands = new ArrayList<>();
    /** For each mark that is open, whether it is kept. */
    private final Deque<Boolean> marks = new ArrayDeque<>();

    private int states;
    private boolean inText;

    private PageContent(boolean withoutMarks) {
        this.withoutMarks = withoutMarks;
    }

    /** As {@link #ofForm}, of a page. */
    static byte[] ofPage(PDPage page, boolean withoutMarks, int number) {
        long size = Inflation.ofPage(page.getCOSObject(), Inflation.LARGEST_DRAWING);
        return balanced(page, size, withoutMarks, number);
    }

    /**
     * Reads a form and writes it anew, because a mistake that its readers forgive may harm what stands beside it.
     *
     * @param withoutMarks whether marks of tags are taken out; layers stay
     * @param number of the page that shows it, counted from 1
     * @throws Unbindable if it cannot be read to its end
     */
    static byte[] ofForm(PDFormXObject form, boolean withoutMarks, int number) {
        long size = Inflation.unpacked(form.getCOSObject(), Inflation.LARGEST_DRAWING);
        return balanced(form, size, withoutMarks, number);
    }

    /** @param size how large it is unpacked, as far as that can be borne */
    private static byte[] balanced(PDContentStream content, long size, boolean withoutMarks, int number) {
        if (size > Inflation.LARGEST_DRAWING) {
            throw new Unbindable("What page " + number + " shows is far too large to be shown.", null);
        }
        PageContent page = new PageContent(withoutMarks);
        try {
            PDFStreamParser parser = new PDFStreamParser(content);
            for (Object token = parser.parseNextToken(); token != null; token = parser.parseNextToken()) {
                page.take(token);
            }
            return page.written();
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw new Unbindable("What page " + number + " shows is damaged.", e);
        }
    }

    private void take(Object token) throws IOException {
        if (!(token instanceof Operator operator)) {
            operands.add(token);
            return;
        }
        if (isKept(operator.getName())) {
            writer.writeTokens(operands);
            writer.writeToken(operator);
        }
        operands.clear();
    }

    private boolean isKept(String operator) {
        if (OPENS_MARK.contains(operator)) {
            boolean layer = !operands.isEmpty() && LAYER.equals(operands.get(0));
            marks.push(layer || !withoutMarks);
            return layer || !withoutMarks;
        } else if (POINTS.contains(operator)) {
            return !withoutMarks;
        }
        return switch (operator) {
            case "EMC" -> Boolean.TRUE.equals(marks.poll());
            case "q" -> {
                states++;
                yield true;
            }
            case "Q" -> {
                boolean opened = states > 0;
                states -= opened ? 1 : 0;
                yield opened;
            }
            case "BT" -> {
                inText = true;
                yield true;
            }
            case "ET" -> {
                boolean opened = inText;
                inText = false;
                yield opened;
            }
            default -> true;
        };
    }

    private String closing() {
        StringBuilder closing = new StringBuilder(inText ? "\nET" : "");
        marks.stream().filter(kept -> kept).forEach(mark -> closing.append("\nEMC"));
        return closing.append("\nQ".repeat(states)).append('\n').toString();
    }

    private byte[] written() {
        kept.writeBytes(closing().getBytes(StandardCharsets.ISO_8859_1));
        return kept.toByteArray();
    }
}
