package quire.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static quire.portfolio.BesideHouse.NOW;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import quire.people.Actor;
import quire.testkit.OnBothDatabases;
import quire.testkit.TestDatabase;

@OnBothDatabases
class VisitsTest {

    private static final Instant LATER = NOW.plusSeconds(60);

    private BesideHouse house;
    private Visits visits;
    private String document;

    @BeforeEach
    void open(TestDatabase place) {
        house = new BesideHouse(place.open());
        visits = new Visits(house.database);
        document = house.document();
    }

    @Test
    void knowWhatChangedSinceSomebodyLastRead() {
        assertThat(unread()).isEmpty();
        int first = house.write(document, "before", "A plan.", NOW);
        assertThat(unread())
                .containsExactly(new Unread(house.portfolio, document, "before", 0, first, NOW))
                .allMatch(Unread::isNew);
        read(LATER);
        assertThat(unread()).isEmpty();
        house.write(document, "before", "A better plan.", LATER);
        int third = house.write(document, "before", "The best plan.", LATER);
        int fourth = house.write(document, "after", "Much.", LATER.plusSeconds(1));
        assertThat(unread())
                .containsExactly(
                        new Unread(house.portfolio, document, "before", first, third, LATER),
                        new Unread(house.portfolio, document, "after", 0, fourth, LATER.plusSeconds(1)));
        assertThat(house.documents.answersAt(document, unread().get(0).read())).containsEntry("plan", "A plan.");
    }

    @Test
    void knowItOfManyPortfoliosAtOnce() {
        String other = house.enrol("NV-2026-002", house.person("Bo Example", "bo@example.org"));
        String theirs = house.document(other);
        house.write(document, "before", "A plan.", NOW);
        house.write(theirs, "after", "Much.", LATER);
        assertThat(visits.unread(List.of(house.portfolio, other), house.ruth.id()))
                .extracting(Unread::document)
                .containsExactly(document, theirs);
        assertThat(visits.unread(List.of(), house.ruth.id())).isEmpty();
    }

    @Test
    void whatWasSavedWhileSomebodyReadIsStillUnread() {
        house.write(document, "before", "A plan.", NOW);
        Document shown = house.documents.get(document);
        int saved = house.write(document, "before", "A better plan.", NOW);
        visits.read(shown, List.of("before"), house.asRuth, LATER);
        assertThat(unread()).extracting(Unread::saved).containsExactly(saved);
    }

    @Test
    void anOlderPageTakesNothingBack() {
        house.write(document, "before", "A plan.", NOW);
        Document older = house.documents.get(document);
        house.write(document, "before", "A better plan.", NOW);
        read(NOW);
        visits.read(older, List.of("before"), house.asRuth, NOW.plusSeconds(7_200));
        assertThat(unread()).isEmpty();
    }

    @Test
    void theTrailTellsOnceASitting() {
        read(NOW);
        read(LATER);
        assertThat(house.deeds("document", document)).containsOnlyOnce("document.read");
        assertThat(house.last().entry().details()).containsEntry("sections", List.of("before"));
        read(NOW.plusSeconds(3_600));
        house.write(document, "before", "A plan.", NOW.plusSeconds(3_601));
        read(NOW.plusSeconds(3_602));
        assertThat(house.deeds("document", document).stream().filter("document.read"::equals))
                .hasSize(3);
    }

    @Test
    void whatIsOnesOwnIsNobodyElsesBusiness() {
        house.write(document, "before", "A plan.", NOW);
        visits.read(house.documents.get(document), List.of("before"), house.asAna, NOW);
        visits.saw(house.portfolio, house.asAna, NOW);
        assertThat(visits.unread(document, house.ana.id())).isEmpty();
        assertThat(house.deeds("document", document)).doesNotContain("document.read");
        assertThat(house.deeds("portfolio", house.portfolio)).doesNotContain("portfolio.seen");
    }

    @Test
    void somebodySawAPortfolio() {
        Actor deputy = house.asRuth.asDeputyOf("max");
        visits.saw(house.portfolio, deputy, NOW);
        visits.saw(house.portfolio, deputy, LATER);
        visits.saw(house.portfolio, deputy, NOW.plusSeconds(4_000));
        assertThat(house.deeds("portfolio", house.portfolio))
                .filteredOn("portfolio.seen"::equals)
                .hasSize(2);
        assertThat(house.last().entry().details()).containsEntry("deputy_of", "max");
    }

    @Test
    void everyDownloadIsNoted() {
        visits.downloaded(house.documents.get(document), "pdf", house.asAna, NOW);
        visits.downloaded(house.documents.get(document), "docx", house.asAna, NOW);
        assertThat(house.deeds("document", document))
                .filteredOn("document.downloaded"::equals)
                .hasSize(2);
        assertThat(house.last().entry().details()).containsEntry("as", "docx");
    }

    @Test
    void whatOneWroteOneselfIsNotUnread() {
        house.write(document, "before", "A plan.", NOW);
        assertThat(visits.unread(document, house.ana.id())).isEmpty();
        assertThat(unread()).hasSize(1);
    }

    private List<Unread> unread() {
        return visits.unread(document, house.ruth.id());
    }

    private void read(Instant at) {
        visits.read(house.documents.get(document), List.of("before"), house.asRuth, at);
    }
}
