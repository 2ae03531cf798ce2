package quire.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quire.people.Person;
import quire.portfolio.EvidenceNote;
import quire.store.Database;
import quire.testkit.Ask;
import quire.testkit.Cast;
import quire.testkit.OwnProcess;
import quire.testkit.Qpdf;
import quire.testkit.SignedPapers;
import quire.testkit.TestDatabase;
import quire.testkit.WebHouse;
import quire.trail.Trail;

/** A bundle is asked for on a real disk that has no room for it. */
class FullDiskBuilderIT {

    private static final int MEGABYTES = 48;

    /** Room to note that a bundle is wanted, and how far it is, but not for the photos in it. */
    private static final int A_LITTLE = 400_000;

    private static final int PATIENCE_SECONDS = 90;
    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([0-9a-f]{64})\"");
    private static final List<String> PHOTOS =
            List.of("house-with-the-sun-out.png", "five-o-clock-walk.png", "card-from-a-husband.jpg");

    @TempDir
    private Path disk;

    @TempDir
    private Path copy;

    private String email = "";
    private String bundles = "";

    @Test
    void r04_r11_aBundleWaitsForRoomAndIsMadeOnce() throws Exception {
        try (TestDatabase place = TestDatabase.of(TestDatabase.Kind.SQLITE)) {
            live(place);
            try (OwnProcess server = OwnProcess.onASmallDisk(disk, MEGABYTES, place.folder(), Path.of(""))) {
                Path data = server.seen(disk).resolve("data");
                Ask administrator = server.stranger()
                        .signedIn(server.stranger()
                                .signIn(email, SmallHouse.PASSWORD)
                                .orElseThrow());
                String page =
                        administrator.get(bundles + "internal").expect(200).text();
                Path ballast = fill(server.seen(disk));
                String order = order(administrator, page);
                awaitWords(administrator, order, "The disk is full and nothing was changed.", server);
                administrator
                        .get(order)
                        .expect(200)
                        .says("You need not ask again: it is tried again by itself.")
                        .doesNotSay("damaged");
                administrator.get(bundles + "internal").expect(200).says("What is missing");
                assertThat(left(data.resolve("files/incoming"))).isEmpty();
                Files.delete(ballast);
                awaitWords(administrator, order, "The bundle is ready", server);
                assertThat(left(data.resolve("files/incoming"))).isEmpty();
                copy(data);
            }
        }
        assertThereOnce();
    }

    /** Somebody who has one signed paper and some photos, and an administrator. */
    private void live(TestDatabase place) throws IOException {
        try (Database database = place.open();
                WebHouse house = WebHouse.on(database, WebHouse.CLOCK)) {
            Cast cast = Cast.in(house);
            SignedPapers papers = new SignedPapers(house, cast);
            papers.log();
            Instant now = WebHouse.CLOCK.instant();
            String portfolio = cast.portfolio("nqsw").id();
            for (String photo : PHOTOS) {
                try (InputStream content = Files.newInputStream(Path.of("samples/evidence", photo))) {
                    house.rooms()
                            .evidence()
                            .add(portfolio, EvidenceNote.of(photo), photo, content, papers.as("nqsw"), now);
                }
            }
            Person administrator = cast.person("administrator");
            email = administrator.email();
            bundles = "/portfolios/" + portfolio + "/bundles/";
            house.rooms().people().accounts().openInvented(List.of(administrator.id()), SmallHouse.PASSWORD, now);
        }
    }

    private Path fill(Path seen) throws IOException {
        Path ballast = seen.resolve("ballast");
        Files.write(ballast, new byte[(int) Math.max(0, seen.toFile().getUsableSpace() - A_LITTLE)]);
        return ballast;
    }

    private String order(Ask administrator, String page) {
        Matcher seen = SEEN.matcher(page);
        assertThat(seen.find()).isTrue();
        Map<String, String> boxes =
                Map.of("edition", "final", "seen", seen.group(1), "reason", "The panel meets before the year is over.");
        return administrator.post(bundles + "internal", boxes).expect(303).location();
    }

    private static void awaitWords(Ask administrator, String order, String words, OwnProcess server)
            throws InterruptedException {
        String page = "";
        for (int tries = 0; tries < PATIENCE_SECONDS * 4; tries++) {
            page = administrator.get(order).expect(200).text();
            if (page.contains(words)) {
                return;
            }
            assertThat(page).as(server.said()).doesNotContain("could not be made");
            TimeUnit.MILLISECONDS.sleep(250);
        }
        throw new AssertionError("“" + words + "” is not said in " + page + server.said());
    }

    private static List<Path> left(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    /** As the power would leave it, and not as a server that ends in peace. */
    private void copy(Path data) throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.toList()) {
                Path to = copy.resolve(data.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(to);
                } else if (!file.getFileName().toString().endsWith("-shm")) {
                    Files.copy(file, to);
                }
            }
        }
    }

    private void assertThereOnce() {
        try (Database database = Database.open(copy)) {
            assertThat(database.check()).isEmpty();
            assertThat(new Trail(database).verify().isWhole()).isTrue();
            List<String> states =
                    database.read(tx -> tx.sql("select state from bundle_order").list(row -> row.text("state")));
            assertThat(states).containsExactly("done");
            List<byte[]> files = database.read(tx -> tx.sql("select digest from bundle")
                    .list(row -> database.blobs().read(row.digest("digest"))));
            assertThat(files).hasSize(1);
            Qpdf.assertSound(files.get(0));
            List<String> manifests =
                    database.read(tx -> tx.sql("select manifest from bundle").list(row -> row.text("manifest")));
            assertThat(manifests.get(0)).doesNotContain("slip");
        }
    }
}
