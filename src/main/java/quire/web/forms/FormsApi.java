package quire.web.forms;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.core.Json;
import quire.core.MadeFile;
import quire.core.MediaType;
import quire.core.Problem;
import quire.forms.Answers;
import quire.forms.DocumentFacts;
import quire.forms.Form;
import quire.forms.FormSchema;
import quire.merge.Missing;
import quire.web.frame.Asked;
import quire.web.frame.Body;
import quire.web.frame.Downloads;
import quire.web.frame.Reply;
import quire.web.frame.Rooms;

/** Forms for programs: what there is, what its answers look like, and the papers made of them. */
final class FormsApi {

    private final Rooms rooms;

    FormsApi(Rooms rooms) {
        this.rooms = rooms;
    }

    void list(Context request) {
        Reply.json(
                request,
                Map.of(
                        "forms",
                        rooms.forms().list().stream().map(FormsApi::brief).toList()));
    }

    void show(Context request) {
        Form form = rooms.forms().get(request.pathParam("form"));
        Map<String, @Nullable Object> answer = brief(form);
        answer.put("definition", form.definition().content());
        Reply.json(request, answer);
    }

    void schema(Context request) {
        Form form = rooms.forms().get(request.pathParam("form"));
        Reply.json(request, "application/schema+json", FormSchema.of(form));
    }

    void merge(Context request) {
        Form form = rooms.forms().get(request.pathParam("form"));
        MediaType type = Asked.type(request.queryParam("as"));
        Missing missing = Asked.missing(request.queryParam("missing"), Missing.ERROR);
        if (!request.isJson()) {
            throw Problem.of(Problem.Kind.UNSUPPORTED, "Send the answers as application/json.");
        }
        String text = new String(Body.bytes(request, Body.MOST_OF_A_FILE), StandardCharsets.UTF_8);
        Answers answers = Answers.of(form, Json.readObject(text, "The request"));
        LocalDate today =
                LocalDate.ofInstant(rooms.clock().instant(), rooms.clock().getZone());
        DocumentFacts facts = new DocumentFacts(0, missing != Missing.ERROR, today);
        MadeFile made = rooms.maker().make(form, answers, facts, type, missing);
        send(request, made);
    }

    /** The file, with the number of things that a person should know about it. */
    static void send(Context request, MadeFile made) {
        request.header("Quire-Findings", String.valueOf(made.findings().size()));
        Downloads.send(request, made.name(), made.type().mime(), made.bytes());
    }

    private static Map<String, @Nullable Object> brief(Form form) {
        Map<String, @Nullable Object> brief = new LinkedHashMap<>();
        brief.put("id", form.id());
        brief.put("version", form.version());
        brief.put("title", form.title());
        brief.put("code", form.code());
        brief.put("about", form.about());
        brief.put("digest", form.digest().hex());
        return brief;
    }
}
