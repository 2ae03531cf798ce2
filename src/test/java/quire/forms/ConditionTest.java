package quire.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quire.core.Json;
import quire.yaml.Definitions;

class ConditionTest {

    private static final Map<String, ?> ANSWERS = Json.readObject("""
            {"agreed": true, "refused": false, "outcome": "met", "hours": 7.50, "day": "2026-03-14", "parts": ["a", "b"],
             "people": []}
            """, "answers");

    private static final Map<String, ?> RECORD = Map.of("route", "adults", "agreed", false);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {field: agreed, is: true}                | true
                    {field: refused, is: true}               | false
                    {field: refused, is: false}              | true
                    {field: missing, is: false}              | false
                    {field: agreed, is_not: true}            | false
                    {field: missing, is_not: true}           | true
                    {field: outcome, in: [met, not_met]}     | true
                    {field: outcome, in: [not_met]}          | false
                    {field: missing, in: [met]}              | false
                    {field: parts, includes: b}              | true
                    {field: parts, includes: c}              | false
                    {field: missing, includes: c}            | false
                    {field: hours, is: 7.5}                  | true
                    {field: hours, gt: 7}                    | true
                    {field: hours, gt: 7.5}                  | false
                    {field: hours, lt: 8}                    | true
                    {field: missing, lt: 8}                  | false
                    {field: day, gt: 2026-03-13}             | true
                    {field: day, lt: 2026-03-14}             | false
                    {field: people, answered: true}          | true
                    {field: missing, answered: true}         | false
                    {field: missing, answered: false}        | true
                    {record: route, is: adults}              | true
                    {record: route, is: child_family}        | false
                    {record: agreed, is: true}               | false
                    {record: outcome, answered: true}        | false
                    {not: {field: agreed, is: true}}         | false
                    {all: [{field: agreed, is: true}, {field: outcome, is: met}]}      | true
                    {all: [{field: agreed, is: true}, {field: outcome, is: not_met}]}  | false
                    {any: [{field: agreed, is: false}, {field: outcome, is: met}]}     | true
                    {any: [{field: agreed, is: false}, {field: outcome, is: no}]}      | false
                    """)
    void looksAtAnswers(String yaml, boolean holds) {
        List<Object> read = new ArrayList<>();
        Condition condition = Definitions.read(yaml, "condition", new ArrayList<>(), part -> {
            read.add(Objects.requireNonNull(part.data()));
            return Objects.requireNonNull(Conditions.read(part));
        });
        assertThat(condition).isNotNull().satisfies(one -> {
            assertThat(one.holds(test -> (test.looksAtRecord() ? RECORD : ANSWERS).get(test.field())))
                    .isEqualTo(holds);
            assertThat(Json.canonical(one.data())).as("the same again as data").isEqualTo(Json.canonical(read.get(0)));
        });
    }
}
