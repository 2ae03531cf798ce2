package quire.web.frame;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What somebody was about when they had to sign in: where they wanted to go and, if they were sending a form, what they had
 * typed. It travels through the pages of signing in, in the browser alone, and nothing of it is kept by the server.
 *
 * @param to an address of ours
 * @param boxes what they had typed, by name; empty where they only wanted to look at something
 * @param lostFiles whether there were files, which no page can carry
 * @param out whether they have just signed out
 */
public record Errand(String to, Map<String, List<String>> boxes, boolean lostFiles, boolean out) {

    public static final Errand HOME = new Errand("/", Map.of(), false, false);

    private static final String CARRIED = "kept.";

    /** Forms below it that ask for a secret are sent to the address of their own page, where it can be typed again. */
    static final String ACCOUNT = "/account/";

    /** What is carried nowhere from there. Papers may have questions of these names, and what is written there is no secret. */
    private static final Set<String> SECRETS = Set.of("before", "password", "code");

    /** Text shorter than this is a choice, a mark or a number, and shown to nobody. */
    private static final int WORTH_SHOWING = 12;

    /** Of somebody who follows a link to the page of signing in. */
    public static Errand asked(Context request) {
        String to = request.queryParam("to");
        return new Errand(ours(to == null ? "/" : to), Map.of(), false, request.queryParam("out") != null);
    }

    /** Of somebody who sent something and was not signed in. */
    static Errand interrupted(Context request) {
        if (request.req().getMethod().equals("GET")) {
            String query = request.queryString();
            return new Errand(ours(request.path() + (query == null ? "" : "?" + query)), Map.of(), false, false);
        }
        Posted posted = Body.form(request);
        Map<String, List<String>> boxes = new LinkedHashMap<>(posted.fields());
        boxes.remove(Gate.STAMP_BOX);
        if (request.path().startsWith(ACCOUNT) && SECRETS.stream().anyMatch(boxes::containsKey)) {
            boxes.clear();
            return new Errand(ours(request.path()), boxes, false, false);
        }
        boolean files = !posted.files().isEmpty();
        // A button alone is pressed again by whoever still wants it; its address has no page.
        return new Errand(boxes.isEmpty() && !files ? "/" : ours(request.path()), boxes, files, false);
    }

    /** As the pages of signing in send it on. */
    public static Errand carried(Posted posted) {
        Map<String, List<String>> boxes = new LinkedHashMap<>();
        posted.fields().forEach((name, texts) -> {
            if (name.startsWith(CARRIED)) {
                boxes.put(name.substring(CARRIED.length()), texts);
            }
        });
        return new Errand(ours(posted.one("to").isEmpty() ? "/" : posted.one("to")), boxes, posted.has("files"), false);
    }

    /** Puts it into the hidden boxes of a page, and its longer texts where they can be read. */
    public View show(View view) {
        List<View> hidden = new ArrayList<>();
        List<View> texts = new ArrayList<>();
        boxes.forEach((name, values) -> values.forEach(value -> {
            hidden.add(new View().text("name", name).text("value", value));
            if (!name.startsWith("_") && value.strip().length() >= WORTH_SHOWING) {
                texts.add(new View().text("text", value.strip()));
            }
        }));
        return view.text("to", to)
                .flag("files", lostFiles)
                .flag("out", out)
                .flag("interrupted", !boxes.isEmpty())
                .list("boxes", hidden)
                .list("texts", texts);
    }

    /** Only a path of this server: what another site made up leads home. */
    private static String ours(String to) {
        boolean path = to.startsWith("/") && !to.startsWith("//") && !to.startsWith("/\\");
        boolean plain = to.chars().noneMatch(c -> c < ' ' || c == '\\');
        return path && plain && !to.startsWith("/sign-") ? to : "/";
    }
}
