package quire.app;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;

/** A command that was run inside the test, and what it said. */
record Ran(int code, String out, String err) {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T10:00:00Z"), ZoneId.of("Europe/London"));

    /** Runs a command as if it were started in a folder. */
    static Ran in(Path folder, Object... arguments) {
        return at(CLOCK, folder, arguments);
    }

    static Ran at(Clock clock, Path folder, Object... arguments) {
        return with(Map.of(), clock, folder, arguments);
    }

    /** The same where the environment says something. */
    static Ran with(Map<String, String> environment, Path folder, Object... arguments) {
        return with(environment, CLOCK, folder, arguments);
    }

    private static Ran with(Map<String, String> environment, Clock clock, Path folder, Object... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Surroundings here = new Surroundings(stream(out), stream(err), false, environment, folder, clock);
        String[] words = new String[arguments.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = arguments[i].toString();
        }
        int code = Main.run(here, words);
        return new Ran(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
