package quire.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quire.people.Organisation;
import quire.testkit.Ask;
import quire.testkit.Cast;
import quire.testkit.WebHouse;

/** The organisations, as administrators and operators look after them. */
class OrganisationPagesIT {

    @TempDir
    static Path data;

    private static WebHouse house;
    private static Ask administrator;
    private static Ask operator;
    private static String own;
    private static String other;

    @BeforeAll
    static void open() {
        house = WebHouse.open(data);
        Cast cast = Cast.in(house);
        administrator = cast.ask("administrator");
        operator = cast.ask("operator");
        own = house.administrator().organisation();
        other = cast.person("other nqsw").organisation();
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void s30_showsAnAdministratorTheirOwnOnly() {
        administrator
                .get("/organisations")
                .expect(200)
                .says("Northvale Council")
                .doesNotSay("Eastmere Trust", "Add an organisation");
        administrator.get("/organisations/" + other).expect(404);
        administrator
                .post("/organisations/" + other, Map.of("name", "Mine now"))
                .expect(404);
        administrator.get("/organisations/add").expect(404);
        administrator.post("/organisations", Map.of("name", "Mine")).expect(404);
        operator.get("/organisations").says("Northvale Council", "Eastmere Trust", "Add an organisation");
    }

    @Test
    void addsAndChangesOne() {
        assertThat(operator.post("/organisations", typed("Westhaven Council", "1 Quay\r\nWesthaven", "", own))
                        .location())
                .isEqualTo("/organisations?done=added");
        Organisation added = organisation("Westhaven Council");
        assertThat(added.details().host()).isEqualTo(own);
        operator.get("/organisations").says("Takes part in the programme of Northvale Council");
        operator.post("/organisations/" + added.id(), typed("Westhaven Borough", "", "#1D4F91", ""))
                .expect(303);
        assertThat(organisation("Westhaven Borough").details())
                .isEqualTo(new Organisation.Details("Westhaven Borough", "", "#1d4f91", null, null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    name   | ''                 | Enter the name of the organisation.
                    name   | EASTMERE  trust    | There is already an organisation called Eastmere Trust.
                    accent | purple             | Enter the colour as # and six digits, like #1d4f91.
                    accent | #ffdd00            | Choose a darker colour. White words on #ffdd00 have a contrast of 1.3 to 1
                    accent | #777777            | have a contrast of 4.4 to 1
                    host   | nothing            | Choose another organisation as the host.
                    """)
    void refusesOneWithASentenceBesideTheBox(String box, String text, String sentence) {
        Map<String, String> typed = typed("Sandcombe Council", "", "", "");
        typed.put(box, text);
        operator.post("/organisations", typed)
                .expect(422)
                .says("href=\"#" + box + "\"", "id=\"" + box + "-error\"", sentence);
        assertThat(house.rooms().people().organisations().findByName("Sandcombe Council"))
                .isEmpty();
    }

    @Test
    void s32_onlyAnOperatorChangesWhoHostsWhom() {
        administrator.get("/organisations/" + own).expect(200).doesNotSay("name=\"host\"");
        administrator
                .post("/organisations/" + own, typed("Northvale Council", "", "", other))
                .expect(422)
                .says("Only an operator can change the host.");
        Map<String, String> typed = typed("Northvale Council", "2 High Street", "", "");
        typed.remove("host");
        administrator.post("/organisations/" + own, typed).expect(303);
        Organisation after = house.rooms().people().organisations().get(own);
        assertThat(after.details().address()).isEqualTo("2 High Street");
        assertThat(after.details().host()).isNull();
    }

    private static Organisation organisation(String name) {
        return house.rooms().people().organisations().findByName(name).orElseThrow();
    }

    private static Map<String, String> typed(String name, String address, String accent, String host) {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("name", name);
        typed.put("address", address);
        typed.put("accent", accent);
        typed.put("host", host);
        return typed;
    }
}
