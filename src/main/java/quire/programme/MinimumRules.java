package quire.programme;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import quire.forms.ChoiceField;
import quire.forms.Field;
import quire.forms.Form;
import quire.forms.RepeatField;
import quire.forms.YesNoField;
import quire.yaml.Part;

/** Every minimum can be met with the papers of the checklist, however the settings are decided. */
final class MinimumRules {

    private final Draft draft;

    private MinimumRules(Draft draft) {
        this.draft = draft;
    }

    static void check(Draft draft) {
        MinimumRules rules = new MinimumRules(draft);
        List<Minimum> minimums = draft.programme().minimums();
        for (int i = 0; i < minimums.size(); i++) {
            rules.check(draft.root().member("minimums").entry(i), minimums.get(i));
        }
    }

    private void check(Part part, Minimum minimum) {
        for (Form form : forms(minimum)) {
            checkEntries(part.member("entries"), form, minimum);
            List<Part> among = part.member("among").entries();
            for (int i = 0; i < among.size(); i++) {
                checkAmong(among.get(i), form, minimum, minimum.among().get(i));
            }
        }
        for (Draft.Variation variation : draft.variations()) {
            String shortfall = minimum.when().holds(variation.choices()) ? shortfall(minimum, variation) : null;
            if (shortfall != null) {
                part.member("count").fault("minimum", shortfall);
                return;
            }
        }
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

    private static void checkAmong(Part part, Form form, Minimum minimum, Minimum.Among among) {
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
    private @Nullable String shortfall(Minimum minimum, Draft.Variation variation) {
        int least = minimum.among().stream().mapToInt(Minimum.Among::count).reduce(minimum.count(), Math::max);
        DocumentPlan plan = draft.programme().plan(variation.choices());
        if (minimum.inEach().isEmpty()) {
            int most = most(minimum, plan.rows());
            return most >= least ? null : sentence(minimum, least, most, variation.words());
        }
        for (String stage : minimum.inEach()) {
            int most = most(minimum, plan.ofStage(stage));
            if (most < least) {
                return sentence(minimum, least, most, " in the stage “" + stage + "”" + variation.words());
            }
        }
        return null;
    }

    private static String sentence(Minimum minimum, int least, int most, String where) {
        return "The minimum “" + minimum.id() + "” asks for " + least + ", but the papers of "
                + String.join(", ", minimum.forms()) + " can give only " + most + where + ".";
    }

    /** As many as some rows can give. */
    private int most(Minimum minimum, List<Row> rows) {
        int most = 0;
        for (Row row : rows) {
            for (FormPin pin : row.forms()) {
                Form form = minimum.forms().contains(pin.form())
                        ? draft.forms().find(pin.toString()).orElse(null)
                        : null;
                if (form != null) {
                    most += worth(minimum, form);
                    break; // one row is one paper, whichever form it is written on
                }
            }
        }
        return most;
    }

    private static int worth(Minimum minimum, Form form) {
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
