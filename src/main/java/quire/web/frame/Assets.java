package quire.web.frame;

import static java.util.Objects.requireNonNull;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import quire.core.Digest;
import quire.core.Problem;

/** The style sheet, scripts and icon. Their address names their content, so browsers may keep them for ever. */
public final class Assets {

    private static final Map<String, String> TYPES = Map.of(
            "quire.css", "text/css; charset=utf-8",
            "quire.js", "text/javascript; charset=utf-8",
            "writing.js", "text/javascript; charset=utf-8",
            "progress.js", "text/javascript; charset=utf-8",
            "govuk-frontend.min.js", "text/javascript; charset=utf-8",
            "govuk-frontend.licence.txt", "text/plain; charset=utf-8",
            "icon.svg", "image/svg+xml");

    private static final Map<String, byte[]> FILES = read();

    private static final String VERSION = version();

    private Assets() {}

    /** The address of the folder that holds the files as they are now. */
    public static String address() {
        return "/assets/" + VERSION;
    }

    public static void serve(Context request) {
        String file = request.pathParam("file");
        byte[] bytes = FILES.get(file);
        if (bytes == null) {
            throw Problem.notFound("There is no such file.");
        }
        if (request.pathParam("version").equals(VERSION)) {
            request.header("Cache-Control", "public, max-age=31536000, immutable");
        }
        request.contentType(requireNonNull(TYPES.get(file))).result(bytes);
    }

    private static String version() {
        StringBuilder digests = new StringBuilder();
        FILES.keySet().stream().sorted().forEach(name -> digests.append(Digest.of(requireNonNull(FILES.get(name)))));
        return Digest.of(digests.toString()).brief();
    }

    private static Map<String, byte[]> read() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String name : TYPES.keySet()) {
            try (InputStream file = requireNonNull(Assets.class.getResourceAsStream("/quire/web/assets/" + name))) {
                files.put(name, file.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return files;
    }
}
