package quire.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static quire.portfolio.BesideHouse.NOW;
import static quire.portfolio.BesideHouse.START;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import quire.people.Actor;
import quire.people.Person;
import quire.people.PortfolioRole;
import quire.post.KeptLetter;
import quire.post.Outbox;
import quire.store.Database;
import quire.testkit.OnBothDatabases;
import quire.testkit.TestDatabase;

/** Whoever a paper waits for is reminded before, on and after its day, each time once. */
@OnBothDatabases
class RemindersTest {

    /** The day on which the agreement is due: four weeks after the start. */
    private static final LocalDate DUE = START.plusWeeks(4);

    private static final String AGREEMENT = "“Support and assessment agreement”";

    private BesideHouse house;
    private Reminders reminders;
    private Outbox outbox;

    @BeforeEach
    void open(TestDatabase place) {
        Database database = place.open();
        house = new BesideHouse(database);
        reminders = new Reminders(database, house.portfolios, house.documents);
        outbox = new Outbox(database);
    }

    @Test
    void remindsBeforeOnAndAfterTheDay() {
        for (LocalDate day = DUE.minusDays(10); day.isBefore(DUE.plusDays(30)); day = day.plusDays(1)) {
            reminders.send(NOW, day);
            reminders.send(NOW, day);
        }
        assertThat(agreements("ruth@example.org"))
                .containsExactlyInAnyOrder(
                        AGREEMENT + " is due on 2 February 2026",
                        AGREEMENT + " is due today",
                        AGREEMENT + " was due on 2 February 2026");
    }

    @Test
    void tellsWhereThePaperIsAndHowToBeLeftAlone() {
        reminders.send(NOW, DUE);
        assertThat(outbox.about("portfolio", house.portfolio))
                .isNotEmpty()
                .allSatisfy(letter -> assertThat(letter.letter().text())
                        .contains("\n/portfolios/" + house.portfolio + "\n", "\n/account\n"));
    }

    @Test
    void makesGoodForDaysOnWhichItDidNotRun() {
        reminders.send(NOW, DUE.minusDays(8));
        assertThat(agreements("ruth@example.org")).isEmpty();
        reminders.send(NOW, DUE.minusDays(3));
        assertThat(agreements("ruth@example.org")).containsExactly(AGREEMENT + " is due on 2 February 2026");
        reminders.send(NOW, DUE.plusDays(9));
        assertThat(agreements("ruth@example.org")).hasSize(2);
    }

    @Test
    void r08_aClockThatJumpsToAndFroRemindsNobodyTwice() {
        reminders.send(NOW, DUE.minusDays(7));
        reminders.send(NOW, DUE);
        reminders.send(NOW, DUE.minusDays(6));
        reminders.send(NOW, DUE.plusDays(1));
        assertThat(agreements("ruth@example.org")).hasSize(2);
    }

    @Test
    void anotherDayIsAnotherReminder() {
        reminders.send(NOW, DUE);
        house.portfolios.dates().begin(house.portfolio, START.plusDays(7), Actor.SYSTEM, NOW);
        reminders.send(NOW, DUE.plusDays(7));
        assertThat(agreements("ruth@example.org"))
                .containsExactly(AGREEMENT + " is due today", AGREEMENT + " is due today");
    }

    @Test
    void remindsNobodyWhileTheYearStandsStillOrIsOver() {
        house.portfolios.dates().pause(house.portfolio, DUE.minusDays(3), DUE.plusDays(4), "", Actor.SYSTEM, NOW);
        reminders.send(NOW, DUE.minusDays(3));
        reminders.send(NOW, DUE.plusDays(3));
        assertThat(outbox.list(null, 0, 10)).isEmpty();
        house.close();
        reminders.send(NOW, DUE.plusDays(7));
        assertThat(outbox.list(null, 0, 10)).isEmpty();
    }

    @Test
    void eachHasItsSwitchForEachOrganisation() {
        String vale = house.organisation.id();
        assertThat(reminders.on(vale)).containsExactly(Reminder.values());
        reminders.choose(vale, EnumSet.of(Reminder.AFTER), Actor.of("cora"), NOW);
        reminders.choose(vale, EnumSet.of(Reminder.AFTER), Actor.of("cora"), NOW);
        assertThat(house.deeds("organisation", vale))
                .containsExactly("organisation.added", "reminder.turned_off", "reminder.turned_off");
        reminders.send(NOW, DUE.minusDays(7));
        reminders.send(NOW, DUE);
        assertThat(agreements("ruth@example.org")).isEmpty();
        reminders.send(NOW, DUE.plusDays(7));
        assertThat(agreements("ruth@example.org")).containsExactly(AGREEMENT + " was due on 2 February 2026");
        reminders.choose(vale, EnumSet.allOf(Reminder.class), Actor.of("cora"), NOW);
        assertThat(reminders.on(vale)).containsExactly(Reminder.values());
    }

    @Test
    void whoeverWantsNoneGetsNone() {
        reminders.choose(house.ruth.id(), false, house.asRuth, NOW);
        assertThat(reminders.wants(house.ruth.id())).isFalse();
        reminders.send(NOW, DUE);
        assertThat(agreements("ruth@example.org")).isEmpty();
        reminders.choose(house.ruth.id(), true, house.asRuth, NOW);
        reminders.send(NOW, DUE);
        assertThat(agreements("ruth@example.org")).hasSize(1);
        assertThat(house.deeds("person", house.ruth.id()))
                .containsSubsequence("person.added", "reminder.turned_off", "reminder.turned_on");
    }

    @Test
    void remindsWhoeverSignsNextOfWhatIsWritten() {
        Person mo = house.person("Mo Manager", "mo@example.org");
        house.assign(PortfolioRole.MANAGER, mo);
        String document = house.documents
                .start(new Placement(house.portfolio, "agreement"), SigningHouse.FORM, Map.of(), house.asAna, NOW, DUE)
                .id();
        house.documents.save(document, "own", Map.of("story", "Once."), 1, house.asAna, NOW, DUE);
        house.documents.sections().complete(document, "own", house.asAna, NOW, DUE);
        reminders.send(NOW, DUE);
        assertThat(agreements("ana@example.org")).hasSize(1);
        assertThat(agreements("mo@example.org")).isEmpty();
        assertThat(agreements("ruth@example.org")).isEmpty();
    }

    @Test
    void remindsNobodyOfWhatIsDone() {
        house.documents.start(
                new Placement(house.portfolio, "agreement"), BesideHouse.FORM, Map.of(), house.asAna, NOW, DUE);
        house.database.run(
                tx -> tx.sql("update document set progress = 'SIGNED'").run());
        reminders.send(NOW, DUE);
        assertThat(agreements("ruth@example.org")).isEmpty();
    }

    @Test
    void remindsNobodyWhoHasNoAccessAnyMore() {
        house.persons.endAccess(house.ruth.id(), DUE.minusDays(1), Actor.SYSTEM, NOW, DUE);
        reminders.send(NOW, DUE);
        assertThat(agreements("ruth@example.org")).isEmpty();
    }

    private List<String> agreements(String to) {
        return outbox.list(null, 0, 1000).stream()
                .map(KeptLetter::letter)
                .filter(letter -> letter.to().equals(to) && letter.subject().startsWith(AGREEMENT))
                .map(KeptLetter.Kept::subject)
                .toList();
    }
}
