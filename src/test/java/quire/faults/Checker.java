package quire.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import quire.forms.Forms;
import quire.portfolio.Comments;
import quire.portfolio.Conversation;
import quire.portfolio.Document;
import quire.portfolio.Documents;
import quire.portfolio.Revision;
import quire.portfolio.SignOff;
import quire.portfolio.Signature;
import quire.store.Database;
import quire.testkit.OwnProcess;
import quire.trail.Recorded;
import quire.trail.Trail;

/** Holds a record against what its server has told people: nothing of that is missing, and nothing is half done. */
final class Checker {

    private static final Forms FORMS = Forms.load(OwnProcess.SMALL.resolve("forms"));

    private final Database database;
    private final Documents documents;
    private final Trail trail;
    private final Ledger ledger;

    Checker(Database database, Ledger ledger) {
        this.database = database;
        this.documents = new Documents(database, FORMS);
        this.trail = new Trail(database);
        this.ledger = ledger;
    }

    /** @param papers those that may have changed */
    void check(Collection<String> papers) {
        assertThat(database.check()).as("damage").isEmpty();
        assertThat(trail.verify().isWhole()).as("the trail is whole").isTrue();
        Set<String> there = new HashSet<>();
        documents.list().forEach(summary -> there.add(summary.id()));
        assertThat(there).as("papers that were said to be begun").containsAll(ledger.allBegun());
        // Those that were begun, and nobody was told of it, too.
        Set<String> all = new HashSet<>(papers);
        there.stream().filter(paper -> !ledger.allBegun().contains(paper)).forEach(all::add);
        all.forEach(this::whole);
    }

    private void whole(String id) {
        Document document = documents.get(id);
        List<Revision> history = documents.history(id);
        assertThat(history)
                .as("revisions of " + id)
                .extracting(Revision::number)
                .isEqualTo(upTo(document.revision()))
                .isNotEmpty();
        assertThat(documents.answersAt(id, document.revision())).isEqualTo(document.answers());
        toldInTheTrail(id, history);
        saved(id, history);
        said(id);
        signed(document);
    }

    /** Whoever was told that they have signed, has; nobody has twice; and each signature is for what it says. */
    private void signed(Document document) {
        List<Signature> all = documents.signing().of(document.id());
        assertThat(all.stream().filter(Signature::stands))
                .as("signatures that stand in " + document.id())
                .extracting(Signature::place)
                .doesNotHaveDuplicates();
        assertThat(all)
                .extracting(one -> new Ledger.Signed(
                        document.id(), one.place(), one.digest().hex()))
                .containsAll(ledger.allSigned().stream()
                        .filter(one -> one.document().equals(document.id()))
                        .toList());
        for (Signature one : all) {
            assertThat(documents.signing().snapshot(one.id()).digest()).isEqualTo(one.digest());
            List<Recorded> entries = trail.of("signature", one.id(), Trail.NEWEST, 10);
            assertThat(count(entries, "signature.given")).isEqualTo(1);
            assertThat(count(entries, "signature.superseded")).isEqualTo(one.stands() ? 0 : 1);
        }
        LocalDate today = LocalDate.ofInstant(SmallHouse.now(), ZoneOffset.UTC);
        assertThat(document.isClosed())
                .isEqualTo(SignOff.of(document, all, today).isDone());
    }

    /** Every revision has its entry and no entry is without its revision. */
    private void toldInTheTrail(String id, List<Revision> history) {
        List<Recorded> entries = trail.of("document", id, Trail.NEWEST, 100_000);
        Map<Integer, String> told = new TreeMap<>();
        for (Recorded entry : entries) {
            Object revision = entry.entry().details().get("revision");
            if (revision instanceof Number number && entry.entry().details().containsKey("fields")) {
                Object before = told.put(
                        number.intValue(),
                        String.valueOf(entry.entry().details().get("digest")));
                assertThat(before)
                        .as("revision " + number + " of " + id + " told twice")
                        .isNull();
            }
        }
        Map<Integer, String> kept = new TreeMap<>();
        history.forEach(
                revision -> kept.put(revision.number(), revision.answersDigest().hex()));
        assertThat(told).as("what the trail tells of " + id).isEqualTo(kept);
        assertThat(count(entries, "document.started")).isEqualTo(1);
        assertThat(count(entries, "document.set_aside"))
                .isEqualTo(documents.setAside(id).size());
    }

    private void saved(String id, List<Revision> history) {
        Map<Object, List<Integer>> found = new HashMap<>();
        history.forEach(revision -> revision.changes()
                .values()
                .forEach(text ->
                        found.computeIfAbsent(text, any -> new ArrayList<>()).add(revision.number())));
        for (Ledger.Saved saved : ledger.allSaved()) {
            if (saved.words().document().equals(id)) {
                assertThat(found.get(saved.words().text()))
                        .as("“" + saved.words().text() + "”, saved as revision " + saved.revision())
                        .containsExactly(saved.revision());
                assertThat(history.get(saved.revision() - 1).section())
                        .isEqualTo(saved.words().section());
            }
        }
        Set<Object> aside = documents.setAside(id).stream()
                .flatMap(one -> one.answers().values().stream())
                .collect(Collectors.toSet());
        assertThat(aside).as("set aside in " + id).containsAll(texts(ledger.allSetAside(), id));
        for (String text : texts(ledger.allUnknown(), id)) {
            int times = found.getOrDefault(text, List.of()).size() + (aside.contains(text) ? 1 : 0);
            assertThat(times).as("“" + text + "” is there").isLessThanOrEqualTo(1);
        }
    }

    private void said(String id) {
        List<Conversation> conversations = new Comments(database, documents).ofDocument(id);
        List<String> there =
                conversations.stream().map(one -> one.first().text()).toList();
        assertThat(there).as("said beside " + id).doesNotHaveDuplicates().containsAll(words(ledger.allSaid(), id));
        List<String> perhaps = words(ledger.allPerhapsSaid(), id);
        perhaps.addAll(words(ledger.allSaid(), id));
        assertThat(perhaps).containsAll(there);
        for (Conversation one : conversations) {
            List<Recorded> entries = trail.of("comment", one.first().id(), Trail.NEWEST, 10);
            assertThat(count(entries, "comment.added")).isEqualTo(1);
        }
    }

    private static List<String> texts(List<Ledger.Words> all, String document) {
        return all.stream()
                .filter(words -> words.document().equals(document))
                .map(Ledger.Words::text)
                .toList();
    }

    private static List<String> words(List<Ledger.Said> all, String document) {
        return all.stream()
                .filter(said -> said.document().equals(document))
                .map(Ledger.Said::text)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static long count(List<Recorded> entries, String action) {
        return entries.stream()
                .filter(entry -> entry.entry().action().equals(action))
                .count();
    }

    private static List<Integer> upTo(int last) {
        List<Integer> numbers = new ArrayList<>();
        for (int number = 1; number <= last; number++) {
            numbers.add(number);
        }
        return numbers;
    }
}
