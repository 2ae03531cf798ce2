package quire.web.forms;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import quire.core.Finding;
import quire.core.Json;
import quire.core.MediaType;
import quire.core.Place;
import quire.core.Problem;
import quire.documents.TemplateFile;
import quire.documents.TemplateLint;
import quire.forms.Form;
import quire.merge.Delimiters;
import quire.merge.Missing;
import quire.web.frame.Asked;
import quire.web.frame.Body;
import quire.web.frame.Posted;
import quire.web.frame.ProblemJson;
import quire.web.frame.Reply;
import quire.web.frame.Rooms;

/** Templates that a program brings along: merged with its data, or checked. */
final class TemplatesApi {

    private final Rooms rooms;

    TemplatesApi(Rooms rooms) {
        this.rooms = rooms;
    }

    void merge(Context request) {
        MediaType type = Asked.type(request.queryParam("as"));
        Posted posted = parts(request);
        Missing missing = Asked.missing(posted.one("missing"), Missing.BLANK);
        Map<String, ?> data = Json.readObject(data(posted), "data");
        FormsApi.send(
                request,
                rooms.maker()
                        .make(
                                template(posted),
                                data,
                                type,
                                missing,
                                rooms.clock().instant()));
    }

    void lint(Context request) {
        Posted posted = parts(request);
        Form form = posted.one("form").isEmpty() ? null : rooms.forms().get(posted.one("form"));
        Reply.json(request, Map.of("findings", ProblemJson.findings(TemplateLint.check(template(posted), form))));
    }

    private static Posted parts(Context request) {
        if (!request.isMultipartFormData()) {
            throw Problem.of(Problem.Kind.UNSUPPORTED, "Send the template as multipart/form-data.");
        }
        return Body.form(request);
    }

    private static TemplateFile template(Posted posted) {
        Posted.PostedFile file = posted.file("template")
                .orElseThrow(() -> missing("template", "Send the template as a file in the part “template”."));
        TemplateFile template = TemplateFile.of(file.name(), file.bytes());
        String delimiters = posted.one("delimiters");
        return delimiters.isEmpty() ? template : template.with(Delimiters.parse(delimiters));
    }

    private static String data(Posted posted) {
        if (posted.has("data")) {
            return posted.one("data");
        }
        return posted.file("data")
                .map(file -> new String(file.bytes(), StandardCharsets.UTF_8))
                .orElseThrow(() -> missing("data", "Send the data as JSON in the part “data”."));
    }

    private static Problem missing(String part, String message) {
        return Problem.badInput(Finding.error("malformed", message, Place.atPath(part)));
    }
}
