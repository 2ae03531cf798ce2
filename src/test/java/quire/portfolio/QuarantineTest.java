package quire.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static quire.portfolio.BesideHouse.NOW;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import quire.convert.Refusal;
import quire.core.Digest;
import quire.core.Problem;
import quire.scan.Scan;
import quire.testkit.OnBothDatabases;
import quire.testkit.TestDatabase;
import quire.trail.Recorded;

/** What becomes of files while the virus scanner is away, and when it is back. A real scanner is asked in VirusesIT. */
@OnBothDatabases
class QuarantineTest {

    private static final Instant LATER = NOW.plusSeconds(600);

    private final MoodyScanner scanner = new MoodyScanner();
    private BesideHouse house;
    private Evidence evidence;
    private Quarantine quarantine;
    private HandedIn files;

    @BeforeEach
    void open(TestDatabase place) {
        house = new BesideHouse(place.open());
        evidence = new Evidence(house.database, scanner);
        quarantine = evidence.quarantine();
        files = new HandedIn(house, evidence);
    }

    @Test
    void s61_aVirusIsRefusedWithTheExactSentence() {
        scanner.says = content -> MoodyScanner.FOUND;
        Problem refused = catchThrowableOfType(Problem.class, () -> receive("A letter", Pictures.png(1)));
        assertThat(refused).hasMessage("The selected file contains a virus");
        assertThat(Refusal.of(refused)).contains(Refusal.VIRUS);
        assertThat(Refusal.VIRUS.isSuspicious()).isTrue();
        assertThatThrownBy(() -> files.add("A letter", Pictures.png(1))).hasMessage(refused.getMessage());
        assertThat(quarantine.ofPortfolio(house.portfolio)).isEmpty();
        files.assertNothingIsThere();
    }

    @Test
    void s61_whileTheScannerIsAwayAFileIsHeldAndNotAccepted() {
        byte[] sent = Pictures.png(1);
        String document = house.document();
        EvidenceNote note = new EvidenceNote("A letter", Set.of(document), true);
        assertThat(quarantine.receive(house.portfolio, note, "a.png", HandedIn.stream(sent), house.asAna, NOW))
                .isEmpty();
        assertThat(quarantine.ofPortfolio(house.portfolio)).singleElement().satisfies(file -> {
            assertThat(file.waits()).isTrue();
            assertThat(file.note()).isEqualTo(note);
            assertThat(file.name()).isEqualTo("a.png");
            assertThat(file.size()).isEqualTo(sent.length);
            assertThat(file.by()).isEqualTo(house.ana.id());
            assertThat(file.at()).isEqualTo(NOW);
        });
        assertThat(evidence.everOf(house.portfolio)).isEmpty();
        assertThat(evidence.ofDocument(document)).isEmpty();
        assertThatThrownBy(() -> evidence.open(only().id(), house.asAna, NOW)).isInstanceOf(Problem.class);
        assertThat(quarantine.waiting()).isEqualTo(1);
    }

    @Test
    void whatNeverMayBeEvidenceDoesNotWait() {
        Problem refused = catchThrowableOfType(
                Problem.class, () -> receive("A program", "MZ program".getBytes(StandardCharsets.UTF_8)));
        assertThat(refused).hasMessage("The selected file must be a PDF, DOCX, JPG or PNG");
        assertThatThrownBy(() -> receive("", Pictures.png(1))).hasMessage("Enter a description of the file.");
        assertThat(quarantine.ofPortfolio(house.portfolio)).isEmpty();
    }

    @Test
    void becomesEvidenceOnceTheScannerHasLooked() throws IOException {
        byte[] sent = Pictures.jpegWithPlace();
        receive("At the river", sent);
        quarantine.release(LATER);
        assertThat(only().waits()).isTrue();
        Digest waiting = Objects.requireNonNull(only().content());
        assertThat(files.sweepEverything()).isZero();

        scanner.says = content -> new Scan.Clean();
        quarantine.release(LATER);
        assertThat(quarantine.ofPortfolio(house.portfolio)).isEmpty();
        EvidenceFile file = evidence.ofPortfolio(house.portfolio).get(0);
        assertThat(file.sent()).isEqualTo(Digest.of(sent));
        assertThat(file.takenOut()).isNotEmpty();
        assertThat(file.by()).isEqualTo(house.ana.id());
        assertThat(file.added()).isEqualTo(LATER);
        assertThat(files.read(file)).isNotEmpty();
        assertThat(deeds()).containsExactly("evidence.held", "evidence.added", "evidence.opened");
        files.sweepEverything();
        assertThat(house.database.blobs().has(Digest.of(sent))).isFalse();
        assertThat(house.database.blobs().has(waiting)).isFalse();

        quarantine.release(LATER);
        assertThat(evidence.ofPortfolio(house.portfolio)).containsExactly(file);
    }

    @Test
    void aVirusThatWaitedIsRefusedAndItsContentGoes() {
        byte[] sent = Pictures.png(1);
        receive("A letter", sent);
        Digest waiting = Objects.requireNonNull(only().content());
        assertThat(house.database.blobs().has(waiting)).isTrue();
        scanner.says = content -> MoodyScanner.FOUND;
        quarantine.release(LATER);
        assertThat(only().refusal()).isEqualTo("The selected file contains a virus");
        assertThat(quarantine.waiting()).isZero();
        assertThat(deeds()).containsExactly("evidence.held", "evidence.refused");
        files.sweepEverything();
        assertThat(house.database.blobs().has(waiting)).isFalse();
        assertThat(evidence.everOf(house.portfolio)).isEmpty();

        quarantine.remove(only().id(), house.asAna, LATER);
        assertThat(quarantine.ofPortfolio(house.portfolio)).isEmpty();
        scanner.says = content -> MoodyScanner.AWAY;
        receive("Another try waits again", sent);
    }

    @Test
    void oneThatTheScannerCannotLookAtHoldsUpNoOther() {
        byte[] odd = Pictures.png(1);
        receive("Odd", odd);
        receive("Honest", Pictures.png(2));
        scanner.says = content -> Digest.of(content).equals(Digest.of(odd)) ? MoodyScanner.AWAY : new Scan.Clean();
        quarantine.release(LATER);
        assertThat(only().note().description()).isEqualTo("Odd");
        assertThat(evidence.ofPortfolio(house.portfolio))
                .extracting(EvidenceFile::description)
                .containsExactly("Honest");
    }

    @Test
    void s63_theSameTwiceWaitsOnce() {
        receive("Once", Pictures.png(1));
        receive("Twice", Pictures.png(1));
        assertThat(only().note().description()).isEqualTo("Once");
    }

    @Test
    void whatWasTakenBackIsNotAdded() {
        receive("A letter", Pictures.png(1));
        String id = only().id();
        scanner.says = content -> {
            quarantine.remove(id, house.asAna, LATER);
            return new Scan.Clean();
        };
        quarantine.release(LATER);
        assertThat(evidence.ofPortfolio(house.portfolio)).isEmpty();
        assertThat(deeds()).contains("evidence.taken_back");
        assertThatThrownBy(() -> quarantine.get(id)).hasMessage("There is no such file.");
    }

    /** As when the program was ended after the file was added, and before that was noted. */
    @Test
    void endedHalfWayItIsAddedOnce() {
        byte[] sent = Pictures.png(1);
        receive("A letter", sent);
        scanner.says = content -> new Scan.Clean();
        Upload upload = files.add("A letter", sent);
        quarantine.release(LATER);
        assertThat(quarantine.ofPortfolio(house.portfolio)).isEmpty();
        assertThat(evidence.ofPortfolio(house.portfolio)).containsExactly(upload.file());
    }

    @Test
    void saysWhyAFileThatWaitedHasNoPlaceAnyMore() {
        receive("A letter", Pictures.png(1));
        house.close();
        scanner.says = content -> new Scan.Clean();
        quarantine.release(LATER);
        assertThat(only().refusal()).contains("closed");
    }

    @Test
    void whatWaitsTakesRoomToo() {
        byte[] sent = Pictures.png(1);
        Evidence narrow = new Evidence(house.database, scanner, sent.length + 10);
        assertThat(receive(narrow, Pictures.png(1))).isEmpty();
        assertThatThrownBy(() -> receive(narrow, Pictures.png(2)))
                .hasMessageContaining("The files of a portfolio must be smaller than");
        assertThat(quarantine.waiting()).isEqualTo(1);
    }

    @Test
    void anAnswerCannotWait() {
        Attachments attachments = new Attachments(house.database.blobs(), scanner);
        byte[] picture = Pictures.png(1);
        assertThatThrownBy(() -> attachments.keep("a.png", picture))
                .hasMessage(
                        "The selected file cannot be checked for viruses at the moment – try again in a few minutes");
        scanner.says = content -> MoodyScanner.FOUND;
        assertThatThrownBy(() -> attachments.keep("a.png", picture)).hasMessage("The selected file contains a virus");
        assertThatThrownBy(() -> attachments.scan(picture)).hasMessage("The selected file contains a virus");
        assertThat(house.database.blobs().has(Digest.of(picture))).isFalse();
        scanner.says = content -> new Scan.Clean();
        assertThat(attachments.keep("a.png", picture).digest()).isEqualTo(Digest.of(picture));
    }

    private void receive(String description, byte[] content) {
        assertThat(quarantine.receive(
                        house.portfolio,
                        EvidenceNote.of(description),
                        "a.png",
                        HandedIn.stream(content),
                        house.asAna,
                        NOW))
                .isEmpty();
    }

    private Optional<Upload> receive(Evidence other, byte[] content) {
        return other.quarantine()
                .receive(house.portfolio, EvidenceNote.of("A"), "a.png", HandedIn.stream(content), house.asAna, NOW);
    }

    private QuarantinedFile only() {
        List<QuarantinedFile> all = quarantine.ofPortfolio(house.portfolio);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    /** What was done with files, the first deed first. */
    private List<String> deeds() {
        List<String> deeds = new ArrayList<>();
        for (Recorded recorded : house.trail.ofPortfolio(house.portfolio, Long.MAX_VALUE, 100)) {
            if (recorded.entry().kind().equals("evidence")) {
                deeds.add(0, recorded.entry().action());
            }
        }
        return deeds;
    }
}
