package quire.web.paper;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.forms.Field;
import quire.forms.RepeatField;
import quire.web.frame.Typed;

/** Lays saved answers out into the boxes of a page. */
final class AnswersToBoxes {

    private final Typed.Builder boxes = new Typed.Builder();

    private AnswersToBoxes() {}

    /** @param answers by field id, as they are kept */
    static Typed of(List<Field> fields, Map<String, ? extends @Nullable Object> answers) {
        AnswersToBoxes layout = new AnswersToBoxes();
        fields.forEach(field -> layout.lay(field, field.id(), answers.get(field.id())));
        return layout.boxes.done();
    }

    private void lay(Field field, String name, @Nullable Object answer) {
        if (field instanceof RepeatField repeat) {
            repeat(repeat, name, answer);
        } else if (answer != null) {
            switch (field.type()) {
                case NUMBER ->
                    boxes.add(name, answer instanceof BigDecimal number ? number.toPlainString() : "" + answer);
                case DATE -> date(name, String.valueOf(answer));
                case CHOICES -> list(answer).forEach(item -> boxes.add(name, String.valueOf(item)));
                case PERSON -> members(name, answer, List.of("name", "role", "registration"));
                case FILES -> files(name, answer);
                default -> boxes.add(name, String.valueOf(answer));
            }
        }
    }

    private void date(String name, String iso) {
        String[] parts = iso.split("-", 3);
        if (parts.length == 3) {
            boxes.add(name + ".day", withoutZero(parts[2]));
            boxes.add(name + ".month", withoutZero(parts[1]));
            boxes.add(name + ".year", parts[0]);
        }
    }

    private static String withoutZero(String digits) {
        return digits.startsWith("0") ? digits.substring(1) : digits;
    }

    private void files(String name, Object answer) {
        for (Object file : list(answer)) {
            if (file instanceof Map<?, ?> map && map.get("sha256") instanceof String digest) {
                boxes.add(name, digest);
                boxes.add(name + "." + digest + ".description", text(map, "description"));
            }
        }
    }

    private void repeat(RepeatField repeat, String name, @Nullable Object answer) {
        Object standing = repeat.standing(answer);
        if (standing instanceof List<?> entries && entries.isEmpty()) {
            boxes.add(name + ".none", "true");
        }
        String key = repeat.entryKey();
        int number = 0;
        for (Object entry : list(standing)) {
            number++;
            if (entry instanceof Map<?, ?> item) {
                String id =
                        item.get(key) instanceof String given && given.matches("[A-Za-z0-9_-]+") ? given : "e" + number;
                boxes.add(name, id);
                repeat.items().forEach(field -> lay(field, Typed.inside(name, id, field.id()), item.get(field.id())));
            }
        }
    }

    private void members(String name, Object answer, List<String> members) {
        if (answer instanceof Map<?, ?> map) {
            members.forEach(member -> boxes.add(name + "." + member, text(map, member)));
        }
    }

    private static List<?> list(@Nullable Object answer) {
        return answer instanceof List<?> list ? list : List.of();
    }

    private static String text(Map<?, ?> map, String key) {
        return map.get(key) instanceof String text ? text : "";
    }
}
