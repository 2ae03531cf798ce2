package quire.web.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import quire.core.Json;
import quire.forms.Answers;
import quire.forms.ChoiceField;
import quire.forms.ChoiceList;
import quire.forms.ChoicesField;
import quire.forms.Condition;
import quire.forms.Field;
import quire.forms.FieldType;
import quire.forms.Form;
import quire.forms.PrefillField;
import quire.forms.RepeatField;
import quire.forms.StatementField;
import quire.forms.TextField;
import quire.forms.Visibility;
import quire.portfolio.Carried;
import quire.web.frame.Conditions;
import quire.web.frame.Typed;
import quire.web.frame.Typing;
import quire.web.frame.View;

/** Questions as a page shows them. */
public final class QuestionViews {

    /** Stands for the name of an entry that a browser adds by itself. */
    static final String NEW_ENTRY = "new-entry";

    private final Typed typed;
    private final Typed saved;
    private final Answers answers;
    private final Map<String, String> errors;
    private final Visibility sight;
    private final Conditions conditions;
    private boolean tellsOptional = true;
    private boolean inserts;
    private Map<String, String> carried = Map.of();

    /**
     * @param typed what stands in the boxes
     * @param answers what counts for conditions
     * @param errors messages by the name of the box
     */
    public QuestionViews(Form form, List<Field> fields, Typed typed, Answers answers, Map<String, String> errors) {
        this.typed = typed;
        this.saved = AnswersToBoxes.of(fields, answers.values());
        this.answers = answers;
        this.errors = errors;
        this.sight = Visibility.of(form, answers);
        this.conditions = new Conditions(fields);
    }

    /** Leaves “(optional)” away, for pages on which everything is. */
    public QuestionViews allOptional() {
        tellsOptional = false;
        return this;
    }

    /** Offers, at every long text, what was written before. */
    QuestionViews withInsert(boolean offered) {
        inserts = offered;
        return this;
    }

    /** Says of entries that an earlier paper has handed on where they come from. */
    QuestionViews withCarried(List<Carried> entries) {
        carried = entries.stream()
                .collect(Collectors.toMap(one -> one.field() + "." + one.entry(), Carried::title, (one, other) -> one));
        return this;
    }

    public List<View> of(List<Field> fields) {
        return fields.stream()
                .map(field -> question(field, field.id(), sight, answers.get(field.id())))
                .toList();
    }

    /** @param answer what counts for conditions, and what is shown where nobody types */
    private View question(Field field, String name, Visibility around, @Nullable Object answer) {
        View view = frame(field, name, around);
        view.list("shown", isShown(field) && field.isAnswered(answer) ? List.of(shown(field, answer)) : List.of());
        view.text("value", field.type() == FieldType.PICTURE ? saved.one(name) : typed.one(name));
        view.list("options", options(field, name));
        Typing.of(field).onto(view);
        view.text("day", typed.one(name + ".day"))
                .text("month", typed.one(name + ".month"))
                .text("year", typed.one(name + ".year"));
        view.text("person", typed.one(name + ".name"))
                .text("role", typed.one(name + ".role"))
                .text("registration", typed.one(name + ".registration"));
        view.list("files", field.type() == FieldType.FILES ? files(field, name) : List.of());
        view.flag("picture", field.type() == FieldType.PICTURE && typed.has(name));
        view.prose("words", words(field));
        view.flag("insert", inserts && field.type() == FieldType.LONGTEXT && field.asksPeople());
        repeat(field, name, view);
        return view;
    }

    private View frame(Field field, String name, Visibility around) {
        String id = Typed.id(name);
        String error = errors.getOrDefault(name, "");
        String hint = field.hint() == null ? "" : field.hint();
        Condition condition = field.showIf();
        View view = new View()
                .text("id", id)
                .text("name", name)
                .text("field", field.id())
                .text("kind", field.type().word())
                .text("label", field.label())
                .text("hint", hint)
                .prose("guidance", field.guidance())
                .text("error", error)
                .flag("optional", tellsOptional && isTyped(field) && !field.required())
                .text("described", described(id, hint, error, Typing.of(field).isCounted()))
                .text("condition", condition == null ? "" : Json.write(conditions.data(condition, around)))
                .flag("hidden", !around.shows(field));
        boolean typed = !isShown(field);
        View is = new View();
        for (FieldType type : FieldType.values()) {
            is.flag(type.word(), typed && field.type() == type && !isArea(field));
        }
        is.flag("area", typed && isArea(field));
        is.flag("radios", typed && (field.type() == FieldType.YESNO || field.type() == FieldType.CHOICE));
        return view.group("is", is).flag("filled", field.filledByRecord()).flag("fact", isShown(field));
    }

    /** Whether the answer is only read: the record fills it in, and there is nothing inside it to type. */
    private static boolean isShown(Field field) {
        return field.filledByRecord() && !(field instanceof RepeatField);
    }

    private static View shown(Field field, @Nullable Object answer) {
        View is = new View();
        for (FieldType type : FieldType.values()) {
            is.flag(type.word(), field.type() == type);
        }
        return new View()
                .value("value", answer == null ? field.blank() : field.value(answer))
                .group("is", is);
    }

    private static boolean isArea(Field field) {
        return field instanceof TextField text && text.lines() > 1;
    }

    private static boolean isTyped(Field field) {
        return switch (field.type()) {
            case STATEMENT, PREFILL -> false;
            default -> field.asksPeople();
        };
    }

    private static String described(String id, String hint, String error, boolean counted) {
        List<String> ids = new ArrayList<>();
        if (!hint.isEmpty()) {
            ids.add(id + "-hint");
        }
        if (counted) {
            ids.add(id + "-info");
        }
        if (!error.isEmpty()) {
            ids.add(id + "-error");
        }
        return String.join(" ", ids);
    }

    private List<View> options(Field field, String name) {
        if (field.type() == FieldType.YESNO) {
            ChoiceList yesNo = new ChoiceList(
                    "yesno",
                    null,
                    List.of(new ChoiceList.Item("true", "Yes", null), new ChoiceList.Item("false", "No", null)));
            return options(yesNo, name);
        } else if (field instanceof ChoiceField choice) {
            return options(choice.list(), name);
        }
        return field instanceof ChoicesField choices ? options(choices.list(), name) : List.of();
    }

    private List<View> options(ChoiceList list, String name) {
        List<View> options = new ArrayList<>();
        for (ChoiceList.Item item : list.items()) {
            String id = Typed.id(name) + (options.isEmpty() ? "" : "-" + (options.size() + 1));
            options.add(new View()
                    .text("id", id)
                    .text("value", item.id())
                    .text("label", item.text())
                    .text("hint", item.hint())
                    .flag("checked", typed.all(name).contains(item.id())));
        }
        return options;
    }

    private static @Nullable String words(Field field) {
        if (field instanceof StatementField statement) {
            return statement.text();
        }
        return field instanceof PrefillField prefill ? prefill.text() : null;
    }

    private List<View> files(Field field, String name) {
        List<View> files = new ArrayList<>();
        for (Object file : answers.get(field.id()) instanceof List<?> list ? list : List.of()) {
            if (file instanceof Map<?, ?> map && map.get("sha256") instanceof String digest) {
                files.add(new View()
                        .text("digest", digest)
                        .text("file", map.get("name") instanceof String text ? text : "")
                        .text("description", typed.one(name + "." + digest + ".description"))
                        .text(
                                "descriptionId",
                                Typed.id(name) + "-" + digest.substring(0, Math.min(12, digest.length())))
                        .text("descriptionName", name + "." + digest + ".description"));
            }
        }
        return files;
    }

    private void repeat(Field field, String name, View view) {
        if (!(field instanceof RepeatField repeat)) {
            view.list("entries", List.of())
                    .list("blank", List.of())
                    .flag("fixed", false)
                    .flag("none", false);
            view.flag("offersNone", false)
                    .flag("full", false)
                    .text("add", "")
                    .text("noun", "")
                    .number("most", 0);
            return;
        }
        EntryViews entries = new EntryViews(repeat, name, typed, saved, carried);
        view.list("entries", entries.shown((entry, fields) -> inside(repeat, name, entry, fields)));
        view.list("blank", entries.blank((entry, fields) -> inside(repeat, name, entry, fields)));
        view.flag("fixed", repeat.hasGivenEntries())
                .flag("offersNone", repeat.min() == 0 && !repeat.hasGivenEntries())
                .flag("none", typed.has(name + ".none"))
                .flag("full", entries.full())
                .text("add", entries.addLabel())
                .text("noun", entries.noun())
                .number("most", repeat.max());
    }

    private List<View> inside(RepeatField repeat, String name, String entry, List<Field> fields) {
        Map<String, @Nullable Object> answered = answered(repeat, entry);
        Visibility around = sight.inItem(repeat, answered);
        return fields.stream()
                .map(field -> question(field, Typed.inside(name, entry, field.id()), around, answered.get(field.id())))
                .toList();
    }

    private Map<String, @Nullable Object> answered(RepeatField repeat, String entry) {
        for (Object one : answers.get(repeat.id()) instanceof List<?> list ? list : List.of()) {
            if (one instanceof Map<?, ?> item && entry.equals(item.get(repeat.entryKey()))) {
                return Json.asObject(item);
            }
        }
        return Map.of();
    }
}
