package quire.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static quire.portfolio.BesideHouse.NOW;
import static quire.portfolio.BesideHouse.TODAY;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quire.core.Digest;
import quire.core.Json;
import quire.core.MediaType;
import quire.core.Problem;
import quire.documents.DocumentMaker;
import quire.documents.TemplateShelf;
import quire.forms.Answers;
import quire.forms.DocumentFacts;
import quire.forms.Form;
import quire.forms.Forms;
import quire.forms.MovedAnswers;
import quire.forms.Section;
import quire.merge.Missing;
import quire.pdf.PdfMaker;
import quire.people.Actor;
import quire.store.Database;
import quire.testkit.OnBothDatabases;
import quire.testkit.PdfText;
import quire.testkit.TestDatabase;
import quire.trail.Trail;

/**
 * Thirty random edits of a form, each published over papers that people are writing, moving and signing meanwhile: every word
 * that anybody ever typed can still be reached, and every signed paper prints the same text.
 */
@OnBothDatabases
@SuppressWarnings("NullAway.Init") // Each play begins by making them.
class AnyEditTest {

    private static final int EDITS = 30;
    private static final Map<String, Digest> TEMPLATES = Map.of("pdf", Digest.of("a layout"));

    @TempDir
    private Path folder;

    private final DocumentMaker maker = new DocumentMaker(TemplateShelf.open(Path.of("templates")), new PdfMaker());
    private final Map<String, List<String>> typed = new TreeMap<>();
    private final Map<String, String> signed = new TreeMap<>();
    private final List<Late> lates = new ArrayList<>();
    private Database database;
    private BesideHouse house;
    private Documents documents;
    private Forms shelf;
    private AnyAnswers any;
    private String current = "";
    private int moves;
    private int lateSaves;

    /** A page that somebody has left open. */
    private record Late(String document, int base, Form form) {}

    @BeforeEach
    void open(TestDatabase place) throws IOException {
        database = place.open();
        house = new BesideHouse(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void losesNoWordAndChangesNothingSigned() throws IOException {
        play(11);
    }

    @Tag("slow")
    @RepeatedTest(10)
    void losesNoWordHoweverOften(RepetitionInfo time) throws IOException {
        play(2_026 + time.getCurrentRepetition());
    }

    private void play(long seed) throws IOException {
        Random random = new Random(seed);
        any = new AnyAnswers(random);
        FormEdits edits = new FormEdits(random, "diary-" + seed);
        signed.clear();
        moves = 0;
        lateSaves = 0;
        publish(edits);
        for (int edit = 1; edit <= EDITS; edit++) {
            for (int deed = 0; deed < 6; deed++) {
                deed(random);
            }
            String what = edits.next();
            publish(edits);
            assertThat(shelf.refused())
                    .as("seed %s, edit %s: %s", seed, edit, what)
                    .isEmpty();
            assertEverythingIsThere("seed " + seed + " after edit " + edit + ": " + what);
        }
        assertThat(moves).as("moves of seed %s", seed).isGreaterThan(10);
        assertThat(lateSaves).as("late saves of seed %s", seed).isPositive();
        assertThat(signed).as("signed papers of seed %s", seed).hasSizeGreaterThan(3);
        assertThat(new Trail(database).verify().isWhole()).isTrue();
        signed.forEach((id, text) ->
                assertThat(print(id)).as("seed %s, paper %s", seed, id).isEqualTo(text));
    }

    private void publish(FormEdits edits) throws IOException {
        Files.writeString(folder.resolve(edits.id() + ".yaml"), edits.json());
        shelf = new Publishing(database).publish(Forms.read(folder), "", Actor.SYSTEM, NOW);
        documents = new Documents(database, shelf);
        current = edits.id();
    }

    private void deed(Random random) {
        List<String> drafts = documents.ofPortfolio(house.portfolio).stream()
                .filter(one -> one.form().equals(current) && !signed.containsKey(one.id()))
                .map(Summary::id)
                .toList();
        int what = random.nextInt(10);
        if (drafts.size() < 3 || what == 0) {
            start();
            return;
        }
        String id = drafts.get(random.nextInt(drafts.size()));
        if (what < 6) {
            write(documents.get(id), documents.get(id).revision(), random);
        } else if (what == 6) {
            sign(id);
        } else if (what == 7 && !lates.isEmpty()) {
            late(lates.get(random.nextInt(lates.size())), random);
        } else {
            move(id);
        }
    }

    private void start() {
        Placement place = new Placement(house.portfolio, "diary");
        documents.start(place, shelf.get(current), Map.of(), house.asAna, NOW, TODAY);
    }

    /** Somebody writes on a page that was made of the paper as it is, or as it was. */
    private void write(Document seen, int base, Random random) {
        Section section =
                seen.form().sections().get(random.nextInt(seen.form().sections().size()));
        Map<String, @Nullable Object> answers = any.of(section, seen.answers());
        if (documents.get(seen.id()).state(section.id()).isSigned()) {
            return;
        }
        lates.add(new Late(seen.id(), documents.get(seen.id()).revision(), seen.form()));
        documents.save(seen.id(), Sent.of(section.id(), answers, base), house.asAna, NOW, TODAY);
        typed.computeIfAbsent(seen.id(), id -> new ArrayList<>()).addAll(any.words());
    }

    private void late(Late late, Random random) {
        Document seen = documents.asSeen(documents.get(late.document()), late.base());
        boolean moved = !seen.form().equals(documents.get(late.document()).form());
        write(seen, late.base(), random);
        lateSaves += moved ? 1 : 0;
    }

    private void move(String id) {
        Document document = documents.get(id);
        Form newer = documents.moving().offered(document).orElse(null);
        if (newer != null) {
            Move move = documents.moving().preview(id, newer.version(), TODAY);
            assertThat(move.summary()).isNotBlank();
            documents.moving().move(id, newer.version(), house.asAna, NOW, TODAY);
            // What the preview names can be read in one place, without looking through the history.
            assertThat(documents.moving().earlier(id))
                    .extracting(EarlierAnswer::answer)
                    .containsAll(
                            move.left().stream().map(MovedAnswers.Left::answer).toList());
            moves++;
        }
    }

    /** Everything is answered, said to be complete, and signed by all who sign. */
    private void sign(String id) {
        for (Section section : documents.get(id).form().sections()) {
            Document now = documents.get(id);
            Map<String, @Nullable Object> answers = any.whole(section, now.answers());
            documents.save(id, Sent.of(section.id(), answers, now.revision()), house.asAna, NOW, TODAY);
            typed.computeIfAbsent(id, one -> new ArrayList<>()).addAll(any.words());
            documents.sections().complete(id, section.id(), house.asAna, NOW, TODAY);
        }
        Signing signing = documents.signing();
        while (!signing.signOff(documents.get(id), TODAY).due().isEmpty()) {
            SignOff.Place place =
                    signing.signOff(documents.get(id), TODAY).due().get(0);
            String role = place.roles().iterator().next();
            Actor actor = role.equals("nqsw") ? house.asAna : house.asRuth;
            Digest seen = signing.preview(documents.get(id), place, role, TEMPLATES, actor)
                    .digest();
            signing.sign(
                    id, new Sign(place.key(), role, id + place.key(), seen, "password", TEMPLATES), actor, NOW, TODAY);
        }
        signed.put(id, print(id));
        Form newest = shelf.get(current);
        assertThat(documents.moving().offered(documents.get(id))).isEmpty();
        if (newest.version() > documents.get(id).form().version()) {
            Document before = documents.get(id);
            assertThatThrownBy(() -> documents.moving().move(id, newest.version(), house.asAna, NOW, TODAY))
                    .isInstanceOf(Problem.class);
            assertThat(documents.get(id)).isEqualTo(before);
        }
    }

    private String print(String id) {
        Document document = documents.get(id);
        Map<String, @Nullable Object> answers = new LinkedHashMap<>(document.answers());
        return PdfText.of(maker.make(
                        document.form(),
                        Answers.of(document.form(), answers),
                        new DocumentFacts(1, false, TODAY),
                        MediaType.PDF,
                        Missing.MARK)
                .bytes());
    }

    private void assertEverythingIsThere(String when) {
        typed.forEach((id, words) -> {
            StringBuilder there = new StringBuilder(Json.write(documents.get(id).answers()));
            documents.moving().earlier(id).forEach(one -> there.append(Json.write(one.answer())));
            documents.history(id).forEach(one -> there.append(Json.write(one.changes())));
            documents.setAside(id).forEach(one -> there.append(Json.write(one.answers())));
            String all = there.toString();
            assertThat(words)
                    .as("%s, paper %s", when, id)
                    .allSatisfy(word -> assertThat(all).contains(word));
        });
    }
}
