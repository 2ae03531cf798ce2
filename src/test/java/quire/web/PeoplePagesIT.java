package quire.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import quire.people.Actor;
import quire.people.Organisation;
import quire.people.Person;
import quire.testkit.Ask;
import quire.testkit.Cast;
import quire.testkit.WebHouse;

/** The list of people, and adding and changing them. Two organisations, each with an administrator of its own. */
class PeoplePagesIT {

    @TempDir
    static Path data;

    private static WebHouse house;
    private static Cast cast;
    private static Ask administrator;
    private static int count;

    @BeforeAll
    static void open() {
        house = WebHouse.open(data);
        cast = Cast.in(house);
        administrator = cast.ask("administrator");
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void s30_listsNobodyOfAnotherOrganisation() {
        administrator
                .get("/people")
                .expect(200)
                .says("Alex Administrator", "Not invited yet")
                .doesNotSay("Alex Other", "Eastmere Trust");
        cast.ask("other administrator")
                .get("/people")
                .expect(200)
                .says("Alex Other nqsw")
                .doesNotSay("Northvale Council", "Alex Nqsw");
        cast.ask("operator").get("/people?text=nqsw").says("Alex Nqsw", "Alex Other nqsw", "Eastmere Trust");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    text=ASSESSOR%40people     | Alex Assessor            | Alex Nqsw
                    text=alex+nqsw             | Alex Nqsw                | Alex Assessor
                    role=assessor              | Alex Assessor            | Alex Manager
                    role=lead                  | Alex Lead                | Alex Assessor
                    role=nqsw                  | Alex Nqsw                | Alex Lead
                    state=not_invited          | Alex Director            | Can sign in</td>
                    """)
    void showsThoseWhoFit(String query, String shown, String hidden) {
        administrator.get("/people?" + query).expect(200).says(shown).doesNotSay(hidden + "<");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text=nobody-is-called-so",
                "state=dancing",
                "role=king",
                "organisation=nothing-of-the-kind",
                "text=%3Cscript%3Ealert(1)%3C%2Fscript%3E"
            })
    void saysSoWhereNobodyFits(String query) {
        administrator
                .get("/people?" + query)
                .expect(200)
                .says("0 people", "Nobody of ")
                .doesNotSay("<script>alert");
    }

    @Test
    void s30_anotherOrganisationAndNoneAreTheSameFilter() {
        String other = cast.person("other nqsw").organisation();
        String unknown = administrator.get("/people?organisation=unknown").text();
        assertThat(administrator.get("/people?organisation=" + other).text().replace(other, ""))
                .isEqualTo(unknown.replace("unknown", ""));
    }

    @Test
    void turnsPagesOfTwentyFive() {
        Organisation organisation = house.rooms()
                .people()
                .organisations()
                .add(Organisation.Details.of("Longlist Council", ""), Actor.SYSTEM, WebHouse.CLOCK.instant());
        IntStream.rangeClosed(1, 60)
                .forEach(i -> house.rooms()
                        .people()
                        .persons()
                        .add(
                                Person.Details.of(
                                        String.format(Locale.ROOT, "Person %02d", i),
                                        "p" + i + "@longlist.example",
                                        organisation.id()),
                                Actor.SYSTEM,
                                WebHouse.CLOCK.instant()));
        Ask operator = cast.ask("operator");
        String query = "/people?organisation=" + organisation.id();
        operator.get(query)
                .says("60 people", "Person 01<", "Person 25<", "Next")
                .doesNotSay("Person 26<", "Previous");
        operator.get(query + "&page=3")
                .says("Person 51<", "Person 60<", "Previous")
                .doesNotSay("Person 50<");
        for (String page : List.of("99", "0", "-1", "x", "999999999999")) {
            operator.get(query + "&page=" + page).expect(200).says("60 people");
        }
    }

    @Test
    void addsAPersonWhoIsNotInvitedYet() {
        Map<String, String> typed = typed("Bo Example", "bo@people.example");
        Ask.Answer added = administrator.post("/people", typed);
        String page = added.location();
        assertThat(page).matches("/people/[0-9a-f-]{36}\\?done=added");
        administrator
                .get(page)
                .expect(200)
                .says("Bo Example", "bo@people.example", "Not invited yet", "Invite</button>");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    name         | ''                             | Enter the name.
                    name         | %s                             | The name must be 200 characters or fewer.
                    email        | nobody                         | Enter an e-mail address in the correct format
                    email        | a@b.example, c@d.example       | Enter an e-mail address in the correct format
                    email        | NQSW@people.example            | Somebody already has this e-mail address.
                    email        | other.nqsw@people.example      | Somebody already has this e-mail address.
                    organisation | ''                             | Choose an organisation.
                    organisation | nothing-of-the-kind            | Choose an organisation.
                    registration | 12345678901234567890123456789012345678901 | The registration number must be 40 characters or fewer.
                    """)
    void refusesAPersonWithASentenceBesideTheBox(String box, String text, String sentence) {
        Map<String, String> typed = typed("Cy Example", "cy@people.example");
        typed.put(box, text.replace("%s", "x".repeat(201)));
        administrator
                .post("/people", typed)
                .expect(422)
                .says("Error: Add a person", "href=\"#" + box + "\"", "id=\"" + box + "-error\"", sentence);
        assertThat(house.rooms().people().persons().findByEmail("cy@people.example"))
                .isEmpty();
    }

    @Test
    void s30_addsNobodyToAnotherOrganisation() {
        Map<String, String> typed = typed("Di Example", "di@people.example");
        typed.put("organisation", cast.person("other nqsw").organisation());
        administrator.post("/people", typed).expect(422).says("Choose an organisation.");
        administrator.get("/people/add").expect(200).doesNotSay("Eastmere Trust");
    }

    @Test
    void changesWhatAPersonIsKnownBy() {
        Person person = person();
        Map<String, String> typed = typed("Changed Example", "changed@people.example");
        typed.put("post", "Social worker");
        typed.put("registration", "SW99");
        administrator.get("/people/" + person.id() + "/details").expect(200).says(person.email());
        assertThat(administrator
                        .post("/people/" + person.id() + "/details", typed)
                        .location())
                .isEqualTo("/people/" + person.id() + "?done=changed");
        administrator
                .get("/people/" + person.id())
                .says("Changed Example", "changed@people.example", "Social worker", "SW99");
    }

    @Test
    void keepsWhatWasTypedAndRefused() {
        Person person = person();
        Map<String, String> typed = typed("Kept Example", "no address");
        administrator
                .post("/people/" + person.id() + "/details", typed)
                .expect(422)
                .says("value=\"Kept Example\"", "value=\"no address\"");
        assertThat(house.rooms().people().persons().get(person.id())).isEqualTo(person);
    }

    @Test
    void s30_movesNobodyWhereTheVisitorLooksAfterNobody() {
        Person person = person();
        Map<String, String> typed = typed(person.name(), person.email());
        typed.put("organisation", cast.person("other nqsw").organisation());
        administrator
                .post("/people/" + person.id() + "/details", typed)
                .expect(422)
                .says("Choose an organisation.");
    }

    @Test
    void s64_showsWhatWasTypedAsItWasTyped() {
        String name = "<script>alert(1)</script>\"><img src=x onerror=alert(1)> {{7*7}} ${7*7}";
        String page = administrator
                .post("/people", typed(name, "script@people.example"))
                .location();
        administrator
                .get(page)
                .expect(200)
                .says(WebHouse.escaped("<script>alert(1)</script>"), "{{7*7}} ${7*7}")
                .doesNotSay("<script>alert", "<img src=x");
        administrator.get("/people").doesNotSay("<script>alert", "<img src=x");
    }

    @Test
    void s68_takesEverybodyWithAccessAwayAsATable() {
        administrator.post("/people", typed("=HYPERLINK(\"http://x\")", "formula@people.example"));
        Ask.Answer table = administrator
                .get("/people/export")
                .expect(200)
                .has("Content-Type", "text/csv; charset=utf-8")
                .has(
                        "Content-Disposition",
                        "attachment; filename=\"people-2026-11-21.csv\"; filename*=UTF-8''people-2026-11-21.csv");
        table.says("Alex Nqsw", "NQSW".toLowerCase(Locale.ROOT), "\"'=HYPERLINK(\"\"http://x\"\")\"")
                .doesNotSay("Alex Other", "Eastmere");
        assertThat(table.bytes()).startsWith("\uFEFFname,e-mail,".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void s05_carriesWhatWasTypedThroughSigningInAgain() {
        Passwords passwords = new Passwords(house);
        Person host = passwords.open(house.administrator());
        Ask browser = passwords.browser(host);
        Person person = person();
        house.rooms().people().sessions().endAll(host.id(), Actor.SYSTEM, WebHouse.CLOCK.instant());
        Map<String, String> typed = typed("Carried Through Example", person.email());
        String address = "/people/" + person.id() + "/details";
        browser.post(address, typed)
                .expect(401)
                .says("What you typed is still here", "name=\"kept.name\" value=\"Carried Through Example\"")
                .doesNotSay("kept._stamp");
        Map<String, String> signIn = new java.util.LinkedHashMap<>();
        typed.forEach((box, text) -> signIn.put("kept." + box, text));
        signIn.putAll(Map.of("to", address, "email", host.email(), "password", Passwords.PASSWORD));
        Ask.Answer in = house.stranger()
                .post("/sign-in", signIn)
                .expect(200)
                .says("not saved yet", "action=\"" + address + "\"", "value=\"Carried Through Example\"");
        assertThat(house.rooms().people().persons().get(person.id()).name()).isEqualTo(person.name());
        house.stranger().signedIn(Passwords.token(in)).post(address, typed).expect(303);
        assertThat(house.rooms().people().persons().get(person.id()).name()).isEqualTo("Carried Through Example");
    }

    private static Person person() {
        count++;
        return house.rooms()
                .people()
                .persons()
                .add(
                        Person.Details.of(
                                "Somebody " + count,
                                "somebody" + count + "@people.example",
                                house.administrator().organisation()),
                        Actor.SYSTEM,
                        WebHouse.CLOCK.instant());
    }

    private static Map<String, String> typed(String name, String email) {
        Map<String, String> typed = new java.util.LinkedHashMap<>();
        typed.put("name", name);
        typed.put("email", email);
        typed.put("post", "");
        typed.put("registration", "");
        typed.put("organisation", house.administrator().organisation());
        return typed;
    }
}
