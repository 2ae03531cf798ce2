package quire.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quire.bundle.Bundle;
import quire.bundle.Bundles;
import quire.bundle.Order;
import quire.core.Digest;
import quire.portfolio.Portfolio;
import quire.testkit.Ask;
import quire.trail.Sought;
import quire.trail.Trail;

/** All portfolios of a panel in one go. */
class BundleBatchIT {

    private static final String BATCHES = "/bundles/batches";
    private static final LocalDate PANEL = LocalDate.of(2027, 10, 12);

    @TempDir
    static Path data;

    private static Panel panel;
    private static Portfolio first;
    private static Portfolio second;
    private static Portfolio others;

    @BeforeAll
    static void open() {
        panel = new Panel(data);
        first = panel.cast().portfolio("nqsw");
        second = panel.cast().portfolio("ended assessor");
        others = panel.cast().portfolio("other nqsw");
        panel.house()
                .rooms()
                .portfolios()
                .dates()
                .book(
                        first.id(),
                        "panel",
                        PANEL,
                        panel.papers().as("administrator"),
                        panel.clock().instant());
    }

    @AfterAll
    static void close() {
        panel.close();
    }

    @Test
    void offersTheirPortfoliosByPanelAndByHand() {
        Ask administrator = panel.administrator();
        administrator.get("/cohort").expect(200).says(BATCHES);
        administrator
                .get(BATCHES + "/new")
                .expect(200)
                .says("Panel on 12 October 2027: 1 portfolio", "Bundle for the internal panel", "chosen by hand");
        administrator
                .get(BATCHES + "/new?recipe=none&day=")
                .expect(422)
                .says("Select a kind of bundle", "Select a panel");
        administrator
                .get(BATCHES + "/new?recipe=internal&day=" + PANEL)
                .expect(200)
                .says(first.code(), "value=\"" + first.id() + "\" checked")
                .doesNotSay(second.code());
        administrator
                .get(BATCHES + "/new?recipe=internal&day=hand")
                .expect(200)
                .says(first.code(), second.code(), "No panel is booked")
                .doesNotSay(others.code(), "checked");
    }

    @Test
    void s31_s43_refusesInWordsBeforeAnythingIsAskedFor() {
        Ask administrator = panel.administrator();
        List<Order> before = bundles().orders(second.id());
        post(administrator, "internal", "draft").expect(422).says("Select at least one portfolio");
        post(administrator, "internal", "gold", first).expect(422).says("Select drafts or final bundles");
        post(administrator, "internal", "supplement", first).expect(422).says("Select drafts or final bundles");
        post(administrator, "none", "draft", first).expect(422).says("has no such bundle");
        post(administrator, "internal", "draft", first, others).expect(404);
        post(panel.cast().ask("coordinator"), "internal", "draft", first).expect(404);
        List<String> waiting = wait(99);
        post(administrator, "internal", "draft", first, second)
                .expect(422)
                .says("You have selected 2 portfolios, and only 1 more can be asked for now", first.code());
        panel.house()
                .write(tx -> waiting.forEach(id -> tx.sql("delete from bundle_order where id = :id")
                        .with("id", id)
                        .run()));
        assertThat(bundles().orders(second.id())).isEqualTo(before);
    }

    /** As many as that of one person who waits for them. */
    private static List<String> wait(int many) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            ids.add(UUID.randomUUID().toString());
        }
        String by = panel.cast().person("administrator").id();
        panel.house()
                .write(tx -> ids.forEach(id -> tx.sql(
                                "insert into bundle_order (id, portfolio, recipe, edition, reason, input, by_person, ordered_at,"
                                        + " state, attempts, step, done, total, failure) values (:id, :portfolio, 'internal',"
                                        + " 'draft', '', :id, :by, '2026-11-21T14:00:00.000Z', 'waiting', 0, '', 0, 0, '')")
                        .with("id", id)
                        .with("portfolio", first.id())
                        .with("by", by)
                        .run()));
        return ids;
    }

    @Test
    void draftsOfAllAreMadeAndTakenInOneFile() throws IOException {
        Ask administrator = panel.administrator();
        String batch = post(administrator, "external", "draft", first, second).location();
        assertThat(post(administrator, "external", "draft", second, first).location())
                .isEqualTo(batch);
        administrator
                .get(batch)
                .expect(200)
                .says("Making the bundles", "Done: 0 of 2", "<progress", "It waits for its turn", first.code());
        administrator.get(batch + "/zip").expect(409).says("still being made");
        panel.cast().ask("other administrator").get(batch).expect(404);
        panel.cast().ask("coordinator").get(batch).expect(404);
        panel.work();
        administrator
                .get(batch)
                .expect(200)
                .says("The bundles are ready", "Download all 2")
                .doesNotSay("<progress");
        administrator.get(batch + "/events").expect(200).says("\"state\":\"done\"", "\"done\":2");
        administrator.get(BATCHES).expect(200).says(batch, "Done: 2 of 2");
        panel.cast().ask("other administrator").get(BATCHES).expect(200).doesNotSay(batch);
        List<Digest> files = new ArrayList<>();
        List<String> names = unzip(administrator.get(batch + "/zip").expect(200).bytes(), files);
        assertThat(names)
                .hasSize(2)
                .isSorted()
                .allSatisfy(name -> assertThat(name).matches("[A-Z][0-9]-[0-9]{3}_external_draft-01_2026-11-21\\.pdf"));
        List<Bundle> made = batched(batch);
        assertThat(files)
                .containsExactlyInAnyOrderElementsOf(
                        made.stream().map(Bundle::digest).toList());
        assertThat(made).allSatisfy(bundle -> assertThat(openings(bundle)).isEqualTo(1));
    }

    @Test
    void finalBundleThatLacksSomethingIsNotMadeAndSaysWhat() {
        Ask administrator = panel.administrator();
        Bundle known = panel.built("internal");
        String batch = post(administrator, "internal", "final", first, second).location();
        panel.work();
        administrator
                .get(batch)
                .expect(200)
                .says(
                        "1 of 2 could be made",
                        "Something is missing: “",
                        "more. Look at the plan of this bundle, and make it there with a reason.",
                        "/portfolios/" + second.id() + "/bundles/internal",
                        "/bundles/" + known.id(),
                        "Download it as a zip file");
        assertThat(batched(batch)).containsExactly(known);
        assertThat(bundles().ofPortfolio(second.id()))
                .noneMatch(bundle -> bundle.recipe().equals("internal"));
    }

    /** Somebody waits before the page of a single bundle. */
    @Test
    void singleOrdersGoBeforeABatch() {
        Ask administrator = panel.administrator();
        String batch = post(administrator, "external-core", "draft", second).location();
        Bundle single = panel.draft("administrator", "external-core");
        Bundle batched = batched(batch).get(0);
        long built = seq("bundle.built", single.id());
        assertThat(built).isLessThan(seq("bundle.built", batched.id()));
    }

    private static long seq(String action, String bundle) {
        return panel.house()
                .rooms()
                .trail()
                .list(Sought.ALL.subject("bundle", bundle).action(action), Trail.NEWEST, 1)
                .get(0)
                .seq();
    }

    private static int openings(Bundle bundle) {
        return panel.house()
                .rooms()
                .trail()
                .list(Sought.ALL.subject("bundle", bundle.id()).action("bundle.opened"), Trail.NEWEST, 10)
                .size();
    }

    private static List<Bundle> batched(String address) {
        var batch = bundles().batches().get(address.substring(address.lastIndexOf('/') + 1));
        return bundles().batches().orders(batch).stream()
                .map(Order::bundle)
                .filter(java.util.Objects::nonNull)
                .map(id -> bundles().get(id))
                .toList();
    }

    private static Ask.Answer post(Ask who, String recipe, String edition, Portfolio... chosen) {
        StringBuilder body = new StringBuilder("recipe=" + recipe + "&day=hand&edition=" + edition);
        for (Portfolio portfolio : chosen) {
            body.append("&portfolios=").append(URLEncoder.encode(portfolio.id(), StandardCharsets.UTF_8));
        }
        return who.post(BATCHES, "application/x-www-form-urlencoded", body.toString());
    }

    private static List<String> unzip(byte[] file, List<Digest> digests) throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
                digests.add(Digest.of(zip.readAllBytes()));
            }
        }
        return names;
    }

    private static Bundles bundles() {
        return panel.house().rooms().bundles();
    }
}
