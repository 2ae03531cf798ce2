package quire.forms;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import org.jspecify.annotations.Nullable;
import quire.core.Finding;
import quire.core.Json;
import quire.merge.Value;

/** Whatever anybody sends as answers, checking and printing keep their promises. */
class AnyAnswersTest {

    private static final Object LEFT_OUT = "left out";
    private static final Form WHOLE = Whole.form();
    private static final Schema SCHEMA = Asked.schema(FormSchema.of(WHOLE));

    @Property(tries = 400)
    void neverBreakCheckingOrPrinting(@ForAll("anything") Map<String, @Nullable Object> json) {
        Answers answers = Answers.of(WHOLE, json);
        AnswerCheck check = AnswerCheck.of(WHOLE, answers, Asked.TODAY);
        check.draft();
        check.complete();
        WHOLE.sections().forEach(check::complete);
        assertThat(FormValues.of(WHOLE, answers, DocumentFacts.draft(Asked.TODAY))
                        .members())
                .containsKeys("setting", "sections", "signatures");
    }

    @Property(tries = 400)
    void areRefusedByTheSchemaExactlyWhenADraftRefusesThem(@ForAll("anything") Map<String, @Nullable Object> json) {
        Answers answers = Answers.of(WHOLE, json);
        boolean refused =
                Finding.anyError(AnswerCheck.of(WHOLE, answers, Asked.TODAY).draft());
        assertThat(SCHEMA.validate(Json.write(answers.values()), InputFormat.JSON)
                        .isEmpty())
                .as("%s", Json.write(answers.values()))
                .isEqualTo(!refused);
    }

    @Property(tries = 400)
    void arePrintedWhereADraftTakesThem(@ForAll("likely") Map<String, @Nullable Object> json) {
        Answers answers = Answers.of(WHOLE, json);
        assertThat(AnswerCheck.of(WHOLE, answers, Asked.TODAY).draft()).noneMatch(Finding::isError);
        Visibility visibility = Visibility.of(WHOLE, answers);
        Value.Group values = FormValues.of(WHOLE, answers, DocumentFacts.draft(Asked.TODAY));
        WHOLE.fields().forEach(field -> {
            Value value = Objects.requireNonNull(values.member(field.id()));
            boolean prints = !value.text().isEmpty() || value.truthy();
            boolean answered = visibility.answer(field.id()) != null;
            boolean fromTheForm = field instanceof StatementField
                    || field instanceof PrefillField
                    || (field instanceof RepeatField repeat && repeat.hasFixedRows());
            boolean none = Objects.equals(answers.get(field.id()), List.of());
            assertThat(prints)
                    .as("%s of %s", field.id(), Json.write(json))
                    .isEqualTo((answered && !none) || (fromTheForm && visibility.shows(field)));
        });
    }

    @Property(tries = 400)
    void areTakenInTheSameASecondTime(@ForAll("anything") Map<String, @Nullable Object> json) {
        Answers once = Answers.of(WHOLE, json);
        Answers twice = Answers.of(WHOLE, once.values());
        assertThat(twice.values()).isEqualTo(once.values());
        assertThat(twice.findings()).isEmpty();
    }

    @Provide
    Arbitrary<Map<String, @Nullable Object>> likely() {
        return answers(field -> Arbitraries.frequencyOf(pair(1, Arbitraries.just(LEFT_OUT)), pair(4, fitting(field))));
    }

    @Provide
    Arbitrary<Map<String, @Nullable Object>> anything() {
        return answers(field -> Arbitraries.frequencyOf(
                pair(3, Arbitraries.just(LEFT_OUT)), pair(12, fitting(field)), pair(1, junk(2))));
    }

    private static Arbitrary<Map<String, @Nullable Object>> answers(Function<Field, Arbitrary<Object>> answer) {
        return object(WHOLE.fields().toList(), answer);
    }

    private static Arbitrary<Map<String, @Nullable Object>> object(
            List<Field> fields, Function<Field, Arbitrary<Object>> answer) {
        List<Arbitrary<Object>> answers = new ArrayList<>();
        fields.forEach(field -> answers.add(answer.apply(field)));
        return Combinators.combine(answers).as(given -> {
            Map<String, @Nullable Object> object = new LinkedHashMap<>();
            for (int i = 0; i < fields.size(); i++) {
                if (!given.get(i).equals(LEFT_OUT)) {
                    object.put(fields.get(i).id(), given.get(i));
                }
            }
            return object;
        });
    }

    /** An answer of the right kind. */
    private static Arbitrary<Object> fitting(Field field) {
        if (field instanceof NumberField) {
            return Arbitraries.bigDecimals()
                    .between(new BigDecimal("-1000"), new BigDecimal("1000"))
                    .map(n -> n);
        } else if (field instanceof DateField) {
            return Arbitraries.integers()
                    .between(0, 60_000)
                    .map(day -> LocalDate.ofEpochDay(day).toString());
        } else if (field instanceof YesNoField) {
            return Arbitraries.of(true, false).map(truth -> truth);
        } else if (field instanceof ChoiceField choice) {
            return Arbitraries.of(choice.list().ids()).map(id -> id);
        } else if (field instanceof ChoicesField choices) {
            return Arbitraries.subsetOf(choices.list().ids()).map(ArrayList::new);
        } else if (field instanceof PersonField) {
            return words().map(name -> Map.of("name", name));
        } else if (field instanceof FilesField) {
            return words().list()
                    .ofMaxSize(3)
                    .map(names ->
                            names.stream().map(name -> Map.of("name", name)).toList());
        } else if (field instanceof PictureField) {
            return Arbitraries.of(PictureFieldTest.PIXEL, "").map(address -> address);
        } else if (field instanceof RepeatField repeat) {
            return entries(repeat);
        }
        return field instanceof StatementField ? Arbitraries.just(LEFT_OUT) : words().map(text -> text);
    }

    private static Arbitrary<Object> entries(RepeatField repeat) {
        Arbitrary<Map<String, @Nullable Object>> entry = object(repeat.items(), AnyAnswersTest::fitting);
        ChoiceList rows = repeat.rows();
        if (rows == null) {
            return entry.list().ofMaxSize(4).map(list -> list);
        }
        return entry.map(item -> {
            item.put("row", rows.ids().get(0));
            return List.of(item);
        });
    }

    private static Arbitrary<String> words() {
        Arbitrary<String> anyCharacters =
                Arbitraries.strings().all().ofMaxLength(20).map(text -> "x" + text);
        return Arbitraries.frequencyOf(
                pair(4, Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(20)),
                pair(1, anyCharacters),
                pair(1, Arbitraries.of("<script>", "{{7*7}}", "\u202Eabc", "a\r\nb", "e\u0301")));
    }

    /** Any JSON at all. */
    private static Arbitrary<Object> junk(int depth) {
        Arbitrary<Object> leaf = Arbitraries.of(
                "", " ", "x", true, false, BigDecimal.ONE, new BigDecimal("1e300"), "met", "2026-02-30", "2026-01-01");
        if (depth == 0) {
            return leaf;
        }
        return Arbitraries.oneOf(
                leaf,
                junk(depth - 1).list().ofMaxSize(3).map(list -> list),
                Arbitraries.maps(Arbitraries.of("name", "id", "row", "about", "seen", "stranger"), junk(depth - 1))
                        .ofMaxSize(3)
                        .map(map -> map));
    }

    private static <T> Tuple2<Integer, Arbitrary<? extends T>> pair(int often, Arbitrary<? extends T> arbitrary) {
        return Tuple.of(often, arbitrary);
    }
}
