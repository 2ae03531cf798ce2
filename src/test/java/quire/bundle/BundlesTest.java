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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quire.core.Problem;
import quire.pdf.ByteSpan;
import quire.seal.SealCheck;
import quire.seal.SealVerdict;
import quire.testkit.Qpdf;
import quire.testkit.Tools;
import quire.testkit.VeraPdf;

/** Bundles of a year that somebody has lived, judged by those who would judge them. */
class BundlesTest {

    private static final String REASON = "The panel meets before the final review can be signed.";

    private static final String OTHER = "EM-2026-003";
    private static final String THIRD = "EM-2026-005";

    private static BundleHouse house;

    @TempDir
    private Path folder;

    @BeforeAll
    static void open() {
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

    private static Bundle internal() {
        return house.built(BundleHouse.WHOLE, "internal", Edition.FINAL, REASON);
    }

    private static Bundle external() {
        return house.built(BundleHouse.WHOLE, "external", Edition.FINAL, REASON);
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

    @Test
    void theJudgesAcceptTheCodedOne() throws IOException {
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
        for (int i = 0; i < 6; i++) {
            orders.add(house.ordered(BundleHouse.WHOLE, "external-core", Edition.FINAL, REASON)
                    .id());
        }
        assertThat(orders).hasSize(1);
        house.work().run();
        Bundle first = house.built(BundleHouse.WHOLE, "external-core", Edition.FINAL, REASON);
        assertThat(house.built(BundleHouse.WHOLE, "external-core", Edition.FINAL, REASON))
                .isEqualTo(first);
        assertThat(first.number()).isEqualTo(1);
    }

    @Test
    void r12_whatSomebodyDiedAtIsBegunAgainAndThereOnce() {
        Order order = house.ordered(OTHER, "external-core", Edition.DRAFT, "");
        for (int death = 1; death <= 2; death++) {
            BundleWork dying = house.work(new DyingClock(death));
            assertThatThrownBy(dying::run).isInstanceOf(DyingClock.Died.class);
            assertThat(house.bundles().getOrder(order.id()).state()).isEqualTo(Order.State.BUILDING);
            assertThat(house.bundles().ofPortfolio(house.portfolio(OTHER).id())).isEmpty();
        }
        house.work().run();
        assertThat(house.bundles().getOrder(order.id()).state()).isEqualTo(Order.State.DONE);
        assertThat(house.bundles().ofPortfolio(house.portfolio(OTHER).id())).hasSize(1);
    }

    @Test
    void r11_whatIsNeverFinishedFailsWithASentence() {
        Order order = house.ordered(THIRD, "external-core", Edition.DRAFT, "");
        for (int death = 0; death < 3; death++) {
            assertThatThrownBy(house.work(new DyingClock(1))::run).isInstanceOf(DyingClock.Died.class);
        }
        house.work().run();
        Order over = house.bundles().getOrder(order.id());
        assertThat(over.state()).isEqualTo(Order.State.FAILED);
        assertThat(over.failure()).startsWith("It was begun three times and never finished.");
    }

    @Test
    void aDraftSaysSoOnEveryPageAndIsNotSealed() throws IOException {
        Bundle draft = house.built(BundleHouse.WHOLE, "external-core", Edition.DRAFT, "");
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
        assertThat(LeakSearch.in(house.file(internal()), house.names(BundleHouse.WHOLE)))
                .isNotEmpty();
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
