package quire.web.paper;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quire.forms.Field;
import quire.forms.RepeatField;
import quire.web.frame.Posted;
import quire.web.frame.Typed;

/**
 * Reads answers out of the boxes of a page. What cannot be an answer, such as the 31st of February, is handed on as it
 * was typed, so that the one check of answers finds it and says so.
 */
public final class BoxesToAnswers {

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private final Typed typed;
    private final Uploads uploads;
    private final Set<String> known = new LinkedHashSet<>();

    private BoxesToAnswers(Typed typed, Uploads uploads) {
        this.typed = typed;
        this.uploads = uploads;
    }

    /**
     * What a page says.
     *
     * @param answers by field id, null for a box that was left empty
     * @param known the names of all boxes that the fields have
     */
    public record Read(Map<String, @Nullable Object> answers, Set<String> known) {}

    /**
     * Reads the fields of a page.
     *
     * @param before the saved answers: files and pictures are kept from there, since a page shows but does not hold them
     * @param uploads the files that came with the page
     */
    public static Read of(
            List<Field> fields, Typed typed, Map<String, ? extends @Nullable Object> before, Uploads uploads) {
        BoxesToAnswers reader = new BoxesToAnswers(typed, uploads);
        Map<String, @Nullable Object> answers = new LinkedHashMap<>();
        for (Field field : fields) {
            if (isAsked(field)) {
                answers.put(field.id(), reader.answer(field, field.id(), before.get(field.id())));
            }
        }
        return new Read(answers, reader.known);
    }

    private static boolean isAsked(Field field) {
        if (field.filledByRecord() && !(field instanceof RepeatField)) {
            return false;
        }
        return switch (field.type()) {
            case STATEMENT, PREFILL -> false;
            default -> true;
        };
    }

    private @Nullable Object answer(Field field, String name, @Nullable Object before) {
        if (field instanceof RepeatField repeat) {
            return repeat(repeat, name, before);
        }
        known.add(name);
        return switch (field.type()) {
            case NUMBER -> number(one(name).strip());
            case DATE -> date(name);
            case YESNO -> yesNo(one(name));
            case CHOICES -> typed.all(name).isEmpty() ? null : List.copyOf(typed.all(name));
            case PERSON -> person(name);
            case FILES -> files(name, before);
            case PICTURE -> picture(name, before);
            default -> one(name).isBlank() ? null : one(name);
        };
    }

    private static @Nullable Object number(String text) {
        String digits = text.replaceAll("[,\\s](?=\\d{3}(\\D|$))", "");
        if (digits.matches("-?(\\d{1,30}(\\.\\d{0,30})?|\\.\\d{1,30})")) {
            return new BigDecimal(digits);
        }
        return text.isEmpty() ? null : text;
    }

    private static @Nullable Object yesNo(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> text.isEmpty() ? null : text;
        };
    }

    private @Nullable Object date(String name) {
        String day = part(name, "day");
        String month = part(name, "month");
        String year = part(name, "year");
        if ((day + month + year).isEmpty()) {
            return null;
        }
        String number = monthNumber(month.toLowerCase(Locale.ROOT));
        boolean whole = day.matches("\\d{1,2}") && number.matches("\\d{1,2}") && year.matches("\\d{4}");
        return whole ? year + "-" + twoDigits(number) + "-" + twoDigits(day) : day + " " + month + " " + year;
    }

    private static String monthNumber(String month) {
        int named = month.length() < 3 ? -1 : MONTHS.indexOf(month.substring(0, 3));
        return named >= 0 ? String.valueOf(named + 1) : month;
    }

    private static String twoDigits(String digits) {
        return digits.length() == 1 ? "0" + digits : digits;
    }

    private @Nullable Object person(String name) {
        Map<String, @Nullable Object> person = new LinkedHashMap<>();
        for (String member : List.of("name", "role", "registration")) {
            String text = part(name, member);
            if (!text.isEmpty()) {
                person.put(member, text);
            }
        }
        return person.isEmpty() ? null : person;
    }

    private @Nullable Object picture(String name, @Nullable Object before) {
        known.add(name + ".new");
        String picture = uploads.picture(name);
        return picture == null && typed.has(name) ? before : picture;
    }

    /** The files that were there and still are, and the new one. */
    private @Nullable Object files(String name, @Nullable Object before) {
        known.add(name + ".new");
        known.add(name + ".new.description");
        List<Object> files = new ArrayList<>();
        for (Object file : before instanceof List<?> list ? list : List.of()) {
            if (file instanceof Map<?, ?> map && map.get("sha256") instanceof String digest) {
                Map<String, @Nullable Object> kept = new LinkedHashMap<>();
                map.forEach((key, value) -> kept.put((String) key, value));
                kept.put("description", part(name, digest + ".description"));
                if (typed.all(name).contains(digest)) {
                    files.add(kept);
                }
            }
        }
        Map<String, @Nullable Object> file = uploads.file(name);
        if (file != null && files.stream().noneMatch(old -> sameContent(old, file))) {
            files.add(file);
        }
        return files.isEmpty() ? null : files;
    }

    private static boolean sameContent(Object old, Map<String, @Nullable Object> file) {
        return old instanceof Map<?, ?> map && Objects.equals(map.get("sha256"), file.get("sha256"));
    }

    private @Nullable Object repeat(RepeatField repeat, String name, @Nullable Object before) {
        known.add(name);
        known.add(name + ".none");
        List<String> names = repeat.filledByRecord() ? given(before) : typed.entries(name);
        List<Object> entries = new ArrayList<>();
        for (String id : names) {
            Map<String, @Nullable Object> entry =
                    entry(repeat, Typed.inside(name, id, ""), old(before, repeat.entryKey(), id));
            boolean anything = !entry.isEmpty();
            entry.put(repeat.entryKey(), id);
            if (anything || !repeat.hasFixedRows()) {
                entries.add(entry);
            }
        }
        boolean none = entries.isEmpty() && typed.has(name + ".none");
        return entries.isEmpty() && !none ? null : entries;
    }

    /** The names of entries that people cannot change. */
    private static List<String> given(@Nullable Object before) {
        List<String> names = new ArrayList<>();
        for (Object entry : before instanceof List<?> list ? list : List.of()) {
            if (entry instanceof Map<?, ?> map && map.get("id") instanceof String id) {
                names.add(id);
            }
        }
        return names;
    }

    /** @param prefix what the names of the boxes of this entry begin with */
    private Map<String, @Nullable Object> entry(RepeatField repeat, String prefix, Map<?, ?> old) {
        Map<String, @Nullable Object> entry = new LinkedHashMap<>();
        for (Field field : repeat.items()) {
            Object before = old.get(field.id());
            if (field.filledByRecord()) {
                entry.put(field.id(), before);
            } else if (isAsked(field)) {
                entry.put(field.id(), answer(field, prefix + field.id(), before));
            }
        }
        entry.values().removeIf(Objects::isNull);
        return entry;
    }

    private static Map<?, ?> old(@Nullable Object before, String key, String id) {
        for (Object entry : before instanceof List<?> list ? list : List.of()) {
            if (entry instanceof Map<?, ?> map && id.equals(map.get(key))) {
                return map;
            }
        }
        return Map.of();
    }

    private String one(String name) {
        return Posted.one(name, typed.all(name));
    }

    private String part(String name, String part) {
        known.add(name + "." + part);
        return one(name + "." + part).strip();
    }
}
