package quire.testkit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

/** An answer to every question, each as long as it may be, and every list as full as it may be. */
public final class FullAnswers {

    /** Where a form only suggests a length, somebody writes this many times as much. */
    private static final int TIMES_THE_GUIDE = 3;
    /** The words of a long text for which the form names no length at all. */
    private static final int UNGUIDED = 1_500;

    private static final String[] WORDS =
            ("She told the ward that Mr B. would rather be at home, “whatever it takes”, and that"
                            + " the co-ordinator’s interdisciplinary reassessment had not asked him once; Siân wrote it down word for word."
                            + " Afterwards she rang Łucja, who had waited since 9 a.m., and they agreed three things before lunch.")
                    .split(" ");

    private static final String PICTURE =
            "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4"
                    + "2mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    private FullAnswers() {}

    /** Answers that take as much paper as the form allows, on a full record. */
    public static Map<String, @Nullable Object> of(Form form) {
        Map<String, @Nullable Object> answers = fields(form.fields().toList());
        if (form.record() != null) {
            answers.put("record", fields(form.record().fields()));
        }
        return answers;
    }

    private static Map<String, @Nullable Object> fields(List<Field> fields) {
        Map<String, @Nullable Object> answers = new LinkedHashMap<>();
        for (Field field : fields) {
            Object answer = answer(field);
            if (answer != null) {
                answers.put(field.id(), answer);
            }
        }
        return answers;
    }

    private static @Nullable Object answer(Field field) {
        if (field instanceof TextField text) {
            return characters(text.max());
        } else if (field instanceof LongTextField text) {
            return prose(length(text));
        } else if (field instanceof PrefillField) {
            return prose(200);
        } else if (field instanceof NumberField number) {
            return number.max() == null ? BigDecimal.valueOf(100_000) : number.max();
        } else if (field instanceof DateField) {
            return "2026-09-30";
        } else if (field instanceof YesNoField) {
            return true;
        } else if (field instanceof ChoiceField choice) {
            List<String> ids = choice.list().ids();
            return ids.get(ids.size() - 1);
        } else if (field instanceof ChoicesField choices) {
            List<String> ids = choices.list().ids();
            return choices.max() == null ? ids : ids.subList(0, Math.min(choices.max(), ids.size()));
        } else if (field instanceof PersonField) {
            return Map.of("name", characters(60), "role", characters(80), "registration", "SW000199");
        } else if (field instanceof FilesField files) {
            return files(files);
        } else if (field instanceof PictureField) {
            return PICTURE;
        } else if (field instanceof RepeatField repeat) {
            return entries(repeat);
        } else if (field instanceof StatementField) {
            return null;
        }
        throw new AssertionError("No full answer for " + field.type());
    }

    private static int length(LongTextField text) {
        if (text.maxWords() != null) {
            return text.maxWords();
        }
        return text.guideWords() == null ? UNGUIDED : TIMES_THE_GUIDE * text.guideWords();
    }

    private static List<Map<String, Object>> files(FilesField field) {
        List<Map<String, Object>> files = new ArrayList<>();
        for (int i = 1; i <= field.max(); i++) {
            files.add(Map.of(
                    "name", "certificate-of-attendance-" + i + ".pdf",
                    "sha256", "0".repeat(64),
                    "size", BigDecimal.valueOf(25_000_000),
                    "description", characters(150)));
        }
        return files;
    }

    private static List<Map<String, @Nullable Object>> entries(RepeatField repeat) {
        List<Map<String, @Nullable Object>> entries = new ArrayList<>();
        if (repeat.rows() != null) {
            repeat.rows().items().forEach(item -> entries.add(entry("row", item.id(), repeat)));
        } else {
            for (int i = 1; i <= repeat.max(); i++) {
                entries.add(entry("id", "r" + i, repeat));
            }
        }
        return entries;
    }

    private static Map<String, @Nullable Object> entry(String key, String value, RepeatField repeat) {
        Map<String, @Nullable Object> entry = new LinkedHashMap<>();
        entry.put(key, value);
        entry.putAll(fields(repeat.items()));
        return entry;
    }

    /** So many characters, or a few less where the last word would be cut. */
    private static String characters(int most) {
        StringBuilder text = new StringBuilder(WORDS[0]);
        for (int i = 1; text.length() + 1 + WORDS[i % WORDS.length].length() <= most; i++) {
            text.append(' ').append(WORDS[i % WORDS.length]);
        }
        return text.toString();
    }

    /** So many words in paragraphs, with a list among them. */
    private static String prose(int words) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words; i++) {
            boolean begins = i % 80 == 0;
            String gap = i == 0 ? "" : begins ? "\n\n" : " ";
            // The mark of a list counts as a word, as people's word counts have it.
            String mark = begins && i % 240 == 80 && i + 1 < words ? "- " : "";
            i += mark.isEmpty() ? 0 : 1;
            text.append(gap).append(mark).append(WORDS[i % WORDS.length]);
        }
        return text.toString();
    }
}
