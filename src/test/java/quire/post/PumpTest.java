package quire.post;

import static org.assertj.core.api.Assertions.assertThat;
import static quire.post.KeptLetter.State.BOUNCED;
import static quire.post.KeptLetter.State.FAILED;
import static quire.post.KeptLetter.State.SENT;
import static quire.post.KeptLetter.State.STOPPED;
import static quire.post.KeptLetter.State.WAITING;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quire.store.Database;
import quire.testkit.Child;
import quire.testkit.OnBothDatabases;
import quire.testkit.TestClock;
import quire.testkit.TestDatabase;

/** letters reach a real mail server once, whatever it and the line to it do meanwhile. */
@OnBothDatabases
class PumpTest {

    private static final String ADDRESS = "https://quire.example.org";

    private final TestClock clock = new TestClock();
    private final GreenMail greenMail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private TestDatabase place;
    private Database database;
    private Outbox outbox;
    private StubbornServer stubborn;

    @BeforeEach
    void open(TestDatabase place) throws IOException {
        this.place = place;
        database = place.open();
        outbox = new Outbox(database);
        greenMail.start();
        stubborn = new StubbornServer();
    }

    @AfterEach
    void close() {
        greenMail.stop();
        stubborn.close();
    }

    @Test
    void sendsWhatIsDueInPlainWords() throws Exception {
        put(letter("one"));
        pump(greenMail.getSmtp().getPort()).run();
        KeptLetter sent = only();
        assertThat(sent.state()).isEqualTo(SENT);
        assertThat(greenMail.getReceivedMessages()).singleElement().satisfies(message -> {
            assertThat(message.getSubject()).isEqualTo("“Review” – it is your turn, Siân 🙂");
            assertThat(message.getHeader("Message-ID")).containsExactly("<" + sent.id() + "@northvale.example>");
            assertThat(message.getContentType()).isEqualTo("text/plain; charset=UTF-8");
            assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
            assertThat(text(message)).isEqualTo("Hello Siân,\n\n" + ADDRESS + "/papers\n");
            assertThat(message.getAllRecipients()).hasSize(1);
        });
        pump(greenMail.getSmtp().getPort()).run();
        assertThat(greenMail.getReceivedMessages()).hasSize(1);
    }

    @Test
    void sendsASecretAndForgetsIt() throws Exception {
        put(invitation());
        pump(greenMail.getSmtp().getPort()).run();
        assertThat(text(greenMail.getReceivedMessages()[0])).contains(ADDRESS + "/link/secret-token\n");
        assertThat(place.dump("letter")).doesNotContain("secret-token");
        assertThat(only().isSpent()).isTrue();
    }

    @Test
    void r13_aServerThatIsDownForADayLosesNothing() {
        put(invitation());
        put(letter("two"));
        int nobody = stubborn.port();
        stubborn.close();
        Pump pump = pump(nobody);
        for (int minutes = 0; minutes < 24 * 60; minutes += 10) {
            pump.run();
            clock.pass(Duration.ofMinutes(10));
        }
        assertThat(outbox.list(WAITING, 0, 10))
                .hasSize(2)
                .allSatisfy(letter -> assertThat(letter.reason()).startsWith("The mail server cannot be reached: "))
                .allSatisfy(letter -> assertThat(letter.attempts()).isBetween(20, 40));
        clock.pass(Duration.ofHours(1));
        pump(greenMail.getSmtp().getPort()).run();
        assertThat(outbox.list(SENT, 0, 10)).hasSize(2);
        assertThat(greenMail.getReceivedMessages()).hasSize(2);
    }

    @Test
    void r13_aServerThatWantsToBeAskedAgainIsAskedAgainUnderTheSameName() throws IOException {
        put(letter("one"));
        stubborn.answer("end", "451 4.7.1 Greylisted,\tcome back");
        pump(stubborn.port()).run();
        assertThat(only().state()).isEqualTo(WAITING);
        assertThat(only().reason()).isEqualTo("The mail server did not take it yet: 451 4.7.1 Greylisted, come back");
        stubborn.yes();
        pump(stubborn.port()).run();
        assertThat(stubborn.messages()).as("not before its time").hasSize(1);
        clock.pass(Duration.ofMinutes(1));
        pump(stubborn.port()).run();
        assertThat(only().state()).isEqualTo(SENT);
        assertThat(only().reason()).isEmpty();
        assertThat(names()).hasSize(1);
        assertThat(stubborn.messages()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RCPT", "DATA", "end"})
    void r13_whatIsRefusedForGoodBouncesInTheServersWords(String command) {
        put(letter("one"));
        put(letter("two"));
        stubborn.answer(command, "550 5.1.1 <amina@example.org>: no such mailbox");
        pump(stubborn.port()).run();
        assertThat(outbox.list(BOUNCED, 0, 10))
                .hasSize(2)
                .allSatisfy(letter -> assertThat(letter.reason())
                        .contains("The mail server refused it: ")
                        .contains("no such mailbox"));
        stubborn.yes();
        clock.pass(Duration.ofDays(2));
        pump(stubborn.port()).run();
        assertThat(outbox.list(BOUNCED, 0, 10)).hasSize(2);
        outbox.sendAgain(outbox.list(BOUNCED, 0, 1).get(0).id(), "olga", clock.instant());
        pump(stubborn.port()).run();
        assertThat(outbox.list(SENT, 0, 10)).hasSize(1);
    }

    @Test
    void r13_theServersWordsTellNobodyTheSecret() {
        put(invitation());
        stubborn.answer("end", "554 refused because of https://quire.example.org/link/secret-token");
        pump(stubborn.port()).run();
        assertThat(only().reason()).contains("refused because of").doesNotContain("secret-token");
    }

    @Test
    void r13_whatIsNeverTakenIsGivenUpAndSaysSo() {
        put(letter("one"));
        stubborn.answer("RCPT", "452 mailbox full");
        Pump pump = pump(stubborn.port());
        for (int i = 0; i < Pump.MOST_ATTEMPTS + 2; i++) {
            pump.run();
            clock.pass(Duration.ofHours(1));
        }
        assertThat(only().state()).isEqualTo(FAILED);
        assertThat(only().attempts()).isEqualTo(Pump.MOST_ATTEMPTS);
        assertThat(only().reason()).contains("mailbox full");
    }

    @Test
    void r13_aProcessThatIsKilledAfterSendingSendsAgainUnderTheSameName() throws IOException {
        put(invitation());
        database.close();
        Child child = Child.start(Sender.class, TestDatabase.told(place.place()), stubborn.port());
        stubborn.onMessage(child::kill);
        child.awaitEnd();
        stubborn.onMessage(() -> {});
        database = place.open();
        outbox = new Outbox(database);
        assertThat(only().state()).isEqualTo(WAITING);
        pump(stubborn.port()).run();
        assertThat(stubborn.messages()).as("it may still be in hand").hasSize(1);
        clock.pass(Pump.IN_HAND);
        pump(stubborn.port()).run();
        assertThat(only().state()).isEqualTo(SENT);
        assertThat(stubborn.messages())
                .hasSize(2)
                .allSatisfy(message -> assertThat(message).contains("/link/secret-token"));
        assertThat(names()).hasSize(1);
    }

    /** The child: sends what there is, and is killed when the server has the letter. */
    static final class Sender {

        public static void main(String[] arguments) {
            Database database = Database.open(TestDatabase.place(arguments[0]));
            new Pump(database, mailer(Integer.parseInt(arguments[1])), new Wording(ADDRESS), new TestClock()).run();
        }
    }

    @Test
    void r08_aClockThatWasWrongKeepsNoLetterBack() {
        clock.pass(Duration.ofDays(3));
        put(letter("one"));
        stubborn.answer("RCPT", "451 later");
        pump(stubborn.port()).run();
        clock.pass(Duration.ofDays(-3));
        stubborn.yes();
        pump(stubborn.port()).run();
        assertThat(only().state()).isEqualTo(SENT);
    }

    @Test
    void sendsNothingThatWasStoppedOrIsNoNewsAnyMore() {
        put(letter("stopped"));
        outbox.stop(only().id(), "olga", clock.instant());
        put(letter("old"));
        clock.pass(Duration.ofDays(8));
        pump(stubborn.port()).run();
        assertThat(stubborn.messages()).isEmpty();
        assertThat(outbox.list(STOPPED, 0, 10)).hasSize(1);
        KeptLetter old = outbox.list(FAILED, 0, 10).get(0);
        assertThat(old.reason()).contains("more than seven days");
        outbox.sendAgain(old.id(), "olga", clock.instant());
        pump(stubborn.port()).run();
        assertThat(stubborn.messages()).hasSize(1);
    }

    @Test
    void saysNothingOnALineThatCannotBeClosed() {
        put(invitation());
        for (MailServer.Line line : new MailServer.Line[] {MailServer.Line.STARTTLS, MailServer.Line.TLS}) {
            MailServer.Login login = new MailServer.Login("quire", "open sesame");
            MailServer server = new MailServer("127.0.0.1", stubborn.port(), line, login, "quire@northvale.example");
            new Pump(database, new Mailer(server), new Wording(ADDRESS), clock).run();
            clock.pass(Duration.ofMinutes(5));
        }
        assertThat(stubborn.messages()).isEmpty();
        assertThat(only().state()).isEqualTo(WAITING);
        assertThat(only().attempts()).isEqualTo(2);
        assertThat(only().reason()).contains("cannot be reached").doesNotContain("sesame", "secret-token");
    }

    @Test
    void twoNodesSendALetterOnce() throws Exception {
        for (int i = 0; i < 20; i++) {
            put(letter("letter " + i));
        }
        Thread other = new Thread(() -> pump(greenMail.getSmtp().getPort()).run());
        other.start();
        pump(greenMail.getSmtp().getPort()).run();
        other.join();
        Set<String> names = new HashSet<>();
        for (MimeMessage message : greenMail.getReceivedMessages()) {
            names.add(message.getMessageID());
        }
        assertThat(greenMail.getReceivedMessages()).hasSize(20);
        assertThat(names).hasSize(20);
    }

    @Test
    void s69_aSubjectWithAnotherHeaderInItIsOneLine() throws Exception {
        put(Letter.of(
                "one",
                "amina@example.org",
                "A\r\nBcc: other@example.org\u2028\nX: y\u0000",
                "B\r\nBcc: c@d.example\n"));
        pump(greenMail.getSmtp().getPort()).run();
        assertThat(greenMail.getReceivedMessages()).hasSize(1);
        MimeMessage message = greenMail.getReceivedMessages()[0];
        assertThat(message.getSubject()).isEqualTo("A Bcc: other@example.org X: y");
        assertThat(message.getHeader("Bcc")).isNull();
        assertThat(message.getHeader("X")).isNull();
        assertThat(message.getRecipients(Message.RecipientType.TO)).hasSize(1);
    }

    private void put(Letter letter) {
        database.run(tx -> outbox.put(tx, letter, clock.instant()));
    }

    private KeptLetter only() {
        assertThat(outbox.list(null, 0, 10)).hasSize(1);
        return outbox.list(null, 0, 10).get(0);
    }

    private Set<String> names() {
        Set<String> names = new HashSet<>();
        stubborn.messages()
                .forEach(message -> message.lines()
                        .filter(line -> line.startsWith("Message-ID:"))
                        .forEach(names::add));
        return names;
    }

    private Pump pump(int port) {
        return new Pump(database, mailer(port), new Wording(ADDRESS), clock);
    }

    private static Mailer mailer(int port) {
        return new Mailer(new MailServer("127.0.0.1", port, MailServer.Line.OPEN, null, "quire@northvale.example"));
    }

    private static String text(MimeMessage message) throws Exception {
        return message.getContent().toString().replace("\r\n", "\n").stripTrailing() + "\n";
    }

    private static Letter letter(String key) {
        return Letter.of(key, "amina@example.org", "“Review” – it is your turn, Siân 🙂", "Hello Siân,\n\n/papers\n");
    }

    private Letter invitation() {
        Instant until = clock.instant().plus(Duration.ofDays(14));
        return Letter.of(
                "invitation",
                "amina@example.org",
                "Your account",
                "Open it:\n\n" + Letter.SECRET + "\n",
                new Letter.Secret("/link/secret-token", until));
    }
}
