package quire.web.frame;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Files on their way out: always saved by the browser, never shown by it. */
public final class Downloads {

    private Downloads() {}

    public static void send(Context request, String name, String type, byte[] bytes) {
        start(request, name, type);
        request.result(bytes);
    }

    /** Says what is coming, for a file that is sent while it is made. */
    public static void start(Context request, String name, String type) {
        request.header("Content-Disposition", disposition(name)).contentType(type);
    }

    /** RFC 6266: the name in ASCII for old programs, and in full for the others. */
    static String disposition(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9._ -]", "_");
        String full = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + full;
    }

    /** What the answers call the file of that digest. */
    public static String nameOf(@Nullable Object answers, String digest) {
        if (answers instanceof Map<?, ?> map) {
            if (digest.equals(map.get("sha256")) && map.get("name") instanceof String name) {
                return name;
            }
            return nameIn(map.values(), digest);
        }
        return answers instanceof Iterable<?> list ? nameIn(list, digest) : "file";
    }

    private static String nameIn(Iterable<?> values, String digest) {
        for (Object value : values) {
            String name = nameOf(value, digest);
            if (!name.equals("file")) {
                return name;
            }
        }
        return "file";
    }
}
