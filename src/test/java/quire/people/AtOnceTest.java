package quire.people;

import static org.assertj.core.api.Assertions.assertThat;
import static quire.people.PeopleHouse.ADMIN;
import static quire.people.PeopleHouse.NOW;
import static quire.people.PeopleHouse.PASSWORD;
import static quire.people.PeopleHouse.TODAY;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import quire.core.Problem;
import quire.testkit.AtOnce;
import quire.testkit.OnBothDatabases;
import quire.testkit.TestDatabase;

/** Two people, or two nodes, do the same at the same moment: one of them does it, and the other is told so. */
@OnBothDatabases(shared = true)
class AtOnceTest {

    private static final int ROUNDS = 6;
    private static final LocalDate START = LocalDate.parse("2026-02-02");

    private PeopleHouse house;

    @BeforeEach
    void open(TestDatabase place) {
        house = PeopleHouse.in(place);
    }

    @RepeatedTest(ROUNDS)
    void s33_anAddressAddedTwiceIsOnePersonAndAPlainFinding() throws Exception {
        Organisation organisation = house.organisation();
        String email = "anna" + PeopleHouse.next() + "@example.org";
        var ended =
                twice(() -> house.persons.add(Person.Details.of("Anna Example", email, organisation.id()), ADMIN, NOW));
        assertThat(ended.results()).hasSize(1);
        assertSays("Somebody already has this e-mail address.", ended.problems());
        assertThat(house.persons.ofOrganisation(organisation.id())).hasSize(1);
    }

    @RepeatedTest(ROUNDS)
    void s33_whoeverIsMetTwiceIsOnePerson() throws Exception {
        Organisation organisation = house.organisation();
        String email = "ben" + PeopleHouse.next() + "@example.org";
        var ended =
                twice(() -> house.persons.meet(Person.Details.of("Ben Example", email, organisation.id()), ADMIN, NOW));
        assertThat(ended.results())
                .hasSize(2)
                .extracting(Person::id)
                .containsOnly(house.persons.findByEmail(email).orElseThrow().id());
    }

    @RepeatedTest(ROUNDS)
    void aNameAddedTwiceIsOneOrganisation() throws Exception {
        Organisation.Details details = Organisation.Details.of("Twice " + PeopleHouse.next(), "1 High Street");
        var ended = twice(() -> house.organisations.add(details, ADMIN, NOW));
        assertThat(ended.results()).hasSize(1);
        assertSays("There is already an organisation called", ended.problems());
    }

    @RepeatedTest(ROUNDS)
    void whatTwoChangeOfAPersonIsBothKept() throws Exception {
        Person person = house.person();
        Person.Details renamed = new Person.Details(
                "Robin Married", person.email(), "Senior social worker", null, person.organisation());
        Display large = new Display(
                person.display().font(),
                Display.Size.LARGE,
                person.display().spacing(),
                person.display().background());
        AtOnce.run(List.of(
                () -> house.persons.change(person.id(), renamed, ADMIN, NOW),
                () -> house.persons.display(person.id(), large, ADMIN, NOW),
                () -> house.persons.endAccess(person.id(), TODAY.plusDays(9), ADMIN, NOW, TODAY)));
        Person after = house.persons.get(person.id());
        assertThat(after).isEqualTo(new Person(person.id(), after.details(), large, TODAY.plusDays(9)));
        assertThat(after.name()).isEqualTo("Robin Married");
    }

    @RepeatedTest(ROUNDS)
    void aRoleGivenTwiceIsHeldOnce() throws Exception {
        Person person = house.person();
        var ended = twice(() ->
                house.roles.give(person.id(), Role.MODERATOR, person.organisation(), Span.from(TODAY), ADMIN, NOW));
        assertThat(ended.results()).hasSize(1);
        assertSays("already holds the role", ended.problems());
        assertThat(house.roles.ofPerson(person.id(), TODAY)).hasSize(1);
    }

    @RepeatedTest(ROUNDS)
    void twoAssessorsAreOneAndNobodyIsOnBothSides() throws Exception {
        Organisation organisation = house.organisation();
        String portfolio = UUID.randomUUID().toString();
        List<Callable<Assignment>> all = new ArrayList<>();
        Person first = house.person(organisation);
        Person second = house.person(organisation);
        for (Person person : List.of(first, second)) {
            for (PortfolioRole role : List.of(PortfolioRole.NQSW, PortfolioRole.ASSESSOR)) {
                all.add(() -> house.assignments.assign(portfolio, role, person.id(), Span.from(START), ADMIN, NOW));
            }
        }
        var ended = AtOnce.run(all);
        assertThat(ended.results()).hasSizeBetween(1, 2);
        assertThat(ended.results()).extracting(Assignment::role).doesNotHaveDuplicates();
        assertThat(ended.results()).extracting(Assignment::person).doesNotHaveDuplicates();
        assertThat(house.assignments.history(portfolio)).hasSameSizeAs(ended.results());
    }

    @RepeatedTest(ROUNDS)
    void s33_aLinkUsedTwiceOpensOneAccount() throws Exception {
        Person person = house.person();
        String token = house.accounts.invite(person.id(), ADMIN, NOW, TODAY).token();
        var ended = AtOnce.run(List.of(choosing(token, "teapot under nine clouds"), choosing(token, PASSWORD)));
        assertThat(ended.results()).hasSize(1);
        assertSays("used", ended.problems());
        assertThat(house.deeds("person", person.id()))
                .filteredOn("account.opened"::equals)
                .hasSize(1);
    }

    @RepeatedTest(ROUNDS)
    void s33_twoLinksUsedTogetherOpenOneAccount() throws Exception {
        Person person = house.person();
        String first = house.accounts.invite(person.id(), ADMIN, NOW, TODAY).token();
        String second = house.accounts.invite(person.id(), ADMIN, NOW, TODAY).token();
        var ended = AtOnce.run(List.of(choosing(first, "teapot under nine clouds"), choosing(second, PASSWORD)));
        assertThat(ended.results()).hasSize(1);
        assertSays("used", ended.problems());
        assertThat(house.deeds("person", person.id())).doesNotContain("password.reset");
    }

    @RepeatedTest(ROUNDS)
    void theCodeOfTheFirstStartMakesOneOperator() throws Exception {
        house.database.run(
                tx -> tx.sql("delete from held_role where role = 'operator'").run());
        String code = house.accounts.setUpCode(NOW, TODAY).orElseThrow();
        List<Callable<Person>> both = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            String email = "ollie" + PeopleHouse.next() + "@example.org";
            Accounts.FirstOperator ollie = new Accounts.FirstOperator("Ollie Marchant", email, "Northbridge Council");
            both.add(() -> house.accounts.setUp(code, ollie, PASSWORD, NOW, TODAY));
        }
        var ended = AtOnce.run(both);
        assertThat(ended.results()).hasSize(1);
        assertSays("This code is wrong, was used already", ended.problems());
        assertThat(house.accounts.setUpCode(NOW, TODAY)).isEmpty();
    }

    /** S-40: on two nodes, which know of each other by the database alone. */
    @RepeatedTest(ROUNDS)
    void s40_failuresOnTwoNodesAreAllCounted() throws Exception {
        Attempt attempt = Attempt.from("192.0.2." + PeopleHouse.next());
        List<Callable<Boolean>> all = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Throttle node = new Throttle(house.database);
            all.add(() -> {
                node.failed(List.of(attempt, Attempt.letter("same@example.org")), NOW);
                return true;
            });
        }
        assertThat(AtOnce.run(all).results()).hasSize(6);
        assertThat(house.dump("throttle")).contains(attempt.key().hex() + "|6|");
    }

    /** S-40: two failing sign-ins at the same moment, on two nodes. */
    @RepeatedTest(ROUNDS)
    void s40_twoFailingSignInsAreBothCounted() throws Exception {
        Person person = house.withAccount();
        String address = "198.51.100." + PeopleHouse.next();
        List<Callable<SignIn>> both = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            SignIns node = new SignIns(house.database, house.accounts, house.sessions, new Throttle(house.database));
            both.add(() -> node.byPassword(person.email(), "wrong", house.from(address, NOW)));
        }
        assertThat(AtOnce.run(both).results()).containsOnly(new SignIn.Refused(SignIn.WRONG));
        assertThat(house.dump("throttle"))
                .contains(Attempt.password(person.email(), address).key().hex() + "|2|");
    }

    @RepeatedTest(ROUNDS)
    void s03_aSessionRenewedTwiceGoesOnOnce() throws Exception {
        Person person = house.withAccount();
        Session session = house.sessions.open(person.id(), null, NOW).session();
        var ended = twice(() -> house.sessions.renew(session, NOW));
        assertThat(ended.results()).hasSize(1);
        assertSays("This session has ended.", ended.problems());
        assertThat(house.sessions.ofPerson(person.id(), NOW)).hasSize(1);
    }

    /** S-03: whichever came first, the old password has opened nothing that is still open. */
    @RepeatedTest(ROUNDS)
    void s03_noSessionOfAnOldPasswordOutlivesItsChange() throws Exception {
        Person person = house.withAccount();
        SignIn.From from = house.from("203.0.113." + PeopleHouse.next(), NOW);
        AtOnce.run(List.<Callable<Object>>of(() -> house.signIns.byPassword(person.email(), PASSWORD, from), () -> {
            house.accounts.changePassword(person.id(), PASSWORD, "teapot under nine clouds", ADMIN, NOW);
            return true;
        }));
        assertThat(house.sessions.ofPerson(person.id(), NOW)).isEmpty();
    }

    @RepeatedTest(ROUNDS)
    void s03_aPasswordChangedTwiceIsTheFirstOnes() throws Exception {
        Person person = house.withAccount();
        List<Callable<String>> both = new ArrayList<>();
        for (String password : List.of("teapot under nine clouds", "kettle under four stars")) {
            both.add(() -> {
                house.accounts.changePassword(person.id(), PASSWORD, password, ADMIN, NOW);
                return password;
            });
        }
        var ended = AtOnce.run(both);
        assertThat(ended.results()).hasSize(1);
        assertSays("Enter the password that you have now.", ended.problems());
        SignIn.From from = house.from("203.0.113." + PeopleHouse.next(), NOW);
        assertThat(house.signIns.byPassword(person.email(), ended.results().get(0), from))
                .isInstanceOf(SignIn.Done.class);
    }

    /** S-42: with a code of the app and one from the paper, two right ones for one half-open session. */
    @RepeatedTest(ROUNDS)
    void s42_twoRightCodesOpenOneSession() throws Exception {
        Person person = house.withAccount();
        SecondSteps.Offer offer = house.secondSteps.offer(person, "Quire");
        List<String> paper = house.secondSteps.confirm(
                person.id(), PeopleHouse.codeOf(offer.secret(), NOW), Actor.of(person.id()), NOW);
        Instant later = NOW.plusSeconds(60);
        SignIn.From from = house.from("203.0.113." + PeopleHouse.next(), later);
        String half = ((SignIn.NeedsCode) house.signIns.byPassword(person.email(), PASSWORD, from))
                .opened()
                .token();
        List<Callable<SignIn>> both = new ArrayList<>();
        for (String code : List.of(PeopleHouse.codeOf(offer.secret(), later), paper.get(0))) {
            SignIns node = new SignIns(house.database, house.accounts, house.sessions, new Throttle(house.database));
            both.add(() -> node.byCode(half, code, from));
        }
        assertThat(AtOnce.run(both).results())
                .filteredOn(SignIn.Done.class::isInstance)
                .hasSize(1);
        assertThat(house.sessions.ofPerson(person.id(), later)).hasSize(1);
    }

    @RepeatedTest(ROUNDS)
    void s42_aRecoveryCodeUsedTwiceCountsOnce() throws Exception {
        Person person = house.withAccount();
        SecondSteps.Offer offer = house.secondSteps.offer(person, "Quire");
        List<String> paper = house.secondSteps.confirm(
                person.id(), PeopleHouse.codeOf(offer.secret(), NOW), Actor.of(person.id()), NOW);
        SignIn.From from = house.from("203.0.113." + PeopleHouse.next(), NOW);
        List<Callable<SignIn>> both = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            SignIns node = new SignIns(house.database, house.accounts, house.sessions, new Throttle(house.database));
            String half = ((SignIn.NeedsCode) node.byPassword(person.email(), PASSWORD, from))
                    .opened()
                    .token();
            both.add(() -> node.byCode(half, paper.get(0), from));
        }
        assertThat(AtOnce.run(both).results())
                .filteredOn(SignIn.Done.class::isInstance)
                .hasSize(1);
        assertThat(house.secondSteps.recoveryCodesLeft(person.id())).isEqualTo(paper.size() - 1);
    }

    /** Whatever was done at once, the trail is whole. */
    @RepeatedTest(1)
    void theTrailHoldsEverything() throws Exception {
        Organisation organisation = house.organisation();
        long before = house.trail.head().seq();
        List<Callable<Person>> all = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            all.add(() -> house.person(organisation));
        }
        assertThat(AtOnce.run(all).results()).hasSize(12);
        assertThat(house.trail.head().seq()).isEqualTo(before + 12);
        assertThat(house.trail.verify().isWhole()).isTrue();
    }

    private Callable<Person> choosing(String token, String password) {
        return () -> house.accounts.choosePassword(token, password, NOW, TODAY);
    }

    private static <T> AtOnce.Ended<T> twice(Callable<T> work) throws InterruptedException {
        return AtOnce.run(List.of(work, work));
    }

    private static void assertSays(String words, List<Problem> problems) {
        assertThat(problems)
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem.getMessage() + problem.findings()).contains(words));
    }
}
