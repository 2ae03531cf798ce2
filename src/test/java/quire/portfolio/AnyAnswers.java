package quire.portfolio;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import quire.forms.ChoiceField;
import quire.forms.ChoicesField;
import quire.forms.Field;
import quire.forms.LongTextField;
import quire.forms.NumberField;
import quire.forms.RepeatField;
import quire.forms.Section;
import quire.forms.TextField;
import quire.forms.YesNoField;

/** Answers at random, of words that stand nowhere else, so that each can be looked for. */
final class AnyAnswers {

    private final Random random;
    private final List<String> words = new ArrayList<>();
    private int count;

    AnyAnswers(Random random) {
        this.random = random;
    }

    /** The words of the answers that were asked for last. */
    List<String> words() {
        return List.copyOf(words);
    }

    /** Answers to some questions of a section; here and there one is cleared. */
    Map<String, @Nullable Object> of(Section section, Map<String, @Nullable Object> known) {
        words.clear();
        Map<String, @Nullable Object> answers = new LinkedHashMap<>();
        for (Field field : section.fields()) {
            int what = random.nextInt(6);
            if (what > 1) {
                answers.put(field.id(), answer(field));
            } else if (what == 1 && known.containsKey(field.id())) {
                answers.put(field.id(), null);
            }
        }
        return answers;
    }

    /** Answers to every question of a section. */
    Map<String, @Nullable Object> whole(Section section, Map<String, @Nullable Object> known) {
        words.clear();
        Map<String, @Nullable Object> answers = new LinkedHashMap<>();
        section.fields().forEach(field -> answers.put(field.id(), answer(field)));
        return answers;
    }

    private Object answer(Field field) {
        if (field instanceof TextField) {
            return word();
        } else if (field instanceof LongTextField) {
            return word() + " " + word() + "\n\n" + word();
        } else if (field instanceof NumberField) {
            return random.nextInt(10);
        } else if (field instanceof YesNoField) {
            return random.nextBoolean();
        } else if (field instanceof ChoiceField choice) {
            return choice.list().ids().get(random.nextInt(choice.list().ids().size()));
        } else if (field instanceof ChoicesField choices) {
            return choices.list()
                    .ids()
                    .subList(0, 1 + random.nextInt(choices.list().ids().size()));
        } else if (field instanceof RepeatField repeat) {
            return entries(repeat);
        }
        throw new IllegalArgumentException("No answer is known for " + field.type());
    }

    private List<Object> entries(RepeatField repeat) {
        List<Object> entries = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(2); i++) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("id", "e" + ++count);
            repeat.items().forEach(item -> entry.put(item.id(), answer(item)));
            entries.add(entry);
        }
        return entries;
    }

    private String word() {
        String word = "ŵord" + ++count + "x" + Integer.toString(random.nextInt(36 * 36), 36);
        words.add(word);
        return word;
    }
}
