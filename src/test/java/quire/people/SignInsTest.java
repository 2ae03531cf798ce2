package quire.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static quire.people.PeopleHouse.NOW;
import static quire.people.PeopleHouse.PASSWORD;
import static quire.people.PeopleHouse.TODAY;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import quire.core.Problem;
import quire.testkit.OnBothDatabases;
import quire.testkit.TestDatabase;

@OnBothDatabases(shared = true)
class SignInsTest {

    private PeopleHouse house;

    @BeforeEach
    void open(TestDatabase place) {
        house = PeopleHouse.in(place);
    }

    @Test
    void opensASessionForTheRightPassword() {
        Person person = house.withAccount();
        SignIn.Done done =
                (SignIn.Done) signIn(" " + person.email().toUpperCase(Locale.ROOT), PASSWORD, address(), NOW);
        Session session = house.sessions.find(done.opened().token(), NOW, TODAY).orElseThrow();
        assertThat(session.person()).isEqualTo(person.id());
        assertThat(session.browser()).isEqualTo("Firefox on Windows");
        assertThat(house.deeds("person", person.id())).endsWith("session.opened");
    }

    /** S-41: the same words and the same work, whoever it is. */
    @Test
    void s41_unknownAndKnownAreRefusedAlike() {
        Person known = house.withAccount();
        Person invited = house.person();
        long before = computed();
        SignIn wrong = signIn(known.email(), "not " + PASSWORD, address(), NOW);
        SignIn without = signIn(invited.email(), PASSWORD, address(), NOW);
        SignIn unknown = signIn("nobody@example.org", PASSWORD, address(), NOW);
        SignIn nonsense = signIn("' or 1=1 --", "", address(), NOW);
        assertThat(List.of(wrong, without, unknown, nonsense)).containsOnly(new SignIn.Refused(SignIn.WRONG));
        assertThat(computed() - before).isEqualTo(4);
    }

    @Test
    void s40_tenWrongPasswordsMeanAWaitThatGrowsAndEnds() {
        Person person = house.withAccount();
        String address = address();
        Instant now = NOW;
        List<Duration> waits = new ArrayList<>();
        for (int refused = 0; refused < 10; ) {
            SignIn attempt = signIn(person.email(), "wrong", address, now);
            if (attempt instanceof SignIn.Wait wait) {
                waits.add(wait.left());
                now = now.plus(wait.left());
            } else {
                refused++;
            }
        }
        assertThat(waits)
                .containsExactly(Stream.of(1, 2, 4, 8, 16, 32, 64)
                        .map(Duration::ofSeconds)
                        .toArray(Duration[]::new));
        assertThat(signIn(person.email(), PASSWORD, address, now)).isInstanceOf(SignIn.Wait.class);
        Instant later = now.plusSeconds(128);
        assertThat(signIn(person.email(), PASSWORD, address, later)).isInstanceOf(SignIn.Done.class);
        assertThat(signIn(person.email(), "wrong", address, later))
                .as("forgiven")
                .isInstanceOf(SignIn.Refused.class);
        assertThat(signIn(person.email(), PASSWORD, address, later)).isInstanceOf(SignIn.Done.class);
    }

    @Test
    void s40_waitingIsForOneAccountFromOneAddress() {
        Person person = house.withAccount();
        Person other = house.withAccount();
        String guesser = address();
        for (int i = 0; i < 9; i++) {
            signIn(person.email(), "wrong" + i, guesser, NOW);
        }
        assertThat(signIn(person.email(), PASSWORD, guesser, NOW)).isInstanceOf(SignIn.Wait.class);
        assertThat(signIn(person.email(), PASSWORD, address(), NOW)).isInstanceOf(SignIn.Done.class);
        assertThat(signIn(other.email(), PASSWORD, guesser, NOW)).isInstanceOf(SignIn.Done.class);
        assertThat(signIn(person.email(), PASSWORD, guesser, NOW.plus(Duration.ofMinutes(15))))
                .isInstanceOf(SignIn.Done.class);
    }

    @Test
    void s40_aHundredAccountsFromOneAddressAreSlowedDown() {
        String guesser = address();
        int waits = 0;
        for (int i = 0; i < 100; i++) {
            waits += signIn("person" + i + "@example.net", "wrong", guesser, NOW) instanceof SignIn.Wait ? 1 : 0;
        }
        assertThat(waits).isEqualTo(50);
        SignIn.Wait wait = (SignIn.Wait) signIn("person@example.net", "wrong", guesser, NOW);
        assertThat(wait.left()).isLessThanOrEqualTo(Duration.ofMinutes(1));
    }

    /** S-40: as many at once count like as many one after the other. */
    @Test
    void s40_attemptsAtTheSameMomentAreCountedToo() throws Exception {
        Person person = house.withAccount();
        String guesser = address();
        long before = computed();
        ExecutorService people = Executors.newFixedThreadPool(8);
        try {
            List<Callable<SignIn>> attempts = new ArrayList<>();
            for (int i = 0; i < 24; i++) {
                attempts.add(() -> signIn(person.email(), "wrong", guesser, NOW));
            }
            int refused = 0;
            for (Future<SignIn> attempt : people.invokeAll(attempts)) {
                refused += attempt.get() instanceof SignIn.Refused ? 1 : 0;
            }
            assertThat(refused).isEqualTo(3);
            assertThat(computed() - before).isEqualTo(3);
        } finally {
            people.shutdownNow();
        }
    }

    @Test
    void theGoodPathWritesNothingButTheSessionAndTheTrail() {
        Person person = house.withAccount();
        String before = house.dump("throttle");
        signIn(person.email(), PASSWORD, address(), NOW);
        assertThat(house.dump("throttle")).isEqualTo(before);
    }

    @Test
    void asksForTheCodeOfTheSecondStep() {
        Person person = house.withAccount();
        String secret = turnOn(person, NOW);
        Instant later = NOW.plusSeconds(60);
        SignIn.NeedsCode half = (SignIn.NeedsCode) signIn(person.email(), PASSWORD, address(), later);
        String token = half.opened().token();
        assertThat(house.sessions.find(token, later, TODAY)).isEmpty();
        assertThat(house.sessions.awaitingCode(token, later, TODAY)).isPresent();
        assertThat(house.sessions.ofPerson(person.id(), later)).isEmpty();
        assertThat(byCode(token, "000000x", later)).isEqualTo(new SignIn.Refused(SignIn.WRONG_CODE));
        SignIn.Done done = (SignIn.Done) byCode(token, code(secret, later), later);
        assertThat(done.opened().token()).isNotEqualTo(token);
        assertThat(house.sessions.find(done.opened().token(), later, TODAY)).isPresent();
        assertThat(house.sessions.awaitingCode(token, later, TODAY)).isEmpty();
        assertThat(byCode(token, code(secret, later), later)).isInstanceOf(SignIn.Refused.class);
    }

    @Test
    void s42_aCodeCountsOnce() {
        Person person = house.withAccount();
        String secret = turnOn(person, NOW);
        String first = half(person, NOW);
        assertThat(byCode(first, code(secret, NOW), NOW))
                .as("used to turn it on")
                .isInstanceOf(SignIn.Refused.class);
        Instant later = NOW.plusSeconds(60);
        assertThat(byCode(first, code(secret, later), later)).isInstanceOf(SignIn.Done.class);
        assertThat(byCode(half(person, later), code(secret, later), later)).isInstanceOf(SignIn.Refused.class);
        assertThat(byCode(half(person, later), code(secret, NOW), later)).isInstanceOf(SignIn.Refused.class);
    }

    @Test
    void s42_fiveWrongCodesMeanAWaitWhereverTheyComeFrom() {
        Person person = house.withAccount();
        String secret = turnOn(person, NOW);
        Instant later = NOW.plusSeconds(60);
        for (int i = 0; i < 5; i++) {
            assertThat(byCode(half(person, later), "abc" + i, later)).isInstanceOf(SignIn.Refused.class);
        }
        SignIn.Wait wait = (SignIn.Wait) byCode(half(person, later), code(secret, later), later);
        assertThat(wait.sentence()).isEqualTo("There were too many attempts. Try again in 1 second.");
        Instant again = later.plus(wait.left());
        assertThat(byCode(half(person, again), code(secret, again), again)).isInstanceOf(SignIn.Done.class);
    }

    @Test
    void s42_oneCodeAtTheSameMomentOpensOneSession() throws Exception {
        Person person = house.withAccount();
        String secret = turnOn(person, NOW);
        Instant later = NOW.plusSeconds(60);
        ExecutorService people = Executors.newFixedThreadPool(4);
        try {
            List<Callable<SignIn>> attempts = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                String token = half(person, later);
                attempts.add(() -> byCode(token, code(secret, later), later));
            }
            int opened = 0;
            for (Future<SignIn> attempt : people.invokeAll(attempts)) {
                opened += attempt.get() instanceof SignIn.Done ? 1 : 0;
            }
            assertThat(opened).isEqualTo(1);
        } finally {
            people.shutdownNow();
        }
    }

    @Test
    void aRecoveryCodeCountsOnceToo() {
        Person person = house.withAccount();
        SecondSteps.Offer offer = house.secondSteps.offer(person, "Quire");
        List<String> codes =
                house.secondSteps.confirm(person.id(), code(offer.secret(), NOW), Actor.of(person.id()), NOW);
        assertThat(codes).hasSize(10).doesNotHaveDuplicates();
        assertThat(house.dump("recovery_code"))
                .doesNotContain(codes.get(0))
                .contains(Secrets.keptCode(codes.get(0)).hex());
        String typed = codes.get(3).toLowerCase(Locale.ROOT).replace('-', ' ');
        assertThat(byCode(half(person, NOW), typed, NOW)).isInstanceOf(SignIn.Done.class);
        assertThat(byCode(half(person, NOW), typed, NOW)).isInstanceOf(SignIn.Refused.class);
        assertThat(house.secondSteps.recoveryCodesLeft(person.id())).isEqualTo(9);
        assertThat(house.deeds("person", person.id())).contains("recovery_code.used");
        List<String> others = house.secondSteps.renewRecoveryCodes(person.id(), Actor.of(person.id()), NOW);
        assertThat(byCode(half(person, NOW), codes.get(0), NOW)).isInstanceOf(SignIn.Refused.class);
        assertThat(byCode(half(person, NOW), others.get(0), NOW)).isInstanceOf(SignIn.Done.class);
        assertThat(byCode(half(house.withAccountAndSecondStep(), NOW), others.get(1), NOW))
                .isInstanceOf(SignIn.Refused.class);
    }

    @Test
    void theSecondStepIsTurnedOnByACodeAndOff() {
        Person person = house.withAccount();
        SecondSteps.Offer offer = house.secondSteps.offer(person, "Quire & Co");
        assertThat(offer.uri())
                .startsWith("otpauth://totp/Quire%20%26%20Co:robin")
                .endsWith("%40example.org?secret=" + offer.secret() + "&issuer=Quire%20%26%20Co");
        assertThatThrownBy(() -> house.secondSteps.confirm(person.id(), "000", Actor.of(person.id()), NOW))
                .isInstanceOf(Problem.class);
        assertThat(house.secondSteps.isOn(person.id())).isFalse();
        assertThat(signIn(person.email(), PASSWORD, address(), NOW)).isInstanceOf(SignIn.Done.class);
        house.secondSteps.confirm(person.id(), code(offer.secret(), NOW), Actor.of(person.id()), NOW);
        assertThat(house.secondSteps.isOn(person.id())).isTrue();
        assertThatThrownBy(() -> house.secondSteps.offer(person, "Quire")).isInstanceOf(Problem.class);
        house.secondSteps.turnOff(person.id(), Actor.of(person.id()), NOW);
        assertThat(house.secondSteps.isOn(person.id())).isFalse();
        assertThat(signIn(person.email(), PASSWORD, address(), NOW)).isInstanceOf(SignIn.Done.class);
    }

    @Test
    void aResetLeavesTheSecondStepOn() {
        Person person = house.withAccountAndSecondStep();
        String token = house.accounts
                .askReset(person.email(), NOW, TODAY)
                .orElseThrow()
                .token();
        house.accounts.choosePassword(token, "kettles over seven hills", NOW, TODAY);
        assertThat(signIn(person.email(), "kettles over seven hills", address(), NOW))
                .isInstanceOf(SignIn.NeedsCode.class);
    }

    @Test
    void s41_lettersAreCountedAndSayNothing() {
        Person person = house.withAccount();
        int letters = 0;
        for (int i = 0; i < 10; i++) {
            letters += house.signIns
                            .askReset(person.email(), house.from(address(), NOW))
                            .isPresent()
                    ? 1
                    : 0;
            assertThat(house.signIns.askReset("nobody@example.org", house.from(address(), NOW)))
                    .isEmpty();
        }
        assertThat(letters).isEqualTo(3);
        assertThat(house.signIns.askReset(person.email(), house.from(address(), NOW.plusSeconds(1))))
                .isPresent();
    }

    @Test
    void theCodeMayBeLookedForTenMinutes() {
        Person person = house.withAccount();
        String secret = turnOn(person, NOW);
        Instant later = NOW.plusSeconds(601);
        SignIn late = byCode(half(person, NOW), code(secret, later), later);
        assertThat(late).isEqualTo(new SignIn.Refused("You waited too long for the code. Sign in again."));
    }

    @Test
    void provesOnceMoreWhoItIsUnderAnotherToken() {
        Person person = house.withAccount();
        SignIn.Done done = (SignIn.Done) signIn(person.email(), PASSWORD, address(), NOW);
        Instant later = NOW.plus(Duration.ofMinutes(50));
        Session session =
                house.sessions.find(done.opened().token(), later, TODAY).orElseThrow();
        assertThat(session.isFresh(later, Duration.ofMinutes(5))).isFalse();
        assertThat(house.signIns.again(session, "wrong", "", house.from(address(), later)))
                .isInstanceOf(SignIn.Refused.class);
        SignIn.Done again = (SignIn.Done) house.signIns.again(session, PASSWORD, "", house.from(address(), later));
        assertThat(again.opened().session().isFresh(later, Duration.ofMinutes(5)))
                .isTrue();
        assertThat(again.opened().session().opened()).isEqualTo(NOW);
        assertThat(house.sessions.find(done.opened().token(), later, TODAY)).isEmpty();
        assertThat(house.sessions.find(again.opened().token(), later, TODAY)).isPresent();
    }

    @Test
    void provesItWithTheCodeWhereTheSecondStepIsOn() {
        Person person = house.withAccount();
        String secret = turnOn(person, NOW);
        Instant later = NOW.plusSeconds(60);
        SignIn.Done done = (SignIn.Done) byCode(half(person, later), code(secret, later), later);
        Instant again = later.plusSeconds(60);
        Session session = done.opened().session();
        assertThat(house.signIns.again(session, PASSWORD, "", house.from(address(), again)))
                .isEqualTo(new SignIn.Refused(SignIn.WRONG_CODE));
        assertThat(house.signIns.again(session, PASSWORD, code(secret, again), house.from(address(), again)))
                .isInstanceOf(SignIn.Done.class);
    }

    @Test
    void saysHowLongToWait() {
        assertThat(new SignIn.Wait(Duration.ofMillis(1)).sentence()).endsWith("in 1 second.");
        assertThat(new SignIn.Wait(Duration.ofMillis(1_001)).sentence()).endsWith("in 2 seconds.");
        assertThat(new SignIn.Wait(Duration.ofSeconds(121)).sentence()).endsWith("in 3 minutes.");
    }

    private String turnOn(Person person, Instant now) {
        SecondSteps.Offer offer = house.secondSteps.offer(person, "Quire");
        house.secondSteps.confirm(person.id(), code(offer.secret(), now), Actor.of(person.id()), now);
        return offer.secret();
    }

    private static String code(String secret, Instant now) {
        return PeopleHouse.codeOf(secret, now);
    }

    private String half(Person person, Instant now) {
        return ((SignIn.NeedsCode) signIn(person.email(), PASSWORD, address(), now))
                .opened()
                .token();
    }

    private SignIn byCode(String token, String code, Instant now) {
        return house.signIns.byCode(token, code, house.from(address(), now));
    }

    private SignIn signIn(String email, String password, String address, Instant now) {
        return house.signIns.byPassword(email, password, house.from(address, now));
    }

    private long computed() {
        return house.accounts.passwords().computed();
    }

    private static String address() {
        return "2001:db8::" + PeopleHouse.next();
    }
}
