package quire.web.paper;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quire.forms.Field;
import quire.forms.RepeatField;
import quire.forms.Section;
import quire.people.Pace;
import quire.portfolio.Conflict;
import quire.portfolio.Document;
import quire.portfolio.Revision;
import quire.portfolio.Saved;
import quire.web.frame.Body;
import quire.web.frame.Faults;
import quire.web.frame.Posted;
import quire.web.frame.Reply;
import quire.web.frame.Rooms;
import quire.web.frame.Times;
import quire.web.frame.TooFast;
import quire.web.frame.Visit;

/** Takes in what a page sends by itself while somebody writes, and answers its script. */
final class Autosave {

    private final Rooms rooms;
    private final Pace pace = Pace.ofAutosaves();

    Autosave(Rooms rooms) {
        this.rooms = rooms;
    }

    void save(Context request) {
        Visit visit = Visit.of(request);
        Duration wait = pace.take(visit.who().session().id(), visit.now());
        if (!wait.isZero()) {
            throw new TooFast(wait);
        }
        Posted posted = Body.form(request);
        Document document = rooms.documents().asSeen(visit.inDocument(), SectionDesk.base(posted));
        Section section = SectionPages.open(document, request.pathParam("section"));
        SectionDesk desk = new SectionDesk(rooms.documents(), rooms.attachments(), visit);
        SectionDesk.Kept kept = desk.keep(document, section, posted);
        if (kept.saved().conflict() != null) {
            request.status(HttpStatus.CONFLICT);
            boolean late = !document.form().equals(visit.inDocument().form());
            Reply.json(
                    request,
                    late
                            ? Map.of("conflict", List.copyOf(kept.answers().keySet()))
                            : conflict(kept.saved().conflict()));
        } else {
            Saved saved = Objects.requireNonNull(kept.saved().saved());
            Reply.json(request, saved(document, section, posted, kept, saved));
        }
    }

    private Map<String, @Nullable Object> saved(
            Document document, Section section, Posted posted, SectionDesk.Kept kept, Saved saved) {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("revision", saved.revision());
        answer.put("words", "Saved at " + Times.time(saved.at(), rooms.clock()));
        answer.put("entries", entries(section, kept.answers()));
        answer.put("news", news(document, section, SectionDesk.base(posted), saved));
        answer.put("faults", faults(kept.faults()));
        return answer;
    }

    /** The questions whose boxes hold what no draft can: it stays on the page alone, until the form is sent. */
    private static List<Map<String, @Nullable Object>> faults(Faults faults) {
        List<Map<String, @Nullable Object>> told = new ArrayList<>();
        faults.messages()
                .forEach((box, message) -> told.add(Map.of("field", box.split("\\.", 2)[0], "message", message)));
        return told;
    }

    /** The names of the entries of each repeat, in order: those that the browser has added have names of ours now. */
    private static Map<String, @Nullable Object> entries(Section section, Map<String, @Nullable Object> answers) {
        Map<String, @Nullable Object> names = new LinkedHashMap<>();
        for (Field field : section.fields()) {
            boolean free = field instanceof RepeatField repeat && !repeat.hasGivenEntries();
            if (free && answers.containsKey(field.id())) {
                names.put(field.id(), Entries.of(answers.get(field.id())).ids());
            }
        }
        return names;
    }

    /** The questions that somebody else has answered since the page was made: what it shows of them is old. */
    private List<Map<String, @Nullable Object>> news(Document document, Section section, int base, Saved saved) {
        boolean alone = saved.revision() <= base + (saved.changed().isEmpty() ? 0 : 1);
        if (alone) {
            return List.of();
        }
        Set<String> changed = new LinkedHashSet<>();
        for (Revision revision : rooms.documents().history(document.id())) {
            if (revision.number() > base && revision.number() <= saved.revision()) {
                changed.addAll(revision.changes().keySet());
            }
        }
        changed.removeAll(saved.changed());
        List<Map<String, @Nullable Object>> news = new ArrayList<>();
        for (Field field : section.fields()) {
            if (changed.contains(field.id())) {
                news.add(Map.of("field", field.id(), "label", field.label()));
            }
        }
        return news;
    }

    private static Map<String, @Nullable Object> conflict(Conflict conflict) {
        return Map.of(
                "conflict",
                conflict.differences().stream()
                        .map(difference -> (Object) difference.field().id())
                        .toList());
    }
}
