package quire.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quire.people.Person;
import quire.portfolio.Signature;
import quire.testkit.Ask;
import quire.testkit.Cast;
import quire.testkit.PdfText;
import quire.testkit.TestClock;
import quire.testkit.WebHouse;

/** Two people on one device, what somebody says who does not write, and those who were asked and have an account. */
class TogetherPagesIT {

    @TempDir
    Path data;

    private final TestClock clock = new TestClock();
    private WebHouse house;
    private Cast cast;
    private Papers papers;
    private Guests guests;
    private Passwords passwords;

    @BeforeEach
    void open() {
        house = WebHouse.open(data, clock);
        cast = Cast.in(house);
        papers = new Papers(house, cast);
        guests = new Guests(house, cast);
        passwords = new Passwords(house);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void theSecondSignsInBesideTheFirstForOnePaper() {
        String document = finishedLog();
        Person nqsw = passwords.open(cast.person("nqsw"));
        Ask assessor = cast.ask("assessor");
        String together = "/documents/" + document + "/together";
        assessor.get("/documents/" + document).says("Both of us are here");
        assessor.get(together).expect(200).says("Alex Assessor is signed in on this device");
        assessor.post(together, Map.of("email", nqsw.email(), "password", "wrong"))
                .expect(422)
                .says("Enter a correct e-mail address and password of somebody else");
        Ask.Answer in = assessor.post(together, Map.of("email", nqsw.email(), "password", Passwords.PASSWORD));
        assertThat(in.location()).isEqualTo("/guest/" + document);
        Ask second = guests.browser(in);
        second.get("/guest/" + document).expect(200).says("Alex Nqsw", "Read, sign and send");
        second.get("/documents/" + document).expect(303);
        second.get("/year").expect(303);
        assertThat(Guests.sign(second, "/guest/" + document + "/sign/0.nqsw").location())
                .isEqualTo("/guest/" + document + "?done=signed");
        assertThat(house.rooms().documents().signing().of(document))
                .extracting(Signature::by, Signature::proof)
                .containsExactly(tuple(nqsw.id(), "password beside somebody else"));
        Guests.send(second, "/guest/" + document, "/guest/" + document + "/finish", Map.of())
                .expect(303);
        second.get("/guest/" + document).expect(404);
        assessor.get("/documents/" + document).expect(200).says("Read and sign");
        assessor.get("/account").expect(200);
    }

    @Test
    void endsByItselfAndLetsNobodyInWhoHasNoPart() {
        String document = finishedLog();
        String together = "/documents/" + document + "/together";
        for (String who : new String[] {"nobody", "assessor", "other nqsw"}) {
            Person person = passwords.open(cast.person(who));
            cast.ask("assessor")
                    .post(together, Map.of("email", person.email(), "password", Passwords.PASSWORD))
                    .expect(422)
                    .says("who has a part in this paper");
        }
        Ask assessor = cast.ask("assessor");
        Person nqsw = passwords.open(cast.person("nqsw"));
        Ask second =
                guests.browser(assessor.post(together, Map.of("email", nqsw.email(), "password", Passwords.PASSWORD)));
        second.get("/guest/" + document).expect(200);
        clock.pass(Duration.ofMinutes(11));
        second.get("/guest/" + document).expect(404);
        assessor.get("/account").expect(200);
    }

    @Test
    void recordsWhatSomebodySaysAndNeverAsTheirSignature() throws IOException {
        String document = papers.begin("people-feedback-1", "feedback-from-people");
        String record = "/documents/" + document + "/record/giver";
        Ask assessor = cast.ask("assessor");
        cast.ask("nqsw").get(record).expect(404);
        cast.ask("nqsw").get("/documents/" + document + "/requests/ask/giver").says("Never send a link to a child");
        assessor.get(record).expect(200).says("Whose words are these?");
        assessor.post(record, Map.of("said_by", "")).expect(422).says("Enter the words for whose words these are.");
        String section = "/documents/" + document + "/sections/feedback";
        assertThat(assessor.post(record, Map.of("said_by", "a carer")).location())
                .isEqualTo(section);
        assessor.get(section)
                .expect(200)
                .says("Recorded by Alex Assessor for a carer, not yet confirmed", "_completed");
        assessor.post(record, Map.of("confirmed.day", "31", "confirmed.month", "2", "confirmed.year", "2026"))
                .expect(422)
                .says("must be a real date");
        assessor.post(record, Map.of("confirmed.day", "20", "confirmed.month", "11", "confirmed.year", "2026"))
                .expect(303);
        guests.finish(document, "feedback", papers.actor("assessor"));
        cast.ask("nqsw")
                .get(section)
                .expect(200)
                .says("Recorded by Alex Assessor for a carer, confirmed on 20 November 2026");
        assertThat(PdfText.of(cast.ask("nqsw")
                        .get("/documents/" + document + "/pdf")
                        .expect(200)
                        .bytes()))
                .contains("Recorded by Alex Assessor for a carer, confirmed on 20 November 2026.");
        String takeAway = "/portfolios/" + cast.portfolio("nqsw").id() + "/take-away";
        assertThat(PdfText.of(packed(
                        cast.ask("nqsw").post(takeAway, Map.of()).expect(200).bytes(),
                        "papers/.*Feedback-from-a-person-or-carer-1.*\\.pdf")))
                .contains("Recorded by Alex Assessor for a carer, confirmed on 20 November 2026.");
        assertThat(house.rooms().documents().signing().of(document)).isEmpty();
    }

    @Test
    void s33_givesWhoeverHasAnAccountTheirTaskWhenTheyAreSignedIn() {
        String document = guests.paper();
        Person nobody = cast.person("nobody");
        guests.invite(document, Guests.PART, nobody.email().toUpperCase(Locale.ROOT), false);
        Ask asked = house.ask(nobody);
        asked.get("/forms").expect(200).says("Asked of you");
        asked.get("/asked").expect(200).says("Other professional", "/documents/" + document);
        asked.get("/documents/" + document).expect(200).says("Back to what is asked of you");
        asked.get("/documents/" + document + "/sections/feedback").expect(200).says("_completed");
        guests.finish(document, "feedback", papers.actor("nobody"));
        assertThat(Guests.sign(asked, "/documents/" + document + "/sign/0.professional")
                        .location())
                .isEqualTo("/documents/" + document + "?done=signed");
        assertThat(house.rooms().documents().signing().of(document))
                .extracting(Signature::by)
                .containsExactly(nobody.id());
        asked.get("/asked").says("Nobody waits for anything from you");
        cast.ask("other nobody").get("/documents/" + document).expect(404);
    }

    private String finishedLog() {
        String document = papers.log();
        papers.get(document)
                .form()
                .sections()
                .forEach(section -> guests.finish(document, section.id(), papers.actor(section.owner())));
        return document;
    }

    /** The file in a zip with a name like this. */
    private static byte[] packed(byte[] file, String name) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().matches(name)) {
                    return zip.readAllBytes();
                }
            }
        }
        throw new AssertionError("Nothing in the file is called " + name);
    }
}
