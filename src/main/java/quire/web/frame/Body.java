package quire.web.frame;

import io.javalin.http.Context;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Part;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quire.core.Finding;
import quire.core.Place;
import quire.core.Problem;
import quire.web.frame.Posted.PostedFile;

/** Reads what a request carries, and never more than the limit: bytes are counted while they arrive. */
public final class Body {

    /** The longest section page that people can fill by hand, several times over. */
    public static final int MOST_OF_A_FORM = 12_000_000;
    /** One file, as people hand it in. */
    public static final long MOST_OF_A_FILE = 25_000_000;
    /** Template, data and file in one. */
    static final long MOST_IN_PARTS = 60_000_000;

    public static final int MOST_BOXES = 20_000;
    /** A body is read once; the gate looks into it before the page does. */
    private static final String READ = Posted.class.getName();

    private static final String MULTIPART_SETTINGS = "org.eclipse.jetty.multipartConfig";

    private static final Logger LOG = LoggerFactory.getLogger(Body.class);

    private Body() {}

    /** The whole body, whatever it is. */
    public static byte[] bytes(Context request, long most) {
        if (request.req().getContentLengthLong() > most) {
            throw tooLarge(most);
        }
        try (InputStream body = request.bodyInputStream()) {
            return upTo(most, body);
        } catch (IOException e) {
            throw cutShort(e);
        }
    }

    /**
     * The boxes of a form.
     *
     * @throws Problem of the kind UNSUPPORTED if the body is no form, TOO_LARGE if it is beyond the limits
     */
    public static Posted form(Context request) {
        Posted read = request.attribute(READ);
        if (read == null) {
            read = read(request);
            request.attribute(READ, read);
        }
        return read;
    }

    /** Whether the boxes of a form were asked for, and could be read. */
    static boolean isRead(Context request) {
        Object read = request.attribute(READ);
        return read != null;
    }

    private static Posted read(Context request) {
        if (request.isFormUrlencoded()) {
            return new Posted(boxes(new String(bytes(request, MOST_OF_A_FORM), StandardCharsets.ISO_8859_1)), Map.of());
        } else if (request.isMultipartFormData()) {
            return parts(request);
        }
        throw Problem.of(Problem.Kind.UNSUPPORTED, "Send this as a form: multipart/form-data.");
    }

    /**
     * Lets the rest of a refused body arrive and drops it. A sender that is still sending when the answer comes finds the
     * line cut and never reads why. What goes on beyond all limits is cut all the same.
     */
    static void readOut(Context request) {
        try {
            InputStream body = request.req().getInputStream();
            byte[] chunk = new byte[16_384];
            long left = MOST_IN_PARTS;
            for (int read = body.read(chunk); read >= 0 && left > 0; read = body.read(chunk)) {
                left -= read;
            }
        } catch (IOException | IllegalStateException alreadyOver) {
            LOG.debug("The rest of a refused body did not arrive", alreadyOver);
        }
    }

    private static byte[] upTo(long most, InputStream body) throws IOException {
        ByteArrayOutputStream taken = new ByteArrayOutputStream();
        byte[] chunk = new byte[16_384];
        for (int read = body.read(chunk); read >= 0; read = body.read(chunk)) {
            if (taken.size() + (long) read > most) {
                throw tooLarge(most);
            }
            taken.write(chunk, 0, read);
        }
        return taken.toByteArray();
    }

    private static Map<String, List<String>> boxes(String body) {
        Map<String, List<String>> boxes = new LinkedHashMap<>();
        String[] pairs = body.isEmpty() ? new String[0] : body.split("&", MOST_BOXES + 1);
        if (pairs.length > MOST_BOXES) {
            throw tooMany();
        }
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            String text = equals < 0 ? "" : decoded(pair.substring(equals + 1));
            boxes.computeIfAbsent(name, key -> new ArrayList<>()).add(text);
        }
        return boxes;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw malformed("The form was not sent correctly. Load the page again and send it once more.")
                    .because(e);
        }
    }

    private static Posted parts(Context request) {
        request.req()
                .setAttribute(
                        MULTIPART_SETTINGS, new MultipartConfigElement("", MOST_IN_PARTS, MOST_IN_PARTS, 1_000_000));
        Map<String, List<String>> fields = new LinkedHashMap<>();
        Map<String, PostedFile> files = new LinkedHashMap<>();
        try {
            for (Part part : request.req().getParts()) {
                take(part, fields, files);
            }
        } catch (IOException | ServletException | RuntimeException e) {
            throw partsFault(e);
        }
        return new Posted(fields, files);
    }

    private static void take(Part part, Map<String, List<String>> fields, Map<String, PostedFile> files)
            throws IOException {
        if (part.getName() == null) {
            throw malformed("A part of the form has no name. Load the page again and send it once more.");
        }
        String file = part.getSubmittedFileName();
        if (file != null && part.getSize() > MOST_OF_A_FILE) {
            // What else came with it is not lost by that; the file itself is never in memory.
            files.put(part.getName(), new PostedFile(withoutFolders(file), new byte[0], true));
            part.delete();
            return;
        }
        try (InputStream content = part.getInputStream()) {
            byte[] bytes = upTo(MOST_OF_A_FILE, content);
            if (file == null) {
                fields.computeIfAbsent(part.getName(), key -> new ArrayList<>())
                        .add(new String(bytes, StandardCharsets.UTF_8));
            } else if (!file.isEmpty() || bytes.length > 0) {
                files.put(part.getName(), new PostedFile(withoutFolders(file), bytes, false));
            }
        } finally {
            part.delete();
        }
    }

    /** Some browsers send the whole path, and some senders a false one. */
    private static String withoutFolders(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String plain = last.replaceAll("[\\p{Cntrl}\\p{Cf}]", "").strip();
        return plain.isEmpty() ? "file" : plain.substring(0, Math.min(plain.length(), 150));
    }

    private static Problem partsFault(Exception fault) {
        if (fault instanceof Problem problem) {
            return problem;
        }
        String words = allMessages(fault).toLowerCase(Locale.ROOT);
        if (words.contains("larger than")) {
            return tooLarge(MOST_OF_A_FORM).because(fault);
        } else if (words.contains("too large") || words.contains("exceeded")) {
            return tooLarge(MOST_OF_A_FILE).because(fault);
        } else if (words.contains("too many")) {
            return tooMany().because(fault);
        }
        return malformed("The parts of the form were not sent correctly. Try again.")
                .because(fault);
    }

    private static String allMessages(Throwable fault) {
        StringBuilder words = new StringBuilder();
        for (Throwable one = fault; one != null; one = one.getCause()) {
            words.append(one.getMessage()).append(' ');
        }
        return words.toString();
    }

    public static Problem malformed(String message) {
        return Problem.badInput(Finding.error("malformed", message, Place.UNKNOWN));
    }

    static Problem tooLarge(long most) {
        return Problem.tooLarge(Finding.error(
                "too-large",
                "What you sent is too large. It must be smaller than " + most / 1_000_000 + " MB.",
                Place.UNKNOWN));
    }

    private static Problem tooMany() {
        return Problem.tooLarge(
                Finding.error("too-many", "The form has more than " + MOST_BOXES + " boxes.", Place.UNKNOWN));
    }

    private static Problem cutShort(IOException cause) {
        return malformed("What you sent did not arrive whole. Try again.").because(cause);
    }
}
