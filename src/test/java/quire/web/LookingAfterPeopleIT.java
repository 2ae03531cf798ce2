package quire.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import quire.people.Actor;
import quire.people.HeldRole;
import quire.people.Organisation;
import quire.people.People;
import quire.people.Person;
import quire.people.Role;
import quire.people.Span;
import quire.testkit.Ask;
import quire.testkit.Cast;
import quire.testkit.WebHouse;

/** Invitations, links for another password, access and roles. */
class LookingAfterPeopleIT {

    private static final Pattern LINK = Pattern.compile("<code class=\"quire-copy\">(\\S+)</code>");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @TempDir
    static Path data;

    private static WebHouse house;
    private static Cast cast;
    private static Passwords passwords;
    private static Ask administrator;
    private static Ask operator;
    private static int count;

    @BeforeAll
    static void open() {
        house = WebHouse.open(data);
        cast = Cast.in(house);
        passwords = new Passwords(house);
        administrator = cast.ask("administrator");
        operator = cast.ask("operator");
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void invitesWithALinkThatIsShownOnceAndOpensTheAccount() {
        Person person = person();
        Ask.Answer letter = administrator
                .post(page(person) + "/invitation", Map.of())
                .expect(200)
                .says(person.email(), "5 December 2026 at 2:32pm", "It is shown only now;");
        String link = link(letter);
        assertThat(link).startsWith(house.address() + "/link/");
        administrator
                .get(page(person))
                .says("Invited", "Good until 5 December 2026")
                .doesNotSay("/link/");
        administrator.get("/people?state=invited&text=" + person.email()).says("1 person");
        String address = link.substring(house.address().length());
        Ask.Answer in = house.stranger().post(address, Map.of("password", Passwords.PASSWORD));
        assertThat(in.location()).isEqualTo("/");
        administrator.get(page(person)).says("Can sign in", "Make a link for another password");
        administrator.post(page(person) + "/invitation", Map.of()).expect(409).says("already has an account");
    }

    @Test
    void s20_lookingAtALinkUsesNothingAndUsingItTwiceDoes() {
        Person person = person();
        String address = link(administrator.post(page(person) + "/invitation", Map.of()))
                .substring(house.address().length());
        for (int i = 0; i < 50; i++) {
            house.stranger().get(address).expect(200).says("Choose a password");
        }
        house.stranger().method("HEAD", address);
        house.stranger().post(address, Map.of("password", Passwords.PASSWORD)).expect(303);
        house.stranger().get(address).expect(404).says("This link has been used.");
        house.stranger()
                .post(address, Map.of("password", "another four words here"))
                .expect(404)
                .doesNotSay(person.name(), person.email());
        passwords.signIn(person, Passwords.PASSWORD).expect(303);
    }

    @Test
    void startsAResetThatEndsEverySession() {
        Person person = passwords.open(person());
        Ask browser = passwords.browser(person);
        Ask.Answer letter =
                administrator.post(page(person) + "/reset", Map.of()).expect(200);
        letter.says("Link for another password", "21 November 2026 at 3:02pm");
        browser.get("/account").expect(200);
        String address = link(letter).substring(house.address().length());
        house.stranger()
                .post(address, Map.of("password", "quiet boats on long rivers"))
                .expect(303);
        browser.get("/account").expect(303);
        administrator.post(page(person()) + "/reset", Map.of()).expect(409).says("has no account yet");
    }

    @Test
    void endsAccessAtOnceEverywhere() {
        Person person = passwords.open(person());
        Ask browser = passwords.browser(person);
        assertThat(administrator
                        .post(page(person) + "/end", Map.of("when", "now"))
                        .location())
                .isEqualTo(page(person) + "?done=ended");
        browser.get("/account").expect(303);
        passwords.signIn(person, Passwords.PASSWORD).expect(422).says(quire.people.SignIn.WRONG);
        administrator.get(page(person)).says("Access ended", "Last day: 20 November 2026", "Give access again");
        administrator.post(page(person) + "/reset", Map.of()).expect(409).says("has no access any more");
        administrator.post(page(person) + "/restore", Map.of()).expect(303);
        passwords.signIn(person, Passwords.PASSWORD).expect(303);
    }

    @Test
    void endsAccessAfterADay() {
        Person person = passwords.open(person());
        Ask browser = passwords.browser(person);
        administrator.post(page(person) + "/end", day("31", "12", "2026")).expect(303);
        browser.get("/account").expect(200);
        administrator.get(page(person)).says("Until 31 December 2026");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ''  | '' | ''   | ''   | #when     | Choose when it ends.
                    day | '' | ''   | ''   | #last-day | Enter the last day.
                    day | 31 | 2    | 2027 | #last-day | The last day must be a real date
                    day | 1  | 1    | 27   | #last-day | The last day must be a real date
                    day | x  | 1    | 2027 | #last-day | The last day must be a real date
                    day | 20 | 11   | 2026 | #last-day | The last day must be today or later.
                    """)
    void refusesADayWithASentenceBesideIt(
            String when, String day, String month, String year, String href, String sentence) {
        Person person = person();
        Map<String, String> typed = day(day, month, year);
        typed.put("when", when);
        administrator.post(page(person) + "/end", typed).expect(422).says("href=\"" + href + "\"", sentence);
        assertThat(people().persons().get(person.id()).endedOn()).isNull();
    }

    @Test
    void givesARoleFromADayToADay() {
        Person person = person();
        Map<String, String> typed = role("chair", "1", "12", "2026");
        typed.putAll(Map.of("until.day", "31", "until.month", "1", "until.year", "2027"));
        assertThat(administrator.post(page(person) + "/roles", typed).location())
                .isEqualTo(page(person) + "?done=given");
        administrator
                .get(page(person))
                .says("Panel chair", "Northvale Council", "From 1 December 2026 until 31 January 2027");
        administrator
                .post(page(person) + "/roles", typed)
                .expect(422)
                .says("already holds the role of panel chair", "href=\"#role\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    role         | ''      | #role         | Choose a role.
                    role         | king    | #role         | Choose a role.
                    role         | nqsw    | #role         | Choose a role.
                    organisation | ''      | #organisation | Choose an organisation.
                    from.year    | ''      | #from-day     | The first day must be a real date
                    until.day    | 1       | #until-day    | The last day must be a real date
                    """)
    void refusesARoleWithASentenceBesideIt(String box, String text, String href, String sentence) {
        Person person = person();
        Map<String, String> typed = role("lead", "1", "12", "2026");
        typed.put(box, text);
        administrator.post(page(person) + "/roles", typed).expect(422).says("href=\"" + href + "\"", sentence);
        assertThat(people().roles().history(person.id())).isEmpty();
    }

    @Test
    void endsARole() {
        Person person = person();
        HeldRole held = give(person, Role.LEAD, person.organisation());
        String address = page(person) + "/roles/" + held.id() + "/end";
        administrator.get(page(person)).says(address);
        administrator.get(address).expect(200).says("learning and development lead of Northvale Council");
        administrator.post(address, Map.of("when", "now")).expect(303);
        assertThat(people().roles().ofPerson(person.id(), TODAY)).isEmpty();
        administrator.get(page(person)).doesNotSay("/roles/" + held.id());
        administrator.post(address, Map.of("when", "now")).expect(404);
        administrator.get(page(person) + "/roles/nothing/end").expect(404);
    }

    @Test
    void s30_onlyAnOperatorMakesAnOperator() {
        Person person = person();
        administrator.get(page(person) + "/roles").expect(200).doesNotSay("value=\"operator\"");
        administrator
                .post(page(person) + "/roles", role("operator", "1", "12", "2026"))
                .expect(422)
                .says("Choose a role.");
        operator.get(page(person) + "/roles").says("value=\"operator\"");
        operator.post(page(person) + "/roles", role("operator", "1", "12", "2026"))
                .expect(303);
    }

    @Test
    void s30_givesNoRoleForAnOrganisationOfOthers() {
        Map<String, String> typed = role("administrator", "1", "12", "2026");
        typed.put("organisation", cast.person("other nqsw").organisation());
        administrator.post(page(person()) + "/roles", typed).expect(422).says("Choose an organisation.");
    }

    /** A link to the account of somebody who may more than oneself would be a way to more than one may. */
    @Test
    void s30_touchesNobodysAccountWhoseRolesReachFurther() {
        Person host = passwords.open(person());
        give(host, Role.ADMINISTRATOR, cast.person("other nqsw").organisation());
        Person later = passwords.open(person());
        give(later, Role.OPERATOR, later.organisation());
        for (Person person : java.util.List.of(host, later)) {
            administrator.get(page(person)).expect(200).says("also has a role that you do not look after");
            for (String address : java.util.List.of("/reset", "/invitation", "/second-step/off", "/restore")) {
                administrator.post(page(person) + address, Map.of()).expect(409).doesNotSay("/link/");
            }
            administrator.post(page(person) + "/end", Map.of("when", "now")).expect(409);
            administrator.get(page(person) + "/details").expect(409);
            administrator
                    .post(page(person) + "/details", Map.of("name", "X", "email", "x@x.example"))
                    .expect(409);
            assertThat(people().persons().get(person.id())).isEqualTo(person);
            operator.post(page(person) + "/reset", Map.of()).expect(200);
        }
        administrator.get(page(host)).doesNotSay("Eastmere Trust");
    }

    @Test
    void s30_endsNoRoleThatOthersLookAfter() {
        Person person = person();
        HeldRole held = give(person, Role.LEAD, cast.person("other nqsw").organisation());
        administrator.get(page(person)).expect(200).doesNotSay("Learning and development lead", held.id());
        administrator
                .post(page(person) + "/roles/" + held.id() + "/end", Map.of("when", "now"))
                .expect(404);
    }

    @Test
    void s30_showsNoPartInAPortfolioOfOthers() {
        Person person = person();
        people().assignments()
                .assign(
                        cast.portfolio("other nqsw").id(),
                        quire.people.PortfolioRole.ASSESSOR,
                        person.id(),
                        Span.of(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 2, 1)),
                        Actor.SYSTEM,
                        WebHouse.CLOCK.instant());
        administrator.get(page(cast.person("assessor"))).says("NV-2026-001", "Alex Nqsw");
        operator.get(page(cast.person("assessor"))).doesNotSay("NV-2026-001");
        administrator.get(page(person)).doesNotSay("EM-2026-001");
    }

    @Test
    void tellsWhoeverWouldEndTheLastAdministrator() {
        Organisation organisation = people().organisations()
                .add(Organisation.Details.of("Lonely Council " + ++count, ""), Actor.SYSTEM, WebHouse.CLOCK.instant());
        Person only = person(organisation.id());
        HeldRole held = give(only, Role.ADMINISTRATOR, organisation.id());
        Ask ask = house.ask(only);
        String role = page(only) + "/roles/" + held.id() + "/end";
        ask.post(role, Map.of("when", "now"))
                .expect(422)
                .says("is the last administrator of " + organisation.name(), "name=\"sure\"");
        ask.post(page(only) + "/end", Map.of("when", "now"))
                .expect(422)
                .says("This is your own access.", "is the last administrator of " + organisation.name());
        assertThat(people().roles().ofPerson(only.id(), TODAY)).hasSize(1);
        assertThat(people().persons().get(only.id()).endedOn()).isNull();
        assertThat(ask.post(page(only) + "/end", Map.of("when", "now", "sure", "yes"))
                        .location())
                .isEqualTo("/sign-in");
        ask.get("/people").expect(303);
    }

    @Test
    void saysNothingWhereAnotherAdministratorIsLeft() {
        Person person = person();
        HeldRole held = give(person, Role.ADMINISTRATOR, person.organisation());
        administrator
                .post(page(person) + "/roles/" + held.id() + "/end", Map.of("when", "now"))
                .expect(303);
    }

    @Test
    void turnsTheSecondStepOfSomebodyOffWhoHasLostEverything() {
        Person person = passwords.open(person());
        var offer = people().secondSteps().offer(person, "Quire");
        String code = new quire.testkit.AuthenticatorApp(offer.secret()).code(WebHouse.CLOCK.instant());
        people().secondSteps().confirm(person.id(), code, Actor.of(person.id()), WebHouse.CLOCK.instant());
        administrator.get(page(person)).says("Turn their second step off");
        administrator.post(page(person) + "/second-step/off", Map.of()).expect(303);
        passwords.signIn(person, Passwords.PASSWORD).expect(303);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/details", "/end", "/roles"})
    void s30_somebodyElsesAndNobodyAreTheSamePage(String page) {
        String nobody = administrator.get("/people/nobody" + page).expect(404).text();
        assertThat(administrator
                        .get(page(cast.person("other nqsw")) + page)
                        .expect(404)
                        .text())
                .isEqualTo(nobody);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/details", "/invitation", "/reset", "/second-step/off", "/end", "/restore", "/roles"})
    void s30_doesNothingToSomebodyElsesPeople(String address) {
        Person person = cast.person("other nqsw");
        Map<String, String> typed = role("lead", "1", "12", "2026");
        typed.put("when", "now");
        administrator.post(page(person) + address, typed).expect(404);
        assertThat(people().persons().get(person.id())).isEqualTo(person);
        assertThat(people().roles().history(person.id())).isEmpty();
    }

    private static String link(Ask.Answer letter) {
        Matcher link = LINK.matcher(letter.expect(200).text());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private static String page(Person person) {
        return "/people/" + person.id();
    }

    private static Map<String, String> day(String day, String month, String year) {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("when", "day");
        typed.put("last.day", day);
        typed.put("last.month", month);
        typed.put("last.year", year);
        return typed;
    }

    private static Map<String, String> role(String role, String day, String month, String year) {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("role", role);
        typed.put("organisation", house.administrator().organisation());
        typed.put("from.day", day);
        typed.put("from.month", month);
        typed.put("from.year", year);
        return typed;
    }

    private static HeldRole give(Person person, Role role, String organisation) {
        return people().roles()
                .give(person.id(), role, organisation, Span.from(TODAY), Actor.SYSTEM, WebHouse.CLOCK.instant());
    }

    private static Person person() {
        return person(house.administrator().organisation());
    }

    private static Person person(String organisation) {
        count++;
        return people().persons()
                .add(
                        Person.Details.of("Somebody " + count, "somebody" + count + "@people.example", organisation),
                        Actor.SYSTEM,
                        WebHouse.CLOCK.instant());
    }

    private static People people() {
        return house.rooms().people();
    }
}
