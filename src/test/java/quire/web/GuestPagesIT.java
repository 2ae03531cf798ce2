package quire.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quire.people.Actor;
import quire.people.Invitation;
import quire.portfolio.Signature;
import quire.testkit.Ask;
import quire.testkit.Cast;
import quire.testkit.PdfText;
import quire.testkit.TestClock;
import quire.testkit.WebHouse;

/** People without accounts: from the letter to the receipt, over the pages. */
class GuestPagesIT {

    private static final Map<String, String> NOTHING = Map.of();

    @TempDir
    Path data;

    private final TestClock clock = new TestClock();
    private WebHouse house;
    private Cast cast;
    private Guests guests;
    private String document = "";
    private Invitation invitation;
    private String link = "";

    @BeforeEach
    void open() {
        house = WebHouse.open(data, clock);
        cast = Cast.in(house);
        guests = new Guests(house, cast);
        document = guests.paper();
        invitation = guests.invite(document);
        link = guests.secret(Guests.MAIL);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void s20_isReadByScannersAsOftenAsTheyLikeAndStillStarts() {
        for (int i = 0; i < 50; i++) {
            Ask scanner = house.stranger().with("User-Agent", "LinkScanner/" + i);
            scanner.get(link).expect(200).says("You have been asked to help", "Start", "This is not for me");
            assertThat(scanner.method("HEAD", link).status()).isEqualTo(200);
            scanner.get(link + "/decline").expect(200);
        }
        assertThat(state()).isEqualTo(Invitation.State.SENT);
        guests.start(link).get("/guest/" + document).expect(200).says("Your feedback");
        assertThat(state()).isEqualTo(Invitation.State.STARTED);
    }

    @Test
    void s21_answersGuessesAlikeAndMakesThemWait() {
        Set<Integer> answers = new HashSet<>();
        for (int i = 0; i < 120; i++) {
            answers.add(house.stranger().get("/i/" + "A".repeat(40) + (100 + i)).status());
        }
        assertThat(answers).containsExactlyInAnyOrder(404, 429);
        house.stranger().get("/i/short").expect(429).says("Wait a minute").has("Retry-After", "2");
        house.stranger().get(link).expect(200);
    }

    @Test
    void s22_saysWhyALinkOpensNothingAndWhomToAsk() {
        house.rooms().documents().requests().cancel(document, invitation.id(), actor("nqsw"), now(), today());
        closed(link, "This request was taken back");
        clock.pass(Duration.ofMinutes(1));
        guests.invite(document);
        String late = guests.secret(Guests.MAIL);
        clock.pass(Duration.ofDays(31));
        closed(late, "This link is too old");
        String id =
                house.rooms().people().invitations().ofDocument(document).get(1).id();
        house.rooms().documents().requests().renew(document, id, actor("nqsw"), now(), today());
        closed(late, "There is a newer link");
        house.stranger().get(guests.secret(Guests.MAIL)).expect(200).says("Start");
    }

    private void closed(String address, String title) {
        for (String path : List.of("", "/decline", "/code", "/copy")) {
            house.stranger()
                    .get(address + path)
                    .expect(410)
                    .says(title, "Alex Nqsw, Northvale Council")
                    .doesNotSay("Feedback from another professional", "social worker");
        }
        house.stranger().post(address + "/start", NOTHING).expect(410).says(title);
        house.stranger().post(address + "/decline", NOTHING).expect(410).says(title);
    }

    @Test
    void s23_opensTheOnePaperAndNothingElse() {
        Ask guest = guests.start(link);
        guest.get("/guest/" + document).expect(200);
        guest.get("/guest/" + document + "/sections/feedback").expect(200);
        for (String path : List.of("/", "/year", "/documents/" + document, "/account", "/people", "/forms")) {
            guest.get(path).expect(404);
        }
        guest.get("/guest/" + guests.paper()).expect(404);
        guest.get("/guest/" + document + "/sections/reflection").expect(404);
        guest.get("/guest/" + document + "/sign/1.nqsw").expect(404);
        guest.post("/guest/" + document + "/sections/invitation", NOTHING).expect(404);
        cast.ask("nqsw").get("/guest/" + document).expect(404);
    }

    @Test
    void s24_keepsTheLinkOutOfEveryAddressThatFollows() {
        Ask.Answer started = house.stranger().post(link + "/start", NOTHING);
        assertThat(started.location()).isEqualTo("/guest/" + document);
        String token = link.replace("/i/", "");
        started.has("Referrer-Policy", "no-referrer");
        guests.browser(started).get("/guest/" + document).expect(200).doesNotSay(token);
    }

    @Test
    void s25_asksBeforeASecondDeviceGoesOnAndKeepsBothTexts() {
        Ask first = guests.start(link);
        Ask.Answer asked = house.stranger().post(link + "/start", NOTHING).expect(409);
        asked.says("This is already open on another device", "Continue here");
        Ask second = guests.browser(house.stranger().post(link + "/start", Map.of("here", "yes")));
        String section = "/guest/" + document + "/sections/feedback";
        String base = String.valueOf(house.rooms().documents().get(document).revision());
        Guests.send(first, section, section, boxes(base, "Always on time.")).expect(303);
        Guests.send(second, section, section, boxes(base, "Never late.")).expect(409);
        second.get(section + "/conflicts").expect(200).says("Always on time.", "Never late.");
        second.get(section).expect(200).says("1 answer has two texts");
    }

    private static Map<String, String> boxes(String base, String text) {
        return Map.of("_end", "1", "_base", base, "_do", "later", "_fields", "reliability", "reliability", text);
    }

    @Test
    void s26_endsWhenItIsNotForThem() {
        house.stranger().get(link + "/decline").expect(200).says("This is not for me", "No, go back");
        house.stranger().post(link + "/decline", NOTHING).expect(200).says("This link is not for you");
        assertThat(state()).isEqualTo(Invitation.State.DECLINED);
        assertThat(guests.letter("nqsw@people.example").letter().text()).contains("says that this is not for them");
        closed(link, "This link is not for you");
        Ask nqsw = cast.ask("nqsw");
        nqsw.get(requests()).expect(200).says("Not for them").doesNotSay(">Remind<");
        clock.pass(Duration.ofDays(8));
        nqsw = cast.ask("nqsw");
        nqsw.post(requests() + "/" + invitation.id() + "/remind", NOTHING).expect(409);
        assertThat(nqsw.post(requests() + "/ask/professional", asking("send", Guests.MAIL.toUpperCase(Locale.ROOT)))
                        .expect(422)
                        .text())
                .contains("this is not for them");
    }

    @Test
    void isSignedByLinkReturnedAndSignedAgainByANewOne() {
        Ask guest = guests.start(link);
        guest.get("/guest/" + document + "/sign/0.professional").expect(303);
        guests.write(guest, document);
        guest.get("/guest/" + document).says("Read, sign and send");
        assertThat(Guests.sign(guest, "/guest/" + document + "/sign/0.professional")
                        .location())
                .isEqualTo("/guest/" + document + "?done=signed");
        guest.get("/guest/" + document).says("Thank you, this was sent");
        guest.get("/guest/" + document + "/sections/feedback").expect(404);
        assertThat(signatures()).singleElement().satisfies(signature -> {
            assertThat(signature.proof()).isEqualTo("link");
            assertThat(signature.name()).isEqualTo("Mary Osei, Ward sister, 11A2222E");
            assertThat(signature.by()).isEqualTo(invitation.guest());
        });
        assertThat(guests.letter("nqsw@people.example").letter().text()).contains("has sent their answers");
        house.stranger().get(link).expect(200).says("Thank you, this was sent");
        assertThat(PdfText.of(house.stranger().get(link + "/copy").expect(200).bytes()))
                .contains("What I think of strengths.")
                .doesNotContain("Alex Nqsw");
        cast.ask("assessor").get(page() + "/sections/feedback").expect(200).says("What I think of strengths.");
        returned();
        clock.pass(Duration.ofDays(15));
        closed(link, "There is a newer link");
    }

    private void returned() {
        clock.pass(Duration.ofMinutes(1));
        String old = guests.secret(Guests.MAIL);
        cast.ask("assessor")
                .post(page() + "/return", Map.of("sections", "feedback", "reason", "Say when this was."))
                .expect(303);
        String fresh = guests.secret(Guests.MAIL);
        assertThat(fresh).isNotEqualTo(old);
        Ask again = guests.start(fresh);
        again.get("/guest/" + document + "/sections/feedback").expect(200).says("Say when this was.");
        String section = "/guest/" + document + "/sections/feedback";
        Guests.send(
                        again,
                        section,
                        section,
                        Map.of(
                                "_end",
                                "1",
                                "_base",
                                revision(),
                                "_do",
                                "continue",
                                "_completed",
                                "yes",
                                "_fields",
                                "reliability",
                                "reliability",
                                "Since March."))
                .expect(303);
        Guests.sign(again, "/guest/" + document + "/sign/0.professional").expect(303);
        assertThat(signatures()).extracting(Signature::stands).containsExactly(false, true);
    }

    @Test
    void asksForACodeWhereItWasAskedFor() {
        String other = guests.paper();
        guests.invite(other, Guests.PART, "kim@ward.example", true);
        String secret = guests.secret("kim@ward.example");
        house.stranger().get(secret).says("six-digit code");
        clock.pass(Duration.ofMinutes(1));
        assertThat(house.stranger().post(secret + "/start", NOTHING).location()).isEqualTo(secret + "/code");
        String code = guests.secret("kim@ward.example");
        assertThat(code).matches("\\d{6}");
        String wrong = code.equals("000000") ? "111111" : "000000";
        for (int i = 0; i < 4; i++) {
            house.stranger()
                    .post(secret + "/code", Map.of("code", wrong))
                    .expect(422)
                    .says("Enter the six digits");
        }
        house.stranger()
                .post(secret + "/code", Map.of("code", wrong))
                .expect(422)
                .says("not good any more");
        house.stranger().post(secret + "/code", Map.of("code", code)).expect(422);
        clock.pass(Duration.ofMinutes(1));
        house.stranger().post(secret + "/start", NOTHING).expect(303);
        String second = guests.secret("kim@ward.example");
        clock.pass(Duration.ofMinutes(11));
        house.stranger().post(secret + "/code", Map.of("code", second)).expect(422);
        house.stranger().post(secret + "/start", NOTHING).expect(303);
        Ask.Answer in = house.stranger().post(secret + "/code", Map.of("code", guests.secret("kim@ward.example")));
        Ask guest = guests.browser(in.expect(303));
        guests.write(guest, other);
        Guests.sign(guest, "/guest/" + other + "/sign/0.professional").expect(303);
        assertThat(house.rooms().documents().signing().of(other))
                .extracting(Signature::proof)
                .containsExactly("link+code");
    }

    @Test
    void isAskedOverThePagesWithALetterToRead() {
        String other = guests.paper();
        Ask nqsw = cast.ask("nqsw");
        String ask = "/documents/" + other + "/requests/ask/professional";
        nqsw.get("/documents/" + other).expect(200).says("see who was asked");
        nqsw.get(ask).expect(200).says("Their e-mail address", "Last day on which they can answer");
        nqsw.post(
                        ask,
                        Map.of(
                                "_do",
                                "send",
                                "email",
                                "nobody",
                                "until.day",
                                "1",
                                "until.month",
                                "1",
                                "until.year",
                                "2020"))
                .expect(422)
                .says("Enter the name.", "Enter an e-mail address in the correct format", "must be a date after today");
        nqsw.post(ask, asking("preview", "kim@ward.example"))
                .expect(200)
                .says("Read the letter", "Dear Kim Ward", "You do not need an account", "a link that only they get");
        nqsw.post(ask, asking("send", "kim@ward.example")).expect(303);
        assertThat(guests.letter("kim@ward.example").letter().text()).contains("&gt; Hello".replace("&gt;", ">"));
        nqsw.post(ask, asking("send", "lee@ward.example")).expect(409).says("One person is asked at a time");
        String all = "/documents/" + other + "/requests";
        nqsw.get(all).expect(200).says("Kim Ward", "Sent", "You can remind them from");
        String id =
                house.rooms().people().invitations().ofDocument(other).get(0).id();
        nqsw.post(all + "/" + id + "/remind", NOTHING).expect(409).says("less than a week ago");
        clock.pass(Duration.ofDays(7));
        nqsw = cast.ask("nqsw");
        String before = guests.secret("kim@ward.example");
        nqsw.post(all + "/" + id + "/remind", NOTHING).expect(303);
        assertThat(guests.letter("kim@ward.example").letter().subject()).startsWith("Reminder: ");
        house.stranger().get(before).expect(200);
        house.stranger().get(guests.secret("kim@ward.example")).expect(200);
        nqsw.post(all + "/" + id + "/cancel", NOTHING).expect(303);
        nqsw.post(all + "/" + id + "/cancel", NOTHING).expect(303);
        nqsw.get(all).says("Cancelled");
    }

    @Test
    void s69_refusesAddressesThatCouldReachSomebodyElse() {
        String ask = "/documents/" + guests.paper() + "/requests/ask/professional";
        for (String address : List.of(
                "a@ward.example\r\nBcc: b@ward.example",
                "\"a b\"@ward.example",
                "a@b@c",
                "a@ward.example,b@ward.example")) {
            cast.ask("nqsw").post(ask, asking("send", address)).expect(422);
        }
        assertThat(house.outbox().list(null, 0, 100)).hasSize(1);
    }

    @Test
    void leavesAndComesBackByTheSameLink() {
        Ask guest = guests.start(link);
        Guests.send(guest, "/guest/" + document, "/guest/" + document + "/finish", NOTHING)
                .expect(200)
                .says("You have finished for now");
        guest.get("/guest/" + document).expect(404).says("Open the link in your letter again");
        guests.start(link).get("/guest/" + document).expect(200);
        clock.pass(Duration.ofHours(3));
        guest.get("/guest/" + document).expect(404);
        house.stranger().get(link).says("Go on");
    }

    @Test
    void s01_refusesFormsWithoutTheStampOrFromElsewhere() {
        Ask guest = guests.start(link);
        guest.post("/guest/" + document + "/you", Map.of("name", "Kim")).expect(403);
        house.stranger().fromAnotherSite().post(link + "/start", NOTHING).expect(403);
        house.stranger().fromAnotherSite().post(link + "/decline", NOTHING).expect(403);
        assertThat(state()).isEqualTo(Invitation.State.STARTED);
    }

    private static Map<String, String> asking(String what, String email) {
        return Map.of(
                "_do", what,
                "name", "Kim Ward",
                "email", email,
                "relationship", "Ward sister",
                "message", "Hello",
                "until.day", "20",
                "until.month", "12",
                "until.year", "2026");
    }

    private Invitation.State state() {
        return house.rooms()
                .people()
                .invitations()
                .get(document, invitation.id())
                .state(today());
    }

    private List<Signature> signatures() {
        return house.rooms().documents().signing().of(document);
    }

    private String revision() {
        return String.valueOf(house.rooms().documents().get(document).revision());
    }

    private Actor actor(String who) {
        return Actor.of(cast.person(who).id());
    }

    private Instant now() {
        return clock.instant();
    }

    private LocalDate today() {
        return house.rooms().today();
    }

    private String page() {
        return "/documents/" + document;
    }

    private String requests() {
        return page() + "/requests";
    }
}
