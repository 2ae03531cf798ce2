package quire.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quire.core.Json;
import quire.forms.Form;
import quire.forms.FormReader;

class TableAnswersTest {

    private static final Form FORM = FormReader.read("""
                    form: everything
                    version: 1
                    title: Everything
                    roles:
                      nqsw: {label: "Social worker", from: portfolio}
                    lists:
                      judgement:
                        - {id: met, text: "Met"}
                        - {id: not_met, text: "Not yet met"}
                    sections:
                      - id: all
                        title: "All"
                        owner: nqsw
                        fields:
                          - {id: words, type: text, label: "Words"}
                          - {id: hours, type: number, label: "Hours", decimals: 2}
                          - {id: seen, type: date, label: "Seen"}
                          - {id: agreed, type: yesno, label: "Agreed"}
                          - {id: verdict, type: choice, list: judgement, label: "Verdict"}
                          - {id: verdicts, type: choices, list: judgement, label: "Verdicts"}
                          - {id: assessor, type: person, label: "Assessor"}
                          - id: aims
                            type: repeat
                            label: "Aims"
                            item:
                              - {id: aim, type: text, label: "Aim"}
                    sign_off:
                      - {step: 1, by: {all: [nqsw]}, covers: [all], statement: "I agree."}
                    """, "everything.yaml").orThrow();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            words    | ' 12 '                  | '" 12 "'
            hours    | 7.50                    | 7.50
            hours    | seven                   | '"seven"'
            seen     | 14/3/2026               | '"2026-03-14"'
            seen     | 2026-03-14              | '"2026-03-14"'
            seen     | in March                | '"in March"'
            agreed   | Yes                     | true
            agreed   | FALSE                   | false
            agreed   | perhaps                 | '"perhaps"'
            verdict  | not yet met             | '"not_met"'
            verdict  | met                     | '"met"'
            verdict  | excellent               | '"excellent"'
            verdicts | 'Met; not_met;'         | '["met","not_met"]'
            assessor | Priya Nair              | '{"name":"Priya Nair"}'
            aims     | '[{"aim":"one"}]'       | '[{"aim":"one"}]'
            aims     | '[not json'             | '"[not json"'
            unknown  | 12                      | '"12"'
            """)
    void readsACellAsItsFieldWants(String field, String cell, String answer) {
        Map<String, @Nullable Object> answers = TableAnswers.of(FORM, cells(field, cell));
        assertThat(Json.write(answers.get(field))).isEqualTo(answer);
    }

    @Test
    void anEmptyCellIsNoAnswer() {
        assertThat(TableAnswers.of(FORM, cells("hours", ""))).isEmpty();
    }

    @Test
    void leavesAPersonThatIsSpreadOverColumns() {
        Map<String, @Nullable Object> cells = new LinkedHashMap<>();
        cells.put("assessor", Map.of("name", "Priya Nair", "role", "Assessor"));
        assertThat(TableAnswers.of(FORM, cells)).isEqualTo(cells);
    }

    @Test
    void keepsTheOrderAndDigitsOfNumbers() {
        assertThat(TableAnswers.of(FORM, cells("hours", "-0.25")).get("hours")).isEqualTo(new BigDecimal("-0.25"));
        assertThat(List.copyOf(TableAnswers.of(FORM, cells("words", "x")).keySet()))
                .containsExactly("words");
    }

    private static Map<String, @Nullable Object> cells(String field, String cell) {
        Map<String, @Nullable Object> cells = new LinkedHashMap<>();
        cells.put(field, cell);
        return cells;
    }
}
