package quire.programme;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.forms.ChoiceField;
import quire.forms.DateField;
import quire.forms.Field;
import quire.forms.FieldType;
import quire.forms.Form;
import quire.forms.Nature;
import quire.forms.RepeatField;
import quire.forms.Section;
import quire.yaml.Part;

/**
 * A fact is known of what it is asked of, and its field can hold it.
 *
 * @param row the paper that is filled in
 * @param form the form that it is written on
 * @param source where the fact comes from
 */
record FactRules(Draft draft, Row row, Form form, FillSource source) {

    private static final Map<FillSource.Kind, List<FieldType>> HELD_BY = Map.of(
            FillSource.Kind.TEXT, List.of(FieldType.TEXT, FieldType.LONGTEXT),
            FillSource.Kind.NUMBER, List.of(FieldType.NUMBER),
            FillSource.Kind.DATE, List.of(FieldType.DATE),
            FillSource.Kind.TRUTH, List.of(FieldType.YESNO),
            FillSource.Kind.WORD, List.of(FieldType.TEXT, FieldType.CHOICE),
            FillSource.Kind.PERSON, List.of(FieldType.PERSON));

    /** The states of a paper, each a word of its own. */
    static final List<String> STATES = List.of("not_started", "in_progress", "to_sign", "complete");

    /**
     * @param part where the fact is named
     * @param say where its words are put into others
     * @param take the fact
     * @param field where it goes
     */
    void check(Part part, Part say, FillSource.@Nullable Take take, Field field) {
        if (take == null) {
            return;
        }
        if (source.from() == FillSource.From.ANSWERS) {
            checkAnswer(part, take.fact(), field);
            return;
        }
        FillSource.Kind kind = source.from().facts().get(take.fact());
        if (kind == null) {
            new Known(
                            "fact",
                            " of " + source.from().name().toLowerCase(Locale.ROOT),
                            source.from().facts().keySet().stream().sorted().toList())
                    .check(part, take.fact());
            return;
        }
        if (!HELD_BY.getOrDefault(kind, List.of()).contains(field.type())) {
            mismatch(part, take.fact(), field);
        } else if (field instanceof ChoiceField choice) {
            checkWords(part, say, take, choice);
        }
        checkSaid(say, take, kind);
        checkNow(part, take);
        checkOwn(part, take);
    }

    /** A paper counts the entries of one of its tables, or the days between two of its dates. */
    private void checkOwn(Part part, FillSource.Take take) {
        if (source.from() != FillSource.From.OWN) {
            return;
        }
        List<Field> named =
                source.of().stream().flatMap(id -> form.field(id).stream()).toList();
        boolean days = take.fact().equals("days_between");
        boolean right = days
                ? named.size() == 2 && named.stream().allMatch(DateField.class::isInstance)
                : named.size() == 1 && named.get(0) instanceof RepeatField;
        if (!right && named.size() == source.of().size()) {
            part.fault(
                    "fills",
                    "“" + take.fact() + "” is known of " + (days ? "two dates" : "one table")
                            + " of the paper itself. Name " + (days ? "them" : "it") + " with “of”.");
        }
        String without = source.without();
        if (without != null && named.size() == 1 && named.get(0) instanceof RepeatField table) {
            new Known(
                            "column",
                            " in the field “" + table.id() + "”",
                            table.items().stream().map(Field::id).toList())
                    .check(part, without);
        }
    }

    private static void mismatch(Part part, String fact, Field field) {
        part.fault(
                "fills",
                "The field “" + field.id() + "” is of the type "
                        + field.type().name().toLowerCase(Locale.ROOT) + ", which does not hold the fact “"
                        + fact + "”.");
    }

    private static void checkWords(Part part, Part say, FillSource.Take take, ChoiceField choice) {
        if (take.say().isEmpty()) {
            part.fault(
                    "fills",
                    "The field “" + choice.id() + "” is a choice. Say with “take” and “say” which of its answers each "
                            + take.fact() + " is.");
        }
        Known answers = new Known(
                "choice", " in the field “" + choice.id() + "”", choice.list().ids());
        say.members().values().forEach(answers::check);
    }

    private void checkSaid(Part say, FillSource.Take take, FillSource.Kind kind) {
        if (say.isPresent() && kind != FillSource.Kind.WORD) {
            say.fault("fills", "“say” puts words into others, and “" + take.fact() + "” is none. Take it out.");
        } else {
            Known words = take.fact().equals("state")
                    ? new Known("state", " of a paper", STATES)
                    : Known.ofProgramme("stage", draft.ids("stages"));
            say.members().forEach((word, said) -> words.check(said, word));
        }
    }

    /** What is needed by now can be said only of a moment, and only where the minimum says it. */
    private void checkNow(Part part, FillSource.Take take) {
        if (!take.fact().endsWith("_by_now")) {
            return;
        }
        if (source.by() == null && row.stage() == null) {
            part.fault(
                    "fills",
                    "The paper “" + row.id() + "” belongs to no stage. Say with “by” at the end of which stage so much"
                            + " is needed.");
        }
        draft.programme().minimums().stream()
                .filter(minimum -> minimum.soFar().isEmpty() && minimum.inEach().isEmpty())
                .filter(minimum -> source.of().contains(minimum.id())
                        || source.rows().values().stream().anyMatch(things -> things.contains(minimum.id()))
                        || (source.of().isEmpty() && source.rows().isEmpty()))
                .forEach(minimum -> part.fault(
                        "fills",
                        "The minimum “" + minimum.id() + "” does not say how much there must be before the end of the"
                                + " year. Say so with “so_far”."));
    }

    private void checkAnswer(Part part, String asked, Field field) {
        draft.papers().stream()
                .map(Draft.Paper::row)
                .filter(other -> source.of().contains(other.id()))
                .flatMap(other -> other.forms().stream())
                .flatMap(pin -> draft.forms().find(pin.toString()).stream())
                .forEach(other -> checkAnswer(part, asked, field, other));
    }

    private static void checkAnswer(Part part, String asked, Field field, Form other) {
        Section section = other.sections().stream()
                .filter(one ->
                        one.fields().stream().anyMatch(answer -> answer.id().equals(asked)))
                .findFirst()
                .orElse(null);
        if (section == null) {
            new Known(
                            "field",
                            " in the form “" + other.id() + "”",
                            other.fields().map(Field::id).toList())
                    .check(part, asked);
        } else if (!section.visibleTo().containsAll(other.roles().keySet()) || section.nature() != Nature.ORDINARY) {
            part.fault(
                    "fills",
                    "Not everybody may read the section “" + section.id() + "” of the form “" + other.id()
                            + "”, so no other paper is filled in from it.");
        } else if (other.field(asked).orElseThrow().type() != field.type()) {
            mismatch(part, asked, field);
        }
    }
}
