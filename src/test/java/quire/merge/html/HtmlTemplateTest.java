package quire.merge.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import quire.core.Finding;
import quire.core.Problem;
import quire.core.Severity;
import quire.merge.Delimiters;
import quire.merge.Missing;
import quire.merge.PictureFormat;
import quire.merge.Value;

/** What is particular to HTML: escaping, rich text, pictures, partials, limits. */
class HtmlTemplateTest {

    private static final Value NOTHING = Value.of(Map.of());

    @ParameterizedTest
    @ValueSource(strings = {"{{t}}", "{{{t}}}", "{{&t}}"})
    void neverLetsDataBecomeMarkup(String tag) {
        String hostile = "<script>alert(\"1\")</script>&lt;'";
        String expected = "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;lt;&#39;";
        assertThat(html(tag, Map.of("t", hostile))).isEqualTo(expected);
        Value prose = new Value.Group(Map.of("t", new Value.Prose(hostile)));
        assertThat(merge(tag, prose).html()).isIn(expected, "<p>" + expected + "</p>");
    }

    @Test
    void escapesTheLabelOfAGapAndTheNameOfAKey() {
        Value gap = new Value.Group(Map.of("t", new Value.Gap("<b>", Map.of())));
        assertThat(compile("{{t}}").merge(gap, Missing.MARK).html()).isEqualTo("<mark>[&lt;b&gt;]</mark>");
    }

    @Test
    void dropsWhatNoDocumentMayHoldAndSaysSo() {
        HtmlMerge merge = merge("{{t}}", Value.of(Map.of("t", "a\u0000b\u000Bc\uFFFEd\uD800e\uDC00f\uD83D\uDE00\tg")));
        assertThat(merge.html()).isEqualTo("abcdef\uD83D\uDE00\tg");
        assertThat(merge.findings()).extracting(Finding::code).containsExactly("control-characters");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    One.                     | <p>One.</p>
                    One.~Two.                | <p>One.<br>Two.</p>
                    One.~~Two.               | <p>One.</p><p>Two.</p>
                    - a~- b                  | <ul><li>a</li><li>b</li></ul>
                    1. a~2. b                | <ol><li>a</li><li>b</li></ol>
                    1. a~~2. b               | <ol><li>a</li></ol><ol start="2"><li>b</li></ol>
                    7. a~8. b~10. c          | <ol start="7"><li>a</li><li>b</li></ol><ol start="10"><li>c</li></ol>
                    1) a                     | <p>1) a</p>
                    First:~- a~- b~Last.     | <p>First:</p><ul><li>a</li><li>b</li></ul><p>Last.</p>
                    - a~1. b                 | <ul><li>a</li></ul><ol><li>b</li></ol>
                    -no list~1.no list       | <p>-no list<br>1.no list</p>
                    2026. A year, not a list | <p>2026. A year, not a list</p>
                    """)
    void printsProseAsParagraphsAndLists(String text, String expected) {
        Value prose = new Value.Group(Map.of("t", new Value.Prose(text.replace('~', '\n'))));
        assertThat(merge("{{{t}}}", prose).html()).isEqualTo(expected);
    }

    @Test
    void printsProseAsItIsWithTwoBraces() {
        Value prose = new Value.Group(Map.of("t", new Value.Prose("One.\n\n- Two & three")));
        assertThat(merge("{{t}}", prose).html()).isEqualTo("One.\n\n- Two &amp; three");
    }

    @Test
    void namesPicturesAndHandsThemOver() {
        Value.Picture logo = new Value.Picture(new byte[] {1, 2, 3}, "Our \"logo\"", PictureFormat.PNG, 10, 10);
        HtmlMerge merge =
                merge("<img src=\"{{logo}}\" alt=\"{{logo.alt}}\">{{logo}}", new Value.Group(Map.of("logo", logo)));
        String name = "picture-" + logo.digest().brief();
        assertThat(merge.html()).isEqualTo("<img src=\"" + name + "\" alt=\"Our &quot;logo&quot;\">" + name);
        assertThat(merge.pictures()).containsExactly(Map.entry(name, logo));
    }

    @Test
    void marksGapsOnDraftsListsThemAndRefusesThemOnFinalPapers() {
        Value data =
                new Value.Group(Map.of("date", new Value.Gap("Date of the visit", Map.of("iso", new Value.Text("")))));
        HtmlTemplate template = compile("Held on {{date}}{{date.iso}}{{^date}}.{{/date}}");
        HtmlMerge draft = template.merge(data, Missing.MARK);
        assertThat(draft.html()).isEqualTo("Held on <mark>[Date of the visit]</mark>.");
        assertThat(draft.findings()).extracting(Finding::code).containsExactly("gap");
        assertThat(template.merge(data, Missing.BLANK).html()).isEqualTo("Held on .");
        assertThat(template.merge(data, Missing.BLANK).findings())
                .extracting(Finding::severity)
                .containsExactly(Severity.WARNING);
        assertThat(findings(() -> template.merge(data, Missing.ERROR)))
                .extracting(Finding::message)
                .containsExactly("“Date of the visit” must be answered, and is not.");
    }

    @Test
    void saysOnWhichLineAKeyIsUnknown() {
        HtmlTemplate template = HtmlTemplates.withoutPartials().compile("<p>\n\n{{nam}}\n{{knwon}}", "letter.html");
        assertThat(findings(() -> template.merge(NOTHING, Missing.ERROR)))
                .extracting(finding ->
                        finding.place().file() + ":" + finding.place().line())
                .containsExactly("letter.html:3", "letter.html:4");
    }

    @Test
    void saysOnWhichLineATemplateIsAtFaultAndListsAllFaults() {
        assertThat(findings(() -> compile("<p>\n{{#a}}\n{{a b}}\n\n{{/c}}")))
                .extracting(finding -> finding.place().line() + " " + finding.code())
                .containsExactly("3 bad-key", "5 sections-cross");
    }

    @Test
    void findsFaultsInPartials() {
        HtmlTemplates templates = with(Map.of("head", "\n{{#a}}"));
        assertThat(findings(() -> templates.compile("{{> head}}{{> gone}}", "page.html")))
                .extracting(finding -> finding.code() + " " + finding.place().file())
                .containsExactly("section-not-closed head", "unknown-partial page.html");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/passwd", "../secret", "template.html", "spec/README.md", "http://example.org/x"})
    void fetchesNoPartialByItself(String name) {
        assertThat(findings(() -> compile("{{> " + name + "}}"))).hasSize(1);
    }

    @Test
    void letsAPartialUseItselfForATree() {
        HtmlTemplates templates = with(Map.of("node", "{{n}}{{#in}}({{> node}}){{/in}}"));
        Value tree = Value.of(Map.of("n", "a", "in", List.of(Map.of("n", "b", "in", List.of()))));
        assertThat(templates
                        .compile("{{> node}}", "tree")
                        .merge(tree, Missing.BLANK)
                        .html())
                .isEqualTo("a(b)");
    }

    @Test
    void stopsAPartialThatUsesItselfWithoutEnd() {
        HtmlTemplate template = with(Map.of("loop", "{{> loop}}")).compile("{{> loop}}", "page.html");
        assertThat(findings(() -> template.merge(NOTHING, Missing.BLANK)))
                .extracting(Finding::code)
                .containsExactly("nested-too-deep");
    }

    @Test
    void stopsPartialsThatDoubleUp() {
        Map<String, String> doubling = new HashMap<>();
        IntStream.range(0, 60).forEach(i -> doubling.put("p" + i, "{{> p" + (i + 1) + "}}{{> p" + (i + 1) + "}}"));
        doubling.put("p60", "");
        HtmlTemplate template = with(doubling).compile("{{> p0}}", "page.html");
        assertThat(findings(() -> template.merge(NOTHING, Missing.BLANK)))
                .extracting(Finding::code)
                .containsExactly("too-many-steps");
    }

    @Test
    void stopsListsThatMultiply() {
        List<Object> rows = IntStream.range(0, 1000).mapToObj(i -> (Object) "r").toList();
        String five = "{{#l}}".repeat(5) + "{{/l}}".repeat(5);
        assertThat(findings(() -> merge(five, Value.of(Map.of("l", rows)))))
                .extracting(Finding::code)
                .containsExactly("too-many-steps");
    }

    @Test
    void stopsTextThatGrowsBeyondAllMeasure() {
        List<Object> rows = IntStream.range(0, 5000).mapToObj(i -> (Object) "r").toList();
        Value data = Value.of(Map.of("l", rows, "t", "x".repeat(50_000)));
        assertThat(findings(() -> merge("{{#l}}{{t}}{{/l}}", data)))
                .extracting(Finding::code)
                .containsExactly("output-size");
    }

    @Test
    void refusesATemplateOfFiftyMegabytes() {
        assertThat(findings(() -> compile(" ".repeat(50_000_000))))
                .extracting(Finding::code)
                .containsExactly("template-size");
    }

    /** A thread with half of the usual stack must get as far as the refusal, even in code not yet compiled. */
    @Test
    void refusesSectionsNestedBeyondReason() throws InterruptedException {
        String deep = "{{#a}}".repeat(20_000) + "{{/a}}".repeat(20_000);
        List<Finding> findings = new ArrayList<>();
        Thread narrow = new Thread(
                null,
                () -> findings.addAll(findings(() -> merge(deep, Value.of(Map.of("a", true))))),
                "narrow",
                512 << 10);
        narrow.start();
        narrow.join();
        assertThat(findings).extracting(Finding::code).containsExactly("nested-too-deep");
    }

    @Test
    void takesAHundredThousandRows() {
        List<Object> rows = IntStream.range(0, 100_000)
                .mapToObj(i -> (Object) Map.of("n", new BigDecimal(i)))
                .toList();
        HtmlMerge merge = merge("{{#rows}}<tr><td>{{_number}}</td></tr>\n{{/rows}}", Value.of(Map.of("rows", rows)));
        assertThat(merge.html()).endsWith("<tr><td>100000</td></tr>\n");
        assertThat(merge.html().lines()).hasSize(100_000);
    }

    @Test
    void beginsWithOtherDelimitersIfAsked() {
        HtmlTemplate template = HtmlTemplates.withoutPartials()
                .compile("{name} {#l}{.}{/l} {=<% %>=}<%name%>", "letter.html", Delimiters.parse("{ }"));
        assertThat(template.merge(Value.of(Map.of("name", "Ana", "l", List.of("x"))), Missing.BLANK)
                        .html())
                .isEqualTo("Ana x Ana");
    }

    @Test
    void takesStyleSheetsForWhatTheyAre() {
        String css = "<style>@media print{p{color:red}}</style>";
        assertThat(html(css, Map.of())).isEqualTo(css);
    }

    @Test
    void keepsLineEndsAndByteOrderMarksOutOfTheWay() {
        assertThat(html("\uFEFF<p>\r\n{{#a}}\r\n x\r\n{{/a}}\r\n</p>", Map.of("a", true)))
                .isEqualTo("<p>\r\n x\r\n</p>");
    }

    @Test
    void compilesEachContentOnce() {
        HtmlTemplates templates = HtmlTemplates.withoutPartials();
        assertThat(templates.compile("{{a}}", "a.html")).isSameAs(templates.compile("{{a}}", "a.html"));
        assertThat(templates.compile("{{a}}", "a.html")).isNotSameAs(templates.compile("{{b}}", "a.html"));
    }

    @Test
    void servesManyThreadsAtOnce() {
        HtmlTemplate template = compile("{{#l}}{{.}}{{/l}}{{a}}");
        List<String> results = IntStream.range(0, 2_000)
                .parallel()
                .mapToObj(i -> template.merge(Value.of(Map.of("l", List.of("x", "y"), "a", "t" + i)), Missing.BLANK)
                        .html())
                .toList();
        assertThat(results)
                .isEqualTo(IntStream.range(0, 2_000).mapToObj(i -> "xyt" + i).toList());
    }

    private static HtmlTemplates with(Map<String, String> partials) {
        return new HtmlTemplates(name -> Optional.ofNullable(partials.get(name)));
    }

    private static HtmlTemplate compile(String source) {
        return HtmlTemplates.withoutPartials().compile(source, "template.html");
    }

    private static HtmlMerge merge(String source, Value data) {
        return compile(source).merge(data, Missing.BLANK);
    }

    private static String html(String source, Object data) {
        return merge(source, Value.of(data)).html();
    }

    private static List<Finding> findings(ThrowingCallable work) {
        Throwable thrown = catchThrowable(work);
        assertThat(thrown).isInstanceOf(Problem.class);
        return ((Problem) thrown).findings();
    }
}
