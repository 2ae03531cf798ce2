package quire.convert;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import quire.core.Problem;

/** The files that people hand in and that we do not take: what they are, and what to do instead. */
final class OtherFiles {

    private static final Set<String> PROGRAMS = Set.of(
            "MZ",
            "\u007FELF",
            "#!",
            "\u00CF\u00FA\u00ED\u00FE",
            "\u00FE\u00ED\u00FA",
            "\u00CA\u00FE\u00BA\u00BE",
            "L\0\0\0\1\u0014\2\0");

    private static final Set<String> HEIC =
            Set.of("heic", "heix", "heim", "heis", "hevc", "mif1", "msf1", "avif", "avis");
    private static final Pattern HTML = Pattern.compile(
            "\\s*(<!--.*?-->\\s*)*<(!doctype html|html|head|body|script|title|meta|h1|p|div)\\b.*", Pattern.DOTALL);
    private static final Pattern SVG = Pattern.compile(".*<svg[\\s>].*", Pattern.DOTALL);
    private static final Pattern MAIL =
            Pattern.compile("(received|return-path|delivered-to|mime-version|from|date|x-[a-z-]+): .*", Pattern.DOTALL);
    private static final int HEAD = 1_024;

    private OtherFiles() {}

    /** Whether it begins like a program, an old office file or a packed one: what no part of a document is. */
    static boolean isPackedOrProgram(byte[] head) {
        return isProgram(head) || OleFile.is(head) || Bytes.at(head, 0, "PK\3\4") || Bytes.at(head, 0, "Rar!\u001A");
    }

    /** Why a file is not taken that is no PDF, Word, JPEG or PNG file. */
    static Problem refusal(byte[] file) {
        if (OleFile.is(file)) {
            return OleFile.refusal(file);
        } else if (isProgram(file)) {
            return Refusal.DISGUISED.problem("It is a program. Choose the document itself.");
        }
        return Refusal.KIND.problem(advice(file));
    }

    /** What to do with a zip file that is no office file of the newer kind. */
    static String adviceOnZip(byte[] file) {
        return Bytes.at(file, 30, "mimetypeapplication/vnd.oasis.opendocument")
                ? "It is an OpenDocument file. Open it in the program that made it, and save it as a Word document "
                        + "(.docx) or as a PDF."
                : "It is a zip folder. Unpack it and upload the files in it one by one.";
    }

    private static boolean isProgram(byte[] head) {
        return PROGRAMS.stream().anyMatch(beginning -> Bytes.at(head, 0, beginning));
    }

    private static String advice(byte[] file) {
        String picture = adviceOnPicture(file);
        if (!picture.isEmpty()) {
            return picture;
        } else if (Bytes.at(file, 0, "{\\rtf")) {
            return "It is a text in the format RTF. Open it in Word and save it as a Word document (.docx) or as a PDF.";
        } else if (Bytes.at(file, 4, "ftyp") || Bytes.at(file, 0, "ID3") || Bytes.at(file, 8, "WAVE")) {
            return "It is a recording. Write down what it shows, or upload single pictures of it.";
        } else if (isText(file)) {
            return adviceOnText(file);
        }
        return Advice.PRINT;
    }

    private static String adviceOnPicture(byte[] file) {
        if (Bytes.at(file, 4, "ftyp") && HEIC.contains(Bytes.text(file, 8, Math.min(4, file.length - 8)))) {
            return "It is a HEIC photo, which many computers cannot show. Open it in Photos on Windows or in Preview on a "
                    + "Mac and save it as a JPG. An iPhone takes JPG photos after Settings, Camera, Formats, Most "
                    + "Compatible.";
        } else if (Bytes.at(file, 0, "GIF8")) {
            return picture("a GIF", "PNG");
        } else if (Bytes.at(file, 0, "RIFF") && Bytes.at(file, 8, "WEBP")) {
            return picture("a WebP", "JPG or PNG");
        } else if (Bytes.at(file, 0, "II*\0") || Bytes.at(file, 0, "MM\0*")) {
            return picture("a TIFF", "PDF or JPG");
        } else if (Bytes.at(file, 0, "BM") && Bytes.littleFour(file, 6) == 0) {
            return picture("a BMP", "PNG");
        }
        return "";
    }

    private static String picture(String kind, String better) {
        return "It is " + kind + " picture. Open it in a picture program and save it as a " + better + ".";
    }

    private static String adviceOnText(byte[] file) {
        String begin = Bytes.text(file, 0, Math.min(HEAD, file.length)).toLowerCase(Locale.ROOT);
        if (SVG.matcher(begin).matches()) {
            return "It is an SVG drawing. Open it in a browser or a drawing program and save it as a PNG or a PDF.";
        } else if (HTML.matcher(begin).matches()) {
            return "It is a web page. Open it in a browser and print it to a PDF.";
        } else if (MAIL.matcher(begin).matches()) {
            return "It is an e-mail. Open it in your mail program and print it to a PDF.";
        }
        return "It is plain text. Open it in Word and save it as a Word document (.docx) or as a PDF.";
    }

    /** Whether the beginning is text in UTF-8, cut where it may be in the middle of a letter. */
    private static boolean isText(byte[] file) {
        int length = Math.min(HEAD, file.length);
        CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
        CharBuffer text = CharBuffer.allocate(HEAD);
        boolean whole =
                !utf8.decode(ByteBuffer.wrap(file, 0, length), text, false).isError();
        text.flip();
        return whole && text.chars().noneMatch(letter -> letter < ' ' && !Character.isWhitespace(letter));
    }
}
