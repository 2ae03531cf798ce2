package quire.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quire.bundle.Bundle;
import quire.bundle.BundleVerdict;
import quire.bundle.Bundles;
import quire.bundle.Contents;
import quire.bundle.Edition;
import quire.bundle.Order;
import quire.bundle.Plan;
import quire.portfolio.EvidenceFile;
import quire.testkit.Ask;
import quire.testkit.PdfSig;
import quire.testkit.PdfText;
import quire.testkit.Qpdf;
import quire.testkit.VeraPdf;

/** What becomes of bundles while the portfolio goes on: further versions, which say what has changed, and supplements. */
class BundleVersionsIT {

    private static final Pattern REQUEST = Pattern.compile("name=\"request\" value=\"([0-9]+)\"");
    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([0-9a-f]{64})\"");

    @TempDir
    static Path data;

    private static Panel panel;
    private static Papers papers;

    @BeforeAll
    static void open() {
        panel = new Panel(data);
        papers = new Papers(panel.house(), panel.cast());
    }

    @AfterAll
    static void close() {
        panel.close();
    }

    @Test
    void paperSignedAgainMakesAVersionThatSaysSo() {
        Bundle first = panel.built("internal");
        assertThat(panel.built("internal")).isEqualTo(first);
        panel.administrator().get(panel.bundles() + "/internal").says("Nothing has changed since it was made last");
        signAgain("I went to see her twice.");
        Bundle second = panel.built("internal");
        assertThat(second.number()).isEqualTo(first.number() + 1);
        assertThat(kinds(second)).startsWith(Plan.Kind.COVER, Plan.Kind.CONTENTS, Plan.Kind.CHANGES);
        byte[] file = file(second);
        judge(file);
        List<String> pages = PdfText.pages(file);
        String since = "What has changed since version " + first.number();
        Contents.Line sheet = line(second, Plan.Kind.CHANGES);
        assertThat(sheet.title()).isEqualTo(since);
        assertThat(pages.get(line(second, Plan.Kind.CONTENTS).firstPage() - 1)).contains(since);
        assertThat(pages.get(sheet.firstPage() - 1))
                .contains(since, "Changed", "Critical reflection log", "Signed again by Alex Nqsw")
                .doesNotContain("Not in the bundle any more");
        assertThat(panel.built("internal")).isEqualTo(second);
        panel.administrator()
                .get("/bundles/" + second.id())
                .expect(200)
                .says("<strong>Changed:</strong> Critical reflection log", "Signed again by Alex Nqsw");
    }

    /** The newest version is the one that holds, so what is as it was long ago is a version of its own. */
    @Test
    void goingBackToWhatWasIsAFurtherVersion() {
        Bundle before = panel.built("internal");
        EvidenceFile file = papers.file("A certificate of a course", false);
        Bundle with = panel.built("internal");
        assertThat(with.number()).isEqualTo(before.number() + 1);
        remove(file);
        Bundle back = panel.built("internal");
        assertThat(back.number()).isEqualTo(before.number() + 2);
        assertThat(PdfText.of(file(back))).contains("Not in the bundle any more", "A certificate of a course");
        assertThat(panel.built("internal")).isEqualTo(back);
        assertThat(verdict(with)).isEqualTo(BundleVerdict.Kind.SUPERSEDED);
        assertThat(verdict(back)).isEqualTo(BundleVerdict.Kind.UNCHANGED);
    }

    /** Inputs were reckoned in another way once; rows from then keep theirs. */
    @Test
    void s43_bundleFromBeforeAnUpgradeIsFoundAgain() {
        Bundle made = panel.built("external-core");
        panel.house().write(tx -> {
            tx.sql("drop trigger bundle_stays").run();
            tx.sql("update bundle set input = :input where id = :id")
                    .with("input", "0".repeat(64))
                    .with("id", made.id())
                    .run();
        });
        assertThat(panel.built("external-core").id()).isEqualTo(made.id());
    }

    @Test
    void codedOnesSayInWhichRoleItWasSignedAndNameNobody() {
        panel.built("external");
        signAgain("I went to see her three times.");
        Bundle second = panel.built("external");
        assertThat(PdfText.of(file(second)))
                .contains("What has changed since version", "Signed again by")
                .doesNotContain("Alex Nqsw");
        panel.papers().signAll(panel.papers().written("critical-reflection"));
        Bundle late = supplement("external");
        assertThat(PdfText.of(file(late)) + late.manifest()).doesNotContain("Alex Nqsw", "NV-2026-001");
    }

    @Test
    void whatCameLateIsASupplementWithContinuedNumbers() {
        Bundle base = panel.built("internal");
        byte[] untouched = file(base);
        Ask administrator = panel.administrator();
        administrator.get(panel.bundles() + "/internal").expect(200).doesNotSay("Make a supplement");
        assertThat(administrator
                        .get(panel.bundles() + "/internal?edition=supplement")
                        .location())
                .isEqualTo(panel.bundles() + "/internal");
        panel.papers().signAll(panel.papers().written("critical-reflection"));
        papers.file("A certificate of the first course", false);
        Bundle first = supplement();
        papers.file("A certificate of the second course", false);
        Bundle second = supplement();
        assertThat(List.of(first.number(), second.number())).containsExactly(1, 2);
        assertThat(first.base()).isEqualTo(new Bundle.Final(base.id(), base.number()));
        assertThat(file(base)).isEqualTo(untouched);
        judge(file(first));
        assertNumbersGoOn(base, first, second);
        assertThat(PdfText.of(file(first)))
                .contains(
                        "Supplement 1 to version " + base.number(),
                        "Critical reflection log",
                        "A certificate of the first course")
                .doesNotContain("second course");
        assertThat(PdfText.of(file(first)).replaceAll("\\s", ""))
                .contains(base.digest().hex());
        assertThat(first.manifest()).contains("\"supplement_to\"", base.id());
        assertThat(administrator.get("/bundles/" + second.id() + "/pdf").header("Content-Disposition"))
                .contains("_internal_final-" + String.format(Locale.ROOT, "%02d", base.number()) + "-supplement-02_");
        assertThat(bundles().check(file(second)).explanation())
                .contains("supplement 2 to “Bundle for the internal panel”, version " + base.number());
        assertThat(bundles().check(untouched).explanation())
                .endsWith("There are 2 supplements that continue it: ask for those too.");
        aLaterVersionSupersedes(base, second);
    }

    private static void aLaterVersionSupersedes(Bundle base, Bundle supplement) {
        assertThat(verdict(base)).isEqualTo(BundleVerdict.Kind.UNCHANGED);
        assertThat(verdict(supplement)).isEqualTo(BundleVerdict.Kind.UNCHANGED);
        signAgain("I went to see her once.");
        Ask administrator = panel.administrator();
        administrator
                .get(panel.bundles() + "/internal")
                .expect(200)
                .says("A supplement only adds. This is not as it was in version " + base.number(), "Make a new version")
                .doesNotSay("Make a supplement");
        administrator
                .getWith(panel.bundles() + "/internal?edition=supplement", "Accept", "application/json")
                .expect(409);
        Bundle later = panel.built("internal");
        assertThat(later.number()).isEqualTo(base.number() + 1);
        assertThat(verdict(supplement)).isEqualTo(BundleVerdict.Kind.SUPERSEDED);
        administrator
                .get("/bundles/" + supplement.id())
                .expect(200)
                .says("There is a later one", "/bundles/" + later.id());
    }

    /** Base and supplements are one row of pages: stamped, and in what is said of them. */
    private static void assertNumbersGoOn(Bundle... inOrder) {
        int last = 0;
        for (Bundle bundle : inOrder) {
            for (Contents.Line line : Contents.of(bundle).lines()) {
                assertThat(line.firstPage()).as(line.title()).isEqualTo(last + 1);
                last = line.lastPage();
            }
            List<String> pages = PdfText.pages(file(bundle));
            List<String> stamps = new ArrayList<>();
            for (int page = last - pages.size() + 1; page <= last; page++) {
                stamps.add("Page " + page + " of " + last);
            }
            for (int i = 0; i < pages.size(); i++) {
                assertThat(pages.get(i)).contains(stamps.get(i));
            }
        }
    }

    @Test
    void readerOfTheBaseHearsOfASupplementThatIsReleasedToThem() {
        Bundle base = panel.built("internal");
        papers.file("A certificate of the third course", false);
        Bundle late = supplement();
        Ask moderator = panel.cast().ask("moderator");
        panel.release(base, "moderator");
        moderator.get("/bundles/" + base.id()).expect(200).doesNotSay("Supplement 1");
        moderator.get("/bundles/" + late.id()).expect(404);
        assertThat(panel.release(late, "moderator").status()).isEqualTo(303);
        moderator.get("/bundles/" + base.id()).expect(200).says("Supplement 1 to version", "/bundles/" + late.id());
        moderator.get("/bundles/" + late.id()).expect(200).says("It adds to", "/bundles/" + base.id());
        moderator.get("/bundles").expect(200).says("Supplement 1 to version");
        panel.cast().ask("nqsw").get("/bundles/" + late.id()).expect(404);
    }

    @Test
    void paperInABundleIsOpenedByTwoPeople() {
        Bundle bundle = panel.built("internal");
        Ask coordinator = panel.cast().ask("coordinator");
        Ask administrator = panel.administrator();
        Ask nqsw = panel.cast().ask("nqsw");
        coordinator
                .get(page() + "/reopen")
                .expect(200)
                .says("It stands in these bundles", bundle.title(), "Ask a second person")
                .doesNotSay("/bundles/" + bundle.id());
        String first = ask(coordinator, "The <date> is wrong.");
        coordinator.get(page()).says("You asked on", "It waits for a second person");
        nqsw.get(page()).expect(200).doesNotSay("second person");
        coordinator.get(year()).expect(200).doesNotSay("Waiting for a second person");
        coordinator
                .post(page() + "/reopen/answer", Map.of("request", first, "answer", "agree"))
                .expect(409)
                .says("A second person has to answer this");
        for (String home : List.of("/cohort", year())) {
            administrator
                    .get(home)
                    .expect(200)
                    .says(
                            "Waiting for a second person",
                            "Open Critical reflection log again?",
                            "Alex Coordinator asked on");
        }
        administrator
                .get(page() + "/reopen")
                .expect(200)
                .says("The &lt;date&gt; is wrong.", "/bundles/" + bundle.id(), "The work");
        declines(administrator, first);
        coordinator.get(page()).expect(200).says("did not agree on", "It is &lt;right&gt;.", "Open this paper again");
        String second = ask(coordinator, "The date is wrong.");
        coordinator
                .post(page() + "/reopen/take-back", Map.of("request", second))
                .location();
        String third = ask(coordinator, "The date is wrong, really.");
        for (int press = 0; press < 2; press++) {
            assertThat(administrator
                            .post(page() + "/reopen/answer", Map.of("request", third, "answer", "agree", "words", ""))
                            .location())
                    .isEqualTo(page() + "?done=reopened");
        }
        assertThat(isClosed()).isFalse();
        nqsw.get(page() + "/sections/the_work").says("Alex Coordinator gave this back to you", "wrong, really");
        nqsw.get(year() + "/trail").says("which all had signed, at the request of Alex Coordinator, on");
        administrator
                .post(page() + "/reopen/answer", Map.of("request", first, "answer", "agree", "words", ""))
                .expect(409)
                .says("Your answer changed nothing");
        panel.papers().complete(panel.log(), "the_work");
        assertThat(isClosed()).isTrue();
        administrator.get("/bundles/" + bundle.id() + "/pdf").expect(200);
    }

    private static void declines(Ask administrator, String request) {
        String answer = page() + "/reopen/answer";
        administrator
                .post(answer, Map.of("request", request, "answer", "maybe"))
                .expect(400);
        administrator.post(answer, Map.of("request", "x", "answer", "agree")).expect(400);
        administrator.post(answer, Map.of("request", "999", "answer", "agree")).expect(404);
        administrator
                .post(answer, Map.of("request", request, "answer", "decline", "words", " "))
                .expect(422)
                .says("Write why you do not agree");
        assertThat(administrator
                        .post(answer, Map.of("request", request, "answer", "decline", "words", "It is <right>."))
                        .location())
                .isEqualTo(page() + "?done=declined");
    }

    /** Asks twice, as with a double click: one request, and its number. */
    private static String ask(Ask coordinator, String reason) {
        for (int press = 0; press < 2; press++) {
            assertThat(coordinator
                            .post(page() + "/reopen", Map.of("sections", "the_work", "reason", reason))
                            .location())
                    .isEqualTo(page() + "?done=asked");
        }
        assertThat(isClosed()).isTrue();
        Matcher request =
                REQUEST.matcher(coordinator.get(page() + "/reopen").expect(200).text());
        assertThat(request.find()).isTrue();
        return request.group(1);
    }

    private static boolean isClosed() {
        return panel.house().rooms().documents().get(panel.log()).isClosed();
    }

    private static String page() {
        return "/documents/" + panel.log();
    }

    private static String year() {
        return "/portfolios/" + panel.cast().portfolio("nqsw").id();
    }

    private static void signAgain(String words) {
        panel.clock().pass(Duration.ofMinutes(5));
        panel.papers().change(panel.log(), "the_work", "situation", words);
        panel.papers().signAll(panel.log());
    }

    private static void remove(EvidenceFile file) {
        panel.house()
                .rooms()
                .evidence()
                .remove(file.id(), papers.actor("nqsw"), panel.clock().instant());
    }

    private static Bundle supplement() {
        return supplement("internal");
    }

    private static Bundle supplement(String recipe) {
        Ask administrator = panel.administrator();
        String page = panel.bundles() + "/" + recipe;
        administrator.get(page).expect(200).says("Make a supplement");
        Matcher seen = SEEN.matcher(
                administrator.get(page + "?edition=supplement").expect(200).text());
        assertThat(seen.find()).isTrue();
        administrator
                .post(page, Map.of("edition", "supplement", "seen", "0".repeat(64)))
                .expect(422)
                .says("has changed since you looked");
        String order = administrator
                .post(page, Map.of("edition", "supplement", "seen", seen.group(1)))
                .location();
        panel.work();
        Order over = bundles().getOrder(order.replace("/bundles/orders/", ""));
        assertThat(over.failure()).isEmpty();
        Bundle bundle = bundles().get(String.valueOf(over.bundle()));
        assertThat(bundle.edition()).isEqualTo(Edition.SUPPLEMENT);
        return bundle;
    }

    private static void judge(byte[] file) {
        Qpdf.assertSound(file);
        VeraPdf.assertKeeps(file, VeraPdf.Flavour.PDFUA_1, VeraPdf.Flavour.PDFA_3_A);
        assertThat(PdfSig.says(file)).contains("Signature is Valid", "Total document signed");
    }

    private static Contents.Line line(Bundle bundle, Plan.Kind kind) {
        return Contents.of(bundle).lines().stream()
                .filter(line -> line.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private static List<Plan.Kind> kinds(Bundle bundle) {
        return Contents.of(bundle).lines().stream().map(Contents.Line::kind).toList();
    }

    private static BundleVerdict.Kind verdict(Bundle bundle) {
        return bundles().check(file(bundle)).kind();
    }

    private static byte[] file(Bundle bundle) {
        return panel.administrator()
                .get("/bundles/" + bundle.id() + "/pdf")
                .expect(200)
                .bytes();
    }

    private static Bundles bundles() {
        return panel.house().rooms().bundles();
    }
}
