package quire.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Other people's programs, timed in the same run so that only the ratio counts. */
final class Peers {

    private static final String VERSIONS = "docxtemplater@3 pizzip@3";

    private Peers() {}

    /** The median of docxtemplater's time in milliseconds; not a number where it cannot be installed. */
    static double docxtemplater(Path folder, Path template, Path data, int runs) {
        try {
            Path home = folder.resolve("peers");
            if (!Files.isDirectory(home.resolve("node_modules/docxtemplater"))) {
                Files.createDirectories(home);
                Files.writeString(home.resolve("package.json"), "{\"private\": true}");
                run(home, "sh", "-c", "npm install --silent " + VERSIONS);
            }
            try (InputStream script = Peers.class.getResourceAsStream("/bench/docxtemplater.js")) {
                Files.write(home.resolve("docxtemplater.js"), script == null ? new byte[0] : script.readAllBytes());
            }
            String printed = run(
                    home,
                    "node",
                    "docxtemplater.js",
                    template.toAbsolutePath().toString(),
                    data.toAbsolutePath().toString(),
                    Integer.toString(runs));
            return Double.parseDouble(printed.strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static String run(Path folder, String... command) throws IOException {
        Process process = new ProcessBuilder(List.of(command))
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return printed;
    }
}
