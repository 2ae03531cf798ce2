package quire.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quire.programme.Programme;
import quire.programme.Row;
import quire.testkit.PdfText;
import quire.testkit.Qpdf;
import quire.testkit.VeraPdf;
import quire.testkit.WebHouse;

/** Every paper of a programme, on a page and to print. */
class CatalogueIT {

    @TempDir
    static Path data;

    private static WebHouse house;

    @BeforeAll
    static void open() {
        house = WebHouse.open(data);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void leadsToEveryProgramme() {
        var page = house.ask().get("/catalogue").expect(200);
        for (Programme programme : house.rooms().programmes().list()) {
            page.says(programme.title()).says("/catalogue/" + programme.id());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"adult", "child-and-family"})
    void namesEveryPaperOnThePage(String id) {
        Programme programme = house.rooms().programmes().get(id);
        var page = house.ask().get("/catalogue/" + id).expect(200);
        for (Row row : programme.plan(programme.defaults()).rows()) {
            page.says(WebHouse.escaped(row.title())).says("/forms/" + row.form().form());
        }
        page.says("4 weeks after: Start").says("Signed by: Nobody");
    }

    @ParameterizedTest
    @ValueSource(strings = {"adult", "child-and-family"})
    void namesEveryPaperInPrint(String id) {
        Programme programme = house.rooms().programmes().get(id);
        byte[] pdf = house.ask().get("/catalogue/" + id + "/pdf").expect(200).bytes();
        String printed = PdfText.of(pdf).replaceAll("\\s+", " ");
        for (Row row : programme.plan(programme.defaults()).rows()) {
            // A long title goes on in the next line, with the columns beside it in between.
            String begins = row.title().replaceFirst("^(\\S+ \\S+).*", "$1");
            assertThat(printed).contains(row.code() + " ").contains(begins);
        }
        assertThat(PdfText.pages(pdf)).allSatisfy(page -> assertThat(page).contains("Completed by"));
        VeraPdf.assertAccessibleAndArchival(pdf);
        Qpdf.assertSound(pdf);
    }

    @Test
    void knowsNoOtherProgrammes() {
        house.ask().get("/catalogue/nobody").expect(404);
        house.ask().get("/catalogue/nobody/pdf").expect(404);
    }
}
