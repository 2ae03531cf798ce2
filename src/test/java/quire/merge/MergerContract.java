package quire.merge;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import quire.core.Json;
import quire.core.Problem;

/** What a template means, whatever it is written in: the same cases for every merger, from the simplest up. */
public abstract class MergerContract {

    /**
     * One small merge.
     *
     * @param rule what the case shows
     * @param template one line of template text
     * @param data the data as JSON
     * @param expected the plain text that a reader sees
     */
    public record Case(String rule, String template, String data, String expected) {
        @Override
        public String toString() {
            return rule + ": " + template;
        }
    }

    /**
     * Merges a template of one line.
     *
     * @return what a reader sees: plain text, nothing escaped
     */
    protected abstract String merge(String template, Object jsonData, Missing missing);

    static Stream<Case> values() {
        return Stream.of(
                new Case("text without tags", "Dear all", "{}", "Dear all"),
                new Case("a value", "Dear {{name}}!", "{'name': 'Ana'}", "Dear Ana!"),
                new Case("spaces in the tag", "Dear {{  name }}!", "{'name': 'Ana'}", "Dear Ana!"),
                new Case("two values side by side", "{{a}}{{b}}", "{'a': 'one', 'b': 'two'}", "onetwo"),
                new Case("the same value twice", "{{a}} and {{a}}", "{'a': 'one'}", "one and one"),
                new Case("letters of any language", "{{ŵyr}}", "{'ŵyr': 'Siân Łucja Ελένη'}", "Siân Łucja Ελένη"),
                new Case("a whole number", "{{n}}", "{'n': 85}", "85"),
                new Case("zero", "{{n}}", "{'n': 0}", "0"),
                new Case("a fraction keeps its digits", "{{n}}", "{'n': 1.20}", "1.20"),
                new Case("no exponents", "{{n}}", "{'n': 1.2345678905E9}", "1234567890.5"),
                new Case("a negative number", "{{n}}", "{'n': -7}", "-7"),
                new Case("true", "{{b}}", "{'b': true}", "true"),
                new Case("false", "{{b}}", "{'b': false}", "false"),
                new Case("null", "({{n}})", "{'n': null}", "()"),
                new Case("empty text", "({{t}})", "{'t': ''}", "()"),
                new Case("an empty list", "({{l}})", "{'l': []}", "()"),
                new Case("a group prints nothing", "({{g}})", "{'g': {'a': 'one'}}", "()"),
                new Case("a list prints with commas", "{{l}}", "{'l': ['one', 'two', 'three']}", "one, two, three"));
    }

    static Stream<Case> dottedKeys() {
        return Stream.of(
                new Case("one dot", "{{a.b}}", "{'a': {'b': 'in'}}", "in"),
                new Case("five names", "{{a.b.c.d.e}}", "{'a':{'b':{'c':{'d':{'e':'deep'}}}}}", "deep"),
                new Case(
                        "the first name decides",
                        "({{#a}}{{b.c}}{{/a}})",
                        "{'a': {'b': {}}, 'b': {'c': 'outside'}}",
                        "()"),
                new Case("in a section", "{{#a.b}}{{c}}{{/a.b}}", "{'a': {'b': {'c': 'in'}}}", "in"),
                new Case("falsy at the end", "({{#a.b}}x{{/a.b}})", "{'a': {'b': false}}", "()"));
    }

    static Stream<Case> sections() {
        return Stream.of(
                new Case("true shows", "{{#b}}yes{{/b}}", "{'b': true}", "yes"),
                new Case("false hides", "({{#b}}yes{{/b}})", "{'b': false}", "()"),
                new Case("null hides", "({{#n}}yes{{/n}})", "{'n': null}", "()"),
                new Case("empty text hides", "({{#t}}yes{{/t}})", "{'t': ''}", "()"),
                new Case("text shows", "{{#t}}yes{{/t}}", "{'t': 'x'}", "yes"),
                new Case("zero shows", "{{#n}}yes{{/n}}", "{'n': 0}", "yes"),
                new Case("a group is stepped into", "{{#g}}{{a}}{{/g}}", "{'g': {'a': 'one'}}", "one"),
                new Case("an empty group shows", "{{#g}}yes{{/g}}", "{'g': {}}", "yes"),
                new Case("outer values stay in sight", "{{#g}}{{a}}{{b}}{{/g}}", "{'g':{'a':1},'b':2}", "12"),
                new Case("inner values come first", "{{#g}}{{a}}{{/g}}", "{'g': {'a': 'in'}, 'a': 'out'}", "in"),
                new Case("text as its own value", "{{#t}}“{{.}}”{{/t}}", "{'t': 'said'}", "“said”"),
                new Case("one in another", "{{#a}}1{{#b}}2{{/b}}3{{/a}}", "{'a': true, 'b': true}", "123"),
                new Case("the same one twice", "{{#a}}1{{/a}}-{{#a}}2{{/a}}", "{'a': true}", "1-2"),
                new Case("the same one inside itself", "{{#a}}1{{#a}}2{{/a}}3{{/a}}", "{'a': true}", "123"));
    }

    static Stream<Case> invertedSections() {
        return Stream.of(
                new Case("false", "{{^b}}no{{/b}}", "{'b': false}", "no"),
                new Case("true", "({{^b}}no{{/b}})", "{'b': true}", "()"),
                new Case("null", "{{^n}}no{{/n}}", "{'n': null}", "no"),
                new Case("empty text", "{{^t}}no{{/t}}", "{'t': ''}", "no"),
                new Case("an empty list", "{{^l}}none{{/l}}", "{'l': []}", "none"),
                new Case("a list", "({{^l}}none{{/l}})", "{'l': [1]}", "()"),
                new Case("zero is an answer", "({{^n}}no{{/n}})", "{'n': 0}", "()"),
                new Case("a group", "({{^g}}no{{/g}})", "{'g': {}}", "()"),
                new Case("either or", "{{#b}}yes{{/b}}{{^b}}no{{/b}}", "{'b': false}", "no"));
    }

    static Stream<Case> lists() {
        return Stream.of(
                new Case("of groups", "{{#l}}{{n}};{{/l}}", "{'l': [{'n': 1}, {'n': 2}, {'n': 3}]}", "1;2;3;"),
                new Case("of texts", "{{#l}}{{.}};{{/l}}", "{'l': ['a', 'b']}", "a;b;"),
                new Case("of numbers", "{{#l}}{{.}};{{/l}}", "{'l': [1.10, 2]}", "1.10;2;"),
                new Case("of lists", "{{#l}}({{#.}}{{.}}{{/.}}){{/l}}", "{'l': [[1, 2], [3]]}", "(12)(3)"),
                new Case("an empty one shows nothing", "({{#l}}x{{/l}})", "{'l': []}", "()"),
                new Case("falsy items count", "{{#l}}[{{.}}]{{/l}}", "{'l': ['', 'a']}", "[][a]"),
                new Case(
                        "in lists",
                        "{{#l}}{{#m}}{{n}}{{/m}};{{/l}}",
                        "{'l':[{'m':[{'n':1},{'n':2}]},{'m':[]}]}",
                        "12;;"),
                new Case("outer values", "{{#l}}{{n}}{{u}} {{/l}}", "{'u': 'h', 'l': [{'n': 1}, {'n': 2}]}", "1h 2h "),
                new Case("numbered", "{{#l}}{{_number}}. {{.}} {{/l}}", "{'l': ['a', 'b']}", "1. a 2. b "),
                new Case("the first", "{{#l}}{{#_first}}>{{/_first}}{{.}}{{/l}}", "{'l': ['a', 'b', 'c']}", ">abc"),
                new Case("not the last", "{{#l}}{{.}}{{^_last}}, {{/_last}}{{/l}}", "{'l': ['a', 'b']}", "a, b"),
                new Case(
                        "the inner list counts for itself",
                        "{{#l}}{{_number}}:{{#m}}{{_number}}{{/m}} {{/l}}",
                        "{'l': [{'m': [7, 8]}, {'m': [9]}]}",
                        "1:12 2:1 "),
                new Case(
                        "counted through a section",
                        "{{#l}}{{#a}}{{_number}}{{/a}}{{/l}}",
                        "{'l': [{'a': true}, {'a': false}, {'a': true}]}",
                        "13"));
    }

    static Stream<Case> theRest() {
        return Stream.of(
                new Case("a comment is gone", "a{{! not for print }}b", "{}", "ab"),
                new Case("new delimiters", "{{=<% %>=}}<%a%> {{a}}", "{'a': 1}", "1 {{a}}"),
                new Case("one mark is enough", "{{=| |=}}|a|", "{'a': 1}", "1"),
                new Case("and back again", "{{=| |=}}|a||={{ }}=|{{a}}", "{'a': 1}", "11"),
                new Case("sections with new delimiters", "{{=| |=}}|#l||.||/l|", "{'l': [1, 2]}", "12"),
                new Case("one brace is only a brace", "{a} {{a}} }", "{'a': 1}", "{a} 1 }"),
                new Case("markup is text", "{{a}}", "{'a': '<b>&amp; \\\"x\\\"</b>'}", "<b>&amp; \"x\"</b>"),
                new Case("tags in the data are text", "{{a}}", "{'a': '{{b}} ${7*7}', 'b': 1}", "{{b}} ${7*7}"),
                new Case("rich text of plain data is text", "{{{a}}}{{&a}}", "{'a': '<i>'}", "<i><i>"),
                new Case("no method is ever called", "({{l.clear}}{{t.length}}{{t.class}})", "{'l':[1],'t':'x'}", "()"),
                new Case("an apostrophe", "{{a}}", "{'a': 'O\\u2019Neil d\\u0027Arc'}", "O’Neil d'Arc"));
    }

    @ParameterizedTest
    @MethodSource({"values", "dottedKeys", "sections", "invertedSections", "lists", "theRest"})
    protected void means(Case example) {
        assertThat(blank(example.template(), example.data())).isEqualTo(example.expected());
    }

    @Test
    protected void leavesUnknownKeysBlankIfAsked() {
        assertThat(blank("({{nam}}{{a.nam}}{{#nam}}x{{/nam}})", "{'a': {}}")).isEqualTo("()");
        assertThat(blank("{{^nam}}none{{/nam}}", "{}")).isEqualTo("none");
    }

    @Test
    protected void marksUnknownKeysInTheirPlace() {
        assertThat(merge("Dear {{nam}}!", "{'name': 'Ana'}", Missing.MARK)).isEqualTo("Dear [nam]!");
        assertThat(merge("{{#a.b}}x{{/a.b}}", "{'a': {}}", Missing.MARK)).isEqualTo("[a.b]");
        assertThat(merge("{{^nam}}none{{/nam}}", "{}", Missing.MARK)).isEqualTo("[nam]");
    }

    @Test
    protected void refusesUnknownKeysAndListsThemAll() {
        assertThatThrownBy(() ->
                        merge("{{nam}} {{name}} {{#wrong}}x{{/wrong}}{{^no}}{{/no}}", "{'name': 1}", Missing.ERROR))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.findings())
                                .extracting(finding ->
                                        finding.code() + " " + finding.place().path())
                                .containsExactly("unknown-key nam", "unknown-key wrong", "unknown-key no"));
    }

    @Test
    protected void namesAnUnknownKeyOnceHoweverOftenItIsMet() {
        assertThatThrownBy(() -> merge("{{#l}}{{nam}}{{/l}}", "{'l': [{}, {}, {}]}", Missing.ERROR))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.findings()).hasSize(1));
    }

    @Test
    protected void sparesKnownButEmptyKeys() {
        assertThat(merge("({{a}}{{b}}{{#c}}x{{/c}})", "{'a': null, 'b': '', 'c': []}", Missing.ERROR))
                .isEqualTo("()");
    }

    @ParameterizedTest
    @MethodSource("faultyTemplates")
    protected void refusesAFaultyTemplate(String template) {
        assertThatThrownBy(() -> blank(template, "{'a': true, 'b': true}"))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.kind()).isEqualTo(Problem.Kind.BAD_INPUT);
                    assertThat(problem.findings()).isNotEmpty();
                });
    }

    static List<String> faultyTemplates() {
        return List.of(
                "{{#a}}never closed",
                "never opened{{/a}}",
                "{{#a}}{{#b}}crossed{{/a}}{{/b}}",
                "{{a",
                "{{}}",
                "{{if a}}",
                "{{a | upper}}",
                "{{a b}}",
                "{{$block}}{{/block}}",
                "{{<parent}}{{/parent}}");
    }

    @Test
    protected void goesDeeperThanAnyTemplateOfPeople() {
        String open = IntStream.range(0, 190).mapToObj(i -> "{{#a}}").collect(joining());
        String close = IntStream.range(0, 190).mapToObj(i -> "{{/a}}").collect(joining());
        assertThat(blank(open + "deep" + close, "{'a': true}")).isEqualTo("deep");
    }

    @Test
    protected void takesLongLists() {
        String data =
                IntStream.range(0, 10_000).mapToObj(i -> "{'n': " + i + "}").collect(joining(",", "{'l': [", "]}"));
        String expected = IntStream.range(0, 10_000).mapToObj(i -> i + ";").collect(joining());
        assertThat(blank("{{#l}}{{n}};{{/l}}", data)).isEqualTo(expected);
    }

    private String blank(String template, String data) {
        return merge(template, data, Missing.BLANK);
    }

    /** JSON in the cases is written with single quotes, so that it can be read. */
    private String merge(String template, String data, Missing missing) {
        return merge(template, Json.readObject(data.replace('\'', '"'), "data"), missing);
    }
}
