package quire.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import quire.core.Finding;
import quire.core.Json;
import quire.forms.Forms;
import quire.testkit.Golden;

class ProgrammeReaderTest {

    /** Not a measure of speed: after this long a reading would never have come back. */
    private static final Duration HANGS = Duration.ofMinutes(2);

    private static final Forms FORMS = Forms.load(Golden.folder("programme").resolve("forms"));
    private static final List<Object> STRANGE =
            List.of("strange", 7, true, List.of(), List.of("strange"), Map.of(), Map.of("strange", List.of(1)));

    @Test
    void readsItsOwnCanonicalJson() throws IOException {
        Programme programme = good();
        Programme again = programme(programme.canonicalJson());
        assertThat(again).isEqualTo(programme);
        assertThat(again.digest()).isEqualTo(programme.digest());
    }

    @Test
    void hasAnAnswerToWhateverStandsWhereverItMay() throws IOException {
        Map<String, @Nullable Object> good = good().definition().content();
        List<List<Object>> ways = new ArrayList<>();
        collect(List.of(), good, ways);
        assertThat(ways).hasSizeGreaterThan(350);
        for (int i = 0; i < ways.size(); i += 3) {
            Object strange = STRANGE.get(i % STRANGE.size());
            List<Finding> findings = new ArrayList<>();
            ProgrammeFile read = read(Json.write(with(good, ways.get(i), strange)), findings);
            assertThat(read == null).as("%s = %s", ways.get(i), strange).isEqualTo(Finding.anyError(findings));
        }
    }

    @Test
    void followsDatesThatHangTogetherInManyWays() throws IOException {
        String chain = IntStream.range(1, 35)
                .mapToObj(i -> "  - {id: m" + i + ", title: M, target: {setting: handing-in, rules: {early: m" + (i - 1)
                        + ", late: m" + Math.max(0, i - 2) + "}}, source: A}\n")
                .collect(Collectors.joining());
        String start = "  - {id: start, title: Start, source: A}\n";
        String yaml = text().replace(start, start + "  - {id: m0, title: M, target: start, source: A}\n" + chain);
        Programme read = assertTimeoutPreemptively(HANGS, () -> programme(yaml));
        assertThat(read.timeline().milestones()).hasSize(40);
    }

    @Test
    void comesBackFromAFileThatIsAsLargeAsItMayBe() throws IOException {
        String settings = list(
                57,
                i -> "id: s" + i + ", question: Q, decided_by: programme, default: v0, values: ["
                        + IntStream.range(0, 20)
                                .mapToObj(v -> "{id: v" + v + ", text: T}")
                                .collect(Collectors.joining(", "))
                        + "]");
        String papers = list(
                190,
                i -> "id: x" + i + ", code: X, form: diary, form_version: 1, stage: spring, title: \"X" + i
                        + " {plan-name}\", responsible: [learner], signatures: [], due: end, pack: none, when: {s"
                        + i % 57 + ": v0}");
        String minimums = list(58, i -> "id: x" + i + ", title: X, count: 2, forms: [visit]");
        String yaml = text().replace("\nmilestones:\n", settings + "\nmilestones:\n")
                .replace("further:\n", papers + "further:\n")
                .replace("checks:\n", minimums + "checks:\n");
        Programme read = assertTimeoutPreemptively(HANGS, () -> programme(yaml));
        assertThat(read.settings()).hasSize(60);
        assertThat(read.rows()).hasSize(196);
        assertThat(read.minimums()).hasSize(60);
    }

    private static String list(int size, IntFunction<String> entry) {
        return IntStream.range(0, size)
                .mapToObj(i -> "  - {" + entry.apply(i) + ", source: A}\n")
                .collect(Collectors.joining());
    }

    /** The way to everything in some data. */
    private static void collect(List<Object> way, @Nullable Object data, List<List<Object>> ways) {
        if (!way.isEmpty()) {
            ways.add(way);
        }
        if (data instanceof Map<?, ?> map) {
            map.forEach((key, value) -> collect(longer(way, key), value, ways));
        } else if (data instanceof List<?> list) {
            IntStream.range(0, list.size()).forEach(i -> collect(longer(way, i), list.get(i), ways));
        }
    }

    private static List<Object> longer(List<Object> way, Object step) {
        List<Object> longer = new ArrayList<>(way);
        longer.add(step);
        return longer;
    }

    /** A copy of some data with something else at the end of a way. */
    private static Object with(@Nullable Object data, List<Object> way, Object other) {
        if (way.isEmpty()) {
            return other;
        }
        Object step = way.get(0);
        List<Object> rest = way.subList(1, way.size());
        if (data instanceof Map<?, ?> map) {
            Map<Object, Object> copy = new LinkedHashMap<>(map);
            copy.put(step, with(map.get(step), rest, other));
            return copy;
        }
        List<Object> copy = new ArrayList<>((List<?>) Objects.requireNonNull(data));
        copy.set((int) step, with(copy.get((int) step), rest, other));
        return copy;
    }

    private static Programme good() throws IOException {
        return programme(text());
    }

    private static String text() throws IOException {
        return Files.readString(Golden.folder("programme").resolve("year.yaml"));
    }

    private static Programme programme(String yaml) {
        List<Finding> findings = new ArrayList<>();
        ProgrammeFile read = read(yaml, findings);
        assertThat(findings).isEmpty();
        return Objects.requireNonNull(read).programme();
    }

    private static @Nullable ProgrammeFile read(String yaml, List<Finding> findings) {
        return new ProgrammeReader(FORMS, Set.of()).read(yaml, "year.yaml", false, findings);
    }
}
