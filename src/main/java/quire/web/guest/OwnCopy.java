package quire.web.guest;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import quire.core.MadeFile;
import quire.core.MediaType;
import quire.forms.Answers;
import quire.forms.DocumentFacts;
import quire.forms.Field;
import quire.forms.Form;
import quire.forms.PrintFiles;
import quire.forms.Section;
import quire.merge.Missing;
import quire.portfolio.Document;
import quire.web.frame.Downloads;
import quire.web.frame.Rooms;

/** What somebody has written in a paper, as a PDF to keep: their own sections and nothing else of it. */
final class OwnCopy {

    private OwnCopy() {}

    static void send(Context request, Document document, String role, Rooms rooms) {
        Form part = part(document.form(), role);
        Set<String> fields = part.fields().map(Field::id).collect(Collectors.toSet());
        Map<String, @Nullable Object> answers = new LinkedHashMap<>(document.answers());
        answers.keySet().retainAll(fields);
        DocumentFacts facts = new DocumentFacts(document.numberInSeries(), false, rooms.today());
        MadeFile made = rooms.maker().make(part, Answers.of(part, answers), facts, MediaType.PDF, Missing.BLANK);
        Downloads.send(request, "my-answers-" + made.name(), MediaType.PDF.mime(), made.bytes());
    }

    /** The form as if it had no other sections, nobody's head and nobody's signature. */
    private static Form part(Form form, String role) {
        List<Section> own = form.sections().stream()
                .filter(section -> section.owner().equals(role))
                .toList();
        return new Form(
                form.id(),
                form.version(),
                form.title(),
                form.code(),
                form.reference(),
                form.about(),
                form.series(),
                null,
                PrintFiles.SHARED,
                form.roles(),
                form.lists(),
                own,
                List.of(),
                form.definition());
    }
}
