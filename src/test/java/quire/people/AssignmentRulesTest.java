package quire.people;

import static org.assertj.core.api.Assertions.assertThat;
import static quire.people.PeopleHouse.ADMIN;
import static quire.people.PeopleHouse.NOW;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import quire.core.Problem;
import quire.testkit.TestDatabase;

/** Whatever people do to a portfolio, in whatever order, it stays plain on every day who is what. */
class AssignmentRulesTest {

    private static final LocalDate DAY = LocalDate.parse("2026-02-25");
    private static final int DAYS = 10;
    private static final List<PortfolioRole> ROLES =
            List.of(PortfolioRole.NQSW, PortfolioRole.ASSESSOR, PortfolioRole.MANAGER);

    private static final PeopleHouses HOUSES = new PeopleHouses();

    @AfterContainer
    static void close() {
        HOUSES.close();
    }

    @Property(tries = 40)
    void everyDayHasOneHolderOfAPartAndNoDeputyOfNobody(
            @ForAll TestDatabase.Kind place,
            @ForAll @Size(min = 4, max = 15) List<@IntRange(max = 100_000) Integer> deeds) {
        PeopleHouse house = HOUSES.on(place);
        Organisation organisation = house.organisation();
        List<String> people = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            people.add(house.person(organisation).id());
        }
        String portfolio = UUID.randomUUID().toString();
        deeds.forEach(deed -> attempt(house, people, portfolio, deed));
        for (int day = 0; day <= 2 * DAYS; day++) {
            judge(house.assignments.of(portfolio, DAY.plusDays(day)));
        }
    }

    private static void attempt(PeopleHouse house, List<String> people, String portfolio, int deed) {
        int left = deed;
        int what = left % 4;
        left /= 4;
        String person = people.get(left % 4);
        left /= 4;
        PortfolioRole role = ROLES.get(left % 3);
        left /= 3;
        LocalDate from = DAY.plusDays(left % DAYS);
        LocalDate until = from.plusDays(left / DAYS % DAYS);
        List<Assignment> all = house.assignments.history(portfolio);
        try {
            if (what == 0 || all.isEmpty()) {
                Span span = left % 2 == 0 ? Span.from(from) : Span.of(from, until);
                house.assignments.assign(portfolio, role, person, span, ADMIN, NOW);
            } else if (what == 1) {
                house.assignments.handOver(portfolio, role, person, from, ADMIN, NOW);
            } else if (what == 2) {
                house.assignments.end(all.get(left % all.size()).id(), until.minusDays(3), ADMIN, NOW);
            } else {
                String instead = all.get(left % all.size()).id();
                house.assignments.deputise(instead, person, Span.of(from, until), ADMIN, NOW);
            }
        } catch (Problem refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }

    private static void judge(List<Assignment> today) {
        for (PortfolioRole role : PortfolioRole.values()) {
            assertThat(today.stream().filter(one -> one.role() == role && !one.isDeputy()))
                    .hasSizeLessThanOrEqualTo(1);
        }
        assertThat(today)
                .filteredOn(Assignment::isDeputy)
                .allSatisfy(deputy -> assertThat(today)
                        .anySatisfy(other -> assertThat(AssignmentRules.isPrincipal(other, deputy))
                                .isTrue()));
        HashSet<String> own = new HashSet<>();
        HashSet<String> others = new HashSet<>();
        today.forEach(one -> (one.role() == PortfolioRole.NQSW ? own : others).add(one.person()));
        assertThat(Collections.disjoint(own, others)).isTrue();
    }
}
