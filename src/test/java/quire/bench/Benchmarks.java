package quire.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The front door of the benchmarks: {@code all}, or any of {@code word}, {@code pdf}. */
public final class Benchmarks {

    private Benchmarks() {}

    public static void main(String[] arguments) throws Exception {
        List<String> asked = arguments.length == 0 ? List.of("all") : List.of(arguments);
        Path folder = Files.createDirectories(Path.of("target", "bench"));
        if (asked.contains("all") || asked.contains("word")) {
            WordBench.run(folder);
        }
        if (asked.contains("all") || asked.contains("pdf")) {
            PdfBench.main(new String[0]);
        }
    }
}
