package quire.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static quire.people.PeopleHouse.ADMIN;
import static quire.people.PeopleHouse.NOW;
import static quire.people.PeopleHouse.PASSWORD;
import static quire.people.PeopleHouse.TODAY;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import quire.core.Digest;
import quire.core.Problem;
import quire.post.KeptLetter;
import quire.post.Outbox;
import quire.testkit.OnBothDatabases;
import quire.testkit.TestDatabase;

@OnBothDatabases(shared = true)
class AccountsTest {

    private static final String OTHER = "kettles over seven hills";

    private PeopleHouse house;

    @BeforeEach
    void open(TestDatabase place) {
        house = PeopleHouse.in(place);
    }

    @Test
    void s33_twoInvitationsAndAnotherSpellingMakeOneAccount() {
        Person person = house.person();
        Person.Details shouted =
                Person.Details.of("Robin", person.email().toUpperCase(Locale.ROOT), person.organisation());
        String first = invite(person.id());
        String second = invite(house.persons.meet(shouted, ADMIN, NOW).id());
        assertThat(state(first)).isEqualTo(AccountLink.State.VALID);
        assertThat(choose(second, PASSWORD)).isEqualTo(person);
        assertThat(state(first)).isEqualTo(AccountLink.State.USED);
        assertThatThrownBy(() -> choose(first, OTHER))
                .hasMessage("This link has been used. Sign in with the password that you have chosen.");
        assertThat(signIn(shouted.email(), PASSWORD)).isInstanceOf(SignIn.Done.class);
        assertThat(house.deeds("person", person.id()))
                .containsSubsequence("account.invited", "account.invited", "account.opened");
        assertThatThrownBy(() -> invite(person.id())).hasMessageContaining("already has an account");
    }

    @Test
    void aLinkIsOnItsWayToItsReaderWithWhatMadeIt() {
        Person person = house.person();
        String token = invite(person.id());
        Outbox outbox = new Outbox(house.database);
        KeptLetter invitation = outbox.about("person", person.id()).get(0);
        assertThat(invitation.letter().to()).isEqualTo(person.email());
        assertThat(invitation.letter().secret()).isEqualTo("/link/" + token);
        assertThat(invitation.letter().text())
                .contains(person.name(), "until 5 December 2026 at 10:00")
                .doesNotContain(token);
        assertThatThrownBy(() -> house.database.run(tx -> {
                    invite(person.id());
                    throw new IllegalStateException("undone");
                }))
                .hasMessage("undone");
        assertThat(outbox.about("person", person.id())).containsExactly(invitation);
    }

    @Test
    void whoeverHasToDoSomethingHereIsInvitedOnce() {
        Person person = house.person();
        Outbox outbox = new Outbox(house.database);
        house.accounts.welcome(person.id(), ADMIN, NOW, TODAY);
        house.accounts.welcome(person.id(), ADMIN, NOW.plus(Duration.ofDays(14)), TODAY);
        assertThat(outbox.about("person", person.id())).hasSize(1);
        house.accounts.welcome(person.id(), ADMIN, NOW.plus(Duration.ofDays(15)), TODAY);
        assertThat(outbox.about("person", person.id())).hasSize(2);
        Person known = house.withAccount();
        int before = outbox.about("person", known.id()).size();
        house.accounts.welcome(known.id(), ADMIN, NOW, TODAY);
        assertThat(outbox.about("person", known.id())).hasSize(before);
    }

    @Test
    void lookingAtALinkUsesNothingUp() {
        String token = invite(house.person().id());
        for (int i = 0; i < 50; i++) {
            assertThat(state(token)).isEqualTo(AccountLink.State.VALID);
        }
        assertThatThrownBy(() -> choose(token, "short")).isInstanceOf(Problem.class);
        assertThat(state(token)).isEqualTo(AccountLink.State.VALID);
        choose(token, PASSWORD);
    }

    @Test
    void s22_aLinkSaysWhyItIsGoodNoMore() {
        Person person = house.person();
        String token = invite(person.id());
        Instant late = NOW.plus(AccountLink.Kind.INVITATION.valid());
        assertThat(house.accounts.look(token, late, TODAY).state()).isEqualTo(AccountLink.State.VALID);
        AccountLink expired = house.accounts.look(token, late.plusMillis(1), TODAY);
        assertThat(expired.state()).isEqualTo(AccountLink.State.EXPIRED);
        assertThat(expired.person()).isNull();
        assertThat(expired.sentence()).startsWith("This invitation is too old.");
        assertThatThrownBy(() -> house.accounts.choosePassword(token, PASSWORD, late.plusMillis(1), TODAY))
                .hasMessageStartingWith("This invitation is too old.");
        for (String unknown : new String[] {"", "x", token.substring(1) + "A", token + "A", "' or 1=1 --"}) {
            assertThat(state(unknown)).isEqualTo(AccountLink.State.UNKNOWN);
        }
    }

    @Test
    void aResetEndsEverySessionAndWorksOnce() {
        Person person = house.withAccount();
        Sessions.Opened opened = house.sessions.open(person.id(), null, NOW);
        String token = house.accounts
                .askReset(person.email(), NOW, TODAY)
                .orElseThrow()
                .token();
        String other = house.accounts.startReset(person.id(), ADMIN, NOW, TODAY).token();
        assertThat(house.sessions.find(opened.token(), NOW, TODAY)).isPresent();
        choose(token, OTHER);
        assertThat(house.sessions.find(opened.token(), NOW, TODAY)).isEmpty();
        assertThat(signIn(person.email(), PASSWORD)).isInstanceOf(SignIn.Refused.class);
        assertThat(signIn(person.email(), OTHER)).isInstanceOf(SignIn.Done.class);
        assertThat(state(token)).isEqualTo(AccountLink.State.USED);
        assertThat(state(other)).isEqualTo(AccountLink.State.USED);
        assertThatThrownBy(() -> choose(token, PASSWORD)).isInstanceOf(Problem.class);
        assertThat(house.deeds("person", person.id()))
                .contains("password.reset_asked", "password.reset_started", "password.reset");
    }

    @Test
    void aResetIsGoodForHalfAnHour() {
        Person person = house.withAccount();
        String token = house.accounts
                .askReset(person.email(), NOW, TODAY)
                .orElseThrow()
                .token();
        Instant late = NOW.plus(Duration.ofMinutes(30));
        assertThat(house.accounts.look(token, late, TODAY).state()).isEqualTo(AccountLink.State.VALID);
        assertThat(house.accounts.look(token, late.plusMillis(1), TODAY).state())
                .isEqualTo(AccountLink.State.EXPIRED);
    }

    @Test
    void s41_aResetForNobodyDoesTheSameAndTellsNothing() {
        Person invited = house.person();
        int before = house.dump("account_link").split("\n", -1).length;
        assertThat(house.accounts.askReset("nobody@example.org", NOW, TODAY)).isEmpty();
        assertThat(house.accounts.askReset(invited.email(), NOW, TODAY)).isEmpty();
        assertThat(house.dump("account_link").split("\n", -1)).hasSize(before + 2);
        house.accounts.sweep(NOW.plus(Duration.ofDays(200)));
        assertThat(house.dump("account_link")).isEmpty();
    }

    @Test
    void s03_changingThePasswordEndsEverySession() {
        Person person = house.withAccount();
        Sessions.Opened one = house.sessions.open(person.id(), null, NOW);
        Sessions.Opened two = house.sessions.open(person.id(), null, NOW);
        assertThatThrownBy(() -> change(person, "not " + PASSWORD, OTHER))
                .hasMessage("Enter the password that you have now.");
        assertThatThrownBy(() -> change(person, PASSWORD, "password1234")).isInstanceOf(Problem.class);
        assertThat(house.sessions.find(one.token(), NOW, TODAY)).isPresent();
        change(person, PASSWORD, OTHER);
        assertThat(house.sessions.find(one.token(), NOW, TODAY)).isEmpty();
        assertThat(house.sessions.find(two.token(), NOW, TODAY)).isEmpty();
        assertThat(signIn(person.email(), OTHER)).isInstanceOf(SignIn.Done.class);
    }

    @Test
    void aLinkIsUsedByOneOfManyAtTheSameMoment() throws Exception {
        Person person = house.person();
        String token = invite(person.id());
        ExecutorService people = Executors.newFixedThreadPool(6);
        try {
            int used = 0;
            for (Future<Boolean> done : people.invokeAll(IntStream.range(0, 6)
                    .mapToObj(i -> use(token, PASSWORD + i))
                    .toList())) {
                used += done.get() ? 1 : 0;
            }
            assertThat(used).isEqualTo(1);
        } finally {
            people.shutdownNow();
        }
    }

    private java.util.concurrent.Callable<Boolean> use(String token, String password) {
        return () -> {
            try {
                choose(token, password);
                return true;
            } catch (Problem refused) {
                return false;
            }
        };
    }

    @Test
    void aPasswordIsTheSameFromEveryKeyboard() {
        Person person = house.person();
        choose(invite(person.id()), "a cafe\u0301 under clouds");
        assertThat(signIn(person.email(), "a caf\u00E9 under clouds")).isInstanceOf(SignIn.Done.class);
    }

    @Test
    void keepsAPasswordAnewWhenItsCostHasChanged() {
        Person person = house.withAccount();
        Accounts dearer = new Accounts(house.database, new Argon2id.Cost(32, 2, 1));
        SignIns signIns = new SignIns(house.database, dearer, house.sessions, house.throttle);
        assertThat(kept(person)).contains("m=16,t=1");
        assertThat(signIns.byPassword(person.email(), PASSWORD + "x", house.from("192.0.2.77", NOW)))
                .isInstanceOf(SignIn.Refused.class);
        assertThat(kept(person)).contains("m=16,t=1");
        assertThat(signIns.byPassword(person.email(), PASSWORD, house.from("192.0.2.77", NOW)))
                .isInstanceOf(SignIn.Done.class);
        assertThat(kept(person)).contains("m=32,t=2");
        assertThat(signIns.byPassword(person.email(), PASSWORD, house.from("192.0.2.77", NOW)))
                .isInstanceOf(SignIn.Done.class);
    }

    @Test
    void s27_nothingThatIsKeptOpensAnything() {
        Person person = house.withAccount();
        String invitation = invite(house.person().id());
        String reset = house.accounts
                .askReset(person.email(), NOW, TODAY)
                .orElseThrow()
                .token();
        Sessions.Opened opened = house.sessions.open(person.id(), null, NOW);
        assertThat(house.dump("account_link"))
                .doesNotContain(invitation, reset)
                .contains(Digest.of(invitation).hex(), Digest.of(reset).hex());
        assertThat(house.dump("session"))
                .doesNotContain(opened.token())
                .contains(Digest.of(opened.token()).hex());
        assertThat(house.dump("account")).doesNotContain(PASSWORD);
        assertThat(house.dump("trail")).doesNotContain(invitation, reset, opened.token(), person.email());
    }

    private String kept(Person person) {
        return house.database.read(tx -> AccountStore.find(tx, person.id())
                .map(AccountStore.Kept::password)
                .orElseThrow());
    }

    private String invite(String person) {
        return house.accounts.invite(person, ADMIN, NOW, TODAY).token();
    }

    private AccountLink.State state(String token) {
        return house.accounts.look(token, NOW, TODAY).state();
    }

    private Person choose(String token, String password) {
        return house.accounts.choosePassword(token, password, NOW, TODAY);
    }

    private void change(Person person, String before, String after) {
        house.accounts.changePassword(person.id(), before, after, Actor.of(person.id()), NOW);
    }

    private SignIn signIn(String email, String password) {
        return house.signIns.byPassword(email, password, house.from("192.0.2." + PeopleHouse.next() % 200, NOW));
    }

    @Test
    void nobodyHasAPasswordBeforeTheyHaveChosenOne() {
        Person person = house.person();
        assertThat(house.accounts.hasPassword(person.id())).isFalse();
        assertThatThrownBy(() -> house.accounts.startReset(person.id(), ADMIN, NOW, TODAY))
                .hasMessageContaining("has no account yet");
        assertThat(signIn(person.email(), PASSWORD)).isInstanceOf(SignIn.Refused.class);
        assertThat(Optional.of(house.accounts.hasPassword("nobody"))).contains(false);
    }
}
