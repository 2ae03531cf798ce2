package quire.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import quire.core.Json;
import quire.core.MediaType;
import quire.forms.Answers;
import quire.forms.DocumentFacts;
import quire.forms.Form;
import quire.forms.FormReader;
import quire.merge.Missing;
import quire.pdf.PdfMaker;
import quire.testkit.PdfText;
import quire.testkit.VeraPdf;

/** The layout that prints any form, on a form that nobody has drawn a layout for. */
class SharedLayoutTest {

    private static final String FORM = """
            form: any
            version: 1
            title: Any form
            roles:
              writer: {label: Writer}
            lists:
              papers:
                - {id: plan, text: "The plan", hint: "Signed by all"}
                - {id: long, text: "The report", hint: "LONG"}
            sections:
              - id: all
                title: All
                owner: writer
                fields:
                  - {id: address, type: text, label: Address, lines: 4}
                  - {id: agreed, type: yesno, label: Agreed}
                  - id: checks
                    type: repeat
                    label: Checks
                    item:
                      - {id: check, type: text, label: "What was looked at, and by whom"}
                      - {id: found, type: text, label: Found}
                      - {id: remark, type: text, label: Remark}
                      - {id: done, type: yesno, label: Done}
                      - {id: due, type: date, label: Due}
                  - id: papers
                    type: repeat
                    label: Papers
                    rows: papers
                    item:
                      - {id: there, type: yesno, label: There}
                      - {id: page, type: number, label: Page}
                  - id: wide
                    type: repeat
                    label: Wide
                    item:
                      - {id: w1, type: text, label: One}
                      - {id: w2, type: text, label: Two}
                      - {id: w3, type: yesno, label: Three}
                      - {id: w4, type: yesno, label: Four}
                      - {id: w5, type: date, label: Five}
                      - {id: w6, type: date, label: Six}
            """.replace(
                    "LONG", "A hint that explains at length what the report is for and how it came about. ".repeat(3));

    private static final String ANSWERS = """
            {"address": "1 Elm Street\\nKettleby\\nKT1 2AB",
             "checks": [
               {"check": "All papers of the year, page by page and line by line", "done": true, "due": "2026-09-30",
                "found": "Nothing that could not be put right in a day or two", "remark": "Looked at with the assessor"},
               {"check": "Dates", "due": "2026-12-24"}],
             "papers": [{"row": "plan", "there": true}, {"row": "long", "page": 3}],
             "wide": [{"w1": "a", "w2": "b", "w3": true, "w5": "2026-09-30"}]}
            """;

    private static final DocumentMaker MAKER =
            new DocumentMaker(TemplateShelf.open(Path.of("templates")), new PdfMaker());

    private final List<String> draft = lines("", true);
    private final List<String> paper = lines("", false);

    @Test
    void hasNoSignaturesWhereNobodySigns() {
        String signed = "sign_off:\n  - {step: 1, by: {all: [writer]}, covers: [all], statement: Mine.CONDITION}\n";
        assertThat(paper).doesNotContain("Signatures");
        assertThat(lines(signed.replace("CONDITION", ""), false)).contains("Signatures");
        assertThat(lines(signed.replace("CONDITION", ", show_if: {field: agreed, is: true}"), false))
                .doesNotContain("Signatures");
    }

    @Test
    void keepsTheLinesOfAnAddress() {
        assertThat(paper).containsSubsequence("Address 1 Elm Street", "Kettleby", "KT1 2AB");
    }

    @Test
    void showsEmptyBoxesOnADraftOnly() {
        assertThat(draft).contains("Agreed ☐ Yes ☐ No");
        assertThat(paper).contains("Agreed Not answered");
        assertThat(String.join("\n", paper)).doesNotContain("☐ Yes ☐ No");
    }

    @Test
    void partsNeitherBoxesFromTheirWordsNorADate() {
        assertThat(paper).anyMatch(line -> line.contains("☑ Yes ☐ No 30 September 2026"));
        assertThat(paper).anyMatch(line -> line.contains("24 December 2026"));
    }

    @Test
    void printsTheHintOfARowIfItIsShort() {
        assertThat(paper).contains("Signed by all").noneMatch(line -> line.contains("explains at length"));
    }

    @Test
    void printsAWideTableInBrief() {
        assertThat(paper).contains("a b Yes 30/09/2026");
    }

    @Test
    void isAccessibleWithEverythingAndWithNothing() {
        VeraPdf.assertAccessibleAndArchival(pdf("", ANSWERS, false));
        VeraPdf.assertAccessibleAndArchival(pdf("", "{}", true));
    }

    private static List<String> lines(String signOff, boolean draft) {
        return PdfText.of(pdf(signOff, ANSWERS, draft))
                .lines()
                .map(line -> line.replaceAll("[\\s\\u00A0]+", " ").strip())
                .toList();
    }

    private static byte[] pdf(String signOff, String answers, boolean draft) {
        Form form = FormReader.read(FORM + signOff, "any.yaml").orThrow();
        DocumentFacts facts = new DocumentFacts(0, draft, LocalDate.of(2026, 11, 21));
        return MAKER.make(
                        form,
                        Answers.of(form, Json.readObject(answers, "answers")),
                        facts,
                        MediaType.PDF,
                        draft ? Missing.MARK : Missing.ERROR)
                .bytes();
    }
}
