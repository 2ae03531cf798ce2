package quire.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quire.people.Actor;
import quire.people.Display;
import quire.portfolio.Document;
import quire.portfolio.SignedRecord;
import quire.testkit.Ask;
import quire.testkit.Browser;
import quire.testkit.Cast;
import quire.testkit.PdfText;
import quire.testkit.SignedPapers;
import quire.testkit.WebHouse;

/** A paper that all have signed is taken away as it was signed, by those who may read all of it. */
class FinalPapersIT {

    @TempDir
    static Path data;

    private static WebHouse house;
    private static Cast cast;
    private static SignedPapers papers;

    @BeforeAll
    static void open() {
        house = WebHouse.open(data);
        cast = Cast.in(house);
        papers = new SignedPapers(house, cast);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void isADraftUntilAllHaveSigned() {
        String document = papers.written("critical-reflection");
        Ask.Answer draft =
                cast.ask("nqsw").get("/documents/" + document + "/pdf").expect(200);
        assertThat(draft.header("Content-Disposition")).contains("draft-critical-reflection-log");
        assertThat(PdfText.of(draft.bytes())).contains("Draft").doesNotContain("Signed record");
        cast.ask("nqsw").get("/documents/" + document + "/signed/1/pdf").expect(404);
        papers.signAll(document);
        Ask.Answer signed =
                cast.ask("nqsw").get("/documents/" + document + "/pdf").expect(200);
        assertThat(signed.header("Content-Disposition"))
                .contains("critical-reflection-log")
                .doesNotContain("draft-");
        assertThat(PdfText.of(signed.bytes()))
                .contains("Signed record " + papers.record(document).printedMark())
                .doesNotContain("Draft");
    }

    /** What nobody signs is finished by the word of whoever writes it, not by the last answer. */
    @Test
    void isADraftUntilItIsHandedInWhereNobodySigns() {
        String document = papers.written("roadmap");
        String address = "/documents/" + document + "/pdf";
        assertThat(cast.ask("nqsw").get(address).expect(200).header("Content-Disposition"))
                .doesNotContain("draft-");
        Document completed = house.rooms().documents().get(document);
        house.rooms()
                .documents()
                .sections()
                .reopen(document, completed.form().sections().get(0).id(), papers.as("coordinator"), papers.now());
        Ask.Answer draft = cast.ask("nqsw").get(address).expect(200);
        assertThat(draft.header("Content-Disposition")).contains("draft-roadmap");
        assertThat(PdfText.of(draft.bytes())).startsWith("Draft");
    }

    /** As on the page on which finished papers are taken away: with the last signature it is for more people than before. */
    @Test
    void isForTheCoordinatorAndTheManagerOnceAllHaveSigned() {
        String document = papers.written("agreement");
        String page = "/documents/" + document;
        cast.ask("manager").get(page + "/pdf").expect(404);
        cast.ask("coordinator").get(page + "/pdf").expect(404);
        papers.signAll(document);
        byte[] signed = cast.ask("nqsw").get(page + "/pdf").expect(200).bytes();
        for (String who : List.of("manager", "coordinator")) {
            cast.ask(who).get(page).expect(200).says("href=\"" + page + "/pdf\"");
            assertThat(cast.ask(who).get(page + "/pdf").expect(200).bytes()).isEqualTo(signed);
            assertThat(cast.ask(who).get(page + "/signed/1/pdf").expect(200).bytes())
                    .isEqualTo(signed);
        }
        cast.ask("administrator").get(page + "/pdf").expect(404);
        cast.ask("administrator").get(page + "/signed/1/pdf").expect(404);
    }

    /** What is official looks the same for everybody, however they like to read. */
    @Test
    void isTheSameFileForEverybody() {
        String document = papers.log();
        house.rooms()
                .people()
                .persons()
                .display(
                        cast.person("assessor").id(),
                        new Display(
                                Display.Font.VERDANA,
                                Display.Size.LARGER,
                                Display.Spacing.WIDER,
                                Display.Background.CREAM),
                        Actor.of(cast.person("assessor").id()),
                        papers.now());
        for (String type : new String[] {"word", "pdf"}) {
            String address = "/documents/" + document + "/" + type;
            assertThat(cast.ask("assessor").get(address).expect(200).bytes())
                    .isEqualTo(cast.ask("nqsw").get(address).expect(200).bytes());
        }
    }

    @Test
    void isStillThereWhenThePaperWasOpenedAgain() {
        String document = papers.log();
        SignedRecord first = papers.record(document);
        String address = "/documents/" + document + "/signed/1/";
        byte[] before = cast.ask("nqsw").get(address + "pdf").expect(200).bytes();
        papers.change(document, "the_work", "situation", "I went to see her twice.");
        cast.ask("nqsw").get("/documents/" + document).says("As all signed it", first.printedMark());
        assertThat(cast.ask("nqsw").get(address + "pdf").expect(200).bytes()).isEqualTo(before);
        assertThat(PdfText.of(cast.ask("nqsw")
                        .get("/documents/" + document + "/pdf")
                        .expect(200)
                        .bytes()))
                .contains("Draft", "(superseded)");
        cast.ask("assessor").get(address + "word").expect(200);
        cast.ask("nobody").get(address + "pdf").expect(404);
        cast.ask("other assessor").get(address + "word").expect(404);
        for (String none : new String[] {"0", "2", "-1", "x", "1x", "99999999999"}) {
            cast.ask("nqsw")
                    .get("/documents/" + document + "/signed/" + none + "/pdf")
                    .expect(404);
        }
    }

    @ParameterizedTest
    @CsvSource({"true, 320", "false, 1100"})
    void isOfferedOnThePage(boolean scripts, int width) {
        String document = papers.log();
        try (Browser browser = Browser.open()) {
            Page page = browser.page(scripts, width, house, cast.person("nqsw"));
            page.navigate(house.address() + "/documents/" + document);
            assertThat(page.textContent("main"))
                    .contains(papers.record(document).printedMark());
            Browser.assertFits(page);
            Browser.keepPicture(page, "signed-paper-" + width);
            if (scripts) {
                Browser.assertAccessible(page);
            }
            Browser.load(page, () -> page.click("text=Check whether a copy is unchanged"));
            assertThat(page.textContent("h1")).isEqualTo("Check whether a paper is unchanged");
            assertThat(browser.complaints()).isEmpty();
        }
    }
}
