package quire.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;

/**
 * Everything outside the program that a command may look at: only the roof knows it, and a test brings its own.
 *
 * @param out where results go
 * @param err where findings and progress go
 * @param terminal whether a person watches {@code err}
 * @param environment the variables of the environment
 * @param folder the folder the program was started in
 * @param clock the time, and the time zone in which “today” is meant
 */
record Surroundings(
        PrintStream out, PrintStream err, boolean terminal, Map<String, String> environment, Path folder, Clock clock) {

    static Surroundings ofThisProcess() {
        return new Surroundings(
                utf8(FileDescriptor.out),
                utf8(FileDescriptor.err),
                isTerminal(),
                System.getenv(),
                Path.of(""),
                Clock.system(ZoneId.systemDefault()));
    }

    /** JSON is UTF-8 wherever it goes, and so are names; what the platform would choose may lose their accents. */
    private static PrintStream utf8(FileDescriptor stream) {
        return new PrintStream(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
    }

    /** Java knows only whether input and output are both a terminal; Linux knows it of the error stream alone. */
    @SuppressWarnings("SystemConsoleNull") // Wrong only on newer Java where there is no /proc: then progress is shown.
    private static boolean isTerminal() {
        Path errorStream = Path.of("/proc/self/fd/2");
        try {
            if (Files.exists(errorStream)) {
                String target = errorStream.toRealPath().toString();
                return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
            }
        } catch (IOException e) {
            return false;
        }
        return System.console() != null;
    }
}
