package quire.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quire.core.Finding;
import quire.core.MadeFile;
import quire.core.MediaType;
import quire.core.Place;
import quire.core.Problem;

class BatchTest {

    @TempDir
    Path place;

    private Path out;
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void makeFolder() throws IOException {
        out = Files.createDirectory(place.resolve("out"));
    }

    @Test
    void makesAFileForEveryLine() throws IOException {
        BatchResult result = run("{\"name\":\"Ann\"}\n{\"name\":\"Bob\"}\n{\"name\":\"Ann\"}\n");
        assertThat(result).isEqualTo(new BatchResult(3, List.of()));
        assertThat(files()).containsExactly("Ann-2.docx", "Ann.docx", "Bob.docx");
        assertThat(out.resolve("Ann-2.docx")).hasContent("{name=Ann}");
    }

    @Test
    void makesTheRestWhenSomeLinesFailAndSaysWhich() throws IOException {
        BatchResult result = run("{\"name\":\"Ann\"}\nnonsense\n{\"name\":\"bad\"}\n{\"name\":\"Bob\"}\n");
        assertThat(result.made()).isEqualTo(2);
        assertThat(result.failed()).extracting(BatchResult.Failure::line).containsExactly(2L, 3L);
        assertThat(result.failed().get(0).reason()).contains("is not JSON");
        assertThat(result.failed().get(1).reason()).isEqualTo("name: One. Two. Three. And 1 more.");
        assertThat(result.isOurFault()).isFalse();
        assertThat(files()).containsExactly("Ann.docx", "Bob.docx");
    }

    @Test
    void tellsAFaultOfOurOwnFromABadLineAndGoesOn() throws IOException {
        BatchResult result = run("{\"name\":\"crash\"}\n{\"name\":\"Bob\"}\n");
        assertThat(result.made()).isEqualTo(1);
        assertThat(result.isOurFault()).isTrue();
        assertThat(result.failed().get(0).fault()).hasMessage("crash");
    }

    @Test
    void stopsWhenTheFolderTakesNothing() throws IOException {
        Files.delete(out);
        assertThatThrownBy(() -> run("{\"name\":\"Ann\"}\n".repeat(50)))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("Cannot write");
    }

    @Test
    void holdsOnlyAFewLinesAtATime() throws IOException {
        AtomicInteger inHand = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        String input = IntStream.range(0, 500)
                .mapToObj(i -> "{\"name\":\"" + i + "\"}\n")
                .reduce("", String::concat);
        BatchResult result = run(
                input,
                data -> {
                    most.accumulateAndGet(inHand.incrementAndGet(), Math::max);
                    MadeFile made = make(data);
                    inHand.decrementAndGet();
                    return made;
                },
                false);
        assertThat(result.made()).isEqualTo(500);
        assertThat(most.get()).isLessThanOrEqualTo(2 * Runtime.getRuntime().availableProcessors());
    }

    @Test
    void showsProgressOnlyToAPersonWhoWatches() throws IOException {
        run("{\"name\":\"Ann\"}\n");
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
        run("{\"name\":\"Ann\"}\n", BatchTest::make, true);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("\r1 made");
    }

    private BatchResult run(String input) throws IOException {
        return run(input, BatchTest::make, false);
    }

    private BatchResult run(
            String input, java.util.function.Function<Map<String, @Nullable Object>, MadeFile> maker, boolean watched)
            throws IOException {
        Path file = Files.writeString(place.resolve("input.ndjson"), input);
        Progress progress = new Progress(new PrintStream(err, true, StandardCharsets.UTF_8), watched);
        return new Batch(maker, NamePattern.parse("{{name}}.docx"), out, progress).run(file);
    }

    private static MadeFile make(Map<String, @Nullable Object> data) {
        if ("crash".equals(data.get("name"))) {
            throw new IllegalStateException("crash");
        } else if ("bad".equals(data.get("name"))) {
            Place name = Place.atPath("name");
            throw Problem.badInput(
                    "bad",
                    List.of(
                            Finding.error("a", "One.", name),
                            Finding.warning("w", "Never mind.", name),
                            Finding.error("b", "Two.", Place.UNKNOWN),
                            Finding.error("c", "Three.", Place.UNKNOWN),
                            Finding.error("d", "Four.", Place.UNKNOWN)));
        }
        byte[] bytes = data.toString().getBytes(StandardCharsets.UTF_8);
        return new MadeFile("a.docx", MediaType.DOCX, bytes, List.of());
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(out)) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
