package quire.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A process of its own that runs the main method of a test class, so that it can be killed or shut into a small disk. */
public final class Child {

    private static final long MINUTES = 3;

    private final Process process;
    private final List<String> lines = new ArrayList<>();

    private Child(Process process) {
        this.process = process;
    }

    public static Child start(Class<?> main, Object... arguments) throws IOException {
        return new Child(builder(command(main, arguments)).start());
    }

    /**
     * Starts it where a folder is a file system in memory of its own, of a few megabytes, that nobody else sees. Needs no
     * rights but that to make user namespaces.
     *
     * @param folder where the file system is laid over
     * @param before what the shell does once it is there; {@code :} for nothing
     */
    public static Child onASmallDisk(Path folder, int megabytes, String before, Class<?> main, Object... arguments)
            throws IOException {
        return onASmallDisk(folder, megabytes, before, command(main, arguments));
    }

    /** As {@link #onASmallDisk(Path, int, String, Class, Object...)}, with a virtual machine of its own. */
    public static Child onASmallDisk(
            Path folder, int megabytes, String before, List<String> machine, Class<?> main, Object... arguments)
            throws IOException {
        return onASmallDisk(folder, megabytes, before, command(machine, main, arguments));
    }

    private static Child onASmallDisk(Path folder, int megabytes, String before, List<String> words)
            throws IOException {
        StringBuilder script =
                new StringBuilder("mount -t tmpfs -o size=" + megabytes + "m tmpfs '" + folder + "' && ");
        script.append(before).append(" && exec");
        for (String word : words) {
            script.append(" '").append(word).append('\'');
        }
        Path unshare = Tools.find("unshare");
        List<String> command =
                List.of(unshare.toString(), "--user", "--map-root-user", "--mount", "sh", "-c", script.toString());
        return new Child(builder(command).start());
    }

    /**
     * As {@link #start}, with an environment of its own.
     *
     * @param machine what the virtual machine is told, in place of its usual small heap
     */
    public static Child start(List<String> machine, Map<String, String> environment, Class<?> main, Object... arguments)
            throws IOException {
        ProcessBuilder builder = builder(command(machine, main, arguments));
        builder.environment().putAll(environment);
        return new Child(builder.start());
    }

    /** Its number in the list of processes. */
    public long number() {
        return process.pid();
    }

    /**
     * Waits for a line, and reads what follows by itself from there on, so that the child never waits for a reader.
     *
     * @return the line
     */
    public String await(Predicate<String> wanted) throws IOException {
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        String line = next(out);
        while (!wanted.test(line)) {
            lines.add(line);
            line = next(out);
        }
        Thread reader = new Thread(() -> drain(out), "what a child says");
        reader.setDaemon(true);
        reader.start();
        return line;
    }

    /** Kills it in the middle of whatever it does, and waits until it is gone. */
    public void kill() {
        process.destroyForcibly();
        exitCode();
    }

    /** Waits until it has ended, however it came to that. */
    public void awaitEnd() {
        exitCode();
    }

    /** What it has said since the line that was waited for. */
    public String said() {
        synchronized (lines) {
            return String.join("\n", lines);
        }
    }

    /** A child that is killed closes its end in the middle of a word. */
    private void drain(BufferedReader out) {
        try {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                synchronized (lines) {
                    lines.add(line);
                }
            }
        } catch (IOException e) {
            return;
        }
    }

    /** Reads its lines until one is as wanted, and then kills it in the middle of whatever it does; all its lines. */
    public List<String> killAfter(Predicate<List<String>> enough) throws IOException {
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            while (!enough.test(lines)) {
                lines.add(next(out));
            }
            // Through its handle: the process object would close the pipe and what the child still said with it.
            if (!process.toHandle().destroyForcibly()) {
                throw new AssertionError("The child could not be killed");
            }
            out.lines().forEach(lines::add);
        }
        exitCode();
        return lines;
    }

    /** Lets it run to its end; what it said is told if that is not the expected one. */
    public List<String> expectExit(int code) throws IOException {
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            out.lines().forEach(lines::add);
        }
        if (exitCode() != code) {
            throw new AssertionError("The child ended with " + process.exitValue() + " and not " + code + ": "
                    + String.join("\n", lines));
        }
        return lines;
    }

    private String next(BufferedReader out) throws IOException {
        String line = out.readLine();
        if (line == null) {
            throw new AssertionError("The child ended too early: " + String.join("\n", lines));
        }
        return line;
    }

    private int exitCode() {
        try {
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError("The child did not end");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static ProcessBuilder builder(List<String> command) {
        return new ProcessBuilder(command).redirectErrorStream(true);
    }

    private static List<String> command(Class<?> main, Object... arguments) {
        return command(List.of("-Xmx128m"), main, arguments);
    }

    private static List<String> command(List<String> machine, Class<?> main, Object... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(machine);
        command.addAll(ownWays());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        return command;
    }

    /** How the machine of the tests was told to warm up and to sweep: what it starts lives as briefly. */
    private static List<String> ownWays() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("-XX:"))
                .toList();
    }
}
