package quire.documents;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import quire.core.Ordered;
import quire.forms.Answers;
import quire.forms.Field;
import quire.forms.FieldType;
import quire.forms.Form;
import quire.forms.LongTextField;
import quire.forms.PersonField;
import quire.forms.PrefillField;
import quire.forms.RepeatField;
import quire.forms.TextField;
import quire.portfolio.Signature;
import quire.portfolio.SignedPaper;

/**
 * The answers of a signed paper, reworded: texts say the same of people without names, and pictures and files, into which nobody
 * can look, are left out.
 */
final class RewordedAnswers {

    private final Form form;
    private final Rewording rewording;

    private RewordedAnswers(Form form, Rewording rewording) {
        this.form = form;
        this.rewording = rewording;
    }

    static Map<String, @Nullable Object> of(SignedPaper paper, Rewording rewording) {
        return new RewordedAnswers(paper.form(), rewording).reworded(paper.answers());
    }

    /** Those that stood, by role and day alone. */
    static List<Signature> signatures(List<Signature> standing, Rewording rewording) {
        return standing.stream()
                .map(one -> new Signature(
                        one.id(),
                        one.document(),
                        one.number(),
                        one.place(),
                        one.step(),
                        one.role(),
                        "",
                        null,
                        rewording.signer(one),
                        one.at(),
                        one.proof(),
                        one.digest(),
                        null))
                .toList();
    }

    private Map<String, @Nullable Object> reworded(Map<String, @Nullable Object> answers) {
        Map<String, @Nullable Object> reworded = new LinkedHashMap<>();
        form.sections().stream()
                .flatMap(section -> section.fields().stream())
                .forEach(field -> put(field, answers.get(field.question().id()), reworded));
        if (answers.get(Answers.RECORD) instanceof Map<?, ?> record && form.record() != null) {
            Map<String, @Nullable Object> kept = new LinkedHashMap<>();
            form.record().fields().stream()
                    .filter(field -> rewording.kept().contains(field.question().id()))
                    .forEach(field -> put(field, record.get(field.question().id()), kept));
            reworded.put(Answers.RECORD, kept);
        }
        return Ordered.copyOf(reworded);
    }

    private void put(Field field, @Nullable Object answer, Map<String, @Nullable Object> to) {
        if (answer != null && field.type() != FieldType.FILES && field.type() != FieldType.PICTURE) {
            to.put(field.question().id(), reworded(field, answer));
        }
    }

    private Object reworded(Field field, Object answer) {
        if (field instanceof RepeatField repeat && answer instanceof List<?> entries) {
            Map<String, Field> inside = repeat.items().stream()
                    .collect(Collectors.toMap(one -> one.question().id(), one -> one));
            return entries.stream().map(entry -> entry(entry, inside)).toList();
        } else if (field instanceof TextField
                || field instanceof LongTextField
                || field instanceof PersonField
                || field instanceof PrefillField) {
            return Objects.requireNonNull(words(answer));
        }
        return answer;
    }

    private @Nullable Object entry(@Nullable Object entry, Map<String, Field> fields) {
        if (!(entry instanceof Map<?, ?> map)) {
            return entry;
        }
        Map<String, @Nullable Object> reworded = new LinkedHashMap<>();
        map.forEach((name, value) -> {
            Field field = fields.get(String.valueOf(name));
            if (field == null) {
                reworded.put(String.valueOf(name), value);
            } else {
                put(field, value, reworded);
            }
        });
        return reworded;
    }

    /** Every text in an answer, however it is built. */
    private @Nullable Object words(@Nullable Object answer) {
        if (answer instanceof String text) {
            return rewording.text(text);
        } else if (answer instanceof List<?> list) {
            return list.stream().map(this::words).toList();
        } else if (answer instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> reworded = new LinkedHashMap<>();
            map.forEach((name, value) -> reworded.put(String.valueOf(name), words(value)));
            return reworded;
        }
        return answer;
    }
}
