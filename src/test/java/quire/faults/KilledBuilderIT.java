package quire.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quire.app.Main;
import quire.core.Digest;
import quire.people.Person;
import quire.seal.SealCheck;
import quire.seal.SealKey;
import quire.seal.SealVerdict;
import quire.store.Database;
import quire.testkit.Ask;
import quire.testkit.Cast;
import quire.testkit.Child;
import quire.testkit.OwnProcess;
import quire.testkit.PdfSig;
import quire.testkit.Qpdf;
import quire.testkit.SignedPapers;
import quire.testkit.TestDatabase;
import quire.testkit.TestTimeAuthority;
import quire.testkit.WebHouse;
import quire.trail.Trail;

/**
 * Bundles are asked for over HTTP, and the server that builds them is killed in the middle of it, again and again. In the end each is
 * there once, whole and sealed with the operator's key, and nothing is left over.
 *
 * <p>{@code -Dquire.kill.rounds=50} kills more often, {@code -Dquire.kill.seed=…} plays the same chances again.
 */
class KilledBuilderIT {

    private static final int ROUNDS = Integer.getInteger("quire.kill.rounds", 2);
    private static final long SEED = Long.getLong("quire.kill.seed", System.nanoTime());
    private static final List<String> RECIPES = List.of("internal", "external");
    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([0-9a-f]{64})\"");
    private static final String PASSWORD = "open sesame";

    /** In so many rounds somebody dies at it. */
    private static final int ENOUGH = 8;

    /** How long the build of one may take from the start of a server on a busy machine. */
    private static final int PATIENCE = 90;

    @TempDir
    private Path folder;

    private final Random chance = new Random(SEED);
    private final SealKey own = SealKey.make("Northvale Council", SmallHouse.now());
    private final List<String> orders = new ArrayList<>();
    private final TestDatabase place = TestDatabase.of(TestDatabase.Kind.SQLITE);
    private TestTimeAuthority authority;
    private String email = "";
    private String bundles = "";

    @BeforeEach
    void open() throws Exception {
        authority = new TestTimeAuthority();
        Files.write(folder.resolve("seal.p12"), own.pkcs12(PASSWORD));
        Files.writeString(folder.resolve("password"), PASSWORD);
        try (Database database = place.open();
                WebHouse house = WebHouse.on(database, WebHouse.CLOCK)) {
            Cast cast = Cast.in(house);
            new SignedPapers(house, cast).log();
            Person administrator = cast.person("administrator");
            email = administrator.email();
            bundles = "/portfolios/" + cast.portfolio("nqsw").id() + "/bundles/";
            Instant now = WebHouse.CLOCK.instant();
            house.rooms().people().accounts().openInvented(List.of(administrator.id()), SmallHouse.PASSWORD, now);
        }
    }

    @AfterEach
    void close() {
        authority.close();
        place.close();
    }

    @Test
    void r12_eachBundleIsThereOnceHoweverOftenItsBuilderIsKilled() throws Exception {
        for (int round = 1; round <= ROUNDS; round++) {
            try (OwnProcess server = start()) {
                ask(signedIn(server), round);
                TimeUnit.MILLISECONDS.sleep(chance.nextInt(500));
            }
            assertNothingHalfDone();
            tell(round);
        }
        try (OwnProcess server = start()) {
            Ask administrator = signedIn(server);
            for (String order : orders) {
                awaitReady(administrator, order, server);
            }
        }
        assertNothingHalfDone();
        assertAllThereOnce();
        if (ROUNDS >= ENOUGH) {
            assertThat(begunAgain()).as("orders that were begun more than once").isPositive();
        }
    }

    private OwnProcess start() throws IOException {
        Map<String, String> environment = Map.of(
                "QUIRE_SEAL_KEY", folder.resolve("seal.p12").toString(),
                "QUIRE_SEAL_KEY_PASSWORD_FILE", folder.resolve("password").toString(),
                "QUIRE_TIMESTAMP_URL", authority.address().toString());
        List<String> machine = List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
        return OwnProcess.ready(
                Child.start(machine, environment, Main.class, OwnProcess.arguments(place.place(), Path.of(""))));
    }

    private Ask signedIn(OwnProcess server) {
        return server.stranger()
                .signedIn(server.stranger().signIn(email, SmallHouse.PASSWORD).orElseThrow());
    }

    /** For a final one, of which no other has the reason, and twice for a draft. */
    private void ask(Ask administrator, int round) {
        String recipe = RECIPES.get(round % RECIPES.size());
        order(administrator, recipe, Map.of("edition", "draft"));
        order(administrator, recipe, Map.of("edition", "draft"));
        // The first order of a coded bundle gives the code, so the plan is looked at after it.
        Matcher seen =
                SEEN.matcher(administrator.get(bundles + recipe).expect(200).text());
        assertThat(seen.find()).isTrue();
        order(
                administrator,
                recipe,
                Map.of("edition", "final", "seen", seen.group(1), "reason", "The panel meets early: " + round));
    }

    private void order(Ask administrator, String recipe, Map<String, String> boxes) {
        String order = administrator.post(bundles + recipe, boxes).expect(303).location();
        orders.add(order);
    }

    private static void awaitReady(Ask administrator, String order, OwnProcess server) throws InterruptedException {
        for (int second = 0; second < PATIENCE * 4; second++) {
            String page = administrator.get(order).expect(200).text();
            if (page.contains("The bundle is ready")) {
                return;
            }
            assertThat(page).as(server.said()).doesNotContain("could not be made");
            TimeUnit.MILLISECONDS.sleep(250);
        }
        throw new AssertionError(order + " is not over: " + server.said());
    }

    /** A bundle is whole or not there, and what nobody was promised is taken away when the record is opened. */
    private void assertNothingHalfDone() throws IOException {
        try (Database database = place.open()) {
            assertThat(database.check()).as("seed %d", SEED).isEmpty();
            assertThat(new Trail(database).verify().isWhole()).isTrue();
            for (Kept kept : kept(database)) {
                assertThat(database.blobs().has(kept.file())).isTrue();
                assertThat(new Trail(database).of("bundle", kept.id(), Trail.NEWEST, 10))
                        .as("entries of %s with seed %d", kept.id(), SEED)
                        .extracting(entry -> entry.entry().action())
                        .containsExactly("bundle.built");
            }
            try (Stream<Path> left = Files.list(place.folder().resolve("files/incoming"))) {
                assertThat(left).as("left behind with seed %d", SEED).isEmpty();
            }
        }
    }

    private void assertAllThereOnce() {
        try (Database database = place.open()) {
            List<Kept> all = kept(database);
            Set<String> inputs = new HashSet<>();
            all.forEach(kept -> inputs.add(kept.kind() + kept.input()));
            assertThat(inputs)
                    .as("seed %d", SEED)
                    .hasSameSizeAs(all)
                    .hasSize(ROUNDS + Math.min(ROUNDS, RECIPES.size()));
            for (Kept kept : all) {
                byte[] file = database.blobs().read(kept.file());
                Qpdf.assertSound(file);
                SealVerdict seal = new SealCheck(List.of(own.certificate())).of(file);
                if (kept.kind().endsWith("final")) {
                    assertThat(PdfSig.says(file)).contains("Signature is Valid.", "Total document signed");
                    assertThat(seal.kind()).isEqualTo(SealVerdict.Kind.WHOLE);
                    assertThat(seal.stamp()).isNotNull();
                } else {
                    assertThat(seal.kind()).isEqualTo(SealVerdict.Kind.NONE);
                }
            }
        }
    }

    private void tell(int round) {
        try (Database database = place.open()) {
            String states =
                    database.read(tx -> tx.sql("select state, attempts from bundle_order order by ordered_at, id")
                            .list(row -> row.text("state") + " " + row.count("attempts"))
                            .toString());
            System.out.printf("Killed %d times with seed %d: %s%n", round, SEED, states);
        }
    }

    private int begunAgain() {
        try (Database database = place.open()) {
            return database.read(tx -> tx.sql("select count(*) as n from bundle_order where beginning > 1")
                    .get(row -> row.count("n")));
        }
    }

    /** A row of the table of bundles. */
    private record Kept(String id, String kind, String input, Digest file) {}

    private static List<Kept> kept(Database database) {
        return database.read(tx -> tx.sql("select id, recipe, edition, input, digest from bundle order by made_at, id")
                .list(row -> new Kept(
                        row.text("id"),
                        row.text("recipe") + " " + row.text("edition"),
                        row.text("input"),
                        row.digest("digest"))));
    }
}
