package quire.web.frame;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import quire.core.Json;

/** Sends an answer's text, always in UTF-8 whatever the machine thinks of characters. */
public final class Reply {

    private Reply() {}

    static void html(Context request, String html) {
        send(request, "text/html; charset=utf-8", html);
    }

    public static void json(Context request, @Nullable Object data) {
        json(request, "application/json", data);
    }

    /**
     * Sends data as JSON.
     *
     * @param type a media type whose text is JSON
     */
    public static void json(Context request, String type, @Nullable Object data) {
        send(request, type, Json.write(data));
    }

    private static void send(Context request, String type, String text) {
        request.contentType(type).result(text.getBytes(StandardCharsets.UTF_8));
    }
}
