package quire.app;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import quire.core.Json;
import quire.core.Problem;
import quire.forms.Answers;
import quire.forms.ChoiceField;
import quire.forms.ChoiceList;
import quire.forms.ChoicesField;
import quire.forms.Field;
import quire.forms.Form;

/**
 * Answers to a form out of the cells of a table, where people write “yes”, 14/03/2026 and the words of a choice. An empty
 * cell is no answer. What cannot be read as an answer is handed on as it stands, so that the one check of answers finds it
 * and says so.
 */
final class TableAnswers {

    private static final Pattern BRITISH_DATE = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,30}(\\.\\d{1,30})?");

    private TableAnswers() {}

    /** @param cells by column, those with dotted names in groups */
    static Map<String, @Nullable Object> of(Form form, Map<String, @Nullable Object> cells) {
        return read(cells, (key, cell) -> {
            if (key.equals(Answers.RECORD) && form.record() != null && cell instanceof Map<?, ?> record) {
                List<Field> fields = form.record().fields();
                return read(Json.asObject(record), (name, value) -> answer(named(fields, name), value));
            }
            return answer(form.field(key), cell);
        });
    }

    private interface Reader {
        @Nullable
        Object read(String key, @Nullable Object cell);
    }

    private static Map<String, @Nullable Object> read(Map<String, @Nullable Object> cells, Reader reader) {
        Map<String, @Nullable Object> answers = new LinkedHashMap<>();
        cells.forEach((key, cell) -> {
            if (!"".equals(cell)) {
                answers.put(key, reader.read(key, cell));
            }
        });
        return answers;
    }

    private static Optional<Field> named(List<Field> fields, String id) {
        return fields.stream().filter(field -> field.id().equals(id)).findFirst();
    }

    private static @Nullable Object answer(Optional<Field> field, @Nullable Object cell) {
        if (field.isEmpty() || !(cell instanceof String text)) {
            return cell;
        }
        String words = text.strip();
        return switch (field.get().type()) {
            case NUMBER -> NUMBER.matcher(words).matches() ? new BigDecimal(words) : words;
            case YESNO -> yesOrNo(words);
            case DATE -> date(words);
            case CHOICE -> item(((ChoiceField) field.get()).list(), words);
            case CHOICES -> items(((ChoicesField) field.get()).list(), words);
            case PERSON -> Map.of("name", words);
            case REPEAT, FILES -> list(words);
            default -> text;
        };
    }

    private static Object yesOrNo(String words) {
        return switch (words.toLowerCase(Locale.ROOT)) {
            case "yes", "y", "true" -> true;
            case "no", "n", "false" -> false;
            default -> words;
        };
    }

    private static String date(String words) {
        Matcher date = BRITISH_DATE.matcher(words);
        return date.matches()
                ? String.format(
                        Locale.ROOT,
                        "%s-%02d-%02d",
                        date.group(3),
                        Integer.parseInt(date.group(2)),
                        Integer.parseInt(date.group(1)))
                : words;
    }

    private static String item(ChoiceList list, String words) {
        return list.items().stream()
                .filter(item -> item.id().equals(words) || item.text().equalsIgnoreCase(words))
                .map(ChoiceList.Item::id)
                .findFirst()
                .orElse(words);
    }

    private static Object items(ChoiceList list, String words) {
        return Pattern.compile(";")
                .splitAsStream(words)
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .map(one -> item(list, one))
                .toList();
    }

    /** A list has no words of its own in one cell, so it stands there as JSON. */
    private static @Nullable Object list(String words) {
        try {
            return words.startsWith("[") ? Json.read(words, "The cell") : words;
        } catch (Problem e) {
            return words;
        }
    }
}
