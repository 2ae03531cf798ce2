package quire.programme;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import quire.core.Finding;
import quire.forms.AnswerCheck;
import quire.forms.Answers;
import quire.forms.Field;
import quire.forms.Filling;
import quire.forms.Form;
import quire.forms.RepeatField;
import quire.yaml.Part;

/** What a paper is filled in with has a place in its form, and comes from something that the programme has. */
final class FillRules {

    private final Draft draft;
    private final Draft.Paper paper;
    private final Form form;

    private FillRules(Draft draft, Draft.Paper paper, Form form) {
        this.draft = draft;
        this.paper = paper;
        this.form = form;
    }

    /** @param form one of the forms that the paper may be written on */
    static void check(Draft draft, Draft.Paper paper, Form form) {
        FillRules rules = new FillRules(draft, paper, form);
        paper.part().member("fills").members().forEach(rules::check);
    }

    private void check(String id, Part value) {
        Field field =
                form.everyField().filter(one -> one.id().equals(id)).findFirst().orElse(null);
        if (field == null) {
            new Known(
                            "field",
                            " in the form “" + form.id() + "”",
                            form.everyField().map(Field::id).toList())
                    .check(value, id);
        } else if (form.field(id).isEmpty()) {
            value.fault(
                    "fills",
                    "The field “" + id + "” of the form “" + form.id()
                            + "” stands in a repeat, where a programme fills in nothing. Take it out.");
        } else if (!Filling.in(field)) {
            value.fault(
                    "fills",
                    "People fill in the field “" + id + "” of the form “" + form.id()
                            + "”. A programme fills in only what has “filled_by: record”.");
        } else if (FillBuilder.isDrawn(value)) {
            checkSources(field, value);
        } else if (field instanceof RepeatField) {
            value.fault(
                    "fills",
                    "The field “" + id + "” of the form “" + form.id()
                            + "” is a table. Say with “from” and “as” where its answers come from.");
        } else {
            checkAnswer(id, value);
        }
    }

    private void checkSources(Field field, Part value) {
        List<Part> sources = FillBuilder.sources(value);
        if (sources.size() > 1 && !(field instanceof RepeatField)) {
            value.fault(
                    "fills",
                    "The field “" + field.id() + "” of the form “" + form.id()
                            + "” is no table, so its answer comes from one source. Take the others out.");
        }
        for (Part source : sources) {
            new SourceRules(draft, paper.row(), form, field).check(source);
        }
    }

    private void checkAnswer(String id, Part value) {
        Answers answers = Answers.of(form, Map.of(id, value.data() == null ? "" : value.data()));
        List<Finding> wrong = AnswerCheck.of(form, answers, LocalDate.EPOCH).draft();
        wrong.stream()
                .findFirst()
                .ifPresent(finding -> value.fault(
                        "fills",
                        "The field “" + id + "” of the form “" + form.id() + "” does not take “" + value.data()
                                + "”. It would say: “" + finding.message() + "”."));
    }
}
