package quire.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.core.Digest;
import quire.core.Finding;
import quire.core.MadeFile;
import quire.core.MediaType;
import quire.core.Problem;
import quire.forms.AnswerCheck;
import quire.forms.Answers;
import quire.forms.DocumentFacts;
import quire.forms.Field;
import quire.forms.FieldType;
import quire.forms.Form;
import quire.forms.FormValues;
import quire.forms.RecordBlock;
import quire.forms.Section;
import quire.forms.Visibility;
import quire.merge.Missing;
import quire.merge.Value;
import quire.portfolio.Document;
import quire.portfolio.SectionState;

/** One document: its sections, all its answers, and the papers made of them. */
final class DocumentPages {

    private final Rooms rooms;
    private final Pages pages;

    DocumentPages(Rooms rooms, Pages pages) {
        this.rooms = rooms;
        this.pages = pages;
    }

    void show(Context request) {
        Document document = Visit.of(request).inDocument();
        SectionRun run = new SectionRun(document);
        List<View> sections = new ArrayList<>();
        run.shown().forEach(section -> sections.add(task(document, run, section, sections.size() + 1)));
        RecordBlock record = document.form().record();
        long completed = run.shown().stream()
                .filter(section -> document.state(section.id()) == SectionState.COMPLETED)
                .count();
        View view = Frame.page(document.title(), "", Frame.At.FORMS)
                .text("document", "/documents/" + document.id())
                .text("about", document.form().about())
                .text("reference", reference(document.form()))
                .text("changed", Times.words(document.changed(), rooms.clock()))
                .list("sections", sections)
                .number("completed", completed)
                .number("all", sections.size())
                .text("record", record == null ? "" : record.title())
                .list("header", header(document));
        Frame.back(view, "/", "Back to all documents");
        pages.show(request, "document", view);
    }

    private static View task(Document document, SectionRun run, Section section, int number) {
        SectionState state = document.state(section.id());
        boolean open = run.mayStart(section);
        return new View()
                .text("id", section.id())
                .text("name", section.title())
                .text("owner", document.form().roleLabel(section.owner()))
                .number("number", number)
                .flag("open", open)
                .text(
                        "first",
                        open ? "" : document.form().section(first(section)).title())
                .flag("done", state == SectionState.COMPLETED)
                .flag("begun", state == SectionState.IN_PROGRESS);
    }

    private static String first(Section section) {
        return section.startWhen() == null ? section.id() : section.startWhen().section();
    }

    private static String reference(Form form) {
        return form.code() == null ? "" : form.code();
    }

    private static List<View> header(Document document) {
        List<View> lines = new ArrayList<>();
        if (document.form().record() != null) {
            Map<String, @Nullable Object> record =
                    Answers.of(document.form(), document.answers()).record();
            for (Field field : document.form().record().fields()) {
                Object answer = record.get(field.id());
                String text = answer == null ? "" : field.value(answer).text();
                if (!text.isEmpty()) {
                    lines.add(new View().text("label", field.label()).text("words", text));
                }
            }
        }
        return lines;
    }

    void check(Context request) {
        Document document = Visit.of(request).inDocument();
        Answers answers = Answers.of(document.form(), document.answers());
        SectionRun run = new SectionRun(document);
        List<View> gaps = new ArrayList<>();
        for (Section section : run.shown()) {
            Faults places = new Faults(section.fields(), AnswersToBoxes.of(section.fields(), document.answers()));
            places.add(AnswerCheck.of(document.form(), answers, today()).complete(section));
            String page = "/documents/" + document.id() + "/sections/" + section.id();
            places.summary()
                    .forEach(fault -> gaps.add(new View()
                            .text("message", fault.message())
                            .text("href", run.mayStart(section) ? page + fault.href() : "")));
        }
        List<View> hidden = hidden(document, answers);
        View view = Frame.page("Check your answers", document.title(), Frame.At.FORMS)
                .text("document", "/documents/" + document.id())
                .list("gaps", gaps)
                .number("gapCount", gaps.size())
                .flag("oneGap", gaps.size() == 1)
                .list("hidden", hidden)
                .number("hiddenCount", hidden.size())
                .flag("oneHidden", hidden.size() == 1)
                .value("sections", sections(document, answers));
        Frame.back(view, "/documents/" + document.id(), "Back to all sections");
        pages.show(request, "check", view);
    }

    /** The sections as every template sees them; each also under a name that its fields do not hide, and whether it is open. */
    private Value sections(Document document, Answers answers) {
        Value sections =
                FormValues.of(document.form(), answers, facts(document, true)).member("sections");
        List<Value> named = new ArrayList<>();
        for (Value section : sections instanceof Value.Items items ? items.items() : List.<Value>of()) {
            Map<String, Value> members = new LinkedHashMap<>(((Value.Group) section).members());
            String id = members.getOrDefault("id", Value.Items.NONE).text();
            members.put("section", new Value.Text(id));
            members.put(
                    "open",
                    Value.Flag.of(
                            new SectionRun(document).mayStart(document.form().section(id))));
            members.put("fields", fields(members.getOrDefault("fields", Value.Items.NONE), document.form(), answers));
            named.add(new Value.Group(members));
        }
        return new Value.Items(named);
    }

    /** The fields, each knowing whether somebody has said that there is nothing to list, and whether it can be changed. */
    private static Value fields(Value fields, Form form, Answers answers) {
        List<Value> marked = new ArrayList<>();
        for (Value field : fields instanceof Value.Items items ? items.items() : List.<Value>of()) {
            Map<String, Value> members = new LinkedHashMap<>(((Value.Group) field).members());
            String id = members.getOrDefault("id", Value.Items.NONE).text();
            members.put("none", Value.Flag.of(answers.get(id) instanceof List<?> list && list.isEmpty()));
            members.put(
                    "change",
                    Value.Flag.of(form.field(id).filter(DocumentPages::isTyped).isPresent()));
            marked.add(new Value.Group(members));
        }
        return new Value.Items(marked);
    }

    private static boolean isTyped(Field field) {
        return field.asksPeople() && field.type() != FieldType.PREFILL;
    }

    /** Answers that were given and are not asked for any more. */
    private static List<View> hidden(Document document, Answers answers) {
        Visibility sight = Visibility.of(document.form(), answers);
        return document.form()
                .fields()
                .filter(field -> !sight.shows(field) && field.isAnswered(answers.get(field.id())))
                .map(field -> new View().text("label", field.label()))
                .toList();
    }

    void word(Context request) {
        send(request, MediaType.DOCX);
    }

    void pdf(Context request) {
        send(request, MediaType.PDF);
    }

    /** A document that is not complete comes as a draft, its gaps marked. */
    private void send(Context request, MediaType type) {
        Document document = Visit.of(request).inDocument();
        Answers answers = Answers.of(document.form(), document.answers());
        boolean draft = Finding.anyError(
                AnswerCheck.of(document.form(), answers, today()).complete());
        MadeFile made = rooms.maker()
                .make(document.form(), answers, facts(document, draft), type, draft ? Missing.MARK : Missing.ERROR);
        Downloads.send(request, draft ? "draft-" + made.name() : made.name(), type.mime(), made.bytes());
    }

    void file(Context request) {
        Document document = Visit.of(request).inDocument();
        String hex = request.pathParam("digest");
        if (!hex.matches("[0-9a-f]{64}")) {
            throw Problem.notFound("There is no such file.");
        }
        byte[] bytes = rooms.attachments()
                .read(document.answers(), new Digest(hex))
                .orElseThrow(() -> Problem.notFound("There is no such file."));
        request.header("Content-Security-Policy", "sandbox; default-src 'none'");
        Downloads.send(request, Downloads.nameOf(document.answers(), hex), "application/octet-stream", bytes);
        request.status(HttpStatus.OK);
    }

    private DocumentFacts facts(Document document, boolean draft) {
        int number = document.form().series() == null ? 0 : document.number();
        return new DocumentFacts(number, draft, today());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(rooms.clock().instant(), rooms.clock().getZone());
    }
}
