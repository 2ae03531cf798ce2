package quire.web;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import quire.web.frame.Gate;

/** Answers what is no request that could be led to an address: one sentence, and nothing of what this server is made of. */
final class NoRequest implements Request.Handler {

    @Override
    public boolean handle(@Nullable Request request, @Nullable Response response, @Nullable Callback callback) {
        if (response == null) {
            return false;
        }
        Gate.headers().forEach((name, value) -> response.getHeaders().put(new HttpField(name, value)));
        // What else comes over this line cannot be told from the rest of this. Whoever is not told loses what they send
        // next.
        response.getHeaders().put(HttpHeader.CONNECTION, "close");
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain; charset=utf-8");
        Content.Sink.write(response, true, sentence(response.getStatus()) + "\n", callback);
        return true;
    }

    private static String sentence(int status) {
        return switch (status) {
            case 414, 431 -> "This request is too long.";
            case 404 -> "There is nothing at this address.";
            default -> "This could not be read as a request.";
        };
    }
}
