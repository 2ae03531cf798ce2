package quire.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quire.core.Finding;
import quire.core.Severity;

class AnswersTest {

    private final Form form = Asked.form(
            "{id: name, type: text, label: Name}",
            "{id: plan, type: longtext, label: Plan}",
            "{id: people, type: repeat, label: People, item: [{id: role, type: text, label: Role}]}");

    @ParameterizedTest
    @CsvSource({
        "'a\\r\\nb', 'a\\nb'", // Windows
        "'a\\rb', 'a\\nb'", // old Macintosh
        "'a\\u000bb', 'a\\nb'", // Word's line break
        "'a\\u2028b', 'a\\nb'", // LINE SEPARATOR
        "'a\\tb', 'a\\tb'",
        "'a\\u0000b', 'ab'",
        "'a\\ufffeb', 'ab'",
        "'a\\ud800b', 'ab'", // half a character
        "'a\\udc00b', 'ab'",
        "'\\ud83d\\ude00', '\\ud83d\\ude00'", // a whole one
        "'\\u202eab', '\\u202eab'", // right to left
    })
    void keepsWhatCanBePrinted(String typed, String kept) {
        Answers answers = Answers.of(form, Map.of("plan", unescaped(typed)));
        assertThat(answers.get("plan")).isEqualTo(unescaped(kept));
    }

    @Test
    void warnsOfWhatItLeftOut() {
        Answers answers =
                Answers.of(form, Map.of("name", "Ro\u0007se\uD800", "people", List.of(Map.of("role", "\u0001"))));
        assertThat(answers.findings())
                .extracting(finding -> finding.place().path() + " " + finding.message())
                .containsExactlyInAnyOrder(
                        "name 2 characters that cannot be printed were left out.",
                        "people[0].role 1 character that cannot be printed was left out.");
        List<Finding> draft = AnswerCheck.of(form, answers, Asked.TODAY).draft();
        assertThat(draft).hasSize(2).allMatch(finding -> finding.severity() == Severity.WARNING);
    }

    @Test
    void takesFiveThousandCombiningMarks() {
        Answers answers = Answers.of(form, Map.of("plan", "e" + "\u0301".repeat(5_000)));
        assertThat(AnswerCheck.of(form, answers, Asked.TODAY).draft()).isEmpty();
        assertThat(answers.get("plan")).asString().hasSize(5_001);
    }

    @Test
    void keepsWhatItDoesNotKnowAndSaysSo() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("nmae", "Rose");
        json.put("people", List.of(Map.of("rol", "Observer")));
        json.put("something_else", null);
        List<Finding> findings =
                AnswerCheck.of(form, Answers.of(form, json), Asked.TODAY).draft();
        assertThat(findings)
                .extracting(finding -> finding.place().path() + " " + finding.code() + " " + finding.suggestion())
                .containsExactly(
                        "nmae answer-unknown name",
                        "something_else answer-unknown null",
                        "people[0].rol answer-unknown role");
    }

    @Test
    void neverPrintsAKeyThatCannotBePrinted() {
        Answers answers = Answers.of(form, Map.of("\uD800\u0000" + "k".repeat(10_000), "x"));
        assertThat(AnswerCheck.of(form, answers, Asked.TODAY).draft())
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.message()).hasSizeLessThan(200).doesNotContain("\uD800"));
    }

    private static String unescaped(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            boolean unicode = text.startsWith("\\u", i);
            if (unicode) {
                plain.append((char) Integer.parseInt(text.substring(i + 2, i + 6), 16));
                i += 5;
            } else if (text.startsWith("\\", i)) {
                plain.append(text.substring(i, i + 2).translateEscapes());
                i++;
            } else {
                plain.append(text.charAt(i));
            }
        }
        return plain.toString();
    }
}
