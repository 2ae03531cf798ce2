package quire.web.forms;

import static java.util.Objects.requireNonNull;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The description of the interface for programs, as it is checked in beside the pages. */
final class OpenApi {

    private OpenApi() {}

    static void serve(Context request) {
        try (InputStream file = requireNonNull(OpenApi.class.getResourceAsStream("/quire/web/openapi.json"))) {
            request.contentType("application/json").result(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
