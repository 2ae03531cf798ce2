package quire.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static quire.portfolio.BesideHouse.NOW;
import static quire.portfolio.BesideHouse.START;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import quire.people.Actor;
import quire.people.Person;
import quire.people.PortfolioRole;
import quire.people.Role;
import quire.people.Roles;
import quire.people.Span;
import quire.testkit.OnBothDatabases;
import quire.testkit.TestDatabase;
import quire.trail.Entry;
import quire.trail.Trail;

@OnBothDatabases
class AccessLogTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private BesideHouse house;
    private AccessLog log;
    private String document;

    @BeforeEach
    void open(TestDatabase place) {
        house = new BesideHouse(place.open());
        log = new AccessLog(house.database, house.documents);
        document = house.document();
    }

    @Test
    void tellsWhoReadWhatAndWhen() {
        new Visits(house.database).read(house.documents.get(document), List.of("before"), house.asRuth, NOW);
        assertThat(newest(house.ana))
                .isEqualTo("Ruth Vale, your assessor, read Direct observation 1 on 3 March 2026 at 14:32.");
        assertThat(newest(house.ruth)).isEqualTo("You read Direct observation 1 on 3 March 2026 at 14:32.");
        assertThat(newest(house.person("Cy Example", "cy@example.org")))
                .isEqualTo("Ruth Vale, the assessor, read Direct observation 1 on 3 March 2026 at 14:32.");
    }

    @Test
    void tellsTheTimeOfTheReader() {
        Instant summer = Instant.parse("2026-06-30T23:30:00Z");
        new Visits(house.database).saw(house.portfolio, house.asRuth, summer);
        assertThat(newest(house.ana))
                .isEqualTo("Ruth Vale, your assessor, looked at the stages and dates of the portfolio on"
                        + " 1 July 2026 at 00:30.");
    }

    @Test
    void namesDeputiesAndWhomTheyStandInFor() {
        Person max = house.person("Max Stone", "max@example.org");
        new Visits(house.database).saw(house.portfolio, Actor.of(max.id()).asDeputyOf(house.ruth.id()), NOW);
        assertThat(newest(house.ana))
                .startsWith("Max Stone, standing in for Ruth Vale, your assessor, looked at")
                .endsWith("at 14:32.");
        assertThat(newest(house.ruth)).startsWith("Max Stone, standing in for you, looked at");
    }

    @Test
    void namesWhatSomebodyWasOnThatDay() {
        Person nia = house.person("Nia Example", "nia@example.org");
        Visits visits = new Visits(house.database);
        visits.saw(house.portfolio, house.asRuth, NOW);
        house.assignments.handOver(
                house.portfolio, PortfolioRole.ASSESSOR, nia.id(), LocalDate.parse("2026-05-01"), Actor.SYSTEM, NOW);
        visits.saw(house.portfolio, house.asRuth, Instant.parse("2026-05-02T10:00:00Z"));
        assertThat(newest(house.ana)).startsWith("Ruth Vale looked at");
        assertThat(sentences(house.ana)).anyMatch(line -> line.startsWith("Ruth Vale, your assessor, looked at"));
        assertThat(sentences(house.ana))
                .anyMatch(line -> line.startsWith("Quire made Nia Example the assessor from 1 May 2026, on 3"));
        assertThat(sentences(house.ruth))
                .anyMatch(line ->
                        line.startsWith("Quire decided that you would be the assessor until 30 April 2026, on"));
    }

    @Test
    void namesTheRolesOfAnOrganisation() {
        Person admin = house.person("Ada Example", "ada@example.org");
        new Roles(house.database)
                .give(admin.id(), Role.ADMINISTRATOR, house.organisation.id(), Span.from(START), Actor.SYSTEM, NOW);
        new Visits(house.database).saw(house.portfolio, Actor.of(admin.id()), NOW);
        assertThat(newest(house.ana)).startsWith("Ada Example, an administrator, looked at");
    }

    @Test
    void tellsOfCommentsAndFiles() {
        Comments comments = new Comments(house.database, house.documents);
        comments.add(document, "before", "A secret.", house.asRuth, NOW);
        assertThat(newest(house.ana)).startsWith("Ruth Vale, your assessor, commented on Direct observation 1 on 3");
        Evidence evidence = new Evidence(house.database);
        evidence.add(
                house.portfolio,
                new EvidenceNote("Letter from {it}", Set.of(document), true),
                "a.png",
                new ByteArrayInputStream(Pictures.png(1)),
                house.asRuth,
                NOW);
        assertThat(newest(house.ana))
                .startsWith(
                        "Ruth Vale, your assessor, attached the file “Letter from {it}” to Direct observation 1 on");
        assertThat(newest(house.person("Cy Example", "cy@example.org")))
                .contains("attached the file that is confidential to Direct observation 1");
        assertThat(String.join("\n", sentences(house.ana))).doesNotContain("secret");
    }

    @Test
    void stillTellsWhatItHasNoWordsFor() {
        add(Entry.of("gone", "moon.landed", "moon", "1"));
        assertThat(newest(house.ana))
                .isEqualTo("Somebody who is not known any more did something that has no words here (moon.landed) on"
                        + " 3 March 2026 at 14:32.");
        add(Entry.of("gone", "comment.added", "comment", "1").with("document", "gone"));
        assertThat(newest(house.ana)).contains(" commented on a document on ");
        add(Entry.of("gone", "evidence.opened", "evidence", "gone"));
        assertThat(newest(house.ana)).contains(" opened the file that is not known any more on ");
    }

    @Test
    void everyActionMakesASentenceWithWhateverDetails() {
        for (String action : TrailWords.actions()) {
            add(Entry.of(house.ruth.id(), action, "person", house.ana.id()));
            assertThat(newest(house.ana)).doesNotContain("{", "}", "null").endsWith(".");
        }
    }

    @Test
    void comesInPages() {
        for (int i = 0; i < 2 * AccessLog.PAGE; i++) {
            add(Entry.of(house.ruth.id(), "portfolio.hours", "portfolio", house.portfolio));
        }
        List<Long> seen = new ArrayList<>();
        long before = Trail.NEWEST;
        int pages = 0;
        while (before > 0) {
            AccessPage page = log.page(house.portfolio, house.ana.id(), before, LONDON);
            page.lines().forEach(line -> seen.add(line.seq()));
            before = page.next();
            pages++;
        }
        assertThat(pages).isEqualTo(3);
        assertThat(seen)
                .hasSize(house.trail
                        .ofPortfolio(house.portfolio, Trail.NEWEST, 1_000)
                        .size());
        assertThat(seen).doesNotHaveDuplicates().isSortedAccordingTo((a, b) -> Long.compare(b, a));
        assertThat(log.all(house.portfolio, house.ana.id(), LONDON)).hasSameSizeAs(seen);
    }

    @Test
    void knowsNoPortfolioThatIsNotThere() {
        assertThatThrownBy(() -> log.page("nothing", house.ana.id(), Trail.NEWEST, LONDON))
                .hasMessage("There is no such portfolio.");
    }

    private void add(Entry entry) {
        house.database.run(tx -> house.trail.add(tx, entry.in(house.portfolio), NOW));
    }

    private String newest(Person reader) {
        return sentences(reader).get(0);
    }

    private List<String> sentences(Person reader) {
        return log.page(house.portfolio, reader.id(), Trail.NEWEST, LONDON).lines().stream()
                .map(AccessLine::sentence)
                .toList();
    }
}
