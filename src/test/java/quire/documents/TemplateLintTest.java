package quire.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import quire.core.Finding;
import quire.core.Problem;
import quire.forms.Form;
import quire.forms.Forms;
import quire.testkit.Docx;

class TemplateLintTest {

    private static final Form OBSERVATION = Forms.load(Path.of("forms")).get("direct-observation");

    @Test
    void findsAnUnknownKeyOfAnHtmlTemplateOnItsLineAndOffersTheRightOne() {
        assertThat(lint("page.html", "<p>{{document.title}}</p>\n<p>{{document.titel}}</p>"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.toString())
                        .contains("page.html:2", "document.titel", "Did you mean “document.title”?"));
    }

    @Test
    void findsAMissingPartial() {
        assertThat(lint("page.html", "{{> nowhere}}")).extracting(Finding::code).containsExactly("partial-missing");
    }

    @Test
    void findsWhatAPageCannotHoldOnPaper() {
        String page = "<!DOCTYPE html><html lang='en'><head><title>x</title></head><body><h1>x</h1>"
                + "<p><input name='a'></p></body></html>";
        assertThat(lint("page.html", page))
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.place().file()).isEqualTo("page.html"));
    }

    @Test
    void findsTheFaultsOfAWordTemplateWithTheFileAndThePart() {
        byte[] template = Docx.line("{{obs_dat}} {{> other}}").bytes();
        assertThat(TemplateLint.check(TemplateFile.of("mine.docx", template), OBSERVATION))
                .extracting(Finding::code)
                .contains("partial-in-word");
        assertThat(TemplateLint.check(
                        TemplateFile.of("mine.docx", Docx.line("{{obs_dat}}").bytes()), OBSERVATION))
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.toString()).contains("mine.docx", "word/document.xml", "‹{{obs_dat}}›"));
    }

    @Test
    void tellsWhyAFileIsNoTemplateAtAll() {
        assertThat(lint("notes.docx", "just text")).extracting(Finding::code).containsExactly("not-a-zip");
        assertThatThrownBy(() -> lint("notes.txt", "just text")).isInstanceOf(Problem.class);
    }

    @Test
    void commentsACopyOfAWordTemplate() {
        TemplateFile template =
                TemplateFile.of("mine.docx", Docx.line("{{obs_dat}}").bytes());
        byte[] copy = TemplateLint.copyWithComments(template, OBSERVATION);
        assertThat(Docx.xml(copy, "word/comments.xml")).contains("There is no “obs_dat” here.");
        assertThat(Docx.bodyXml(copy)).contains("commentRangeStart", "commentReference");
    }

    private static List<Finding> lint(String name, String source) {
        return TemplateLint.check(TemplateFile.of(name, source.getBytes(StandardCharsets.UTF_8)), OBSERVATION);
    }
}
