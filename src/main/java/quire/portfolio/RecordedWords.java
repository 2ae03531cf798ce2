package quire.portfolio;

import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.forms.Field;
import quire.forms.FieldType;
import quire.forms.Form;
import quire.forms.Section;
import quire.people.Recording;

/** Says of words that were written down for somebody who did so, for whom, and when they were confirmed: never a signature. */
public final class RecordedWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private RecordedWords() {}

    /** Without a full stop. */
    public static String of(Recording one) {
        return "Recorded by " + one.name() + " for " + one.saidBy()
                + (one.confirmed() == null ? ", not yet confirmed" : ", confirmed on " + DAY.format(one.confirmed()));
    }

    /** Of a section; empty where its owner writes it. */
    public static String of(Section section, List<Recording> recordings) {
        return recordings.stream()
                .filter(one -> one.role().equals(section.owner()))
                .findFirst()
                .map(RecordedWords::of)
                .orElse("");
    }

    /** Of every section that is written down for somebody, by the section's id. */
    public static Map<String, String> ofAll(Form form, List<Recording> recordings) {
        Map<String, String> all = new LinkedHashMap<>();
        for (Section section : form.sections()) {
            String words = of(section, recordings);
            if (!words.isEmpty()) {
                all.put(section.id(), words);
            }
        }
        return all;
    }

    /**
     * Answers as a paper prints them: below each longer text that was written down for somebody stands who did so.
     *
     * @param recorded the words, by the section's id
     */
    public static Map<String, @Nullable Object> printed(
            Form form, Map<String, @Nullable Object> answers, Map<String, String> recorded) {
        Map<String, @Nullable Object> printed = new LinkedHashMap<>(answers);
        for (Section section : form.sections()) {
            String words = recorded.getOrDefault(section.id(), "");
            for (Field field : section.fields()) {
                boolean theirs = field.question().recordedFor() && field.type() == FieldType.LONGTEXT;
                if (!words.isEmpty() && theirs && printed.get(field.id()) instanceof String said && !said.isBlank()) {
                    printed.put(field.id(), said.stripTrailing() + "\n\n" + words + ".");
                }
            }
        }
        return printed;
    }
}
