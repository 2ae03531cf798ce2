package quire.programme;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import quire.forms.ChoiceField;
import quire.forms.Field;
import quire.forms.Form;
import quire.forms.RepeatField;
import quire.forms.YesNoField;
import quire.yaml.Part;

/** Every minimum can be met with the papers of the programme, however the settings are decided. */
final class MinimumRules {

    private final Draft draft;
    private final List<Draft.Variation> variations;

    /** A paper and how much of something it gives, whichever of its forms it is written on. */
    private record Supply(Row row, int most) {}

    private MinimumRules(Draft draft) {
        this.draft = draft;
        this.variations = draft.variations();
    }

    static void check(Draft draft) {
        MinimumRules rules = new MinimumRules(draft);
        List<Minimum> minimums = draft.programme().minimums();
        for (int i = 0; i < minimums.size(); i++) {
            rules.check(draft.root().member("minimums").entry(i), minimums.get(i));
        }
    }

    private void check(Part part, Minimum minimum) {
        List<Form> forms = forms(minimum);
        for (Form form : forms) {
            checkEntries(part.member("entries"), form, minimum);
            List<Part> among = part.member("among").entries();
            for (int i = 0; i < among.size(); i++) {
                checkAmong(among.get(i), form, minimum, minimum.among().get(i));
            }
        }
        if (minimum.entries() == null || forms.stream().allMatch(form -> repeat(form, minimum) != null)) {
            checkEnough(part.member("count"), minimum);
        }
    }

    private void checkEnough(Part count, Minimum minimum) {
        List<Supply> supplies = draft.papers().stream()
                .map(paper -> new Supply(paper.row(), most(minimum, paper.row())))
                .filter(supply -> supply.most() > 0)
                .toList();
        variations.stream()
                .filter(variation -> minimum.when().holds(variation.choices()))
                .map(variation -> shortfall(minimum, supplies, variation))
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(shortfall -> count.fault("minimum", shortfall));
    }

    private static void checkEntries(Part entries, Form form, Minimum minimum) {
        if (minimum.entries() != null && repeat(form, minimum) == null) {
            new Known(
                            "repeat",
                            " in the form “" + form.id() + "”",
                            form.fields()
                                    .filter(RepeatField.class::isInstance)
                                    .map(Field::id)
                                    .toList())
                    .check(entries);
        }
    }

    /** @param part has the question under “where” */
    static void checkAmong(Part part, Form form, Minimum minimum, Minimum.Among among) {
        RepeatField repeat = repeat(form, minimum);
        if (minimum.entries() != null && repeat == null) {
            return; // told already
        }
        List<Field> fields = repeat == null ? form.fields().toList() : repeat.items();
        Part answer = part.member("where").member(among.field());
        Field field = fields.stream()
                .filter(one -> one.id().equals(among.field()))
                .findFirst()
                .orElse(null);
        if (field == null) {
            new Known(
                            "field",
                            " in the form “" + form.id() + "”",
                            fields.stream().map(Field::id).toList())
                    .check(answer, among.field());
        } else if (field instanceof ChoiceField choice) {
            new Known(
                            "choice",
                            " in the field “" + field.id() + "” of the form “" + form.id() + "”",
                            choice.list().ids())
                    .check(answer, Objects.toString(among.answer()));
        } else if (!(field instanceof YesNoField) || !(among.answer() instanceof Boolean)) {
            answer.fault(
                    "where",
                    "“where” asks the field “" + field.id() + "” of the form “" + form.id() + "” for “"
                            + among.answer() + "”. Name a choice with one of its items, or a yes-or-no with true or "
                            + "false.");
        }
    }

    /** Why there cannot be enough; null if there can. */
    private @Nullable String shortfall(Minimum minimum, List<Supply> supplies, Draft.Variation variation) {
        List<Supply> at = supplies.stream()
                .filter(supply -> supply.row().when().holds(variation.choices()))
                .toList();
        if (minimum.inEach().isEmpty()) {
            return shortfall(minimum, at.stream(), variation.words());
        }
        return minimum.inEach().stream()
                .filter(draft.ids("stages")::contains)
                .map(stage -> shortfall(
                        minimum,
                        at.stream().filter(supply -> stage.equals(supply.row().stage())),
                        " in the stage “" + stage + "”" + variation.words()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String shortfall(Minimum minimum, Stream<Supply> supplies, String where) {
        int least = least(minimum);
        int most = supplies.mapToInt(Supply::most).sum();
        return most >= least
                ? null
                : "The minimum “" + minimum.id() + "” asks for " + least + ", but the papers of "
                        + String.join(", ", minimum.forms()) + " can give only " + most + where + ".";
    }

    /** As few as there can be: of one field nothing has two answers, so those of each answer add up. */
    private static int least(Minimum minimum) {
        return minimum.among().stream()
                .collect(Collectors.groupingBy(Minimum.Among::field, Collectors.summingInt(Minimum.Among::count)))
                .values()
                .stream()
                .reduce(minimum.count(), Math::max);
    }

    private int most(Minimum minimum, Row row) {
        return row.forms().stream()
                .filter(pin -> minimum.forms().contains(pin.form()))
                .flatMap(pin -> draft.forms().find(pin.toString()).stream())
                .mapToInt(form -> most(minimum, form))
                .max()
                .orElse(0);
    }

    private static int most(Minimum minimum, Form form) {
        RepeatField repeat = repeat(form, minimum);
        return minimum.entries() == null ? 1 : repeat == null ? 0 : repeat.max();
    }

    private static @Nullable RepeatField repeat(Form form, Minimum minimum) {
        return form.field(Objects.requireNonNullElse(minimum.entries(), "")).orElse(null) instanceof RepeatField repeat
                ? repeat
                : null;
    }

    /** The versions of the forms that count, as the papers of the programme use them. */
    private List<Form> forms(Minimum minimum) {
        List<Form> forms = new ArrayList<>();
        draft.papers().stream()
                .flatMap(paper -> paper.row().forms().stream())
                .filter(pin -> minimum.forms().contains(pin.form()))
                .distinct()
                .forEach(pin -> draft.forms().find(pin.toString()).ifPresent(forms::add));
        return forms;
    }
}
