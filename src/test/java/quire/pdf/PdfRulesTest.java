package quire.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quire.core.Finding;

class PdfRulesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            form-control       | <p><input value="x"></p>
            form-control       | <textarea>x</textarea>
            style-structure    | <ul><li style="float: left">x</li></ul>
            style-structure    | <ul><li style="display: inline">x</li></ul>
            style-structure    | <h1 style="position: relative">x</h1>
            style-structure    | <h1 style="overflow: hidden">x</h1>
            list-item          | <ul><p>x</p></ul>
            list-item          | <div><li>x</li></div>
            picture-description| <img src="logo.png">
            picture-refused    | <img src="https://example.org/x.png" alt="x">
            heading-level      | <h2>x</h2>
            heading-level      | <h1>x</h1><h4>y</h4>
            table-ragged       | <table><tr><td>a</td></tr><tr><td>b</td><td>c</td></tr></table>
            table-body         | <table><thead><tr><th>a</th></tr></thead></table>
            style-generated    | <style>td::before { content: "x" }</style><table><tr><td>a</td></tr></table>
            style-page-paint   | <style>@page { background: #eee }</style>
            style-cmyk         | <p style="color: cmyk(0, 1, 1, 0)">x</p>
            style-import       | <style>@import "other.css";</style>
            style-font         | <style>@font-face { font-family: X; src: url(x.ttf) }</style>
            style-address      | <p style="background: url(x.png)">x</p>
            style-float        | <style>.aside { float: right }</style><p>x <span class="aside">y</span></p>
            not-for-paper      | <svg><circle r="3"/></svg>
            link-address       | <a href="javascript:alert(1)">x</a>
            missing-glyph      | <p>🧑</p>
            page-language      | <html><p>x</p></html>
            page-title         | <html lang="en"><p>x</p></html>""")
    void tellsEachRule(String code, String html) {
        assertThat(PdfRules.check(html, "t.html")).extracting(Finding::code).contains(code);
    }

    @Test
    void saysOnWhichLineOfATemplate() {
        List<Finding> findings = PdfRules.check("""
                <html lang="en"><head><title>{{title}}</title></head>
                <body>
                {{#rows}}
                <p>{{name}}</p>
                <input value="{{name}}">
                {{/rows}}
                </body></html>""", "form.html");
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("form-control");
            assertThat(finding.place().file()).isEqualTo("form.html");
            assertThat(finding.place().line()).isEqualTo(5);
        });
    }

    @Test
    void takesTheTagsOfATemplateForWhatTheyWillBe() {
        assertThat(PdfRules.check("""
                        <html lang="{{language}}"><head><title>{{form.title}}</title></head><body><h1>{{form.title}}</h1>
                        {{> facts}}
                        <table><thead><tr><th>Need</th><th>By</th></tr></thead><tbody>
                        {{#rows}}<tr><td>{{need}}</td><td>{{{by}}}</td></tr>{{/rows}}
                        {{^rows}}<tr><td>None</td><td></td></tr>{{/rows}}
                        </tbody></table>
                        {{#photo}}<img src="{{photo.key}}" alt="{{photo.alt}}">{{/photo}}
                        {{! a remark }}</body></html>""", "form.html")).isEmpty();
    }

    @Test
    void doesNotAskAPartForATitle() {
        assertThat(PdfRules.check("<p>{{name}}</p>", "part.html")).isEmpty();
    }

    @Test
    void tellsAFaultThatIsEverywhereOnlyATimeOrTwenty() {
        List<Finding> findings = PdfRules.check("<p><input></p>".repeat(500), "t.html");
        assertThat(findings).hasSize(21);
        assertThat(findings.get(20).message()).contains("480 more places");
    }

    @Test
    void handsBackWhatIsTooDeepAsAFinding() {
        assertThat(PdfRules.check("<div>".repeat(300), "t.html"))
                .extracting(Finding::code)
                .containsExactly("page-too-deep");
    }
}
