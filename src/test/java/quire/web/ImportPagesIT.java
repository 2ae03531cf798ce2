package quire.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quire.people.Actor;
import quire.people.Person;
import quire.people.PortfolioRole;
import quire.portfolio.Portfolio;
import quire.testkit.Ask;
import quire.testkit.Cast;
import quire.testkit.WebHouse;

/** People from a table: seen first, done exactly so. */
class ImportPagesIT {

    private static final String HEAD = "name,e-mail,organisation,role,start date,programme,assessor e-mail\n";
    private static final String TWO = HEAD
            + "Eda Example,eda@people.example,Northvale Council,assessor,,,\n"
            + "Finn Example,finn@people.example,Northvale Council,nqsw,1/12/2026,adult,eda@people.example\n";
    private static final Pattern HIDDEN = Pattern.compile("name=\"(_[a-z]+)\" value=\"([^\"]*)\"");

    @TempDir
    Path data;

    private WebHouse house;
    private Ask administrator;
    private Cast cast;

    @BeforeEach
    void open() {
        house = WebHouse.open(data);
        cast = Cast.in(house);
        administrator = cast.ask("administrator");
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void showsTheFateOfEveryRowAndChangesNothing() {
        plan(TWO)
                .expect(200)
                .says(
                        "Eda Example",
                        "finn@people.example",
                        "New",
                        "Import exactly this",
                        "Assessor e-mail: eda@people.example");
        assertThat(house.rooms().people().persons().findByEmail("eda@people.example"))
                .isEmpty();
        plan(HEAD + "Alex Nqsw,NQSW@people.example,northvale council,,,,\n")
                .expect(200)
                .says("As it is");
        plan(HEAD + "Alexis Nqsw,nqsw@people.example,Northvale Council,,,,\n")
                .expect(200)
                .says("Changed", "Name: “Alex Nqsw” becomes “Alexis Nqsw”");
    }

    @Test
    void doesExactlyWhatWasSeen() {
        run(plan(TWO)).expect(200).says("The table is imported", "<strong>2</strong> new");
        Person finn = house.rooms()
                .people()
                .persons()
                .findByEmail("finn@people.example")
                .orElseThrow();
        Portfolio portfolio = house.rooms().portfolios().ofPerson(finn.id()).get(0);
        assertThat(portfolio.code()).isEqualTo("NC-2026-001");
        assertThat(house
                        .rooms()
                        .people()
                        .assignments()
                        .of(portfolio.id(), portfolio.dates().start())
                        .stream()
                        .map(part -> part.role()))
                .containsExactlyInAnyOrder(PortfolioRole.NQSW, PortfolioRole.ASSESSOR);
        cast.ask("administrator").get("/cohort").says("Finn Example");
    }

    @Test
    void doesNothingOnceSomethingHasChanged() {
        Ask.Answer seen = plan(TWO);
        house.rooms()
                .people()
                .persons()
                .add(
                        Person.Details.of(
                                "Eda Other",
                                "eda@people.example",
                                house.administrator().organisation()),
                        Actor.SYSTEM,
                        WebHouse.CLOCK.instant());
        run(seen).expect(409).says("Something has changed since you looked", "Changed", "Import exactly this");
        assertThat(house.rooms().people().persons().findByEmail("finn@people.example"))
                .isEmpty();
    }

    @Test
    void doesNothingThatNobodyHasSeen() {
        Map<String, String> forged = hidden(plan(TWO));
        forged.put("_seen", "0".repeat(64));
        administrator.post("/people/import/run", forged).expect(409);
        forged.put("_seen", "");
        administrator.post("/people/import/run", forged).expect(409);
        forged.put("_table", "no table!");
        administrator.post("/people/import/run", forged).expect(400);
        assertThat(house.rooms().people().persons().findByEmail("eda@people.example"))
                .isEmpty();
    }

    @Test
    void importsNothingTwice() {
        Ask.Answer seen = plan(TWO);
        run(seen).expect(200);
        run(seen).expect(409).says("As it is");
    }

    @Test
    void s30_refusesRowsOfOthersWithTheirReason() {
        Ask.Answer plan = plan(HEAD
                + "Gil Example,gil@people.example,Eastmere Trust,,,,\n"
                + "Hal Example,other.nqsw@people.example,Northvale Council,,,,\n"
                + "Ida Example,ida@people.example,Northvale Council,operator,,,\n"
                + ",nobody,Northvale Council,king,,,\n");
        plan.expect(200)
                .says(
                        "You do not look after an organisation called “Eastmere Trust”.",
                        "Somebody already has this e-mail address.",
                        "Nothing can be imported as long as a row is refused",
                        "Enter the name.",
                        "There is no role called “king”.")
                .doesNotSay("Import exactly this");
        assertThat(plan.text().split("govuk-tag--red", -1)).hasSize(5);
    }

    @Test
    void saysWhatIsWrongWithAFileThatIsNoTable() {
        administrator
                .postParts("/people/import", Map.of("table:people.csv", new byte[0]))
                .expect(422)
                .says("The table is empty", "Error: Import people");
        administrator
                .postParts("/people/import", Map.of("nothing", "x"))
                .expect(422)
                .says("Select a table.");
        plan("name,surprise\nA,B\n")
                .expect(422)
                .says("Line 1: There is no column called “surprise”.", "Line 1: The column “e-mail” is missing.");
        administrator
                .postParts("/people/import", Map.of("table:people.csv", new byte[] {'n', 'a', (byte) 0xff}))
                .expect(422)
                .says("not in UTF-8");
        administrator
                .postParts("/people/import", Map.of("table:people.csv", new byte[6_000_000]))
                .expect(422)
                .says("The table must be no larger than 5 MB.");
    }

    @Test
    void hasAnEmptyTableToBeginWith() {
        assertThat(administrator.get("/people/import/template").expect(200).text())
                .isEqualTo("\uFEFFname,e-mail,organisation,post,registration,role,assessor e-mail,line manager e-mail,"
                        + "start date,programme\r\n");
    }

    @Test
    void takesBackWhatItGaveAway() {
        byte[] table = administrator.get("/people/export").bytes();
        administrator
                .postParts("/people/import", Map.of("table:people.csv", table))
                .expect(200)
                .says("<strong>0</strong> new", "<strong>0</strong> changed", "<strong>0</strong> refused");
    }

    private Ask.Answer plan(String table) {
        return administrator.postParts(
                "/people/import", Map.of("table:people.csv", table.getBytes(StandardCharsets.UTF_8)));
    }

    private Ask.Answer run(Ask.Answer seen) {
        return administrator.post("/people/import/run", hidden(seen));
    }

    private static Map<String, String> hidden(Ask.Answer page) {
        Map<String, String> boxes = new LinkedHashMap<>();
        Matcher hidden = HIDDEN.matcher(page.text());
        while (hidden.find()) {
            boxes.put(hidden.group(1), hidden.group(2));
        }
        boxes.remove("_stamp");
        assertThat(boxes).containsOnlyKeys("_file", "_table", "_seen");
        return boxes;
    }
}
