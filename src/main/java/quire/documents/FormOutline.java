package quire.documents;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quire.forms.Condition;
import quire.forms.Field;
import quire.forms.Form;
import quire.forms.PersonField;
import quire.forms.RepeatField;
import quire.forms.Section;
import quire.merge.Key;
import quire.merge.Outline;
import quire.merge.Outline.Question;
import quire.merge.Shape;

/** What a form holds, told in the words of templates, so that a starter template can be laid out for it. */
final class FormOutline {

    private FormOutline() {}

    static Outline of(Form form) {
        List<Question> heading = new ArrayList<>();
        Key logo = null;
        if (form.record() != null) {
            for (Field field : form.record().fields()) {
                Question question = question("record." + field.id(), field);
                if (question.kind() == Shape.Kind.PICTURE) {
                    logo = question.key();
                } else {
                    heading.add(question);
                }
            }
        }
        return new Outline(
                form.title(),
                text(form.about()),
                logo,
                heading,
                form.sections().stream().map(FormOutline::section).toList(),
                !form.signOff().isEmpty());
    }

    private static Outline.Section section(Section section) {
        return new Outline.Section(
                section.title(),
                text(section.intro()),
                shownBy(section.showIf()),
                section.fields().stream()
                        .map(field -> question(field.id(), field))
                        .toList());
    }

    /** A part that hangs on one answer can hang on the same key in a template. */
    private static @Nullable Key shownBy(@Nullable Condition condition) {
        if (condition instanceof Condition.Test test && test.operator() == Condition.Operator.IS) {
            Object operand = test.operand();
            String key = test.looksAtRecord() ? "record." + test.field() : test.field();
            if (operand instanceof Boolean yes) {
                return Key.parse(key + (yes ? "" : ".is.no"));
            } else if (operand instanceof String choice) {
                return Key.parse(key + ".is." + choice);
            }
        }
        return null;
    }

    private static Question question(String key, Field field) {
        Shape shape = field.shape();
        boolean optional = field.showIf() != null;
        Question question = Question.of(key, field.label(), shape.kind())
                .hint(text(field.hint()))
                .optional(optional)
                .offering(shape.choices());
        if (field instanceof RepeatField repeat) {
            return question.holding(columns(repeat)).asCards(repeat.layout() == RepeatField.Layout.CARDS);
        }
        if (field instanceof PersonField) {
            return Question.of(key, field.label(), Shape.Kind.GROUP)
                    .hint(text(field.hint()))
                    .optional(optional)
                    .holding(members(shape));
        }
        return shape.item() == null ? question : question.holding(parts(shape.item()));
    }

    private static List<Question> columns(RepeatField repeat) {
        List<Question> columns = new ArrayList<>();
        if (repeat.hasFixedRows()) {
            columns.add(Question.of("row", repeat.label(), Shape.Kind.TEXT));
        }
        repeat.items().forEach(item -> columns.add(question(item.id(), item)));
        return columns;
    }

    private static List<Question> members(Shape person) {
        return person.members().entrySet().stream()
                .map(member -> Question.of(
                        member.getKey(), member.getKey(), member.getValue().kind()))
                .toList();
    }

    /** The members of what repeats without fields of its own, such as files. */
    private static List<Question> parts(Shape item) {
        List<Question> parts = new ArrayList<>();
        item.members().forEach((name, shape) -> {
            if (name.equals("name") || name.equals("description")) {
                parts.add(Question.of(name, name.equals("name") ? "File" : "Description", shape.kind()));
            }
        });
        return parts;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
