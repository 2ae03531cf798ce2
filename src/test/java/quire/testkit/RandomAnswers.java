package quire.testkit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import quire.forms.ChoiceField;
import quire.forms.ChoicesField;
import quire.forms.DateField;
import quire.forms.Field;
import quire.forms.FilesField;
import quire.forms.Form;
import quire.forms.LongTextField;
import quire.forms.NumberField;
import quire.forms.PersonField;
import quire.forms.PictureField;
import quire.forms.PrefillField;
import quire.forms.RepeatField;
import quire.forms.StatementField;
import quire.forms.TextField;
import quire.forms.YesNoField;

/** Answers such as nobody would think of, of the right kinds for a form; the same seed gives the same answers. */
public final class RandomAnswers {

    private static final List<String> WORDS = List.of(
            "planned",
            "visit",
            "ŵyneb",
            "ŷd",
            "Łódź",
            "Ελένη",
            "Жанна",
            "naïve",
            "£25",
            "50%",
            "“quoted”",
            "O’Neil",
            "<script>",
            "{{7*7}}",
            "${x}",
            "&amp;",
            "a_b",
            "co-ordinated",
            "Antidisestablishmentarianism",
            "…",
            "½",
            "→");

    private static final String PICTURE =
            "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4"
                    + "2mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    private final Random random;

    private RandomAnswers(long seed) {
        this.random = new Random(seed);
    }

    /** Answers to about nine questions in ten, and a filled record. */
    public static Map<String, @Nullable Object> of(Form form, long seed) {
        RandomAnswers answers = new RandomAnswers(seed);
        Map<String, @Nullable Object> given = answers.fields(form.fields().toList());
        if (form.record() != null) {
            given.put("record", answers.fields(form.record().fields()));
        }
        return given;
    }

    private Map<String, @Nullable Object> fields(List<Field> fields) {
        Map<String, @Nullable Object> answers = new LinkedHashMap<>();
        for (Field field : fields) {
            Object answer = random.nextInt(10) == 0 ? null : answer(field);
            if (answer != null) {
                answers.put(field.id(), answer);
            }
        }
        return answers;
    }

    private @Nullable Object answer(Field field) {
        if (field instanceof TextField) {
            return words(4);
        } else if (field instanceof LongTextField || field instanceof PrefillField) {
            return prose();
        } else if (field instanceof NumberField number) {
            return number(number);
        } else if (field instanceof DateField) {
            return LocalDate.of(2025, 1, 1).plusDays(random.nextInt(600)).toString();
        } else if (field instanceof YesNoField) {
            return random.nextBoolean();
        } else if (field instanceof ChoiceField choice) {
            return choice.list()
                    .items()
                    .get(random.nextInt(choice.list().items().size()))
                    .id();
        } else if (field instanceof ChoicesField choices) {
            return choices.list().items().stream()
                    .filter(item -> random.nextBoolean())
                    .map(item -> item.id())
                    .toList();
        } else if (field instanceof PersonField) {
            return Map.of("name", words(2), "role", words(2));
        } else if (field instanceof FilesField) {
            return List.of(Map.of(
                    "name", "plan.pdf", "sha256", "0".repeat(64), "size", BigDecimal.TEN, "description", words(5)));
        } else if (field instanceof PictureField) {
            return PICTURE;
        } else if (field instanceof RepeatField repeat) {
            return entries(repeat);
        } else if (field instanceof StatementField) {
            return null;
        }
        throw new AssertionError("No random answer for " + field.type());
    }

    private Object number(NumberField field) {
        BigDecimal low = field.min() == null ? BigDecimal.ZERO : field.min();
        BigDecimal high = field.max() == null ? BigDecimal.valueOf(1_000) : field.max();
        int span = Math.max(1, high.subtract(low).intValue() + 1);
        return low.add(BigDecimal.valueOf(random.nextInt(span)));
    }

    private List<Map<String, @Nullable Object>> entries(RepeatField repeat) {
        List<Map<String, @Nullable Object>> entries = new ArrayList<>();
        if (repeat.rows() != null) {
            repeat.rows().items().forEach(item -> {
                Map<String, @Nullable Object> row = new LinkedHashMap<>(Map.of("row", item.id()));
                row.putAll(fields(repeat.items()));
                entries.add(row);
            });
            return entries;
        }
        int count = Math.min(repeat.max(), repeat.min() + random.nextInt(4));
        for (int i = 1; i <= count; i++) {
            Map<String, @Nullable Object> entry = new LinkedHashMap<>(Map.of("id", "r" + i));
            entry.putAll(fields(repeat.items()));
            entries.add(entry);
        }
        return entries;
    }

    private String words(int most) {
        StringBuilder text = new StringBuilder();
        int count = 1 + random.nextInt(most);
        for (int i = 0; i < count; i++) {
            text.append(i == 0 ? "" : " ").append(WORDS.get(random.nextInt(WORDS.size())));
        }
        return text.toString();
    }

    private String prose() {
        StringBuilder text = new StringBuilder();
        int blocks = 1 + random.nextInt(3);
        for (int i = 0; i < blocks; i++) {
            text.append(i == 0 ? "" : "\n\n");
            switch (random.nextInt(4)) {
                case 0 -> text.append("- ").append(words(8)).append("\n- ").append(words(8));
                case 1 -> text.append("1. ").append(words(8)).append("\n2. ").append(words(8));
                default -> text.append(words(60)).append('\n').append(words(20));
            }
        }
        return text.toString();
    }
}
