package quire.forms;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When a field or section is part of a paper: a tree of tests on other answers and on facts of the record. */
public sealed interface Condition {

    /** How deep the tree may be. */
    int MAX_DEPTH = 5;

    /**
     * Whether this holds for some answers.
     *
     * @param answers finds the answer that a test looks at; null where it is hidden or not answered
     */
    boolean holds(Function<Test, @Nullable Object> answers);

    /** Every test in the tree, in the order of the file. */
    Stream<Test> tests();

    /** How many levels the tree has; 1 for a single test. */
    int depth();

    /** The condition as plain JSON data, as it stands in the form file. */
    Map<String, @Nullable Object> data();

    /** Holds when each part does. */
    record All(List<Condition> parts) implements Condition {
        public All {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean holds(Function<Test, @Nullable Object> answers) {
            return parts.stream().allMatch(part -> part.holds(answers));
        }

        @Override
        public Stream<Test> tests() {
            return parts.stream().flatMap(Condition::tests);
        }

        @Override
        public int depth() {
            return 1 + parts.stream().mapToInt(Condition::depth).max().orElse(0);
        }

        @Override
        public Map<String, @Nullable Object> data() {
            return Map.of("all", parts.stream().map(Condition::data).toList());
        }
    }

    /** Holds when at least one part does. */
    record Any(List<Condition> parts) implements Condition {
        public Any {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean holds(Function<Test, @Nullable Object> answers) {
            return parts.stream().anyMatch(part -> part.holds(answers));
        }

        @Override
        public Stream<Test> tests() {
            return parts.stream().flatMap(Condition::tests);
        }

        @Override
        public int depth() {
            return 1 + parts.stream().mapToInt(Condition::depth).max().orElse(0);
        }

        @Override
        public Map<String, @Nullable Object> data() {
            return Map.of("any", parts.stream().map(Condition::data).toList());
        }
    }

    /** Holds when its part does not. */
    record Not(Condition part) implements Condition {
        @Override
        public boolean holds(Function<Test, @Nullable Object> answers) {
            return !part.holds(answers);
        }

        @Override
        public Stream<Test> tests() {
            return part.tests();
        }

        @Override
        public int depth() {
            return 1 + part.depth();
        }

        @Override
        public Map<String, @Nullable Object> data() {
            return Map.of("not", part.data());
        }
    }

    /**
     * One look at one answer.
     *
     * @param source where the field stands
     * @param field the id of the field looked at
     * @param operator how
     * @param operand what it is compared with: text, a number, a truth, or a list of these for {@link Operator#IN}
     */
    record Test(Source source, String field, Operator operator, Object operand) implements Condition {

        @Override
        public boolean holds(Function<Test, @Nullable Object> answers) {
            return operator.holds(answers.apply(this), operand);
        }

        @Override
        public Stream<Test> tests() {
            return Stream.of(this);
        }

        @Override
        public int depth() {
            return 1;
        }

        @Override
        public Map<String, @Nullable Object> data() {
            Map<String, @Nullable Object> data = new LinkedHashMap<>();
            data.put(source.word(), field);
            data.put(operator.word(), operand);
            return data;
        }

        public boolean looksAtRecord() {
            return source == Source.RECORD;
        }

        /** What the answer is compared with, one by one. */
        List<?> operands() {
            return operand instanceof List<?> list ? list : List.of(operand);
        }
    }

    /** Where a test looks: at a field of the form, or at a fact of the block at its head. */
    enum Source {
        FIELD,
        RECORD;

        /** The key in form files. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How a test looks at an answer. Without an answer only {@code is_not} and {@code answered: false} hold. */
    enum Operator {
        IS,
        IS_NOT,
        IN,
        INCLUDES,
        GT,
        LT,
        ANSWERED;

        /** The key in form files, for example {@code is_not}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Operator> find(String word) {
            return Arrays.stream(values())
                    .filter(operator -> operator.word().equals(word))
                    .findFirst();
        }

        private boolean holds(@Nullable Object answer, Object operand) {
            return switch (this) {
                case IS -> same(answer, operand);
                case IS_NOT -> !same(answer, operand);
                case IN -> operand instanceof List<?> list && list.stream().anyMatch(one -> same(answer, one));
                case INCLUDES -> answer instanceof List<?> list && list.contains(operand);
                case GT -> compare(answer, operand) > 0;
                case LT -> compare(answer, operand) < 0;
                case ANSWERED -> Objects.equals(answer != null, operand);
            };
        }

        private static boolean same(@Nullable Object answer, @Nullable Object operand) {
            if (answer instanceof BigDecimal left && operand instanceof BigDecimal right) {
                return left.compareTo(right) == 0;
            }
            return answer != null && answer.equals(operand);
        }

        /** Numbers by size, dates by their ISO text; 0 for what cannot be compared, which is neither more nor less. */
        private static int compare(@Nullable Object answer, Object operand) {
            if (answer instanceof BigDecimal left && operand instanceof BigDecimal right) {
                return left.compareTo(right);
            }
            return answer instanceof String left && operand instanceof String right ? left.compareTo(right) : 0;
        }
    }
}
