package quire.forms;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import quire.core.Ordered;
import quire.merge.Shape;
import quire.merge.Value;

/** The lines at the end of a paper on which people sign: one for each signatory, in the order of signing. */
final class Signatures {

    /** When somebody signed online, on the clock of that day; whoever signs by hand has no such time. */
    private static final String TIME = "time";

    /** When a signature that stands no more ended to stand. */
    private static final String SUPERSEDED = "superseded";

    private static final List<String> MEMBERS = List.of("step", "role", "name", "date", TIME, "drawn", SUPERSEDED);
    private static final List<String> TEXTS = List.of("role", "name");

    private static final String TIME_PATTERN = "^([01][0-9]|2[0-3]):[0-5][0-9]$";
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("h:mma", Locale.UK);

    /** Far more than people have the patience for. */
    private static final int MOST_SUPERSEDED = 1_000;

    private Signatures() {}

    /** Checks the signatures that came with the answers. */
    static void check(Form form, Answers answers, Review review) {
        Object given = answers.get(Answers.SIGNATURES);
        if (given == null) {
            return;
        }
        Review inside = review.inside(Answers.SIGNATURES, review.sight());
        if (!(given instanceof List<?> signatures)) {
            inside.wrongKind("a list of signatures");
            return;
        }
        int most = lines(form.signOff().stream()).size();
        long superseded = signatures.stream().filter(Signatures::isSuperseded).count();
        if (signatures.size() - superseded > most || superseded > MOST_SUPERSEDED) {
            inside.wrongKind("a list of at most " + most + " signatures, which is how many the form asks for");
            return;
        }
        for (int i = 0; i < signatures.size(); i++) {
            checkOne(form, signatures.get(i), review.inside(Answers.SIGNATURES + "[" + i + "]", review.sight()));
        }
    }

    private static void checkOne(Form form, @Nullable Object given, Review review) {
        if (!(given instanceof Map<?, ?> signature)) {
            review.wrongKind("an object with “step”, “role” and “name”");
            return;
        }
        Members.checkKeys(signature, MEMBERS, review);
        Members.checkTexts(signature, TEXTS, List.of("role"), review);
        if (signature.get("step") != null && !(signature.get("step") instanceof BigDecimal)) {
            review.wrongKind("an object whose “step” is a number");
        }
        if (signature.get("role") instanceof String) {
            checkLine(form, signature, review);
        }
        for (String day : List.of("date", SUPERSEDED)) {
            if (signature.get(day) != null && Dates.parse(signature.get(day)) == null) {
                review.wrongKind("an object whose “" + day + "” is a real date such as 2026-03-14");
            }
        }
        if (signature.get(TIME) != null && time(signature) == null) {
            review.wrongKind("an object whose “time” is a time of day such as 16:45");
        }
        if (signature.get("drawn") != null
                && !(signature.get("drawn") instanceof String drawn && PictureField.read(drawn, "") != null)) {
            review.wrongKind("an object whose “drawn” is a data: address of a PNG or JPEG picture");
        }
    }

    private static void checkLine(Form form, Map<?, ?> signature, Review review) {
        if (lineOf(lines(form.signOff().stream()), signature) == null) {
            review.wrongKind("a signature of a step and role under “sign_off” of the form");
        } else if (review.complete()
                && !isSuperseded(signature)
                && lineOf(lines(form, review.sight()), signature) == null) {
            review.wrongKind("left out: with these answers nobody signs that step, and the paper has no line for it");
        }
    }

    /**
     * The lines as a template sees them, blank where nobody signed yet; those of a skipped step are not there. Signatures that
     * stand no more come after them.
     */
    static Value.Items values(Form form, Answers answers, Visibility sight) {
        List<?> given = answers.get(Answers.SIGNATURES) instanceof List<?> list ? list : List.of();
        List<Value> values = new ArrayList<>();
        List<Line> lines = lines(form, sight);
        for (Line line : lines) {
            Map<?, ?> signature = given.stream()
                    .filter(Map.class::isInstance)
                    .map(one -> (Map<?, ?>) one)
                    .filter(one -> !isSuperseded(one) && line.equals(lineOf(lines, one)))
                    .findFirst()
                    .orElse(Map.of());
            values.add(value(form, line, signature));
        }
        given.stream()
                .filter(Signatures::isSuperseded)
                .map(one -> superseded(form, (Map<?, ?>) one))
                .forEach(values::add);
        return new Value.Items(values);
    }

    private static boolean isSuperseded(@Nullable Object signature) {
        return signature instanceof Map<?, ?> map && map.get(SUPERSEDED) != null;
    }

    /** What somebody had signed before it was changed: beside the others, and not to be taken for one of them. */
    private static Value superseded(Form form, Map<?, ?> signature) {
        LocalDate day = Dates.parse(signature.get(SUPERSEDED));
        String until = day == null ? "" : " on " + Dates.shown(day).text();
        Line line = new Line(
                signature.get("step") instanceof BigDecimal step ? step.intValue() : 0,
                List.of(Members.text(signature, "role")),
                "Superseded" + until + ": what was signed has changed since, and this signature stands no more.");
        Value.Group shown = (Value.Group) value(form, line, signature);
        Map<String, Value> members = new LinkedHashMap<>(shown.members());
        members.put("role", new Value.Text(role(form, line, signature) + " (superseded)"));
        return new Value.Group(members);
    }

    static Shape shape() {
        Map<String, Shape> members = new LinkedHashMap<>();
        members.put("step", Shape.plain(Shape.Kind.NUMBER));
        members.put("role", Shape.plain(Shape.Kind.TEXT));
        members.put("statement", Shape.plain(Shape.Kind.PROSE));
        members.put("name", Shape.plain(Shape.Kind.TEXT));
        members.put("date", Dates.shape());
        members.put("online", Shape.plain(Shape.Kind.TEXT));
        members.put("drawn", Shape.plain(Shape.Kind.PICTURE).with(Map.of("alt", Shape.plain(Shape.Kind.TEXT))));
        return Shape.list(Shape.group(members));
    }

    static Map<String, @Nullable Object> schema(Form form) {
        List<String> roles = form.signOff().stream()
                .flatMap(step -> step.signers().stream())
                .distinct()
                .toList();
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        properties.put("step", Ordered.of("type", List.of("number", "null")));
        properties.put("role", Ordered.of("enum", roles));
        properties.put("name", Ordered.of("type", List.of("string", "null"), "maxLength", Members.MAX));
        properties.put("date", Ordered.of("anyOf", List.of(Dates.SCHEMA, Ordered.of("type", "null"))));
        properties.put(TIME, Ordered.of("type", List.of("string", "null"), "pattern", TIME_PATTERN));
        properties.put(SUPERSEDED, Ordered.of("anyOf", List.of(Dates.SCHEMA, Ordered.of("type", "null"))));
        properties.put("drawn", Ordered.of("anyOf", List.of(PictureField.SCHEMA, Ordered.of("type", "null"))));
        Map<String, @Nullable Object> signature = new LinkedHashMap<>();
        signature.put("type", "object");
        signature.put("properties", properties);
        signature.put("required", List.of("role"));
        signature.put("additionalProperties", false);
        Map<String, @Nullable Object> schema = new LinkedHashMap<>();
        schema.put("title", "Signatures");
        schema.put("type", List.of("array", "null"));
        schema.put("maxItems", lines(form.signOff().stream()).size() + MOST_SUPERSEDED);
        schema.put("items", signature);
        return schema;
    }

    /** One place to sign: a role, or several of which one signs. */
    private record Line(int step, List<String> roles, String statement) {}

    private static List<Line> lines(Form form, Visibility sight) {
        return lines(form.signOff().stream().filter(sight::shows));
    }

    private static List<Line> lines(Stream<SignOffStep> steps) {
        List<Line> lines = new ArrayList<>();
        steps.forEach(step -> {
            if (step.everyone()) {
                step.signers().forEach(role -> lines.add(new Line(step.step(), List.of(role), step.statement())));
            } else {
                lines.add(new Line(step.step(), step.signers(), step.statement()));
            }
        });
        return lines;
    }

    private static @Nullable Line lineOf(List<Line> lines, Map<?, ?> signature) {
        return lines.stream()
                .filter(line -> line.roles().contains(signature.get("role")))
                .filter(line -> !(signature.get("step") instanceof BigDecimal step)
                        || step.compareTo(BigDecimal.valueOf(line.step())) == 0)
                .findFirst()
                .orElse(null);
    }

    private static Value value(Form form, Line line, Map<?, ?> signature) {
        LocalDate date = Dates.parse(signature.get("date"));
        String name = Members.text(signature, "name");
        Value drawn = PictureField.read(Members.text(signature, "drawn"), "Signature of " + name);
        Map<String, Value> members = new LinkedHashMap<>();
        members.put("step", new Value.Num(BigDecimal.valueOf(line.step())));
        members.put("role", new Value.Text(role(form, line, signature)));
        members.put("statement", new Value.Prose(line.statement()));
        members.put("name", new Value.Text(name));
        members.put("date", date == null ? Dates.blank() : Dates.shown(date));
        members.put("online", new Value.Text(online(time(signature))));
        members.put("drawn", drawn == null ? PictureField.NO_PICTURE : drawn);
        return new Value.Group(members);
    }

    private static String online(@Nullable LocalTime time) {
        return time == null ? "" : "Signed online at " + CLOCK.format(time);
    }

    private static @Nullable LocalTime time(Map<?, ?> signature) {
        return signature.get(TIME) instanceof String time && time.matches(TIME_PATTERN) ? LocalTime.parse(time) : null;
    }

    private static String role(Form form, Line line, Map<?, ?> signature) {
        return signature.get("role") instanceof String signed
                ? form.roleLabel(signed)
                : line.roles().stream().map(form::roleLabel).collect(Collectors.joining(" or "));
    }
}
