package quire.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import quire.people.Actor;
import quire.portfolio.EvidenceFile;
import quire.portfolio.EvidenceNote;
import quire.redaction.Decision;
import quire.redaction.FileDecision;
import quire.seal.SealCheck;
import quire.seal.SealKey;
import quire.seal.SealVerdict;
import quire.testkit.HostilePdf;
import quire.testkit.TestTimeAuthority;
import quire.testkit.Tools;

/** What becomes of an order when something is in its way. */
class BundleWorkTest {

    private static final String THIRD = "EM-2026-005";
    private static final String FOURTH = "EM-2026-012";
    /** With a year that has just begun, of which a bundle is made in a moment. */
    private static final String YOUNG = "MT-2026-004";

    private static final String REASON = "The panel meets before the year is over.";
    /** However busy the machine is, what stops at all stops in time. */
    private static final Stint.Limit SHORT = new Stint.Limit(Duration.ofSeconds(2), Duration.ofMinutes(2));

    private static final Stint.Limit SHORT_AND_STERN = new Stint.Limit(Duration.ofSeconds(2), Duration.ofMillis(200));

    private static BundleHouse house;

    private final SealKey own = SealKey.make("Northvale Council", BundleHouse.NOW);
    private TestTimeAuthority authority;

    @BeforeAll
    static void live() {
        house = new BundleHouse();
    }

    @AfterAll
    static void end() {
        house.close();
    }

    @BeforeEach
    void open() throws Exception {
        authority = new TestTimeAuthority();
    }

    @AfterEach
    void close() {
        authority.close();
    }

    @Test
    void waitsForTheAuthorityOfTheTimeAndSealsWithTheOperatorsKey() {
        SealKeys keys =
                new SealKeys(house.database(), Optional.of(own), Optional.of(authority.required()), "Northvale");
        authority.answering(503);
        Order order = house.ordered(FOURTH, "external-core", Edition.FINAL, REASON);
        run(keys, Duration.ZERO);
        Order waiting = house.bundles().getOrder(order.id());
        assertThat(waiting.state()).isEqualTo(Order.State.WAITING);
        assertThat(waiting.step())
                .contains(
                        "time-stamping authority at " + authority.address(),
                        "You need not ask again: it is tried again by itself.");
        assertThat(waiting.attempts()).isZero();
        authority.answering(200);
        run(keys, Duration.ofSeconds(10));
        assertThat(house.bundles().getOrder(order.id())).isEqualTo(waiting);
        run(keys, Duration.ofSeconds(30));
        Order done = house.bundles().getOrder(order.id());
        assertThat(done.state()).as(done.failure()).isEqualTo(Order.State.DONE);
        byte[] file = house.file(house.bundles().get(String.valueOf(done.bundle())));
        SealVerdict seal = new SealCheck(List.of(own.certificate())).of(file);
        assertThat(seal.kind()).isEqualTo(SealVerdict.Kind.WHOLE);
        assertThat(seal.stamp()).isNotNull();
        assertThat(seal.stamp().at()).isEqualTo(TestTimeAuthority.TIME);
        assertThat(keys.certificates()).contains(own.certificate());
    }

    @Test
    void givesUpAfterADay() {
        SealKeys keys = new SealKeys(
                house.database(),
                Optional.of(own),
                Optional.of(authority.answering(503).required()),
                "Northvale");
        Order order = house.ordered(FOURTH, "internal", Edition.FINAL, REASON);
        run(keys, Duration.ZERO);
        run(keys, Duration.ofHours(25));
        Order over = house.bundles().getOrder(order.id());
        assertThat(over.state()).isEqualTo(Order.State.FAILED);
        assertThat(over.failure()).contains("does not answer as it should, so nothing was sealed");
        assertThat(over.bundle()).isNull();
    }

    @Test
    void r11_endsWhatStandsStillThreeTimesAndThenFailsIt() {
        Order order = house.ordered(FOURTH, "external-core", Edition.DRAFT, "");
        for (int attempt = 1; attempt <= 3; attempt++) {
            Clock clock = new StandingClock(BundleHouse.NOW.plusSeconds(30L * attempt));
            house.work(house.keys(), clock, SHORT).run();
            Order now = house.bundles().getOrder(order.id());
            assertThat(now.attempts()).isEqualTo(attempt);
            assertThat(now.state()).isEqualTo(attempt < 3 ? Order.State.WAITING : Order.State.FAILED);
        }
        assertThat(house.bundles().getOrder(order.id()).failure())
                .contains("Nothing moved for 2 seconds while ", "so it was ended.", "tried three times");
        assertThat(house.bundles().ofPortfolio(house.portfolio(FOURTH).id()))
                .noneMatch(bundle -> bundle.edition() == Edition.DRAFT);
    }

    @Test
    void r11_doesNotBeginAgainWhatDoesNotEvenStop() {
        Order order = house.ordered(YOUNG, "external-core", Edition.FINAL, REASON);
        try (StubbornClock clock = new StubbornClock()) {
            house.work(house.keys(), clock, SHORT_AND_STERN).run();
        }
        Order over = house.bundles().getOrder(order.id());
        assertThat(over.state()).isEqualTo(Order.State.FAILED);
        assertThat(over.failure()).isEqualTo("Nothing moved for 2 seconds while it was begun, so it was ended.");
    }

    /** Whoever reads the papers anew for a coded bundle of a large year says which one they are at. */
    @Test
    void r11_planningTellsOfEachPaperAndFileBeforeItIsRead() {
        List<String> told = new ArrayList<>();
        Making making = house.bundles()
                .making(
                        house.portfolio(THIRD).id(),
                        "external",
                        Edition.DRAFT,
                        house.somebody().person(),
                        BundleHouse.NOW);
        Planning.Planned planned = house.bundles()
                .planned(
                        house.portfolio(THIRD),
                        house.recipe(THIRD, "external"),
                        Edition.DRAFT,
                        "",
                        making,
                        (title, done, total) -> told.add(done + " of " + total + " " + title));
        assertThat(told).hasSizeGreaterThan(5);
        for (int i = 0; i < told.size(); i++) {
            assertThat(told.get(i)).startsWith(i + " of ");
        }
        int total = Integer.parseInt(told.get(0).split(" ", -1)[2]);
        assertThat(told.size()).isLessThanOrEqualTo(total);
        List<String> titles = told.stream()
                .map(line -> line.replaceFirst("\\d+ of \\d+ ", ""))
                .toList();
        assertThat(titles)
                .containsAll(planned.plan().entries().stream()
                        .filter(entry -> entry.kind() == Plan.Kind.PAPER)
                        .map(Plan.Entry::title)
                        .toList());
    }

    /** A disk that does not answer keeps whoever reads a file from it waiting for ever. */
    @Test
    void r11_saysWhichFileItStoodStillAt() throws IOException {
        Order order = house.ordered(FOURTH, "internal", Edition.DRAFT, "");
        EvidenceFile later = handIn(FOURTH, "A slow letter", HostilePdf.GROUPS.file());
        Path slow = house.kept(later.digest());
        Path away = Files.move(slow, slow.resolveSibling("away"));
        Tools.run("mkfifo", slow.toString());
        house.work(house.keys(), at(Duration.ZERO), SHORT_AND_STERN).run();
        Order over = house.bundles().getOrder(order.id());
        assertThat(over.state()).isEqualTo(Order.State.FAILED);
        assertThat(over.failure()).startsWith("Nothing moved for 2 seconds while “A slow letter” was read");
        assertThat(over.step()).isEqualTo("Reading the papers");
        assertThat(over.total()).isPositive();
        Files.write(slow, new byte[0]); // whoever waits goes on
        Files.move(away, slow, StandardCopyOption.REPLACE_EXISTING);
        house.evidence().remove(later.id(), house.somebody(), BundleHouse.NOW);
    }

    /** What was made to harm its readers becomes a sheet that says why, in a bundle that names people and in a coded one. */
    @Test
    void s59_r11_noFileSinksOrHangsABundle() {
        Map<String, HostilePdf> files = new LinkedHashMap<>();
        for (HostilePdf hostile : List.of(
                HostilePdf.NESTED,
                HostilePdf.ROUND,
                HostilePdf.INFLATED_IN_TWO_STEPS,
                HostilePdf.MILLIONS_OF_STATES,
                HostilePdf.ENDLESS_WIDTHS,
                HostilePdf.DASHES)) {
            EvidenceFile file = handIn(YOUNG, "Letter " + hostile, hostile.file());
            files.put(file.id(), hostile);
            house.bundles()
                    .redactions()
                    .decide(
                            house.portfolio(YOUNG),
                            List.of(new Decision(
                                    HostilePdf.NAME,
                                    Decision.TYPED,
                                    true,
                                    house.somebody().person(),
                                    BundleHouse.NOW)),
                            List.of(new FileDecision(
                                    file.id(),
                                    file.digest(),
                                    true,
                                    house.somebody().person(),
                                    BundleHouse.NOW)),
                            house.somebody(),
                            BundleHouse.NOW);
        }
        Map<String, String> named = reasons(house.built(YOUNG, "internal", Edition.DRAFT, ""), files);
        assertThat(named).containsOnlyKeys("NESTED", "ROUND", "INFLATED_IN_TWO_STEPS");
        assertThat(named.get("NESTED"))
                .startsWith("In this file, page 2 is drawn in so many steps that showing it takes far too long.");
        assertThat(named.get("INFLATED_IN_TWO_STEPS")).isEqualTo("What page 2 shows is far too large to be shown.");
        Map<String, String> coded = reasons(house.built(YOUNG, "external", Edition.DRAFT, ""), files);
        assertThat(coded)
                .containsOnlyKeys(files.values().stream().map(HostilePdf::name).toArray(String[]::new));
        assertThat(coded.values()).allSatisfy(reason -> assertThat(reason).containsIgnoringCase("page 2"));
        files.keySet().forEach(file -> house.evidence().remove(file, house.somebody(), BundleHouse.NOW));
    }

    /** Why a file has a sheet in its place, by what the file is. */
    private static Map<String, String> reasons(Bundle bundle, Map<String, HostilePdf> files) {
        Map<String, String> reasons = new TreeMap<>();
        for (Object entry : (List<?>) Assembly.read(bundle.manifest()).get("entries")) {
            Map<?, ?> line = (Map<?, ?>) entry;
            HostilePdf hostile = files.get(String.valueOf(line.get("key")).replaceFirst("^file-", ""));
            if (hostile != null && line.get("reason") != null) {
                reasons.put(hostile.name(), String.valueOf(line.get("reason")));
            }
        }
        return reasons;
    }

    private static EvidenceFile handIn(String code, String description, byte[] content) {
        return house.evidence()
                .add(
                        house.portfolio(code).id(),
                        EvidenceNote.of(description),
                        "letter.pdf",
                        new ByteArrayInputStream(content),
                        house.somebody(),
                        BundleHouse.NOW)
                .file();
    }

    @Test
    void s43_takesAHundredOrdersOfOnePersonAndAThousandInAll() {
        Plan plan = house.plan(YOUNG, "internal", Edition.DRAFT);
        Actor one = house.somebody();
        wait(one.person(), 99);
        house.bundles().order(plan, one, BundleHouse.NOW);
        Plan other = house.plan(YOUNG, "external-core", Edition.DRAFT);
        assertThatThrownBy(() -> house.bundles().order(other, one, BundleHouse.NOW))
                .hasMessage("You have asked for 100 bundles that are still waiting to be built. Ask again when some of"
                        + " them are ready.");
        wait(house.colleague("Many Others"), 899);
        Actor two = Actor.of(house.somebodyElse());
        house.bundles().order(other, two, BundleHouse.NOW);
        assertThatThrownBy(
                        () -> house.bundles().order(house.plan(YOUNG, "external", Edition.DRAFT), two, BundleHouse.NOW))
                .hasMessage("Many bundles are waiting to be built. Try again when some of them are ready.");
        house.database()
                .run(tx -> tx.sql("delete from bundle_order where state = 'waiting'")
                        .run());
    }

    private static void wait(String person, int orders) {
        Order.Wish wish = new Order.Wish(house.portfolio(FOURTH).id(), "internal", Edition.DRAFT, "");
        house.database().run(tx -> {
            for (int i = 0; i < orders; i++) {
                OrderStore.insert(tx, Order.of(wish, null, null, Actor.of(person), BundleHouse.NOW));
            }
        });
    }

    @Test
    void asksEverLessOften() {
        assertThat(BundleWork.pause(Duration.ZERO)).isEqualTo(Duration.ofSeconds(20));
        assertThat(BundleWork.pause(Duration.ofMinutes(3))).isEqualTo(Duration.ofMinutes(3));
        assertThat(BundleWork.pause(Duration.ofHours(3))).isEqualTo(Duration.ofMinutes(15));
    }

    private static void run(SealKeys keys, Duration later) {
        house.work(keys, at(later), Stint.Limit.USUAL).run();
    }

    private static Clock at(Duration later) {
        return Clock.fixed(BundleHouse.NOW.plus(later), BundleHouse.LONDON);
    }

    /** A clock that shows the same time to everybody, and may do something to whoever looks. */
    private abstract static class Watched extends Clock {

        private final Instant now;

        Watched(Instant now) {
            this.now = now;
        }

        abstract void seenBy(List<String> methods);

        @Override
        public Instant instant() {
            seenBy(StackWalker.getInstance()
                    .walk(frames ->
                            frames.map(StackWalker.StackFrame::getMethodName).toList()));
            return now;
        }

        @Override
        public ZoneId getZone() {
            return BundleHouse.LONDON;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    /** Whoever ends an order stands still until they are told to stop. */
    private static final class StandingClock extends Watched {

        StandingClock(Instant now) {
            super(now);
        }

        @Override
        void seenBy(List<String> methods) {
            if (methods.contains("finish")) {
                try {
                    Thread.sleep(600_000);
                } catch (InterruptedException e) {
                    throw new IllegalStateException("Told to stop", e);
                }
            }
        }
    }

    /** Whoever begins to build stands still, whatever they are told, until this is closed. */
    private static final class StubbornClock extends Watched implements AutoCloseable {

        private final Semaphore leave = new Semaphore(0);

        StubbornClock() {
            super(BundleHouse.NOW);
        }

        @Override
        void seenBy(List<String> methods) {
            if (methods.contains("build")) {
                leave.acquireUninterruptibly();
            }
        }

        @Override
        public void close() {
            leave.release();
        }
    }
}
