package quire.convert;

import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.regex.Pattern;
import quire.convert.PdfSyntax.Name;
import quire.convert.PdfSyntax.Reference;
import quire.convert.PdfSyntax.Text;
import quire.convert.PdfSyntax.Word;

/** Writes the objects that {@link PdfSyntax} reads; what is no object of a PDF file is written as {@code null}. */
final class PdfText {

    private static final Pattern KNOWN = Pattern.compile("true|false|[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)");

    private final StringBuilder text = new StringBuilder();
    private final IntUnaryOperator numbers;

    private PdfText(IntUnaryOperator numbers) {
        this.numbers = numbers;
    }

    /** @param numbers gives the new number of an object for its old one; 0 if it is no longer there */
    static String of(Object value, IntUnaryOperator numbers) {
        PdfText writing = new PdfText(numbers);
        writing.write(value);
        return writing.text.toString();
    }

    private void write(Object value) {
        if (value instanceof Map<?, ?> dictionary) {
            text.append("<<");
            dictionary.forEach((key, member) -> {
                name((String) key);
                text.append(' ');
                write(member);
            });
            text.append(">>");
        } else if (value instanceof List<?> list) {
            text.append('[');
            list.forEach(member -> {
                write(member);
                text.append(' ');
            });
            text.append(']');
        } else if (value instanceof Name name) {
            name(name.text());
        } else if (value instanceof Text string) {
            text.append(string.raw());
        } else if (value instanceof Reference reference) {
            int number = numbers.applyAsInt(reference.number());
            text.append(number == 0 ? "null" : number + " 0 R");
        } else if (value instanceof Long whole) {
            text.append(whole.longValue());
        } else {
            text.append(value instanceof Word word && KNOWN.matcher(word.text()).matches() ? word.text() : "null");
        }
    }

    private void name(String name) {
        text.append('/');
        name.chars().forEach(this::letter);
    }

    private void letter(int letter) {
        if (letter > ' ' && letter < 0x7F && "()<>[]{}/%#".indexOf(letter) < 0) {
            text.append((char) letter);
        } else {
            text.append("#%02X".formatted(letter));
        }
    }
}
