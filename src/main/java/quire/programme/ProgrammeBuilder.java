package quire.programme;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import quire.core.Definition;
import quire.core.Json;
import quire.forms.Form;
import quire.forms.Forms;
import quire.yaml.Part;

/**
 * Makes a programme from its file. It is tolerant: what is missing or of another kind becomes something harmless, because
 * the schema and the rules have complained. Every list has as many entries as the file, so that rules can find the place.
 */
final class ProgrammeBuilder {

    private static final DueRule NO_RULE = new DueRule(Milestone.START, Span.NONE);

    private final Part root;
    private final Forms forms;

    /** @param forms the forms from which papers take their titles */
    ProgrammeBuilder(Part root, Forms forms) {
        this.root = root;
        this.forms = forms;
    }

    Programme programme() {
        return new Programme(
                root.member("programme").text(""),
                root.member("version").whole(1),
                root.member("title").text(""),
                root.member("about").text(),
                basis(),
                list(root.member("settings"), ProgrammeBuilder::setting),
                timeline(),
                support(root.member("support")),
                list(root.member("documents"), this::row),
                list(root.member("further"), this::row),
                list(root.member("gates"), ProgrammeBuilder::gate),
                list(root.member("minimums"), ProgrammeBuilder::minimum),
                list(root.member("checks"), ProgrammeBuilder::check),
                ModerationBuilder.moderation(root),
                new Definition(root.data() instanceof Map<?, ?> map ? Json.asObject(map) : Map.of()));
    }

    static <T> List<T> list(Part parts, Function<Part, T> reader) {
        return parts.entries().stream().map(reader).toList();
    }

    static String text(Part part, String key) {
        return part.member(key).text("");
    }

    static When when(Part part) {
        Map<String, List<String>> allowed = new LinkedHashMap<>();
        part.members()
                .forEach((setting, values) ->
                        allowed.put(setting, values.text() == null ? values.texts() : List.of(values.text(""))));
        return new When(allowed);
    }

    static DueRule rule(Part part) {
        return DueRule.parse(part.text("")).orElse(NO_RULE);
    }

    static @Nullable DueRule optionalRule(Part part) {
        return part.isPresent() ? rule(part) : null;
    }

    static @Nullable Span span(Part part) {
        return Span.parse(part.text("")).orElse(null);
    }

    /** The member of an enum that a word names. */
    static <T extends Enum<T>> T word(Class<T> kind, Part part, T otherwise) {
        String name = part.text("").toUpperCase(Locale.ROOT).replace('-', '_');
        for (T one : kind.getEnumConstants()) {
            if (one.name().equals(name)) {
                return one;
            }
        }
        return otherwise;
    }

    private Basis basis() {
        return new Basis(
                text(root, "record"),
                text(root, "route"),
                root.member("standards").texts(),
                texts(root.member("roles")),
                texts(root.member("sources")));
    }

    private static Map<String, String> texts(Part part) {
        Map<String, String> texts = new LinkedHashMap<>();
        part.members().forEach((key, text) -> texts.put(key, text.text("")));
        return texts;
    }

    private static Setting setting(Part part) {
        return new Setting(
                text(part, "id"),
                text(part, "question"),
                word(Setting.DecidedBy.class, part.member("decided_by"), Setting.DecidedBy.PROGRAMME),
                text(part, "default"),
                list(part.member("values"), value -> new Setting.Value(text(value, "id"), text(value, "text"))),
                text(part, "source"));
    }

    private Timeline timeline() {
        Set<LocalDate> holidays = root.member("holidays").texts().stream()
                .map(ProgrammeBuilder::day)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return new Timeline(
                list(root.member("milestones"), ProgrammeBuilder::milestone),
                list(root.member("stages"), ProgrammeBuilder::stage),
                new WorkingDays(holidays));
    }

    /** A day of the calendar; null if there is no such day. */
    static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static Milestone milestone(Part part) {
        return new Milestone(
                text(part, "id"),
                text(part, "title"),
                part.member("hint").text(),
                target(part.member("target")),
                list(
                        part.member("attend"),
                        one -> new Milestone.Attendee(one.text(text(one, "role")), when(one.member("when")))),
                text(part, "source"));
    }

    private static @Nullable Target target(Part part) {
        if (part.text() != null) {
            return Target.always(rule(part));
        }
        Map<String, DueRule> rules = new LinkedHashMap<>();
        part.member("rules").members().forEach((value, rule) -> rules.put(value, rule(rule)));
        return part.isPresent() ? new Target(text(part, "setting"), rules) : null;
    }

    private static Stage stage(Part part) {
        Part handIn = part.member("hand_in");
        return new Stage(
                text(part, "id"),
                text(part, "title"),
                rule(part.member("from")),
                rule(part.member("until")),
                handIn.isPresent()
                        ? new Stage.HandIn(
                                rule(handIn.member("due")), text(handIn, "to"), span(handIn.member("feedback_within")))
                        : null,
                text(part, "source"));
    }

    private Support support(Part part) {
        Part training = root.member("training").member("sessions");
        return new Support(
                list(
                        part.member("supervision"),
                        one -> new Support.Supervision(
                                rule(one.member("from")),
                                rule(one.member("until")),
                                Objects.requireNonNullElse(span(one.member("every")), Span.NONE))),
                span(part.member("reflective_groups").member("every")),
                part.member("caseload_percent").whole(),
                part.member("protected_days_each_week").number(),
                list(training, ProgrammeBuilder::session));
    }

    private static Support.Session session(Part part) {
        return new Support.Session(
                text(part, "id"),
                text(part, "title"),
                word(Support.Session.Length.class, part.member("length"), Support.Session.Length.HOUR),
                when(part.member("when")));
    }

    private Row row(Part part) {
        boolean further = part.member("occasion").isPresent();
        FormPin pin = pin(part);
        int number = part.member("number").whole(0);
        Part orForm = part.member("or_form");
        return new Row(
                text(part, "id"),
                part.member("code").text(),
                pin,
                orForm.isPresent() ? pin(orForm) : null,
                number,
                part.member("stage").text(),
                part.member("title").text(title(pin, number)),
                part.member("occasion").text(),
                part.member("responsible").texts(),
                list(part.member("signatures"), ProgrammeBuilder::signatory),
                optionalRule(part.member("draft")),
                optionalRule(part.member("due")),
                word(Row.Pack.class, part.member("pack"), further ? Row.Pack.NONE : Row.Pack.WHOLE),
                part.member("more").truth(),
                part.member("optional").truth(),
                FillBuilder.fills(part.member("fills")),
                when(part.member("when")),
                text(part, "source"));
    }

    static FormPin pin(Part part) {
        return new FormPin(text(part, "form"), part.member("form_version").whole(1));
    }

    private String title(FormPin pin, int number) {
        Form form = forms.find(pin.toString()).orElse(null);
        return form == null ? pin.form() : form.titleOf(number);
    }

    private static Signatory signatory(Part part) {
        return new Signatory(part.text() == null ? part.member("any").texts() : List.of(part.text("")));
    }

    private static Map<String, Object> values(Part part) {
        Map<String, Object> values = new LinkedHashMap<>();
        part.members().forEach((key, value) -> values.put(key, Objects.requireNonNullElse(value.data(), "")));
        return values;
    }

    private static Gate gate(Part part) {
        return new Gate(
                text(part, "opens"),
                part.member("signed").texts(),
                part.member("whole_pack").truth(),
                text(part, "source"));
    }

    private static Minimum minimum(Part part) {
        return new Minimum(
                text(part, "id"),
                text(part, "title"),
                part.member("count").whole(1),
                part.member("forms").texts(),
                part.member("entries").text(),
                part.member("in_each").texts(),
                counts(part.member("so_far")),
                list(part.member("among"), ProgrammeBuilder::among),
                when(part.member("when")),
                text(part, "source"));
    }

    private static Map<String, Integer> counts(Part part) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        part.members().forEach((stage, count) -> counts.put(stage, count.whole(0)));
        return counts;
    }

    private static Minimum.Among among(Part part) {
        Map.Entry<String, Object> where =
                values(part.member("where")).entrySet().stream().findFirst().orElse(Map.entry("", ""));
        return new Minimum.Among(part.member("count").whole(1), where.getKey(), where.getValue(), text(part, "text"));
    }

    private static QualityCheck check(Part part) {
        return new QualityCheck(
                text(part, "id"),
                text(part, "title"),
                text(part, "looks"),
                part.member("by").texts(),
                part.member("stages").texts(),
                rule(part.member("due")),
                span(part.member("feedback_within")),
                part.member("paper").text(),
                when(part.member("when")),
                text(part, "source"));
    }
}
