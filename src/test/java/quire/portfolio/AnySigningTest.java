package quire.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static quire.portfolio.SigningHouse.FORM;
import static quire.portfolio.SigningHouse.NOW;
import static quire.portfolio.SigningHouse.TODAY;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import quire.core.Digest;
import quire.core.Problem;
import quire.forms.Section;
import quire.people.Actor;
import quire.people.Assignment;
import quire.people.Person;
import quire.people.PortfolioRole;
import quire.people.Span;
import quire.store.Database;
import quire.testkit.OnBothDatabases;
import quire.testkit.TestDatabase;
import quire.trail.Trail;

/**
 * People write, complete, give back, are replaced, sign and send again, in whatever order: nobody ever signs out of order or
 * twice, and what a signature stands for is what it was given for.
 */
@OnBothDatabases
class AnySigningTest {

    private static final int YEARS = 3;
    private static final int DEEDS = 120;
    private static final List<String> SECTIONS =
            FORM.sections().stream().map(Section::id).toList();
    private static final List<String> PLACES = List.of("0.nqsw", "1.assessor", "1.manager", "2.any", "3.coordinator");

    private Database database;

    @BeforeEach
    void open(TestDatabase place) {
        database = place.open();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @RepeatedTest(YEARS)
    void nobodySignsOutOfOrderOrTwiceWhateverHappens(RepetitionInfo year) {
        Play play = new Play(new SigningHouse(database), year.getCurrentRepetition());
        for (int deed = 0; deed < DEEDS; deed++) {
            play.go();
        }
        assertThat(play.signed).as("signatures, so that this means something").hasSizeGreaterThan(10);
        assertThat(play.closings).as("how often all had signed").isPositive();
        assertThat(new Trail(database).verify().isWhole()).isTrue();
    }

    static final class Play {
        private final SigningHouse house;
        private final Random random;
        private final List<Sign> sent = new ArrayList<>();
        private final Map<String, Digest> signed = new HashMap<>();
        private String slip = "";
        private int closings;
        private int people;

        Play(SigningHouse house, long seed) {
            this.house = house;
            this.random = new Random(seed);
        }

        void go() {
            Document before = house.paper();
            SignOff waiting = house.signOff();
            List<Signature> had = house.signing.of(house.document);
            String deed = "";
            boolean refused = false;
            try {
                deed = deed();
            } catch (Problem no) {
                refused = true;
            }
            if (refused) {
                assertThat(house.paper()).as("refused %s", deed).isEqualTo(before);
                assertThat(house.signing.of(house.document)).isEqualTo(had);
            }
            holds(before, waiting, had);
        }

        private String deed() {
            int what = random.nextInt(16);
            String section = one(SECTIONS);
            String owner = FORM.section(section).owner();
            switch (what) {
                case 0, 1 -> write(section);
                case 2 -> house.sections.complete(house.document, section, as(owner), NOW, TODAY);
                case 3 -> house.sections.reopen(house.document, section, as(owner), NOW);
                case 4 ->
                    house.sections.giveBack(
                            house.document,
                            new TreeSet<>(List.of(section, one(SECTIONS))),
                            "Again.",
                            as("assessor"),
                            NOW);
                case 5 ->
                    house.sections.reopenSigned(house.document, Set.of(section), "A slip.", as("coordinator"), NOW);
                case 6 -> replace(one(List.of(PortfolioRole.ASSESSOR, PortfolioRole.MANAGER)));
                case 7 -> sendAgain();
                case 8 -> sign(one(PLACES));
                default -> forward();
            }
            return what + " " + section;
        }

        /** What people would do who want to come to an end, and find a slip when they have. */
        private void forward() {
            Document now = house.paper();
            if (now.isClosed()) {
                slip = one(SECTIONS);
                house.sections.reopenSigned(house.document, Set.of(slip), "A slip.", as("coordinator"), NOW);
                return;
            }
            if (!slip.isEmpty()) {
                String wrong = slip;
                slip = "";
                write(wrong);
                return;
            }
            for (String section : SECTIONS) {
                if (!now.state(section).isDone()) {
                    if (now.state(section) == SectionState.NOT_STARTED) {
                        write(section);
                    }
                    house.sections.complete(
                            house.document, section, as(FORM.section(section).owner()), NOW, TODAY);
                    return;
                }
            }
            house.signOff().due().stream().findFirst().ifPresent(place -> sign(place.key()));
        }

        private void write(String section) {
            house.documents.save(
                    house.document,
                    section,
                    answers(section),
                    house.paper().revision(),
                    as(FORM.section(section).owner()),
                    NOW,
                    TODAY);
        }

        private void sendAgain() {
            if (!sent.isEmpty()) {
                Sign again = one(sent);
                house.signing.sign(house.document, again, as(again.role()), NOW, TODAY);
            }
        }

        private void sign(String place) {
            String role = place.endsWith("any") ? one(List.of("manager", "coordinator")) : place.substring(2);
            Optional<SignOff.Place> where = house.signOff().place(place);
            if (where.isEmpty()) {
                return;
            }
            Digest seen = house.signing
                    .preview(house.paper(), where.get(), role, SigningHouse.TEMPLATES, as(role))
                    .digest();
            Sign sign = new Sign(place, role, "key " + random.nextInt(200), seen, "password", SigningHouse.TEMPLATES);
            sent.add(sign);
            if (random.nextInt(5) > 0) {
                house.signing.sign(house.document, sign, as(role), NOW, TODAY);
            }
        }

        private void replace(PortfolioRole role) {
            LocalDate yesterday = TODAY.minusDays(1);
            for (Assignment held : house.house.assignments.of(house.house.portfolio, TODAY)) {
                if (held.role() == role && held.span().from().isBefore(yesterday)) {
                    Person next =
                            house.house.person("Next " + ++people, house.house.portfolio + people + "@example.org");
                    house.house.assignments.end(held.id(), yesterday, Actor.SYSTEM, NOW);
                    house.house.assignments.assign(
                            house.house.portfolio, role, next.id(), Span.from(TODAY), Actor.SYSTEM, NOW);
                }
            }
        }

        /** Whoever has the part today. */
        private Actor as(String role) {
            return PortfolioRole.find(role)
                    .flatMap(part -> house.house.assignments.holder(house.house.portfolio, part, TODAY))
                    .map(held -> Actor.of(held.person()))
                    .orElseThrow();
        }

        private Map<String, @Nullable Object> answers(String section) {
            String words = "Words " + random.nextInt(3);
            return switch (section) {
                case "own" -> Map.of("story", words, "proud", random.nextBoolean(), "pride", words);
                case "view" -> Map.of("opinion", words, "concerns", random.nextBoolean());
                default -> Map.of("remark", words);
            };
        }

        private void holds(Document before, SignOff waiting, List<Signature> had) {
            Document now = house.paper();
            List<Signature> signatures = house.signing.of(house.document);
            List<Signature> standing =
                    signatures.stream().filter(Signature::stands).toList();
            assertThat(signatures).hasSizeGreaterThanOrEqualTo(had.size());
            assertThat(standing.stream().map(Signature::place).distinct()).hasSameSizeAs(standing);
            for (Signature signature : signatures.subList(had.size(), signatures.size())) {
                assertThat(waiting.place(signature.place()).orElseThrow().isDue())
                        .as("%s was due", signature.place())
                        .isTrue();
                signed.put(signature.id(), signature.digest());
            }
            for (Signature signature : signatures) {
                Snapshot snapshot = house.signing.snapshot(signature.id());
                assertThat(snapshot.digest()).isEqualTo(signature.digest()).isEqualTo(signed.get(signature.id()));
            }
            for (Signature signature : standing) {
                Snapshot again = house.signing
                        .snapshot(signature.id())
                        .again(now, Superseding.step(FORM, signature), signature, List.of());
                assertThat(again.digest())
                        .as("what %s stands for", signature.place())
                        .isEqualTo(signature.digest());
            }
            sectionsHold(before, now, standing);
        }

        private void sectionsHold(Document before, Document now, List<Signature> standing) {
            Set<String> covered = Superseding.covered(FORM, standing);
            Set<String> signedFor = SECTIONS.stream()
                    .filter(section -> now.state(section).isSigned())
                    .collect(Collectors.toSet());
            Set<String> finished = SECTIONS.stream()
                    .filter(section -> now.state(section).isDone())
                    .filter(covered::contains)
                    .collect(Collectors.toSet());
            assertThat(signedFor).isEqualTo(finished);
            assertThat(now.isClosed()).isEqualTo(house.signOff().isDone());
            for (Section section : FORM.sections()) {
                boolean wrote = section.fields().stream()
                        .anyMatch(field -> !Objects.equals(
                                before.answers().get(field.id()), now.answers().get(field.id())));
                assertThat(wrote && before.state(section.id()).isSigned())
                        .as("“%s” was written in although it is signed", section.title())
                        .isFalse();
            }
            if (now.isClosed() && !before.isClosed()) {
                closings++;
            }
        }

        private <T> T one(List<T> all) {
            return all.get(random.nextInt(all.size()));
        }
    }
}
