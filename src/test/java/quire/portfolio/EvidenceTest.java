package quire.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static quire.portfolio.BesideHouse.NOW;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quire.convert.FileKind;
import quire.convert.Refusal;
import quire.core.Digest;
import quire.core.Finding;
import quire.core.Problem;
import quire.scan.Scanner;
import quire.testkit.OnBothDatabases;
import quire.testkit.TestDatabase;

@OnBothDatabases
class EvidenceTest {

    private static final Instant LATER = NOW.plusSeconds(60);

    private TestDatabase place;
    private BesideHouse house;
    private Evidence evidence;
    private HandedIn files;
    private String document;

    @BeforeEach
    void open(TestDatabase place) {
        this.place = place;
        house = new BesideHouse(place.open());
        evidence = new Evidence(house.database);
        files = new HandedIn(house, evidence);
        document = house.document();
    }

    @Test
    void keepsAFileWithWhatWasSaidAboutIt() throws IOException {
        byte[] picture = Pictures.png(3);
        EvidenceNote note = new EvidenceNote(" A letter\r\nof thanks ", Set.of(document), true);
        Upload upload = files.add(note, "../thanks.PNG", picture);
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
        assertThat(files.read(upload.file())).hasSize((int) upload.file().size());
        assertThat(house.deeds("evidence", upload.file().id()))
                .containsExactly("evidence.added", "evidence.attached", "evidence.opened");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                # the content     | code             | the sentence
                ''                | upload-empty     | The selected file is empty
                MZ program        | upload-disguised | The selected file must be a PDF, DOCX, JPG or PNG
                <svg></svg>       | upload-disguised | The selected file must be a PDF, DOCX, JPG or PNG
                """)
    void s50_s52_refusesWithTheExactSentence(String content, String code, String sentence) {
        Problem refused =
                files.refused("letter.pdf", content.getBytes(StandardCharsets.UTF_8), EvidenceNote.of("A letter"));
        assertThat(refused).hasMessage(sentence);
        assertThat(refused.findings().get(0).code()).isEqualTo(code);
        assertThat(Refusal.of(refused)).isPresent();
        files.assertNothingIsThere();
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
        files.assertNothingIsThere();
    }

    @Test
    void s63_aFileThatStopsHalfWayLeavesNothing() {
        byte[] picture = Pictures.png(1);
        InputStream half = new HandedIn.Interrupted(picture, picture.length / 2, () -> {
            throw new IOException("The connection was cut");
        });
        assertThatThrownBy(() ->
                        evidence.add(house.portfolio, EvidenceNote.of("Half"), "half.png", half, house.asAna, NOW))
                .hasMessage("The selected file could not be uploaded – try again");
        files.assertNothingIsThere();
        if (!place.isOnServer()) {
            assertThat(place.folder().resolve("files/incoming")).isEmptyDirectory();
        }
    }

    @Test
    void tellsEverythingThatIsWrongAtOnce() {
        Problem both = files.refused("empty.pdf", new byte[0], EvidenceNote.of(" "));
        assertThat(both.findings())
                .filteredOn(Finding::isError)
                .extracting(Finding::message)
                .containsExactly("The selected file is empty", "Enter a description of the file");
        Problem tooLong = files.refused("a.png", Pictures.png(1), EvidenceNote.of("\uD83D\uDE42".repeat(201)));
        assertThat(tooLong.findings().get(0).message()).isEqualTo("The description must be 200 characters or fewer");
        assertThat(files.add("\uD83D\uDE42".repeat(200), Pictures.png(1)).wasThere())
                .isFalse();
    }

    @Test
    void s63_theSameFileTwiceIsOneFile() {
        byte[] sent = Pictures.jpegWithPlace();
        Upload first = files.add("At the river", sent);
        Upload second = files.add("Once more", sent);
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
    void s63_twoAtOnceAreOneFile() throws Exception {
        byte[] picture = Pictures.png(7);
        ExecutorService hands = Executors.newFixedThreadPool(4);
        List<Upload> uploads = new ArrayList<>();
        try {
            List<Callable<Upload>> tasks = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                tasks.add(() -> files.add("A letter", picture));
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
        files.add("A letter", Pictures.png(1));
        Upload theirs = evidence.add(
                other, EvidenceNote.of("Ours"), "a.png", HandedIn.stream(Pictures.png(1)), house.asRuth, NOW);
        assertThat(theirs.wasThere()).isFalse();
        assertThat(evidence.ofPortfolio(other)).hasSize(1);
    }

    @Test
    void isAttachedAndDetached() {
        EvidenceFile file = files.add("A letter", Pictures.png(1)).file();
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
        EvidenceFile file = files.add("A letter", Pictures.png(1)).file();
        assertThatThrownBy(() -> evidence.attach(file.id(), other, house.asAna, NOW))
                .hasMessage("There is no such document in this portfolio.");
        assertThatThrownBy(() -> files.add(
                        new EvidenceNote("Another", Set.of(document, other), false), "b.png", Pictures.png(2)))
                .hasMessage("There is no such document in this portfolio.");
        assertThat(evidence.ofPortfolio(house.portfolio)).hasSize(1);
    }

    @Test
    void isDescribedAnew() {
        EvidenceFile file = files.add("A letter", Pictures.png(1)).file();
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
        EvidenceFile file = files.add(note, "a.png", Pictures.png(1)).file();
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
        files.sweepEverything();
        assertThat(house.database.blobs().has(file.digest())).isTrue();
        assertThat(files.add(note, "a.png", Pictures.png(1)).wasThere()).isFalse();
    }

    @Test
    void allFilesTogetherHaveALimit() {
        long size = files.add("One", Pictures.png(1)).file().size();
        Evidence narrow = new Evidence(house.database, Scanner.NONE, size + 10);
        Problem full = catchThrowableOfType(
                Problem.class,
                () -> narrow.add(
                        house.portfolio,
                        EvidenceNote.of("Two"),
                        "b.png",
                        HandedIn.stream(Pictures.png(2)),
                        house.asAna,
                        NOW));
        assertThat(full.kind()).isEqualTo(Problem.Kind.TOO_LARGE);
        assertThat(full)
                .hasMessage("The files of a portfolio must be smaller than 0MB together. There is room for 0MB, and the"
                        + " selected file has 1MB. Remove a file that is no longer needed, or select a smaller one");
        assertThat(narrow.add(
                                house.portfolio,
                                EvidenceNote.of("Again"),
                                "a.png",
                                HandedIn.stream(Pictures.png(1)),
                                house.asAna,
                                NOW)
                        .wasThere())
                .isTrue();
        evidence.remove(evidence.ofPortfolio(house.portfolio).get(0).id(), house.asAna, NOW);
        assertThat(narrow.add(
                                house.portfolio,
                                EvidenceNote.of("Now"),
                                "b.png",
                                HandedIn.stream(Pictures.png(2)),
                                house.asAna,
                                NOW)
                        .wasThere())
                .isFalse();
    }

    @Test
    void aClosedPortfolioTakesNone() {
        EvidenceFile file = files.add("Before", Pictures.png(1)).file();
        house.close();
        for (Callable<?> change : List.<Callable<?>>of(
                () -> files.add("After", Pictures.png(2)), () -> removed(file.id()), () -> attached(file.id()))) {
            assertThatThrownBy(change::call)
                    .isInstanceOf(Problem.class)
                    .hasMessage("This portfolio is closed, so nothing in it can be changed any more.");
        }
        assertThat(evidence.ofPortfolio(house.portfolio)).containsExactly(file);
    }

    @Test
    void aPortfolioThatIsClosedWhileAFileArrivesTakesNone() {
        byte[] picture = Pictures.png(1);
        InputStream closing = new HandedIn.Interrupted(picture, picture.length, house::close);
        assertThatThrownBy(() ->
                        evidence.add(house.portfolio, EvidenceNote.of("Late"), "late.png", closing, house.asAna, NOW))
                .hasMessage("This portfolio is closed, so nothing in it can be changed any more.");
        files.assertNothingIsThere();
        assertThat(files.sweepEverything()).isEqualTo(1);
    }

    private boolean removed(String id) {
        evidence.remove(id, house.asAna, NOW);
        return true;
    }

    private boolean attached(String id) {
        evidence.attach(id, document, house.asAna, NOW);
        return true;
    }
}
