package quire.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static quire.portfolio.BesideHouse.NOW;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import quire.convert.FileKind;
import quire.convert.Refusal;
import quire.core.Digest;
import quire.core.Finding;
import quire.core.Problem;
import quire.store.Blobs;
import quire.testkit.OnBothDatabases;
import quire.testkit.TestDatabase;

@OnBothDatabases
class EvidenceTest {

    private static final Instant LATER = NOW.plusSeconds(60);

    private TestDatabase place;
    private BesideHouse house;
    private Evidence evidence;
    private String document;

    @BeforeEach
    void open(TestDatabase place) {
        this.place = place;
        house = new BesideHouse(place.open());
        evidence = new Evidence(house.database);
        document = house.document();
    }

    @Test
    void keepsAFileWithWhatWasSaidAboutIt() throws IOException {
        byte[] picture = Pictures.png(3);
        EvidenceNote note = new EvidenceNote(" A letter\r\nof thanks ", Set.of(document), true);
        Upload upload = add(note, "../thanks.PNG", picture);
        assertThat(upload.wasThere()).isFalse();
        assertThat(upload.file()).satisfies(file -> {
            assertThat(file.name()).isEqualTo("thanks.PNG");
            assertThat(file.kind()).isEqualTo(FileKind.PNG);
            assertThat(file.description()).isEqualTo("A letter of thanks");
            assertThat(file.confidential()).isTrue();
            assertThat(file.sent()).isEqualTo(Digest.of(picture));
            assertThat(file.by()).isEqualTo(house.ana.id());
            assertThat(file.supports()).containsExactly(document);
        });
        assertThat(evidence.ofPortfolio(house.portfolio)).containsExactly(upload.file());
        assertThat(evidence.ofDocument(document)).containsExactly(upload.file());
        assertThat(evidence.total(house.portfolio)).isEqualTo(upload.file().size());
        assertThat(read(upload.file())).hasSize((int) upload.file().size());
        assertThat(house.deeds("evidence", upload.file().id()))
                .containsExactly("evidence.added", "evidence.attached", "evidence.opened");
    }

    @Test
    void s60_keepsWhatIsLeftAndBothDigests() throws IOException {
        byte[] sent = Pictures.jpegWithPlace();
        Upload upload = add("At the river", sent);
        assertThat(upload.findings()).extracting(Finding::code).contains("removed-place");
        assertThat(upload.file().sent()).isEqualTo(Digest.of(sent));
        assertThat(upload.file().digest()).isNotEqualTo(upload.file().sent());
        assertThat(Digest.of(read(upload.file()))).isEqualTo(upload.file().digest());
        assertThat(evidence.get(upload.file().id()).takenOut()).isNotEmpty();
        assertThat(house.database.blobs().has(Digest.of(sent))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                # the content     | code             | the sentence
                ''                | upload-empty     | The selected file is empty
                MZ program        | upload-disguised | The selected file must be a PDF, DOCX, JPG or PNG
                <svg></svg>       | upload-disguised | The selected file must be a PDF, DOCX, JPG or PNG
                """)
    void s50_s52_refusesWithTheExactSentence(String content, String code, String sentence) {
        Problem refused = refused("letter.pdf", content.getBytes(StandardCharsets.UTF_8), EvidenceNote.of("A letter"));
        assertThat(refused).hasMessage(sentence);
        assertThat(refused.findings().get(0).code()).isEqualTo(code);
        assertThat(Refusal.of(refused)).isPresent();
        assertNothingIsThere();
    }

    @Test
    void s51_readsNoMoreThanTheLimit() {
        long[] read = {0};
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                read[0]++;
                return 0;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                read[0] += length;
                return length;
            }
        };
        assertThatThrownBy(() -> evidence.add(
                        house.portfolio, EvidenceNote.of("Endless"), "endless.pdf", endless, house.asAna, NOW))
                .hasMessage("The selected file must be smaller than 25MB");
        assertThat(read[0]).isLessThan(26_000_000);
        assertNothingIsThere();
    }

    @Test
    void s63_aFileThatStopsHalfWayLeavesNothing() {
        byte[] picture = Pictures.png(1);
        InputStream half = new Interrupted(picture, picture.length / 2, () -> {
            throw new IOException("The connection was cut");
        });
        assertThatThrownBy(() ->
                        evidence.add(house.portfolio, EvidenceNote.of("Half"), "half.png", half, house.asAna, NOW))
                .hasMessage("The selected file could not be uploaded – try again");
        assertNothingIsThere();
        if (!place.isOnServer()) {
            assertThat(place.folder().resolve("files/incoming")).isEmptyDirectory();
        }
    }

    @Test
    void tellsEverythingThatIsWrongAtOnce() {
        Problem both = refused("empty.pdf", new byte[0], EvidenceNote.of(" "));
        assertThat(both.findings())
                .filteredOn(Finding::isError)
                .extracting(Finding::message)
                .containsExactly("The selected file is empty", "Enter a description of the file");
        Problem tooLong = refused("a.png", Pictures.png(1), EvidenceNote.of("\uD83D\uDE42".repeat(201)));
        assertThat(tooLong.findings().get(0).message()).isEqualTo("The description must be 200 characters or fewer");
        assertThat(add("\uD83D\uDE42".repeat(200), Pictures.png(1)).wasThere()).isFalse();
    }

    @Test
    void s63_theSameFileTwiceIsOneFile() {
        byte[] sent = Pictures.jpegWithPlace();
        Upload first = add("At the river", sent);
        Upload second = add("Once more", sent);
        assertThat(second.wasThere()).isTrue();
        assertThat(second.file()).isEqualTo(first.file());
        assertThat(second.findings())
                .extracting(Finding::message)
                .containsExactly(
                        "This file is already in the portfolio, as “At the river”. It was not added once more.");
        assertThat(evidence.ofPortfolio(house.portfolio)).hasSize(1);
        evidence.attach(second.file().id(), document, house.asAna, NOW);
        assertThat(evidence.ofDocument(document)).hasSize(1);
    }

    @Test
    void s63_whatWasHandedOutAndComesBackIsTheSameFile() throws IOException {
        Upload first = add("At the river", Pictures.jpegWithPlace());
        assertThat(add("Cleaned", read(first.file())).wasThere()).isTrue();
    }

    @Test
    void s63_twoAtOnceAreOneFile() throws Exception {
        byte[] picture = Pictures.png(7);
        ExecutorService hands = Executors.newFixedThreadPool(4);
        List<Upload> uploads = new ArrayList<>();
        try {
            List<Callable<Upload>> tasks = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                tasks.add(() -> add("A letter", picture));
            }
            for (Future<Upload> task : hands.invokeAll(tasks)) {
                uploads.add(task.get());
            }
        } finally {
            hands.shutdownNow();
        }
        assertThat(uploads).filteredOn(upload -> !upload.wasThere()).hasSize(1);
        assertThat(uploads)
                .extracting(upload -> upload.file().id())
                .containsOnly(uploads.get(0).file().id());
        assertThat(evidence.ofPortfolio(house.portfolio)).hasSize(1);
    }

    @Test
    void anotherPortfolioMayHaveTheSameFile() {
        String other = house.enrol("NV-2026-002", house.person("Bo Example", "bo@example.org"));
        add("A letter", Pictures.png(1));
        Upload theirs =
                evidence.add(other, EvidenceNote.of("Ours"), "a.png", stream(Pictures.png(1)), house.asRuth, NOW);
        assertThat(theirs.wasThere()).isFalse();
        assertThat(evidence.ofPortfolio(other)).hasSize(1);
    }

    @Test
    void isAttachedAndDetached() {
        EvidenceFile file = add("A letter", Pictures.png(1)).file();
        String second = house.document();
        evidence.attach(file.id(), document, house.asAna, NOW);
        evidence.attach(file.id(), document, house.asAna, NOW);
        evidence.attach(file.id(), second, house.asAna, LATER);
        assertThat(evidence.get(file.id()).supports()).containsExactly(document, second);
        evidence.detach(file.id(), document, house.asAna, NOW);
        evidence.detach(file.id(), document, house.asAna, NOW);
        assertThat(evidence.ofDocument(document)).isEmpty();
        assertThat(evidence.ofDocument(second)).hasSize(1);
        assertThat(house.deeds("evidence", file.id()))
                .containsExactly("evidence.added", "evidence.attached", "evidence.attached", "evidence.detached");
    }

    @Test
    void s31_aDocumentOfAnotherPortfolioIsNotThere() {
        String other = house.document(house.enrol("NV-2026-002", house.person("Bo Example", "bo@example.org")));
        EvidenceFile file = add("A letter", Pictures.png(1)).file();
        assertThatThrownBy(() -> evidence.attach(file.id(), other, house.asAna, NOW))
                .hasMessage("There is no such document in this portfolio.");
        assertThatThrownBy(() ->
                        add(new EvidenceNote("Another", Set.of(document, other), false), "b.png", Pictures.png(2)))
                .hasMessage("There is no such document in this portfolio.");
        assertThat(evidence.ofPortfolio(house.portfolio)).hasSize(1);
    }

    @Test
    void isDescribedAnew() {
        EvidenceFile file = add("A letter", Pictures.png(1)).file();
        EvidenceNote better = new EvidenceNote("A letter from the school", Set.of(), true);
        evidence.describe(file.id(), better, house.asAna, NOW);
        evidence.describe(file.id(), better, house.asAna, NOW);
        assertThat(evidence.get(file.id())).satisfies(after -> {
            assertThat(after.description()).isEqualTo("A letter from the school");
            assertThat(after.confidential()).isTrue();
        });
        assertThat(house.deeds("evidence", file.id())).containsExactly("evidence.added", "evidence.described");
        assertThatThrownBy(() -> evidence.describe(file.id(), EvidenceNote.of(""), house.asAna, NOW))
                .hasMessage("Enter a description of the file.");
    }

    @Test
    void whatIsRemovedIsGoneFromViewAndStaysInTheRecord() {
        EvidenceNote note = new EvidenceNote("A letter", Set.of(document), false);
        EvidenceFile file = add(note, "a.png", Pictures.png(1)).file();
        evidence.remove(file.id(), house.asAna, LATER);
        assertThat(evidence.ofPortfolio(house.portfolio)).isEmpty();
        assertThat(evidence.ofDocument(document)).isEmpty();
        assertThat(evidence.total(house.portfolio)).isZero();
        for (Callable<?> use : List.<Callable<?>>of(
                () -> evidence.get(file.id()),
                () -> evidence.open(file.id(), house.asAna, NOW),
                () -> removed(file.id()))) {
            assertThatThrownBy(use::call).isInstanceOf(Problem.class).hasMessage("There is no such file.");
        }
        assertThat(evidence.everOf(house.portfolio))
                .extracting(EvidenceFile::removed)
                .containsExactly(new EvidenceFile.Removed(house.ana.id(), LATER));
        sweepEverything();
        assertThat(house.database.blobs().has(file.digest())).isTrue();
        assertThat(add(note, "a.png", Pictures.png(1)).wasThere()).isFalse();
    }

    @Test
    void allFilesTogetherHaveALimit() {
        long size = add("One", Pictures.png(1)).file().size();
        Evidence narrow = new Evidence(house.database, size + 10);
        Problem full = catchThrowableOfType(
                Problem.class,
                () -> narrow.add(
                        house.portfolio, EvidenceNote.of("Two"), "b.png", stream(Pictures.png(2)), house.asAna, NOW));
        assertThat(full.kind()).isEqualTo(Problem.Kind.TOO_LARGE);
        assertThat(full)
                .hasMessage("The files of a portfolio must be smaller than 0MB together. There is room for 0MB, and the"
                        + " selected file has 1MB. Remove a file that is no longer needed, or select a smaller one");
        assertThat(narrow.add(
                                house.portfolio,
                                EvidenceNote.of("Again"),
                                "a.png",
                                stream(Pictures.png(1)),
                                house.asAna,
                                NOW)
                        .wasThere())
                .isTrue();
        evidence.remove(evidence.ofPortfolio(house.portfolio).get(0).id(), house.asAna, NOW);
        assertThat(narrow.add(
                                house.portfolio,
                                EvidenceNote.of("Now"),
                                "b.png",
                                stream(Pictures.png(2)),
                                house.asAna,
                                NOW)
                        .wasThere())
                .isFalse();
    }

    @Test
    void aClosedPortfolioTakesNone() {
        EvidenceFile file = add("Before", Pictures.png(1)).file();
        house.close();
        for (Callable<?> change : List.<Callable<?>>of(
                () -> add("After", Pictures.png(2)), () -> removed(file.id()), () -> attached(file.id()))) {
            assertThatThrownBy(change::call)
                    .isInstanceOf(Problem.class)
                    .hasMessage("This portfolio is closed, so nothing in it can be changed any more.");
        }
        assertThat(evidence.ofPortfolio(house.portfolio)).containsExactly(file);
    }

    @Test
    void aPortfolioThatIsClosedWhileAFileArrivesTakesNone() {
        byte[] picture = Pictures.png(1);
        InputStream closing = new Interrupted(picture, picture.length, house::close);
        assertThatThrownBy(() ->
                        evidence.add(house.portfolio, EvidenceNote.of("Late"), "late.png", closing, house.asAna, NOW))
                .hasMessage("This portfolio is closed, so nothing in it can be changed any more.");
        assertNothingIsThere();
        assertThat(sweepEverything()).isEqualTo(1);
    }

    @Test
    void r02_aFileWhoseRowNeverCameIsSweptAway() {
        Blobs blobs = house.database.blobs();
        Digest orphan = blobs.take(stream(Pictures.png(1)), 1_000_000).digest();
        EvidenceFile kept = add("A letter", Pictures.png(2)).file();
        assertThat(sweepEverything()).isEqualTo(1);
        assertThat(blobs.has(orphan)).isFalse();
        assertThat(evidence.missing()).isEmpty();
        assertThat(blobs.has(kept.digest())).isTrue();
    }

    @Test
    void aFileThatVanishedIsSaidToBeMissingAndComesBackWithTheSameUpload() throws Exception {
        EvidenceFile file = add("A letter", Pictures.png(1)).file();
        vanish(file);
        assertThat(evidence.ofPortfolio(house.portfolio)).containsExactly(file);
        assertThat(evidence.missing()).containsExactly(file);
        Problem missing = catchThrowableOfType(Problem.class, () -> evidence.open(file.id(), house.asAna, NOW));
        assertThat(missing.kind()).isEqualTo(Problem.Kind.UNAVAILABLE);
        assertThat(missing)
                .hasMessage("The content of “a.png” is missing. Upload the file again, or ask the people who look after"
                        + " Quire to restore it from a backup.");
        assertThat(house.deeds("evidence", file.id())).containsExactly("evidence.added");
        assertThat(add("A letter", Pictures.png(1)).wasThere()).isTrue();
        assertThat(evidence.missing()).isEmpty();
        assertThat(read(file)).isNotEmpty();
    }

    @Test
    void theTrailNamesNoFileThatTheSweepWouldThenKeep() throws Exception {
        EvidenceFile file = add("A letter", Pictures.png(1)).file();
        place.tamper("delete from evidence");
        assertThat(sweepEverything()).isEqualTo(1);
        assertThat(house.database.blobs().has(file.digest())).isFalse();
    }

    @Test
    void s62_saysWhatHeadersBelongToIt() throws IOException {
        EvidenceFile file = add(EvidenceNote.of("Ünï"), "Zoë’s \"letter\".png", Pictures.png(1))
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
        EvidenceFile file = add(EvidenceNote.of("Notes"), "notes.docx", word).file();
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
        EvidenceFile file = add(EvidenceNote.of(name), name, Pictures.png(1)).file();
        assertThat(file.name()).endsWith(".png").doesNotContain("/", "\\", "\n", "\u202E");
        try (OpenedEvidence opened = evidence.open(file.id(), house.asAna, NOW)) {
            assertThat(opened.headers(true).get("Content-Disposition")).matches("\\p{Print}+");
        }
    }

    /** A file that comes byte by byte; before one of them, something happens. */
    private static final class Interrupted extends InputStream {

        interface Event {
            void happen() throws IOException;
        }

        private final byte[] content;
        private final int place;
        private final Event event;
        private int at;

        Interrupted(byte[] content, int place, Event event) {
            this.content = content;
            this.place = place;
            this.event = event;
        }

        @Override
        public int read() throws IOException {
            if (at == place) {
                event.happen();
            }
            return at == content.length ? -1 : content[at++] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int next = read();
            if (next >= 0) {
                bytes[offset] = (byte) next;
            }
            return next < 0 ? -1 : 1;
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

    /** The files' times are those of the real clock. */
    private int sweepEverything() {
        return house.database.sweep(Instant.now().plus(Duration.ofHours(2)));
    }

    private void assertNothingIsThere() {
        assertThat(evidence.everOf(house.portfolio)).isEmpty();
        assertThat(house.trail.ofPortfolio(house.portfolio, Long.MAX_VALUE, 100))
                .noneMatch(recorded -> recorded.entry().kind().equals("evidence"));
    }

    private boolean removed(String id) {
        evidence.remove(id, house.asAna, NOW);
        return true;
    }

    private boolean attached(String id) {
        evidence.attach(id, document, house.asAna, NOW);
        return true;
    }

    private Problem refused(String name, byte[] content, EvidenceNote note) {
        return catchThrowableOfType(Problem.class, () -> add(note, name, content));
    }

    private Upload add(String description, byte[] content) {
        return add(EvidenceNote.of(description), "a.png", content);
    }

    private Upload add(EvidenceNote note, String name, byte[] content) {
        return evidence.add(house.portfolio, note, name, stream(content), house.asAna, NOW);
    }

    private byte[] read(EvidenceFile file) throws IOException {
        try (OpenedEvidence opened = evidence.open(file.id(), house.asAna, NOW)) {
            return opened.content().readAllBytes();
        }
    }

    private static InputStream stream(byte[] content) {
        return new ByteArrayInputStream(content);
    }
}
