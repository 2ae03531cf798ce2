package quire.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static quire.people.PeopleHouse.NOW;
import static quire.people.PeopleHouse.TODAY;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quire.core.Problem;
import quire.testkit.OnBothDatabases;
import quire.testkit.TestDatabase;

@OnBothDatabases(shared = true)
class SessionsTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);

    private PeopleHouse house;

    private Sessions sessions;
    private Person person;

    @BeforeEach
    void open(TestDatabase place) {
        house = PeopleHouse.in(place);
        house.database.run(tx -> tx.sql("delete from session").run());
        sessions = new Sessions(house.database);
        person = house.person();
    }

    @Test
    void s05_endsAfterAnHourWithoutARequest() {
        String token = open(NOW).token();
        assertThat(find(token, NOW.plus(HOUR))).isPresent();
        assertThat(find(token, NOW.plus(HOUR).plus(HOUR))).isPresent();
        assertThat(find(token, NOW.plus(HOUR.multipliedBy(3)).plusMillis(1))).isEmpty();
        assertThat(find(token, NOW.plus(HOUR.multipliedBy(2))))
                .as("once over, it stays so")
                .isEmpty();
    }

    @Test
    void s05_endsAfterTwelveHoursHoweverBusyItIs() {
        Sessions.Opened opened = open(NOW);
        Instant now = NOW;
        for (int minute = 0; minute < 720; minute += 5) {
            now = NOW.plus(Duration.ofMinutes(minute));
            Session session = find(opened.token(), now).orElseThrow();
            assertThat(session.ends()).isEqualTo(NOW.plus(Duration.ofHours(12)));
            assertThat(session.idleEnds()).isEqualTo(now.plus(HOUR));
        }
        assertThat(find(opened.token(), NOW.plus(Duration.ofHours(12)))).isPresent();
        assertThat(find(opened.token(), NOW.plus(Duration.ofHours(12)).plusSeconds(1)))
                .isEmpty();
    }

    /** Somebody who types all the time saves every few seconds; that keeps the session open and writes once a minute. */
    @Test
    void s05_savingKeepsItOpenAndWritesSeldom() {
        Sessions.Opened opened = open(NOW);
        String before = house.dump("session");
        for (int second = 0; second < 60; second += 5) {
            assertThat(find(opened.token(), NOW.plusSeconds(second))).isPresent();
        }
        assertThat(house.dump("session")).isEqualTo(before);
        assertThat(find(opened.token(), NOW.plusSeconds(60))).isPresent();
        assertThat(house.dump("session")).isNotEqualTo(before);
    }

    @Test
    void lookingKeepsNothingOpen() {
        String token = open(NOW).token();
        Instant later = NOW.plus(Duration.ofMinutes(40));
        assertThat(sessions.look(token, later, TODAY).orElseThrow().idleEnds()).isEqualTo(NOW.plus(HOUR));
        assertThat(sessions.look(token, NOW.plus(Duration.ofMinutes(61)), TODAY))
                .isEmpty();
    }

    @Test
    void lastsAsLongAsItIsToldTo() {
        sessions = new Sessions(
                house.database,
                new SessionLimits(Duration.ofMinutes(10), Duration.ofMinutes(30), Duration.ofMinutes(2)));
        String token = open(NOW).token();
        assertThat(find(token, NOW.plusSeconds(600))).isPresent();
        assertThat(find(token, NOW.plusSeconds(1_200))).isPresent();
        assertThat(find(token, NOW.plusSeconds(1_801))).isEmpty();
        assertThat(sessions.limits().idle()).isEqualTo(Duration.ofMinutes(10));
        String half = sessions.openHalf(person.id(), null, NOW).token();
        assertThat(sessions.awaitingCode(half, NOW.plusSeconds(120), TODAY)).isPresent();
        assertThat(sessions.awaitingCode(half, NOW.plusSeconds(121), TODAY)).isEmpty();
    }

    /** an hour back in the middle of the day. */
    @Test
    void r08_aClockThatGoesBackEndsNoSession() {
        String token = open(NOW).token();
        Instant busy = NOW.plus(HOUR.multipliedBy(2).minus(MINUTE));
        assertThat(find(token, NOW.plus(HOUR))).isPresent();
        assertThat(find(token, busy)).isPresent();
        Instant back = busy.minus(HOUR);
        assertThat(find(token, back)).isPresent();
        assertThat(find(token, back.plus(Duration.ofMinutes(59)))).isPresent();
        Session session = find(token, back.plus(Duration.ofMinutes(60))).orElseThrow();
        assertThat(session.idleEnds()).isEqualTo(back.plus(HOUR.multipliedBy(2)));
    }

    /** what had run out before the clock went back stays so, though it looks young again. */
    @Test
    void r08_aClockThatGoesBackRevivesNoSession() {
        String dead = open(NOW).token();
        String alive = open(NOW.plus(Duration.ofMinutes(30))).token();
        Instant late = NOW.plus(Duration.ofMinutes(61));
        assertThat(find(alive, late)).isPresent();
        Instant back = late.minus(HOUR);
        assertThat(find(alive, back)).isPresent();
        assertThat(find(dead, back)).isEmpty();
    }

    /** also when the clock went back while the server was down. */
    @Test
    void r08_aClockThatGoesBackBetweenTwoStartsRevivesNoSession() {
        String dead = open(NOW).token();
        String alive = open(NOW.plus(Duration.ofMinutes(30))).token();
        Instant late = NOW.plus(Duration.ofMinutes(61));
        assertThat(find(alive, late)).isPresent();
        sessions = new Sessions(house.database);
        assertThat(find(dead, late.minus(HOUR))).isEmpty();
        assertThat(find(alive, late.minus(HOUR))).isPresent();
    }

    /** the hour that the clock shows twice is no hour more, and no hour less. */
    @Test
    void r08_aSessionLivesTwelveHoursByItsOwnCount() {
        String token = open(NOW).token();
        Instant now = NOW;
        int minutes = 0;
        for (; minutes < 700; minutes += 20) {
            now = NOW.plus(Duration.ofMinutes(minutes - (minutes > 300 ? 60 : 0)));
            assertThat(find(token, now)).as("after %s minutes", minutes).isPresent();
        }
        // The step back itself counts as nothing, so the twenty minutes around it are given.
        assertThat(find(token, now.plus(Duration.ofMinutes(40)))).isPresent();
        assertThat(find(token, now.plus(Duration.ofMinutes(80)))).isEmpty();
    }

    @Test
    void twoRequestsThatOvertakeEachOtherAreNoClockThatGoesBack() {
        String token = open(NOW).token();
        assertThat(find(token, NOW.plusSeconds(70))).isPresent();
        assertThat(find(token, NOW.plusSeconds(69))).isPresent();
        assertThat(find(token, NOW.plusSeconds(70))).isPresent();
    }

    @Test
    void everyoneSeesAndEndsTheirOwn() {
        Sessions.Opened desk = open(NOW);
        Sessions.Opened phone = sessions.open(person.id(), "… (iPhone; …) … Safari/604.1", NOW.plus(MINUTE));
        Person other = house.person();
        Sessions.Opened others = sessions.open(other.id(), null, NOW);
        Instant later = NOW.plus(MINUTE.multipliedBy(2));
        find(desk.token(), later);
        List<Session> own = sessions.ofPerson(person.id(), later);
        assertThat(own)
                .extracting(Session::id)
                .containsExactly(desk.session().id(), phone.session().id());
        assertThat(own).extracting(Session::browser).containsExactly("An unknown browser", "Safari on an iPhone");
        assertThat(own.get(0).seen()).isEqualTo(later);
        Actor actor = Actor.of(person.id());
        assertThatThrownBy(() -> sessions.end(person.id(), others.session().id(), actor, later))
                .isInstanceOf(Problem.class);
        sessions.end(person.id(), phone.session().id(), actor, later);
        assertThat(find(phone.token(), later)).isEmpty();
        assertThatThrownBy(() -> sessions.end(person.id(), phone.session().id(), actor, later))
                .isInstanceOf(Problem.class);
        Sessions.Opened third = open(later);
        sessions.endOthers(person.id(), desk.session().id(), actor, later);
        assertThat(find(desk.token(), later)).isPresent();
        assertThat(find(third.token(), later)).isEmpty();
        sessions.endAll(person.id(), actor, later);
        assertThat(find(desk.token(), later)).isEmpty();
        assertThat(find(others.token(), later)).isPresent();
        assertThat(house.deeds("person", person.id()))
                .endsWith("session.ended", "session.opened", "session.others_ended", "session.others_ended");
    }

    @Test
    void s03_anOldTokenOpensNothing() {
        Sessions.Opened opened = open(NOW);
        Sessions.Opened renewed = sessions.renew(opened.session(), NOW.plus(HOUR));
        assertThat(find(opened.token(), NOW.plus(HOUR))).isEmpty();
        assertThat(find(renewed.token(), NOW.plus(HOUR))).isPresent();
        assertThat(renewed.session().ends()).isEqualTo(opened.session().ends());
        assertThatThrownBy(() -> sessions.renew(opened.session(), NOW.plus(HOUR)))
                .hasMessage("This session has ended. Sign in again.");
        for (String token : new String[] {"", "x", renewed.session().id(), renewed.token() + "=", "../../etc"}) {
            assertThat(find(token, NOW.plus(HOUR))).isEmpty();
        }
    }

    @Test
    void knowsWhenSomebodyProvedWhoTheyAre() {
        Session session = open(NOW).session();
        Duration five = Duration.ofMinutes(5);
        assertThat(session.isFresh(NOW, five)).isTrue();
        assertThat(session.isFresh(NOW.plus(five), five)).isTrue();
        assertThat(session.isFresh(NOW.plus(five).plusMillis(1), five)).isFalse();
        assertThat(session.isFresh(NOW.minus(HOUR), five))
                .as("the clock was put back")
                .isFalse();
    }

    @Test
    void forgetsWhatHasRunOut() {
        open(NOW);
        sessions.open(house.person().id(), null, NOW.plus(HOUR));
        sessions.sweep(NOW.plus(HOUR).plusSeconds(1));
        assertThat(house.dump("session").lines()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0                                   | Firefox on Windows
        Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140 Safari/537.36 Edg/140  | Edge on Windows
        Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36              | Chrome on Linux
        Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26 Safari/605     | Safari on a Mac
        Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/140 Mobile   | Chrome on an iPhone
        Mozilla/5.0 (Linux; Android 16; SM-S931B) AppleWebKit/537.36 SamsungBrowser/28.0 Chrome/130 Mobile Safari/537.36   | Samsung Internet on Android
        curl/8.5.0                                                                                                          | An unknown browser
        <script>alert(1)</script>                                                                                           | An unknown browser
        """)
    void namesABrowserAsItsOwnerKnowsIt(String userAgent, String words) {
        assertThat(BrowserName.of(userAgent)).isEqualTo(words);
    }

    private Sessions.Opened open(Instant now) {
        return sessions.open(person.id(), null, now);
    }

    private Optional<Session> find(String token, Instant now) {
        return sessions.find(token, now, TODAY);
    }
}
