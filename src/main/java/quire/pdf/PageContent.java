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

/**
 * What a page or form draws (ISO 32000-1, 7.8.2), read operator by operator so that it can stand among other content: what
 * it opens is closed, what it closes without having opened it is left out, and if wanted so are its marks.
 */
final class PageContent {

    private static final Set<String> OPENS_MARK = Set.of("BMC", "BDC");
    private static final Set<String> POINTS = Set.of("MP", "DP");
    private static final COSName LAYER = COSName.getPDFName("OC");

    private final boolean withoutMarks;
    private final List<Object> kept = new ArrayList<>();
    private final List<Object> operands = new ArrayList<>();
    /** For each mark that is open, whether it is kept. */
    private final Deque<Boolean> marks = new ArrayDeque<>();

    private int states;
    private boolean inText;

    private PageContent(boolean withoutMarks) {
        this.withoutMarks = withoutMarks;
    }

    /**
     * Reads a page or form and writes it anew, because a mistake that its readers forgive may harm what stands beside it.
     *
     * @param withoutMarks whether marks of tags are taken out; layers stay
     * @throws Unbindable if it cannot be read to its end
     */
    static byte[] balanced(PDContentStream content, boolean withoutMarks) {
        PageContent page = new PageContent(withoutMarks);
        try {
            PDFStreamParser parser = new PDFStreamParser(content);
            for (Object token = parser.parseNextToken(); token != null; token = parser.parseNextToken()) {
                page.take(token);
            }
            return page.written();
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw new Unbindable("What one of its pages shows is damaged.", e);
        }
    }

    private void take(Object token) {
        if (!(token instanceof Operator operator)) {
            operands.add(token);
            return;
        }
        if (isKept(operator.getName())) {
            kept.addAll(operands);
            kept.add(operator);
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

    private byte[] written() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ContentStreamWriter(bytes).writeTokens(kept);
        bytes.writeBytes(closing().getBytes(StandardCharsets.ISO_8859_1));
        return bytes.toByteArray();
    }
}
