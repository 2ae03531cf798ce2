package quire.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quire.core.Digest;

/** What is otherwise in one version of a bundle than in another, and by what a plan is known. */
class ChangesTest {

    private static final Gap OPEN = new Gap(Gap.Kind.UNSIGNED, "Final review", "1 of 3 sections are completed.", "");

    /** Letters are things in a bundle; a capital one has the same key and another file. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            abc,  abc,   ''
            abc,  abcd,  ADDED d
            abc,  ac,    GONE b
            abc,  aBc,   CHANGED b
            abc,  bca,   MOVED a
            abcd, cabd,  MOVED c
            abc,  cBd,   CHANGED b; ADDED d; GONE a
            """)
    void saysWhatBecameOfEachThing(String before, String after, String changes) {
        Changes found = Changes.between(contents(before), contents(after));
        List<String> said = found.lines().stream()
                .map(change -> change.kind() + " " + change.line().key())
                .toList();
        assertThat(said).containsExactlyInAnyOrder(changes.isEmpty() ? new String[0] : changes.split("; ", -1));
        assertThat(found.isNone()).isEqualTo(changes.isEmpty());
    }

    @Test
    void saysWhatIsMissingNowAndWhatIsNotAnyMore() {
        Gap further = new Gap(Gap.Kind.UNSIGNED, "Final review", "2 of 3 sections are completed.", "");
        Gap other = new Gap(Gap.Kind.MISSING, "Agreement", "Not started.", "");
        Contents before = contents(plan("a", List.of(OPEN, other), ""));
        assertThat(Changes.between(before, contents(plan("a", List.of(OPEN, other), "")))
                        .isNone())
                .isTrue();
        assertThat(Changes.between(before, contents(plan("a", List.of(further), "")))
                        .gaps())
                .containsExactly(
                        new Changes.GapChange(Changes.GapKind.STILL_OPEN, further),
                        new Changes.GapChange(Changes.GapKind.CLOSED, other));
        assertThat(Changes.between(contents("a"), before).gaps())
                .extracting(Changes.GapChange::kind)
                .containsOnly(Changes.GapKind.OPENED);
    }

    @Test
    void anotherReasonIsAChangeAndNoReasonYetIsNone() {
        Contents before = contents(plan("a", List.of(OPEN), "It is late."));
        assertThat(Changes.between(before, contents(plan("a", List.of(OPEN), "")))
                        .isNone())
                .isTrue();
        assertThat(Changes.between(before, contents(plan("a", List.of(OPEN), "She is ill.")))
                        .reason())
                .isEqualTo("She is ill.");
    }

    @Test
    void saysWhoHasSignedSince() {
        Changes changes = Changes.between(contents("a"), contents("A"));
        assertThat(changes.lines().get(0).signed())
                .containsExactly(new Contents.Signed("nqsw", "", Instant.parse("2026-11-21T10:00:00Z")));
    }

    /** Decision 0115: what is made for a bundle, and where things stand in it, makes no other bundle. */
    @Test
    void s43_inputLeavesOutWhatIsMadeForTheBundle() {
        Plan plan = plan("ab", List.of(OPEN), "It is late.");
        List<Plan.Entry> more = new ArrayList<>(plan.entries());
        more.add(0, new Plan.Entry("changes", Plan.Kind.CHANGES, "What has changed", 1, 0, 2, null, Map.of()));
        more.replaceAll(entry -> entry.at(40).withPages(entry.kind() == Plan.Kind.COVER ? 3 : entry.pages()));
        assertThat(plan.with(more, plan.gaps()).input()).isEqualTo(plan.input());
        assertThat(Stream.of(
                                plan("aB", List.of(OPEN), "It is late."),
                                plan("ba", List.of(OPEN), "It is late."),
                                plan("a", List.of(OPEN), "It is late."),
                                plan("ab", List.of(), "It is late."),
                                plan("ab", List.of(OPEN), "She is ill."),
                                plan.continuing(new Continued("id", 1, Digest.of("file"), 1, 9)))
                        .map(Plan::input))
                .doesNotHaveDuplicates()
                .doesNotContain(plan.input());
    }

    private static Contents contents(String things) {
        return contents(plan(things, List.of(), ""));
    }

    private static Contents contents(Plan plan) {
        return Contents.of(plan);
    }

    private static Plan plan(String things, List<Gap> gaps, String reason) {
        List<Plan.Entry> entries = new ArrayList<>();
        entries.add(new Plan.Entry("cover", Plan.Kind.COVER, "Cover", 1, 0, 1, null, Map.of()));
        things.chars().mapToObj(Character::toString).map(ChangesTest::entry).forEach(entries::add);
        return new Plan("p", "NV-1", "internal", "Bundle", Edition.FINAL, false, entries, gaps, reason, null);
    }

    private static Plan.Entry entry(String thing) {
        String key = thing.toLowerCase(java.util.Locale.ROOT);
        String at = thing.equals(key) ? "2026-11-20T10:00:00Z" : "2026-11-21T10:00:00Z";
        Map<String, Object> facts = Map.of("signatures", List.of(Map.of("role", "nqsw", "at", at)));
        return new Plan.Entry(key, Plan.Kind.PAPER, "Paper " + key, 1, 0, 2, Digest.of(thing), facts);
    }
}
