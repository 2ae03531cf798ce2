package quire.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quire.bundle.Bundle;
import quire.bundle.BundleWork;
import quire.bundle.Bundles;
import quire.bundle.Edition;
import quire.bundle.Plan;
import quire.core.Json;
import quire.people.Actor;
import quire.portfolio.Portfolio;
import quire.testkit.Ask;
import quire.testkit.AtOnce;
import quire.testkit.PdfSig;
import quire.testkit.PdfText;
import quire.web.frame.Rooms;

/** Looking at the plan of a bundle, having it made, and what is said of it then. */
class BundlePagesIT {

    @TempDir
    static Path data;

    private static Panel panel;

    @BeforeAll
    static void open() {
        panel = new Panel(data);
    }

    @AfterAll
    static void close() {
        panel.close();
    }

    @Test
    void planSaysWhatStandsWhereAndWhatIsMissing() {
        Ask administrator = panel.administrator();
        administrator
                .get(panel.bundles())
                .expect(200)
                .says("Bundle for the internal panel", "Bundle for the external panel", "Look at the plan");
        administrator
                .get(panel.bundles() + "/internal")
                .expect(200)
                .says(
                        "What is missing",
                        "Direct observation",
                        "/papers/observation-1\"",
                        "Not started.",
                        "Waits for: ",
                        "/documents/" + panel.log(),
                        "Signed paper",
                        "Make a draft",
                        "Make the final bundle",
                        "printed on the cover");
        Map<String, ?> plan = Json.readObject(
                administrator
                        .getWith(panel.bundles() + "/internal", "Accept", "application/json")
                        .expect(200)
                        .text(),
                "plan");
        assertThat(plan.get("recipe")).isEqualTo("internal");
        assertThat(String.valueOf(plan.get("gaps"))).contains("kind=missing");
        assertThat(String.valueOf(plan.get("entries"))).contains("first_page=1", "kind=paper");
        administrator.get(panel.bundles() + "/none").expect(404);
    }

    @Test
    void finalBundleWithGapsNeedsAReasonAndAPlanThatIsStillSo() {
        Ask administrator = panel.administrator();
        String page = panel.bundles() + "/external-core";
        administrator
                .post(page, panel.finalOrder("external-core", " "))
                .expect(422)
                .says("Enter why the bundle is made", "href=\"#reason\"");
        administrator
                .post(page, panel.finalOrder("external-core", "x".repeat(501)))
                .expect(422)
                .says("500 characters or fewer");
        administrator
                .post(page, Map.of("edition", "final", "seen", "0".repeat(64), "reason", "So be it"))
                .expect(422)
                .says("has changed since you looked");
        administrator.post(page, Map.of("edition", "gold")).expect(404);
        administrator.post(page, Map.of()).expect(404);
        assertThat(panel.house()
                        .rooms()
                        .bundles()
                        .orders(panel.cast().portfolio("nqsw").id()))
                .noneMatch(order -> order.recipe().equals("external-core"));
    }

    @Test
    void orderIsFollowedUntilTheBundleIsThere() {
        Ask administrator = panel.administrator();
        String order = administrator
                .post(panel.bundles() + "/internal", panel.finalOrder("internal", Panel.REASON))
                .location();
        administrator.get(order).expect(200).says("Making the bundle", "It waits for its turn", "<progress");
        administrator.get(panel.bundles()).expect(200).says(order, "it is being made");
        panel.work();
        String ready = administrator
                .get(order)
                .expect(200)
                .says("The bundle is ready")
                .doesNotSay("<progress")
                .text();
        String bundle = ready.replaceFirst("(?s).*href=\"(/bundles/[0-9a-f-]{36})\".*", "$1");
        administrator
                .get(order + "/events")
                .expect(200)
                .has("Content-Type", "text/event-stream; charset=utf-8")
                .says("\"state\":\"done\"");
        administrator
                .get(bundle)
                .expect(200)
                .says(Panel.REASON, "Final, version 1", "SHA-256", "Not started.", "/documents/" + panel.log());
        byte[] file = administrator.get(bundle + "/pdf").expect(200).bytes();
        assertThat(PdfText.of(file)).contains(Panel.REASON, "Critical reflection log");
        assertThat(PdfSig.says(file)).contains("Signature is Valid");
        administrator.get(bundle + "/manifest").expect(200).has("Content-Type", "application/json");
        panel.house()
                .stranger()
                .get("/seal-certificate.pem")
                .expect(200)
                .says("-----BEGIN CERTIFICATE-----", "-----END CERTIFICATE-----");
    }

    /** However often somebody presses the button, and however many at once, it is built once. */
    @Test
    void s43_twoHundredOrdersOfTheSameAreOne() throws InterruptedException {
        Ask administrator = panel.administrator();
        String page = panel.bundles() + "/internal";
        List<Callable<String>> pressed = Collections.nCopies(
                20, () -> administrator.post(page, Map.of("edition", "draft")).location());
        Set<String> orders = new HashSet<>(AtOnce.run(pressed).results());
        assertThat(orders).hasSize(1);
        Portfolio portfolio = panel.cast().portfolio("nqsw");
        Bundles bundles = panel.house().rooms().bundles();
        Actor actor = panel.papers().as("administrator");
        Plan plan = bundles.plan(
                portfolio,
                portfolio.programme().moderation().recipe("internal").orElseThrow(),
                Edition.DRAFT,
                "",
                actor.person(),
                panel.clock().instant());
        for (int i = 0; i < 200; i++) {
            orders.add("/bundles/orders/"
                    + bundles.order(plan, actor, panel.clock().instant()).id());
        }
        assertThat(orders).hasSize(1);
        panel.work();
        administrator.get(panel.bundles()).expect(200).says("Draft, version 1");
    }

    /** Whoever builds stands still: nobody else notices. */
    @Test
    void r11_s43_pagesAnswerAndOrdersAreTakenWhileABuildHangs() throws InterruptedException {
        Ask administrator = panel.administrator();
        Semaphore entered = new Semaphore(0);
        Semaphore leave = new Semaphore(0);
        Clock hanging = new Clock() {
            @Override
            public Instant instant() {
                if (Thread.currentThread().getName().equals(BundleWork.BUILDING)) {
                    entered.release();
                    leave.acquireUninterruptibly();
                }
                return panel.clock().instant();
            }

            @Override
            public ZoneId getZone() {
                return panel.clock().getZone();
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
        Rooms rooms = panel.house().rooms();
        String first = administrator
                .post(panel.bundles() + "/internal", Map.of("edition", "draft"))
                .expect(303)
                .location();
        Thread builder = new Thread(() -> rooms.bundles()
                .work(rooms.portfolios(), rooms.sealKeys(), hanging)
                .run());
        builder.start();
        assertThat(entered.tryAcquire(1, TimeUnit.MINUTES)).isTrue();
        try {
            administrator.get(first).expect(200).says("It is being made");
            administrator.get(panel.bundles()).expect(200);
            administrator.get("/bundles").expect(200);
            String second = administrator
                    .post(panel.bundles() + "/external-core", Map.of("edition", "draft"))
                    .expect(303)
                    .location();
            administrator.get(second).expect(200).says("It waits for its turn");
            administrator.get(panel.bundles() + "/internal").expect(200).says("Make a draft");
        } finally {
            leave.release(1_000);
            builder.join();
        }
        administrator.get(first).expect(200).says("The bundle is ready");
    }

    @Test
    void laterVersionSaysWhatIsDifferent() {
        Bundle first = panel.built("external-core");
        assertThat(panel.built("external-core")).isEqualTo(first);
        panel.papers().signAll(panel.papers().written("critical-reflection"));
        Bundle second = panel.built("external-core");
        assertThat(second.number()).isEqualTo(2);
        Ask administrator = panel.administrator();
        administrator
                .get("/bundles/" + second.id())
                .expect(200)
                .says("What is different from version 1", "<strong>New:</strong> Critical reflection log");
        administrator
                .get("/bundles/" + first.id())
                .expect(200)
                .says("There is a later one", "/bundles/" + second.id())
                .doesNotSay("What is different");
    }

    @Test
    void saysWhichRulesTheBundleKeeps() {
        Bundle bundle = panel.built("internal");
        Ask administrator = panel.administrator();
        String address = "/bundles/" + bundle.id() + "/checks";
        administrator.get("/bundles/" + bundle.id()).says(address, "Which rules this bundle keeps");
        administrator
                .get(address)
                .expect(200)
                .says(
                        "E-bundle guidance of the courts",
                        "The file opens at 100 %.",
                        "This file is sealed, and is as it was.",
                        "Missing: “",
                        "?rules=asye-external",
                        "Final, version 1")
                .doesNotSay("People stand in it by name.");
        administrator
                .get(address + "?rules=asye-external")
                .expect(200)
                .says("They are about another kind of bundle.", "People stand in it by name.");
        administrator.get(address + "?rules=none").expect(404);
        Map<String, ?> json = Json.readObject(
                administrator
                        .getWith(address, "Accept", "application/json")
                        .expect(200)
                        .text(),
                "checks");
        assertThat(json.get("sha256")).isEqualTo(bundle.digest().hex());
        assertThat(String.valueOf(json.get("reports")))
                .contains("rules=court-e-bundle", "rules=asye-internal", "outcome=fail")
                .doesNotContain("rules=asye-external");
    }

    /** Their own year as far as it has come; what goes to a panel is made by others, and read by them. */
    @Test
    void socialWorkerLooksThroughADraftAlone() {
        Bundle draft = panel.draft("nqsw", "internal");
        Ask nqsw = panel.cast().ask("nqsw");
        nqsw.get("/portfolios/" + panel.cast().portfolio("nqsw").id()).says(panel.bundles());
        nqsw.get(panel.bundles() + "/internal").expect(200).says("Make a draft").doesNotSay("Make the final bundle");
        nqsw.get("/bundles/" + draft.id()).expect(200).says("is not sealed");
        assertThat(PdfText.of(nqsw.get("/bundles/" + draft.id() + "/pdf").bytes()))
                .contains("Draft");
        nqsw.post(panel.bundles() + "/internal", panel.finalOrder("internal", "Me"))
                .expect(404);
        Bundle made = panel.built("internal");
        nqsw.get("/bundles/" + made.id()).expect(404);
        nqsw.get("/bundles/" + made.id() + "/pdf").expect(404);
        panel.cast().ask("assessor").get("/bundles/" + draft.id()).expect(404);
    }
}
