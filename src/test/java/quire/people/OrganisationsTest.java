package quire.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static quire.people.PeopleHouse.ADMIN;
import static quire.people.PeopleHouse.NOW;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quire.core.Digest;
import quire.core.Problem;
import quire.testkit.OnBothDatabases;
import quire.testkit.TestDatabase;

@OnBothDatabases(shared = true)
class OrganisationsTest {

    private PeopleHouse house;

    @BeforeEach
    void open(TestDatabase place) {
        house = PeopleHouse.in(place);
    }

    @Test
    void keepsEverythingThatItIsKnownBy() {
        Organisation host = house.organisation();
        Organisation.Details details = new Organisation.Details(
                " Eastmere   County Council ", "County Hall\r\nMere Road", "#1D4F91", Digest.of("logo"), host.id());
        Organisation added = house.organisations.add(details, ADMIN, NOW);
        Organisation kept = house.organisations.get(added.id());
        assertThat(kept).isEqualTo(added);
        assertThat(kept.name()).isEqualTo("Eastmere   County Council");
        assertThat(kept.details().address()).isEqualTo("County Hall\nMere Road");
        assertThat(kept.details().accent()).isEqualTo("#1d4f91");
        assertThat(kept.details().logo()).isEqualTo(Digest.of("logo"));
        assertThat(house.organisations.findByName("EASTMERE county council")).contains(kept);
        assertThat(house.organisations.members(host.id())).containsExactly(kept);
        assertThat(kept.home()).isEqualTo(host.id());
        assertThat(host.home()).isEqualTo(host.id());
    }

    @Test
    void writesEachChangeIntoTheTrailAndNoOther() {
        Organisation organisation = house.organisation();
        Organisation.Details same = organisation.details();
        house.organisations.change(organisation.id(), same, ADMIN, NOW);
        Organisation.Details other = Organisation.Details.of(organisation.name(), "9 New Street");
        house.organisations.change(organisation.id(), other, ADMIN, NOW);
        assertThat(house.deeds("organisation", organisation.id()))
                .containsExactly("organisation.added", "organisation.changed");
        assertThat(house.organisations.get(organisation.id()).details()).isEqualTo(other);
    }

    @Test
    void refusesANameThatIsTakenInAnySpelling() {
        Organisation organisation = house.organisation();
        String shouted = organisation.name().toUpperCase(java.util.Locale.ROOT).replace(" ", "  ");
        assertThatThrownBy(() -> house.organisations.add(Organisation.Details.of(shouted, ""), ADMIN, NOW))
                .isInstanceOf(Problem.class)
                .hasMessage("There is already an organisation called " + organisation.name() + ".");
        house.organisations.change(organisation.id(), Organisation.Details.of(shouted, ""), ADMIN, NOW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "one\ntwo", "a\u202Eb", "a\u0000b", "\uD800"})
    void refusesANameThatIsNone(String name) {
        assertThatThrownBy(() -> house.organisations.add(Organisation.Details.of(name, ""), ADMIN, NOW))
                .isInstanceOf(Problem.class);
    }

    @Test
    void isHostedOneLevelDeep() {
        Organisation host = house.organisation();
        Organisation member = house.memberOf(host);
        Organisation other = house.organisation();
        assertThatThrownBy(() -> house.memberOf(member)).hasMessageContaining("is itself a member");
        assertThatThrownBy(() -> change(host, other.id())).hasMessageContaining("hosts others");
        assertThatThrownBy(() -> change(other, other.id())).hasMessageContaining("Choose another organisation");
        assertThatThrownBy(() -> change(other, "nobody")).hasMessageContaining("Choose another organisation");
        assertThat(change(member, other.id()).home()).isEqualTo(other.id());
    }

    private Organisation change(Organisation organisation, String host) {
        return house.organisations.change(
                organisation.id(), organisation.details().memberOf(host), ADMIN, NOW);
    }
}
