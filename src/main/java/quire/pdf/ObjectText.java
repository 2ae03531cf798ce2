package quire.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSBoolean;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.cos.ICOSVisitor;
import org.jspecify.annotations.Nullable;

/** The text of PDF objects (ISO 32000-1, 7.3), without spaces that nobody needs. */
final class ObjectText {

    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.ISO_8859_1);

    private final Numbering numbers;
    private final Map<COSName, byte[]> names = new HashMap<>();

    /** Which dictionaries, arrays and streams have a number of their own, so that others only refer to them. */
    interface Numbering {

        /**
         * The object number of a container; 0 for one that is written in place.
         *
         * @param referred whether the container is referred to where it was read, and not written in place there
         */
        int of(COSBase container, boolean referred);
    }

    /** Stands for an object that is known by its number alone: it is written already, or by somebody else later. */
    static final class Reference extends COSBase {

        private final int number;

        Reference(int number) {
            this.number = number;
        }

        int number() {
            return number;
        }

        @Override
        public void accept(ICOSVisitor visitor) {
            throw new IllegalStateException("A reference is written by ObjectText alone");
        }
    }

    ObjectText(Numbering numbers) {
        this.numbers = numbers;
    }

    /** The object itself where this is a reference to it; null for PDF's own null. */
    static @Nullable COSBase resolved(@Nullable COSBase value) {
        COSBase resolved = value;
        while (resolved instanceof COSObject reference) {
            resolved = reference.getObject();
        }
        return resolved instanceof COSNull ? null : resolved;
    }

    /** A dictionary or array with all that is written in place inside it. */
    void body(COSBase container, Bytes out) {
        if (container instanceof COSArray array) {
            list(array, out);
        } else if (container instanceof COSDictionary dictionary) {
            out.text("<<");
            entries(dictionary, out);
            out.text(">>");
        } else {
            value(container, out);
        }
    }

    /** The dictionary before the bytes of a stream. */
    void streamDictionary(COSStream stream, int length, boolean deflated, Bytes out) {
        out.text("<<");
        entries(stream, out);
        if (deflated) {
            out.text("/Filter/FlateDecode");
        }
        out.text("/Length ").decimal(length).text(">>");
    }

    private void list(COSArray array, Bytes out) {
        out.write('[');
        boolean first = true;
        for (COSBase item : array) {
            if (!first) {
                out.write(' ');
            }
            first = false;
            value(item, out);
        }
        out.write(']');
    }

    private void entries(COSDictionary dictionary, Bytes out) {
        for (Map.Entry<COSName, COSBase> entry : dictionary.entrySet()) {
            COSBase value = resolved(entry.getValue());
            boolean written = dictionary instanceof COSStream && COSName.LENGTH.equals(entry.getKey());
            if (value == null || written) {
                continue;
            }
            name(entry.getKey(), out);
            if (!(value instanceof COSName)) {
                out.write(' ');
            }
            value(entry.getValue(), out);
        }
    }

    private void value(@Nullable COSBase given, Bytes out) {
        COSBase value = resolved(given);
        if (value == null) {
            out.text("null");
        } else if (value instanceof COSDictionary || value instanceof COSArray) {
            int number = numbers.of(value, given instanceof COSObject);
            if (number == 0) {
                body(value, out);
            } else {
                out.decimal(number).text(" 0 R");
            }
        } else if (value instanceof Reference reference) {
            out.decimal(reference.number()).text(" 0 R");
        } else if (value instanceof COSName name) {
            name(name, out);
        } else if (value instanceof COSString string) {
            string(string.getBytes(), out);
        } else if (value instanceof COSBoolean truth) {
            out.text(truth.getValue() ? "true" : "false");
        } else {
            number(value, out);
        }
    }

    private static void number(COSBase value, Bytes out) {
        if (value instanceof COSInteger whole) {
            out.decimal(whole.longValue());
        } else if (value instanceof COSFloat fraction) {
            float number = fraction.floatValue();
            if (number == Math.rint(number) && Math.abs(number) < Integer.MAX_VALUE) {
                out.decimal((long) number);
            } else {
                write(() -> fraction.writePDF(out));
            }
        } else {
            throw new IllegalStateException("Not a PDF object: " + value.getClass());
        }
    }

    private void name(COSName name, Bytes out) {
        byte[] text = names.get(name);
        if (text == null) {
            Bytes written = new Bytes(32);
            write(() -> name.writePDF(written));
            text = written.toArray();
            names.put(name, text);
        }
        out.write(text);
    }

    private static void string(byte[] bytes, Bytes out) {
        boolean plain = true;
        for (byte one : bytes) {
            plain &= one >= ' ' && one != 127;
        }
        if (!plain) {
            out.write('<');
            for (byte one : bytes) {
                out.write(HEX[one >> 4 & 15]);
                out.write(HEX[one & 15]);
            }
            out.write('>');
            return;
        }
        out.write('(');
        for (byte one : bytes) {
            if (one == '(' || one == ')' || one == '\\') {
                out.write('\\');
            }
            out.write(one);
        }
        out.write(')');
    }

    private interface Writing {
        void run() throws IOException;
    }

    private static void write(Writing writing) {
        try {
            writing.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
