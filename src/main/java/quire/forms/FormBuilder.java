package quire.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quire.core.Definition;
import quire.core.Json;
import quire.yaml.Part;

/**
 * Makes the records of a form from its file. Tolerant: what is missing or of a wrong kind is filled with something
 * harmless, so that the rules can look at the rest and everything is found at once.
 */
final class FormBuilder {

    private final Part root;
    private final Map<String, ChoiceList> lists;
    private final Set<String> roles;

    /** @param standards what lists may take their items from, by id */
    FormBuilder(Part root, Map<String, Standard> standards) {
        this.root = root;
        this.lists = ChoiceLists.read(root.member("lists"), standards);
        this.roles = root.member("roles").members().keySet();
    }

    /** @param record the header block that the form names, if it names one and it is there */
    Form form(@Nullable RecordBlock record, Map<String, @Nullable Object> definition) {
        return new Form(
                root.member("form").text(""),
                root.member("version").whole(1),
                root.member("title").text(""),
                root.member("code").text(),
                root.member("reference").text(),
                root.member("about").text(),
                series(root.member("series")),
                record,
                new PrintFiles(
                        root.member("print").member("docx").text(),
                        root.member("print").member("pdf").text()),
                roles(),
                lists,
                root.member("sections").entries().stream().map(this::section).toList(),
                root.member("sign_off").entries().stream().map(this::step).toList(),
                new Definition(definition));
    }

    RecordBlock record() {
        return new RecordBlock(
                root.member("record").text(""),
                root.member("title").text(""),
                fields(root.member("fields")),
                root.member("foot").text());
    }

    private static @Nullable Series series(Part part) {
        String label = part.member("label").text();
        return label == null ? null : new Series(part.member("min").whole(), label);
    }

    private Map<String, Role> roles() {
        Map<String, Role> byId = new LinkedHashMap<>();
        root.member("roles").members().forEach((id, part) -> {
            String from = part.member("from").text("portfolio");
            byId.put(
                    id,
                    new Role(
                            id,
                            part.member("label").text(inWords(id)),
                            switch (from) {
                                case "invite" -> Role.Source.INVITE;
                                case "panel" -> Role.Source.PANEL;
                                default -> Role.Source.PORTFOLIO;
                            },
                            part.member("account").text("").equals("optional"),
                            part.member("expires_days").whole()));
        });
        return byId;
    }

    private static String inWords(String id) {
        String words = id.replace('_', ' ');
        return words.isEmpty() ? "" : words.substring(0, 1).toUpperCase(java.util.Locale.UK) + words.substring(1);
    }

    private Section section(Part part) {
        String owner = part.member("owner").text("");
        Set<String> visibleTo = new LinkedHashSet<>(
                part.member("visible_to").isPresent()
                        ? part.member("visible_to").texts()
                        : roles);
        if (!owner.isEmpty()) {
            visibleTo.add(owner);
        }
        Map<String, Section.Release> releaseTo = new LinkedHashMap<>();
        part.member("release_to").members().forEach((role, how) -> releaseTo.put(role, release(how)));
        String after = part.member("start_when").member("section").text();
        return new Section(
                part.member("id").text(""),
                part.member("title").text(""),
                part.member("intro").text(),
                Nature.of(part.member("nature").text(root.member("nature").text(""))),
                owner,
                List.copyOf(visibleTo),
                releaseTo,
                after == null
                        ? null
                        : new Section.StartWhen(
                                after,
                                part.member("start_when").member("is").text("").equals("signed")),
                part.member("comments").texts(),
                Conditions.read(part.member("show_if")),
                fields(part.member("fields")));
    }

    private static Section.Release release(Part part) {
        String by = part.member("by").text();
        if (by != null) {
            return new Section.Release(Section.Release.Moment.BY_ROLE, by);
        }
        return new Section.Release(
                part.text("").equals("on_document_signed")
                        ? Section.Release.Moment.ON_DOCUMENT_SIGNED
                        : Section.Release.Moment.ON_SIGN,
                null);
    }

    private List<Field> fields(Part fields) {
        return fields.entries().stream()
                .map(this::field)
                .filter(Objects::nonNull)
                .toList();
    }

    private @Nullable Field field(Part part) {
        Map<String, String> messages = new LinkedHashMap<>();
        part.member("error").members().forEach((rule, message) -> messages.put(rule, message.text("")));
        Question question = new Question(
                part.member("id").text(""),
                part.member("label").text(""),
                part.member("hint").text(),
                part.member("guidance").text(),
                part.member("required").truth(),
                Conditions.read(part.member("show_if")),
                part.member("recorded_for").truth(),
                part.member("filled_by").isPresent(),
                messages);
        return FieldType.find(part.member("type").text(""))
                .map(type -> type.read(question, new FieldSource(part, lists, roles, this::fields)))
                .orElse(null);
    }

    private SignOffStep step(Part part) {
        Part by = part.member("by");
        List<String> signers = new ArrayList<>(by.member("all").texts());
        signers.addAll(by.member("any").texts());
        return new SignOffStep(
                part.member("step").whole(0),
                signers,
                by.member("all").isPresent(),
                part.member("covers").texts(),
                part.member("statement").text(""),
                part.member("reauth").truth(),
                part.member("locks").text("").equals("document"),
                Conditions.read(part.member("show_if")));
    }

    /** The whole file as the definition to publish, with what it names in place of the names. */
    static Map<String, @Nullable Object> definition(Part root, @Nullable RecordFile record, Beside beside) {
        Map<String, @Nullable Object> definition =
                new LinkedHashMap<>(root.data() instanceof Map<?, ?> map ? Json.asObject(map) : Map.of());
        if (record != null) {
            definition.put("record", record.definition());
        }
        if (definition.get("lists") instanceof Map<?, ?> lists) {
            definition.put("lists", ChoiceLists.definition(Json.asObject(lists), beside.standards()));
        }
        return definition;
    }
}
