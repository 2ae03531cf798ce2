package quire.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import quire.core.Digest;
import quire.core.MediaType;
import quire.store.Database;
import quire.testkit.Cast;
import quire.testkit.OnBothDatabases;
import quire.testkit.SignedPapers;
import quire.testkit.TestDatabase;
import quire.testkit.WebHouse;
import quire.trail.Head;
import quire.trail.Recorded;
import quire.trail.Sought;
import quire.trail.Trail;

/** Whoever changes what was signed in the database itself is found out, and so is what they changed. */
@OnBothDatabases
class RecordCheckTest {

    /** One thing that somebody changes, and what undoes it. */
    private record Change(String table, String column, String from, String to, String said) {

        String done() {
            return "update " + table + " set " + column + " = replace(" + column + ", '" + from + "', '" + to + "')";
        }

        String undone() {
            return "update " + table + " set " + column + " = replace(" + column + ", '" + to + "', '" + from + "')";
        }
    }

    private TestDatabase place;
    private Database database;
    private WebHouse house;
    private SignedPapers papers;
    private String document = "";

    @BeforeEach
    void sign(TestDatabase place) {
        this.place = place;
        database = place.open();
        house = WebHouse.on(database, WebHouse.CLOCK);
        papers = new SignedPapers(house, Cast.in(house));
        document = papers.log();
        papers.change(document, "the_work", "situation", "She slept until six.");
        papers.signAll(document);
        house.rooms().finalPapers().catchUp(papers.now(), () -> true);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void findsNothingWhereNobodyHasChangedAnything() {
        assertThat(verify()).isEqualTo(new RecordVerdict(signatures().size(), 2, 4, null));
    }

    @Test
    void s74_findsWhatWasChangedInTheDatabase() throws SQLException {
        dropTriggers();
        long given = entry("signature.given").seq();
        String digest = papers.record(document).digest().hex();
        for (Change change : List.of(
                new Change("signature", "name", "Alex Nqsw", "Al Nqsw", "in another name"),
                new Change("signature", "role", "assessor", "manager", "not the one that was given"),
                new Change("signature", "signed_at", "2026-11", "2026-10", "not the one that was given"),
                new Change("signature", "snapshot", "until six", "until ten", "does not hold what was signed"),
                new Change("document", "answers", "until six", "until ten", "are not those that were signed"),
                new Change("revision", "changes", "until six", "until ten", "one of its saves cannot be read"),
                new Change("signed_record", "content", "Alex", "Alec", "is not what it was when all had signed"),
                new Change("signed_record", "digest", digest, "0".repeat(64), "is not what it was when all had signed"),
                new Change("rendition", "kind", "pdf", "pdg", "is missing"))) {
            place.tamper(change.done());
            assertThat(verify().fault())
                    .as(change.done())
                    .satisfies(fault -> assertThat(fault.sentence()).contains(change.said()));
            assertThat(fault().seq()).as(change.done()).isGreaterThanOrEqualTo(given);
            place.tamper(change.undone());
            assertThat(verify().isWhole()).as(change.undone()).isTrue();
        }
    }

    @Test
    void s74_namesTheFirstEntryThatIsWrong() throws SQLException {
        dropTriggers();
        String second = signatures().get(1).id();
        place.tamper("update signature set role = 'manager' where number >= 2");
        assertThat(verify().fault())
                .satisfies(fault -> assertThat(fault.sentence()).contains(second));
    }

    @Test
    void s74_findsThatAFileHasOtherBytes() throws Exception {
        SignedRecord record = papers.record(document);
        Rendition pdf = house.rooms()
                .documents()
                .signedRecords()
                .rendition(record, MediaType.PDF)
                .orElseThrow();
        damage(pdf.digest());
        assertThat(fault().sentence())
                .contains("The pdf file of the signed record 2")
                .contains("is not the one that was made");
    }

    /** Cut off cleanly, with the head set back: the trail by itself looks whole but for its anchors. */
    @Test
    void s74_findsThatTheEndOfTheTrailIsGone() throws SQLException {
        dropTriggers();
        Head anchor = trail().head();
        long last = entry("signature.given").seq() - 1;
        place.tamper("delete from trail where seq > " + last);
        place.tamper(
                "update trail_head set seq = " + last + ", hash = (select hash from trail where seq = " + last + ")");
        assertThat(trail().verify().isWhole()).isTrue();
        assertThat(trail().verify(List.of(anchor)).isWhole()).isFalse();
        assertThat(fault().sentence()).contains("The trail does not tell of the signature");
    }

    @Test
    void s74_findsThatASignatureIsGone() throws SQLException {
        dropTriggers();
        place.tamper("delete from signature where number = 1");
        assertThat(fault().sentence()).contains("is missing");
    }

    private void damage(Digest digest) throws Exception {
        if (place.isOnServer()) {
            place.tamper("update blob_part set content = decode('00', 'hex') where digest = '" + digest.hex() + "'");
        } else {
            Path file = place.folder()
                    .resolve("files")
                    .resolve(digest.hex().substring(0, 2))
                    .resolve(digest.hex());
            Files.write(file, new byte[] {0});
        }
    }

    private RecordVerdict verify() {
        return new Documents(database).recordCheck().verify();
    }

    private RecordVerdict.Fault fault() {
        return Objects.requireNonNull(verify().fault());
    }

    private List<Signature> signatures() {
        return house.rooms().documents().signing().of(document);
    }

    private Trail trail() {
        return new Trail(database);
    }

    /** The first one of an action. */
    private Recorded entry(String action) {
        List<Recorded> all = trail().list(Sought.ALL.action(action), Trail.NEWEST, 100);
        return all.get(all.size() - 1);
    }

    private void dropTriggers() throws SQLException {
        Map<String, String> triggers = new LinkedHashMap<>();
        triggers.put("signature_stays", "signature");
        triggers.put("signed_record_stays", "signed_record");
        triggers.put("rendition_stays", "rendition");
        triggers.put("revision_stays", "revision");
        triggers.put("trail_entry_stays", "trail");
        triggers.put("trail_entry_is_kept", "trail");
        triggers.put("trail_head_is_kept", "trail_head");
        triggers.put("trail_head_goes_forward", "trail_head");
        for (Map.Entry<String, String> trigger : triggers.entrySet()) {
            place.tamper("drop trigger " + trigger.getKey() + (place.isOnServer() ? " on " + trigger.getValue() : ""));
        }
    }
}
