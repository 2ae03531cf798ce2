package quire.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quire.core.Problem;
import quire.pdf.ByteSpan;
import quire.portfolio.Portfolio;
import quire.preflight.Outcome;
import quire.preflight.Preflight;
import quire.preflight.Report;
import quire.preflight.RuleSets;
import quire.seal.SealCheck;
import quire.seal.SealVerdict;
import quire.testkit.Qpdf;
import quire.testkit.Tools;
import quire.testkit.VeraPdf;

/** Bundles of a year that somebody has lived, judged by those who would judge them. */
class BundlesTest {

    private static final String REASON = "The panel meets before the final review can be signed.";

    private static final String OTHER = "EM-2026-003";
    /** At the trust, where the year has just begun. */
    private static final String YOUNG = "MT-2026-002";

    private static final String THIRD = "EM-2026-005";
    private static final String FOURTH = "EM-2026-012";

    /** Of the rules of its readers, those that a year breaks whose last papers are not signed; it keeps all others. */
    private static final List<String> INTERNAL_GAPS = List.of(
            "asye-internal complete: FAIL. Missing: “Portfolio checklist 3”, “Final review and recommendation”,"
                    + " “Professional development plan 5”. The cover says why.",
            "asye-internal quality-check: FAIL. Not there: portfolio checklist.",
            "asye-internal assessment: FAIL. Not there: final review.");

    private static final List<String> EXTERNAL_GAPS = List.of(
            "asye-external decision: FAIL. Not there: internal moderation.",
            "asye-external assessment: FAIL. Not there: final review.");

    private static final Preflight PREFLIGHT =
            new Preflight(RuleSets.read(Path.of("forms/rule-sets")).sets());

    private static BundleHouse house;
    private static @Nullable Bundle named;
    private static @Nullable Bundle coded;

    @TempDir
    private Path folder;

    @BeforeAll
    static void open() {
        named = null;
        coded = null;
        house = new BundleHouse();
    }

    @AfterAll
    static void close() {
        house.close();
    }

    static BundleHouse house() {
        return house;
    }

    @Nested
    class InOtherShapes extends BundleCopies {}

    /** The named one of a whole year; asked for once, because so much is read from it. */
    private static Bundle internal() {
        if (named == null) {
            named = house.built(BundleHouse.WHOLE, "internal", Edition.FINAL, REASON);
        }
        return named;
    }

    /** Its coded twin. */
    private static Bundle external() {
        if (coded == null) {
            coded = house.built(BundleHouse.WHOLE, "external", Edition.FINAL, REASON);
        }
        return coded;
    }

    @Test
    void followsItsPlan() {
        Plan plan = house.plan(BundleHouse.WHOLE, "internal", Edition.FINAL);
        Bundle bundle = internal();
        assertThat(bundle.pages()).isEqualTo(plan.pages());
        assertThat(plan.entries()).extracting(Plan.Entry::kind).startsWith(Plan.Kind.COVER, Plan.Kind.CONTENTS);
        assertThat(plan.entries().get(plan.entries().size() - 1).kind()).isEqualTo(Plan.Kind.CONTROL);
        int page = 1;
        for (Plan.Entry entry : plan.entries()) {
            assertThat(entry.firstPage()).isEqualTo(page);
            page += entry.pages();
        }
    }

    @Test
    void theJudgesAcceptTheNamedOne() throws IOException {
        judge(house.file(internal()));
    }

    /** Of a year that has just begun: the judges take a minute for a whole one, and read the same rules there. */
    @Test
    void theJudgesAcceptTheCodedOne() throws IOException {
        judge(house.file(house.built(YOUNG, "external", Edition.FINAL, REASON)));
    }

    @Test
    @Tag("slow")
    void theJudgesAcceptTheCodedOneOfAWholeYear() throws IOException {
        judge(house.file(external()));
    }

    private void judge(byte[] file) throws IOException {
        Qpdf.assertSound(file);
        VeraPdf.assertKeeps(file, VeraPdf.Flavour.PDFUA_1, VeraPdf.Flavour.PDFA_3_A);
        Path kept = folder.resolve("bundle.pdf");
        Files.write(kept, file);
        assertThat(Tools.run("pdfsig", kept.toString()).output())
                .contains("Signature is Valid", "Total document signed");
        assertThat(new SealCheck(house.keys().certificates()).of(file).kind()).isEqualTo(SealVerdict.Kind.WHOLE);
    }

    /** The courts ask for it of everybody; what is missing in this year is missing for its panel too. */
    @Test
    void theNamedOneKeepsTheRulesOfItsReaders() {
        assertThat(broken(internal(), "internal_2026-11-20_EM-2025-007.pdf"))
                .containsExactlyInAnyOrderElementsOf(INTERNAL_GAPS);
    }

    @Test
    void theCodedOneKeepsTheRulesOfItsReaders() {
        Bundle bundle = external();
        String name = "external_2026-11-20_" + Contents.of(bundle).code() + ".pdf";
        assertThat(broken(bundle, name)).containsExactlyInAnyOrderElementsOf(EXTERNAL_GAPS);
    }

    private static List<String> broken(Bundle bundle, String name) {
        SealCheck seals = new SealCheck(house.keys().certificates());
        return PREFLIGHT.of(bundle, name, () -> house.bundles().toCheck(bundle), seals).stream()
                .filter(Report::isMeant)
                .flatMap(report -> report.lines().stream()
                        .filter(line -> line.outcome() != Outcome.PASS)
                        .map(line -> report.set().id() + " " + line.rule().id() + ": " + line.outcome() + ". "
                                + line.judgement().sentence()))
                .toList();
    }

    /** And what a bundle from before that was kept says in its manifest is the same. */
    @Test
    void papersKnowTheBundlesThatTheyStandIn() throws IOException {
        Bundle draft = house.built(THIRD, "internal", Edition.DRAFT, "");
        for (Bundle bundle : List.of(internal(), external())) {
            Set<String> papers = new TreeSet<>();
            Contents.of(bundle).lines().stream()
                    .filter(line -> line.kind() == Plan.Kind.PAPER)
                    .forEach(line -> papers.add(bundle.id() + " " + line.key()));
            assertThat(papers).hasSizeGreaterThan(20);
            assertThat(bound()).containsAll(papers);
        }
        Set<String> bound = bound();
        assertThat(bound).noneMatch(line -> line.startsWith(draft.id()));
        String step = Files.readString(Path.of("src/main/resources/quire/store/migrations/V21__second_person.sql"));
        int from = step.indexOf("insert into bound_paper");
        house.database().run(tx -> {
            tx.sql("delete from bound_paper").run();
            tx.sql(step.substring(from, step.indexOf(";", from))).run();
        });
        assertThat(bound()).isEqualTo(bound);
    }

    private static Set<String> bound() {
        return new TreeSet<>(house.database()
                .<List<String>>read(tx -> tx.sql("select bundle, document from bound_paper")
                        .list(row -> row.text("bundle") + " paper-" + row.text("document"))));
    }

    @Test
    void aFinalBundleWithGapsNeedsAReason() {
        Plan plan = house.plan(BundleHouse.WHOLE, "internal", Edition.FINAL);
        assertThat(plan.gaps()).extracting(Gap::title).contains("Final review and recommendation");
        assertThat(plan.gaps()).allSatisfy(gap -> assertThat(gap.sentence()).endsWith("."));
        assertThatThrownBy(() -> house.ordered(BundleHouse.WHOLE, "internal", Edition.FINAL, " "))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith("Something is missing from this bundle.");
    }

    @Test
    void s43_whoeverAsksForTheSameGetsTheSame() {
        Set<String> orders = new TreeSet<>();
        for (int i = 0; i < 3; i++) {
            orders.add(house.ordered(BundleHouse.WHOLE, "external-core", Edition.FINAL, REASON)
                    .id());
        }
        assertThat(orders).hasSize(1);
        Bundle first = house.built(BundleHouse.WHOLE, "external-core", Edition.FINAL, REASON);
        assertThat(house.built(BundleHouse.WHOLE, "external-core", Edition.FINAL, REASON))
                .isEqualTo(first);
        assertThat(first.number()).isEqualTo(1);
    }

    @Test
    void r12_whatSomebodyDiedAtIsBegunAgainAndThereOnce() {
        Order order = house.ordered(OTHER, "external-core", Edition.DRAFT, "");
        for (int looks = 2; looks <= 3; looks++) {
            BundleWork dying = house.work(new DyingClock(looks));
            assertThatThrownBy(dying::run).isInstanceOf(DyingClock.Died.class);
            assertThat(house.bundles().getOrder(order.id()).state()).isEqualTo(Order.State.BUILDING);
            assertThat(house.bundles().ofPortfolio(house.portfolio(OTHER).id())).isEmpty();
        }
        house.work().run();
        assertThat(house.bundles().getOrder(order.id()).state()).isEqualTo(Order.State.DONE);
        assertThat(house.bundles().ofPortfolio(house.portfolio(OTHER).id())).hasSize(1);
    }

    @Test
    void r12_aBatchOutlivesADeath() {
        List<Portfolio> chosen = List.of(house.portfolio(FOURTH), house.portfolio(BundleHouse.WHOLE));
        Batch batch = house.bundles()
                .batches()
                .order(chosen, "external-core", Edition.DRAFT, house.somebody(), BundleHouse.NOW);
        assertThatThrownBy(house.work(new DyingClock(2))::run).isInstanceOf(DyingClock.Died.class);
        assertThat(states(batch)).containsExactlyInAnyOrder(Order.State.BUILDING, Order.State.WAITING);
        house.work().run();
        assertThat(states(batch)).containsExactly(Order.State.DONE, Order.State.DONE);
        assertThat(house.bundles().ofPortfolio(house.portfolio(FOURTH).id())).hasSize(1);
    }

    private static List<Order.State> states(Batch batch) {
        return house.bundles().batches().orders(batch).stream()
                .map(Order::state)
                .toList();
    }

    @Test
    void r11_whatIsNeverFinishedFailsWithASentence() {
        Order order = house.ordered(THIRD, "external-core", Edition.DRAFT, "");
        for (int death = 0; death < 3; death++) {
            assertThatThrownBy(house.work(new DyingClock(2))::run).isInstanceOf(DyingClock.Died.class);
        }
        house.work().run();
        Order over = house.bundles().getOrder(order.id());
        assertThat(over.state()).isEqualTo(Order.State.FAILED);
        assertThat(over.failure()).startsWith("It was begun three times and never finished.");
    }

    @Test
    void aDraftSaysSoOnEveryPageAndIsNotSealed() throws IOException {
        Bundle draft = house.built(YOUNG, "external-core", Edition.DRAFT, "");
        byte[] file = house.file(draft);
        Path kept = folder.resolve("draft.pdf");
        Files.write(kept, file);
        // As it was drawn: the letters of a slanted word stand on lines of their own.
        String[] pages =
                Tools.run("pdftotext", "-raw", kept.toString(), "-").output().split("\f", -1);
        assertThat(pages).hasSize(draft.pages() + 1);
        for (int page = 0; page < draft.pages(); page++) {
            assertThat(pages[page].replaceAll("\\s", ""))
                    .as("page %d", page + 1)
                    .endsWith("Draft");
        }
        assertThat(new SealCheck(house.keys().certificates()).of(file).kind()).isEqualTo(SealVerdict.Kind.NONE);
        VeraPdf.assertKeeps(file, VeraPdf.Flavour.PDFUA_1, VeraPdf.Flavour.PDFA_3_A);
    }

    @Test
    void anyChangedByteIsNamed() {
        Bundle bundle = internal();
        byte[] file = house.file(bundle);
        BundleCheck check = new BundleCheck(house.database());
        assertThat(check.of(file).kind()).isEqualTo(BundleVerdict.Kind.UNCHANGED);
        Map<String, ByteSpan> spans = Manifest.spans(Assembly.read(bundle.manifest()));
        Map<String, String> titles = Manifest.titles(Assembly.read(bundle.manifest()));
        Random random = new Random(6);
        spans.forEach((key, span) -> {
            byte[] changed = file.clone();
            changed[(int) (span.start() + random.nextInt((int) (span.end() - span.start())))] ^= 1;
            BundleVerdict verdict = check.of(changed);
            assertThat(verdict.kind()).isEqualTo(BundleVerdict.Kind.CHANGED);
            assertThat(verdict.changed()).containsExactly(titles.get(key));
        });
    }

    @Test
    void anotherFileIsNotFromHere() {
        BundleVerdict verdict = new BundleCheck(house.database()).of(new byte[] {1, 2, 3});
        assertThat(verdict.isKnown()).isFalse();
    }

    @Test
    void p05_theCodedOneNamesNobody() throws IOException {
        Bundle bundle = external();
        assertThat(LeakSearch.in(house.file(bundle), house.names(BundleHouse.WHOLE)))
                .isEmpty();
        assertThat(bundle.title() + bundle.manifest()).doesNotContainIgnoringCase("Kwame", "Eastmere", "EM-2025");
        assertThat(LeakSearch.in(house.file(internal()), List.of("Kwame Osei-Tutu")))
                .isNotEmpty();
    }

    /** Its people are in no other year; {@link CodedCohortTest} looks at them all. */
    @Test
    void p05_theCodedOneOfAnotherEmployerNamesNobody() {
        new Namelessness(house).assertOf("MT-2026-004");
    }

    @Test
    void aPlantedNameIsFoundWhereverItStands() throws IOException {
        for (PlantedLeak.Place place : PlantedLeak.Place.values()) {
            byte[] planted = PlantedLeak.in(place, "Kwame Osei-Tutu");
            assertThat(LeakSearch.in(planted, List.of("Kwame Osei-Tutu")))
                    .as(place.name())
                    .isNotEmpty();
            assertThat(LeakSearch.in(planted, List.of("Amara Okafor")))
                    .as(place.name())
                    .isEmpty();
        }
    }
}
