package quire.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quire.bundle.Bundle;
import quire.bundle.Release;
import quire.people.HeldRole;
import quire.people.Person;
import quire.people.Role;
import quire.testkit.Ask;

/** Final bundles in the hands of those who read them: that one, on those days, and nothing else. */
class BundleReadersIT {

    @TempDir
    Path data;

    private Panel panel;

    @BeforeEach
    void open() {
        panel = new Panel(data);
    }

    @AfterEach
    void close() {
        panel.close();
    }

    @Test
    void s36_readerSeesThatBundleAndNothingElseUntilItEnds() {
        Bundle named = panel.built("internal");
        Bundle coded = panel.built("external");
        Ask moderator = panel.cast().ask("moderator");
        moderator.get(address(named)).expect(404);
        assertThat(panel.release(named, "moderator").location()).endsWith("/readers?done=released");
        assertThat(moderator.get("/").location()).isEqualTo("/bundles");
        moderator
                .get("/bundles")
                .expect(200)
                .says("Bundles to read", address(named), "until the end of 5 December 2026")
                .doesNotSay(address(coded), "href=\"/forms\"", "href=\"/catalogue\"");
        moderator
                .get(address(named))
                .expect(200)
                .says("Download the PDF")
                .doesNotSay("/documents/", "/portfolios/", "/readers", "Asked for by");
        moderator.get(address(named) + "/pdf").expect(200);
        moderator.get(address(named) + "/manifest").expect(200);
        for (String closed : List.of(
                address(coded),
                address(coded) + "/pdf",
                address(named) + "/readers",
                panel.bundles(),
                panel.bundles() + "/internal",
                "/documents/" + panel.log())) {
            moderator.get(closed).expect(404);
        }
        panel.administrator().post(address(named) + "/readers/" + release(named).id() + "/end", Map.of());
        moderator.get(address(named)).expect(404);
        moderator.get(address(named) + "/pdf").expect(404);
        moderator
                .get("/bundles")
                .expect(200)
                .says("Nothing is there for you to read")
                .doesNotSay(address(named));
    }

    @Test
    void s36_opensOnItsFirstDayAndEndsAfterItsLast() {
        Bundle bundle = panel.built("internal");
        Map<String, String> later =
                new HashMap<>(Panel.reader(panel.cast().person("moderator").id()));
        later.put("from.day", "22");
        panel.administrator().post(address(bundle) + "/readers", later).expect(303);
        panel.administrator().get(address(bundle) + "/readers").says("Not yet");
        Ask moderator = panel.cast().ask("moderator");
        moderator.get(address(bundle)).expect(404);
        panel.clock().pass(Duration.ofDays(1));
        panel.cast().ask("moderator").get(address(bundle)).expect(200);
        panel.clock().pass(Duration.ofDays(13));
        panel.cast().ask("moderator").get(address(bundle)).expect(200);
        panel.clock().pass(Duration.ofDays(1));
        panel.cast().ask("moderator").get(address(bundle)).expect(404);
        panel.cast().ask("administrator").get(address(bundle) + "/readers").says("Ended");
    }

    @Test
    void bundleThatNamesPeopleStaysInside() {
        Bundle named = panel.built("internal");
        Bundle coded = panel.built("external");
        panel.administrator()
                .get(address(named) + "/readers")
                .says("Alex Moderator")
                .doesNotSay("Alex External_moderator");
        panel.administrator().get(address(coded) + "/readers").says("Alex Moderator", "Alex External_moderator");
        panel.release(named, "external_moderator").expect(422).says("one of those who are in the list");
        invite(named, "Other Place", "other@elsewhere.example", "outside")
                .expect(422)
                .says("This bundle names people", "under a code");
        assertThat(find("other@elsewhere.example")).isEmpty();
        invite(named, "Known Elsewhere", panel.cast().person("other moderator").email(), "inside")
                .expect(422)
                .says("This bundle names people");
        panel.release(coded, "external_moderator").expect(303);
        invite(coded, "Other Place", "other@elsewhere.example", "outside").expect(303);
        Person other = find("other@elsewhere.example").get(0);
        assertThat(panel.house().rooms().people().roles().history(other.id()))
                .extracting(HeldRole::role)
                .containsExactly(Role.EXTERNAL_MODERATOR);
        assertThat(panel.house().outbox().list(null, 0, 10))
                .filteredOn(letter -> letter.letter().to().equals("other@elsewhere.example"))
                .hasSize(2)
                .noneMatch(
                        letter -> (letter.letter().subject() + letter.letter().text()).contains("NV-2026"));
        panel.house()
                .ask(other)
                .get("/bundles")
                .expect(200)
                .says(address(coded))
                .doesNotSay(address(named));
    }

    @Test
    void s37_nobodyJudgesAYearThatIsTheirs() {
        Bundle bundle = panel.built("external");
        for (String who : List.of("nqsw", "assessor", "manager")) {
            invite(bundle, "Whoever", panel.cast().person(who).email(), "inside")
                    .expect(422)
                    .says("has or had a part in this portfolio");
        }
    }

    @Test
    void saysWhatIsWrongWithARelease() {
        Bundle bundle = panel.built("internal");
        String page = address(bundle) + "/readers";
        Ask administrator = panel.administrator();
        administrator.post(page, Map.of()).expect(422).says("Choose who is to read", "Enter the last day");
        Map<String, String> typed =
                new HashMap<>(Panel.reader(panel.cast().person("moderator").id()));
        typed.put("until.year", "2025");
        administrator.post(page, typed).expect(422).says("must not be before the first day");
        typed.put("from.year", "2024");
        administrator.post(page, typed).expect(422).says("today or later");
        typed.put("until.year", "2928");
        administrator.post(page, typed).expect(422).says("within a year");
        administrator.post(page, Panel.reader("nobody")).expect(422).says("Choose one of those who are in the list");
        administrator.post(page, Panel.reader("other")).expect(422).says("Say where they work");
        invite(bundle, "", "nonsense", "inside").expect(422).says("href=\"#name\"", "href=\"#email\"");
        panel.release(bundle, "moderator").expect(303);
        panel.release(bundle, "moderator").expect(303);
        assertThat(panel.house().rooms().bundles().releases().ofBundle(bundle)).hasSize(1);
        Map<String, String> longer =
                new HashMap<>(Panel.reader(panel.cast().person("moderator").id()));
        longer.put("until.day", "9");
        administrator.post(page, longer).expect(422).says("some of these days already");
        administrator.post(page + "/none/end", Map.of()).expect(404);
        Bundle draft = panel.draft("administrator", "internal");
        administrator.get(address(draft) + "/readers").expect(404);
        panel.release(draft, "moderator").expect(404);
    }

    @Test
    void trailTellsTheSocialWorkerWhoReads() {
        Bundle bundle = panel.built("internal");
        panel.release(bundle, "moderator");
        Ask moderator = panel.cast().ask("moderator");
        moderator.get(address(bundle) + "/pdf").expect(200);
        for (int i = 0; i < 5; i++) {
            moderator
                    .getWith(address(bundle) + "/pdf", "Range", "bytes=" + (i + 1) * 1000 + "-" + (i + 1) * 1500)
                    .expect(206);
        }
        panel.administrator()
                .post(address(bundle) + "/readers/" + release(bundle).id() + "/end", Map.of());
        String trail = panel.cast()
                .ask("nqsw")
                .get(panel.bundles().replace("/bundles", "/trail"))
                .expect(200)
                .says(
                        "let Alex Moderator read a bundle from 21 November 2026 to 5 December 2026",
                        "Alex Moderator, a moderator, opened a bundle of the portfolio",
                        "ended the time in which Alex Moderator could read a bundle")
                .text();
        assertThat(trail.split("opened a bundle of the portfolio", -1)).hasSize(2);
    }

    private Ask.Answer invite(Bundle bundle, String name, String email, String works) {
        Map<String, String> boxes = new HashMap<>(Panel.reader("other"));
        boxes.put("name", name);
        boxes.put("email", email);
        boxes.put("works", works);
        return panel.administrator().post(address(bundle) + "/readers", boxes);
    }

    private List<Person> find(String email) {
        return panel.house().rooms().people().persons().findByEmail(email).stream()
                .toList();
    }

    private Release release(Bundle bundle) {
        return panel.house().rooms().bundles().releases().ofBundle(bundle).get(0);
    }

    private static String address(Bundle bundle) {
        return "/bundles/" + bundle.id();
    }
}
