package quire.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static quire.portfolio.BesideHouse.NOW;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quire.convert.FileKind;
import quire.core.Digest;
import quire.core.Finding;
import quire.core.Problem;
import quire.store.Blobs;
import quire.testkit.OnBothDatabases;
import quire.testkit.TestDatabase;

/** What becomes of the bytes of a file: what is kept of them, how they are handed out, and when they are gone. */
@OnBothDatabases
class EvidenceContentTest {

    private TestDatabase place;
    private BesideHouse house;
    private Evidence evidence;
    private HandedIn files;

    @BeforeEach
    void open(TestDatabase place) {
        this.place = place;
        house = new BesideHouse(place.open());
        evidence = new Evidence(house.database);
        files = new HandedIn(house, evidence);
    }

    @Test
    void s60_keepsWhatIsLeftAndBothDigests() throws IOException {
        byte[] sent = Pictures.jpegWithPlace();
        Upload upload = files.add("At the river", sent);
        assertThat(upload.findings()).extracting(Finding::code).contains("removed-place");
        assertThat(upload.file().sent()).isEqualTo(Digest.of(sent));
        assertThat(upload.file().digest()).isNotEqualTo(upload.file().sent());
        assertThat(Digest.of(files.read(upload.file()))).isEqualTo(upload.file().digest());
        assertThat(evidence.get(upload.file().id()).takenOut()).isNotEmpty();
        assertThat(house.database.blobs().has(Digest.of(sent))).isFalse();
    }

    @Test
    void s63_whatWasHandedOutAndComesBackIsTheSameFile() throws IOException {
        Upload first = files.add("At the river", Pictures.jpegWithPlace());
        assertThat(files.add("Cleaned", files.read(first.file())).wasThere()).isTrue();
    }

    @Test
    void r02_aFileWhoseRowNeverCameIsSweptAway() {
        Blobs blobs = house.database.blobs();
        Digest orphan = blobs.take(HandedIn.stream(Pictures.png(1)), 1_000_000).digest();
        EvidenceFile kept = files.add("A letter", Pictures.png(2)).file();
        assertThat(files.sweepEverything()).isEqualTo(1);
        assertThat(blobs.has(orphan)).isFalse();
        assertThat(evidence.missing()).isEmpty();
        assertThat(blobs.has(kept.digest())).isTrue();
    }

    @Test
    void aFileThatVanishedIsSaidToBeMissingAndComesBackWithTheSameUpload() throws Exception {
        EvidenceFile file = files.add("A letter", Pictures.png(1)).file();
        vanish(file);
        assertThat(evidence.ofPortfolio(house.portfolio)).containsExactly(file);
        assertThat(evidence.missing()).containsExactly(file);
        Problem missing = catchThrowableOfType(Problem.class, () -> evidence.open(file.id(), house.asAna, NOW));
        assertThat(missing.kind()).isEqualTo(Problem.Kind.UNAVAILABLE);
        assertThat(missing)
                .hasMessage("The content of “a.png” is missing. Upload the file again, or ask the people who look after"
                        + " Quire to restore it from a backup.");
        assertThat(house.deeds("evidence", file.id())).containsExactly("evidence.added");
        assertThat(files.add("A letter", Pictures.png(1)).wasThere()).isTrue();
        assertThat(evidence.missing()).isEmpty();
        assertThat(files.read(file)).isNotEmpty();
    }

    @Test
    void theTrailNamesNoFileThatTheSweepWouldThenKeep() throws Exception {
        EvidenceFile file = files.add("A letter", Pictures.png(1)).file();
        place.tamper("delete from evidence");
        assertThat(files.sweepEverything()).isEqualTo(1);
        assertThat(house.database.blobs().has(file.digest())).isFalse();
    }

    @Test
    void s62_saysWhatHeadersBelongToIt() throws IOException {
        EvidenceFile file = files.add(EvidenceNote.of("Ünï"), "Zoë’s \"letter\".png", Pictures.png(1))
                .file();
        try (OpenedEvidence opened = evidence.open(file.id(), house.asRuth, NOW)) {
            Map<String, String> taken = opened.headers(false);
            assertThat(taken)
                    .containsEntry("Content-Type", "image/png")
                    .containsEntry("X-Content-Type-Options", "nosniff")
                    .containsEntry("Content-Length", Long.toString(file.size()));
            assertThat(taken.get("Content-Security-Policy")).contains("sandbox").contains("default-src 'none'");
            assertThat(taken.get("Content-Disposition"))
                    .startsWith("attachment; filename=\"Zo_")
                    .contains("filename*=UTF-8''Zo%C3%AB%E2%80%99s");
            assertThat(opened.headers(true).get("Content-Disposition")).startsWith("inline; filename=\"Zo_");
        }
        assertThat(house.last().entry().actor()).isEqualTo(house.ruth.id());
    }

    @Test
    void s62_wordFilesAreTakenAwayOnly() throws IOException {
        byte[] word = Files.readAllBytes(Path.of("templates/word/direct-observation.docx"));
        EvidenceFile file =
                files.add(EvidenceNote.of("Notes"), "notes.docx", word).file();
        assertThat(file.kind()).isEqualTo(FileKind.DOCX);
        try (OpenedEvidence opened = evidence.open(file.id(), house.asAna, NOW)) {
            assertThat(opened.headers(true).get("Content-Disposition")).startsWith("attachment; ");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>.png",
                "..\\..\\windows\\system.ini",
                "C:\\a.png",
                "a\u202Egnp.exe",
                "a\r\nSet-Cookie: x=1.png",
                "\u0000.png",
                "{{7*7}}.png"
            })
    void s57_s64_namesAreNeverMoreThanNames(String name) throws IOException {
        EvidenceFile file =
                files.add(EvidenceNote.of(name), name, Pictures.png(1)).file();
        assertThat(file.name()).endsWith(".png").doesNotContain("/", "\\", "\n", "\u202E");
        try (OpenedEvidence opened = evidence.open(file.id(), house.asAna, NOW)) {
            assertThat(opened.headers(true).get("Content-Disposition")).matches("\\p{Print}+");
        }
    }

    private void vanish(EvidenceFile file) throws Exception {
        if (place.isOnServer()) {
            place.tamper("delete from blob where digest = '" + file.digest().hex() + "'");
        } else {
            String hex = file.digest().hex();
            Files.delete(
                    place.folder().resolve("files").resolve(hex.substring(0, 2)).resolve(hex));
        }
    }
}
