package quire.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import quire.people.Actor;
import quire.people.Organisation;
import quire.people.People;
import quire.people.Person;
import quire.post.KeptLetter;
import quire.post.MailServer;
import quire.post.Outbox;
import quire.scan.Scanner;
import quire.store.Database;
import quire.testkit.TestDatabase;

/** A whole server takes an invitation to a mail server, also one that another node has written. */
class PostIT {

    private static final ZoneId ENGLAND = ZoneId.of("Europe/London");
    private static final int MINUTE = 60_000;

    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final TestDatabase record = TestDatabase.of(TestDatabase.Kind.POSTGRESQL);

    @BeforeEach
    void open() {
        mail.start();
    }

    @AfterEach
    void close() {
        mail.stop();
        record.close();
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void r13_anInvitationReachesItsReaderAndOpensTheAccount() throws Exception {
        Clock clock = Clock.system(ENGLAND);
        PostSettings post = new PostSettings(
                "https://quire.example.org",
                new MailServer(
                        "127.0.0.1", mail.getSmtp().getPort(), MailServer.Line.OPEN, null, "quire@northvale.example"));
        Settings settings =
                new Settings(0, "localhost", record.place(), false, Set.of(), post, SealSettings.NONE, Scanner.NONE);
        try (Served served = Served.start(settings, here(clock), Shipped.beside(Path.of("")));
                Database otherNode = record.open()) {
            assertThat(served.port()).isPositive();
            People people = People.of(otherNode);
            Person robin = invited(people, clock);
            assertThat(mail.waitForIncomingEmail(2L * MINUTE, 1)).isTrue();
            MimeMessage message = mail.getReceivedMessages()[0];
            assertThat(message.getAllRecipients()[0].toString()).isEqualTo(robin.email());
            String link = message.getContent()
                    .toString()
                    .lines()
                    .filter(line -> line.startsWith("https://quire.example.org/link/"))
                    .findFirst()
                    .orElseThrow();
            String token = link.substring(link.lastIndexOf('/') + 1);
            LocalDate today = LocalDate.ofInstant(clock.instant(), ENGLAND);
            assertThat(people.accounts().choosePassword(token, "teapot under four clouds", clock.instant(), today))
                    .isEqualTo(robin);
            assertThat(sent(new Outbox(otherNode), robin).isSpent()).isTrue();
        }
    }

    /** The letter once the node that sent it has noted that, which it does after the mail server has it. */
    private static KeptLetter sent(Outbox outbox, Person reader) throws InterruptedException {
        KeptLetter letter = outbox.about("person", reader.id()).get(0);
        while (letter.state() != KeptLetter.State.SENT) {
            Thread.sleep(20);
            letter = outbox.get(letter.id());
        }
        return letter;
    }

    private static Person invited(People people, Clock clock) {
        Instant now = clock.instant();
        Organisation vale =
                people.organisations().add(Organisation.Details.of("Vale", "1 High Street"), Actor.SYSTEM, now);
        Person robin = people.persons()
                .add(Person.Details.of("Robin Example", "robin@vale.example", vale.id()), Actor.SYSTEM, now);
        people.accounts().invite(robin.id(), Actor.SYSTEM, now, LocalDate.ofInstant(now, ENGLAND));
        return robin;
    }

    private static Surroundings here(Clock clock) {
        PrintStream nowhere = new PrintStream(PrintStream.nullOutputStream());
        return new Surroundings(nowhere, nowhere, false, Map.of(), Path.of(""), clock);
    }
}
