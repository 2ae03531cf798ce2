package quire.testkit;

import static java.util.Map.entry;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Programs of this machine that judge our files. One that is missing is installed from the distribution's packages
 * where that is allowed; otherwise the test fails and says what to install. It never skips.
 */
public final class Tools {

    /** Each program with the Debian package that brings it. */
    private static final Map<String, String> PACKAGES = Map.ofEntries(
            entry("qpdf", "qpdf"),
            entry("pdfsig", "poppler-utils"),
            entry("pdftoppm", "poppler-utils"),
            entry("pdftotext", "poppler-utils"),
            entry("pdfunite", "poppler-utils"),
            entry("pdffonts", "poppler-utils"),
            entry("unshare", "util-linux"),
            entry("clamd", "clamav-daemon"),
            entry("soffice", "libreoffice-writer"),
            entry("chromium", "chromium"));

    private static final long INSTALL_MINUTES = 10;
    private static final long RUN_MINUTES = 5;

    private Tools() {}

    /** What a program said. */
    public record Ran(int exitCode, String output) {}

    /**
     * The place of a program, after installing it if need be.
     *
     * @throws AssertionError if it is missing and may not be installed
     */
    public static synchronized Path find(String program) {
        return onPath(program).orElseGet(() -> installed(program));
    }

    /** Runs a program to its end; both its outputs come back as one text. */
    public static Ran run(String program, String... arguments) {
        List<String> command = new ArrayList<>(List.of(find(program).toString()));
        command.addAll(Arrays.asList(arguments));
        return execute(command, RUN_MINUTES);
    }

    private static Optional<Path> onPath(String program) {
        String path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
        // Daemons lie where only root looks by itself.
        return Stream.concat(Stream.of(path.split(File.pathSeparator, -1)), Stream.of("/usr/sbin"))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Path installed(String program) {
        String debian = PACKAGES.getOrDefault(program, program);
        String said = alone(() -> onPath(program).isPresent() ? "" : install(debian));
        return onPath(program)
                .orElseThrow(() -> new AssertionError("This test needs the program “" + program
                        + "”. Install it, for example with: apt-get install " + debian + said));
    }

    /** Tests run in several processes, and only one at a time can install something. */
    private static <T> T alone(Supplier<T> work) {
        Path lock = Path.of(System.getProperty("java.io.tmpdir"), "quire-tests-install.lock");
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.lock();
            return work.get();
        } catch (IOException e) {
            throw new AssertionError("Could not wait for other tests that install something", e);
        }
    }

    private static String install(String debian) {
        List<String> apt = new ArrayList<>(List.of("apt-get", "-o", "DPkg::Lock::Timeout=300"));
        if (!"root".equals(System.getProperty("user.name"))) {
            if (onPath("sudo").isEmpty()
                    || execute(List.of("sudo", "-n", "true"), 1).exitCode() != 0) {
                return ". (It was not tried here: this account may not install packages.)";
            }
            apt.addAll(0, List.of("sudo", "-n"));
        }
        if (onPath("apt-get").isEmpty()) {
            return ". (It was not tried here: this machine has no apt-get.)";
        }
        Ran ran = execute(with(apt, "install", "-y", "--no-install-recommends", debian), INSTALL_MINUTES);
        if (ran.exitCode() != 0) {
            // The machine may know nothing of the packages yet, or only of older ones.
            execute(with(apt, "update"), INSTALL_MINUTES);
            ran = execute(with(apt, "install", "-y", "--no-install-recommends", debian), INSTALL_MINUTES);
        }
        return ran.exitCode() == 0 ? "" : ". (It was tried here, and failed: " + ran.output() + ")";
    }

    private static List<String> with(List<String> command, String... arguments) {
        return Stream.concat(command.stream(), Arrays.stream(arguments)).toList();
    }

    private static Ran execute(List<String> command, long minutes) {
        try {
            Path output = Files.createTempFile("tool", ".txt");
            try {
                Process process = new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectInput(new File("/dev/null"))
                        .redirectOutput(output.toFile())
                        .start();
                if (!process.waitFor(minutes, TimeUnit.MINUTES)) {
                    process.destroyForcibly();
                    throw new AssertionError(command + " did not end within " + minutes + " minutes");
                }
                return new Ran(process.exitValue(), text(output));
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            throw new AssertionError("Could not run " + command, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while running " + command, e);
        }
    }

    private static String text(Path file) throws IOException {
        try (InputStream input = Files.newInputStream(file)) {
            return new String(input.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
