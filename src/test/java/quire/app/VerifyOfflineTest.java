package quire.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quire.bundle.Bundle;
import quire.bundle.Bundles;
import quire.bundle.Edition;
import quire.bundle.Order;
import quire.core.Json;
import quire.people.Actor;
import quire.portfolio.Portfolio;
import quire.programme.Recipe;
import quire.seal.SealCertificate;
import quire.seal.SealKey;
import quire.store.Database;
import quire.testkit.Cast;
import quire.testkit.SignedPapers;
import quire.testkit.TestDatabase;
import quire.testkit.WebHouse;

/** {@code verify} where there is nothing but the file and a certificate. */
class VerifyOfflineTest {

    private static final Instant NOW = WebHouse.CLOCK.instant();

    @TempDir
    private static Path folder;

    private static Bundle bundle;
    private static byte[] sealed;
    private static byte[] draft;
    private static Path certificate;

    @BeforeAll
    static void make() throws IOException {
        try (TestDatabase place = TestDatabase.of(TestDatabase.Kind.SQLITE);
                Database database = place.open();
                WebHouse house = WebHouse.on(database, WebHouse.CLOCK)) {
            Cast cast = Cast.in(house);
            new SignedPapers(house, cast).log();
            Portfolio portfolio = cast.portfolio("nqsw");
            Actor actor = Actor.of(cast.person("administrator").id());
            bundle = built(house, portfolio, Edition.FINAL, actor);
            sealed = file(house, bundle, actor);
            draft = file(house, built(house, portfolio, Edition.DRAFT, actor), actor);
            String ours = house.rooms().sealKeys().certificates().get(0).pem();
            // As the server offers it: the newest first, and none of them alone.
            certificate = Files.writeString(folder.resolve("seal-certificate.pem"), other().pem() + ours);
        }
    }

    @AfterAll
    static void forget() {
        sealed = new byte[0];
        draft = new byte[0];
    }

    @Test
    void knowsABundleAsItWasSealed() throws IOException {
        Ran ran = verify("whole.pdf", sealed);
        assertThat(ran.out())
                .startsWith(
                        "Sealed, and unchanged. This is “" + bundle.title() + "”, version 1, made on 21 November 2026.")
                .contains("The seal is of “Quire”.", "Not a letter of it has changed since.");
        assertThat(ran.code()).isZero();
    }

    @Test
    void namesTheItemOfWhichAByteWasChanged() throws IOException {
        Map<String, Object> manifest = manifest();
        for (Map<?, ?> span : List.of(span(manifest, 0), span(manifest, 3))) {
            byte[] changed = sealed.clone();
            changed[(int) (number(span.get("start")) + number(span.get("end"))) / 2] ^= 1;
            Ran ran = verify("changed.pdf", changed);
            assertThat(ran.out())
                    .startsWith("Changed after it was sealed. Its seal is broken. The seal is of “Quire”.")
                    .contains(bundle.title(), "Do not rely on it.")
                    .contains("Not as the list in the file says: " + title(manifest, span) + ".");
            assertThat(ran.code()).isEqualTo(1);
        }
    }

    @Test
    void saysWhenOnlyWhatStandsAroundTheItemsWasChanged() throws IOException {
        byte[] changed = sealed.clone();
        int end = new String(sealed, StandardCharsets.ISO_8859_1).lastIndexOf("startxref");
        changed[end - 5] ^= 1;
        assertThat(verify("end.pdf", changed).out())
                .startsWith("Changed after it was sealed.")
                .contains("what stands around them, or that list, is not");
    }

    @Test
    void saysWhatWasAddedBehind() throws IOException {
        ByteArrayOutputStream longer = new ByteArrayOutputStream();
        longer.writeBytes(sealed);
        longer.writeBytes("\n1 0 obj\n<< /Type /EmbeddedFile >>\nendobj\n".getBytes(StandardCharsets.US_ASCII));
        Ran ran = verify("longer.pdf", longer.toByteArray());
        assertThat(ran.out())
                .startsWith("Added to after it was sealed. Up to byte " + sealed.length + " this is “" + bundle.title())
                .contains("may show other pages");
        assertThat(ran.code()).isEqualTo(1);
    }

    @Test
    void knowsThatSomebodyElseHasSealed() throws IOException {
        Path others = Files.writeString(folder.resolve("others.pem"), other().pem());
        Ran ran = Ran.in(folder, "verify", Files.write(folder.resolve("a.pdf"), sealed), "--certificate", others);
        assertThat(ran.out())
                .startsWith("Sealed by somebody else. None of the certificates that were given has sealed this file.")
                .contains("which proves nothing");
        assertThat(ran.code()).isEqualTo(1);
    }

    @Test
    void saysWhatItCannotKnowWithoutACertificate() throws IOException {
        Ran ran = Ran.in(folder, "verify", Files.write(folder.resolve("b.pdf"), sealed));
        assertThat(ran.out())
                .startsWith("Sealed, but nobody can say by whom. Give the certificate")
                .contains("--certificate", "--data", "which proves nothing");
        assertThat(ran.code()).isEqualTo(1);
    }

    @Test
    void knowsThatADraftIsNotSealedAndAnotherFileIsNothing() throws IOException {
        Ran ran = verify("draft.pdf", draft);
        assertThat(ran.out()).startsWith("Not sealed. It says that it is a draft, and drafts are not sealed.");
        assertThat(ran.code()).isEqualTo(1);
        Ran other = verify("other.pdf", new byte[] {1, 2, 3});
        assertThat(other.out()).startsWith("Not sealed.").contains("no list of its contents");
        assertThat(other.code()).isEqualTo(1);
    }

    @Test
    void saysWhatIsWrongWithTheCertificate() throws IOException {
        Path file = Files.write(folder.resolve("c.pdf"), sealed);
        Path none = Files.writeString(folder.resolve("none.pem"), "nothing of the kind");
        Ran wrong = Ran.in(folder, "verify", file, "--certificate", none);
        assertThat(wrong.err()).contains("none.pem", "This is not a certificate.");
        assertThat(wrong.code()).isEqualTo(1);
        Ran away = Ran.in(folder, "verify", file, "--certificate", folder.resolve("away.pem"));
        assertThat(away.err()).contains("away.pem cannot be read");
        assertThat(away.code()).isEqualTo(1);
    }

    private static Ran verify(String name, byte[] content) throws IOException {
        return Ran.in(folder, "verify", Files.write(folder.resolve(name), content), "--certificate", certificate);
    }

    private static SealCertificate other() {
        return SealKey.make("Somebody else", NOW).certificate();
    }

    private static Bundle built(WebHouse house, Portfolio portfolio, Edition edition, Actor actor) {
        Bundles bundles = house.rooms().bundles();
        Recipe recipe = portfolio.programme().moderation().recipe("internal").orElseThrow();
        Order order = bundles.order(portfolio, recipe, edition, "The panel meets today.", actor, NOW);
        bundles.work(house.rooms().portfolios(), house.rooms().sealKeys(), WebHouse.CLOCK)
                .run();
        return bundles.get(String.valueOf(bundles.getOrder(order.id()).bundle()));
    }

    private static byte[] file(WebHouse house, Bundle made, Actor actor) throws IOException {
        try (InputStream content = house.rooms().bundles().open(made, actor, NOW)) {
            return content.readAllBytes();
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> manifest() {
        return (Map<String, Object>) (Map<String, ?>) Json.readObject(bundle.manifest(), "manifest.json");
    }

    private static Map<?, ?> span(Map<String, Object> manifest, int index) {
        return (Map<?, ?>) ((List<?>) manifest.get("bytes")).get(index);
    }

    private static String title(Map<String, Object> manifest, Map<?, ?> span) {
        return ((List<?>) manifest.get("entries"))
                .stream()
                        .map(entry -> (Map<?, ?>) entry)
                        .filter(entry -> entry.get("key").equals(span.get("key")))
                        .map(entry -> String.valueOf(entry.get("title")))
                        .findFirst()
                        .orElseThrow();
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
