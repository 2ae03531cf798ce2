package quire.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import quire.app.Main;
import quire.bundle.BundleHouse;
import quire.forms.Forms;
import quire.programme.Programmes;
import quire.store.Database;
import quire.testkit.Child;
import quire.testkit.OwnProcess;
import quire.testkit.TestDatabase;

/**
 * L-01: 300 people type while 40 read, against a server of its own with a heap of 1 GB; L-04: the same while bundles are built. The
 * crowd is played by this process, on the same processors; {@code measuring.md} says how to read what it prints.
 */
public final class LoadBench {

    private static final int WRITERS = Integer.getInteger("quire.load.writers", 300);
    private static final int READERS = Integer.getInteger("quire.load.readers", 40);
    private static final Duration PAUSE = Duration.ofSeconds(Integer.getInteger("quire.load.pause", 5));
    private static final int SECONDS = Integer.getInteger("quire.load.seconds", 120);
    private static final int WARM_UP = Integer.getInteger("quire.load.warmup", 120);
    private static final String DATABASE = System.getProperty("quire.load.database", "SQLITE");
    private static final int BUNDLES = Integer.getInteger("quire.load.bundles", 0);
    private static final String RECORDING = System.getProperty("quire.load.recording", "");

    private LoadBench() {}

    public static void main(String[] arguments) throws Exception {
        Path shop = Path.of("").toAbsolutePath();
        Forms forms = Forms.load(shop.resolve("forms"));
        Programmes programmes = Programmes.load(shop.resolve("forms/programmes"), forms);
        try (TestDatabase place = TestDatabase.of(TestDatabase.Kind.valueOf(DATABASE))) {
            Town town;
            try (Database database = place.open()) {
                town = Town.in(
                        database,
                        forms,
                        programmes,
                        WRITERS,
                        READERS,
                        Clock.systemUTC().instant());
            }
            List<String> machine = new ArrayList<>(List.of("-Xmx1g"));
            if (!RECORDING.isEmpty()) {
                machine.add("-XX:StartFlightRecording=settings=profile,filename=" + RECORDING);
            }
            int asked = order(place);
            Child child = Child.start(
                    machine,
                    OwnProcess.environment(place.place()),
                    Main.class,
                    OwnProcess.arguments(place.place(), shop));
            try (OwnProcess server = OwnProcess.ready(child)) {
                play(server.address(), child.number(), town);
                System.out.print(machine(child.number()));
                if (!place.isOnServer()) {
                    System.out.printf(
                            "record: %d kB%n", Files.size(place.folder().resolve("quire.db")) / 1000);
                    System.out.printf(
                            "log before it: %d kB%n", Files.size(place.folder().resolve("quire.db-wal")) / 1000);
                }
                stopRecording(child.number());
            }
            if (asked > 0) {
                System.out.printf("bundles: %d asked for, %d built meanwhile%n", asked, built(place));
            }
        }
        // The connections of the crowd would keep this process alive.
        System.exit(0);
    }

    /** For the sample cohort, which then lives in the same record. */
    private static int order(TestDatabase place) {
        if (BUNDLES == 0) {
            return 0;
        }
        try (BundleHouse house = new BundleHouse(place.open())) {
            return house.orderMany(BUNDLES, Clock.systemUTC().instant());
        }
    }

    private static int built(TestDatabase place) {
        try (Database database = place.open()) {
            return database.read(tx -> tx.sql("select id from bundle").list(row -> row.text("id")))
                    .size();
        }
    }

    private static void play(String address, long process, Town town) throws Exception {
        Latencies warm = new Latencies();
        try (Crowd crowd = crowd(address, town, warm)) {
            crowd.stay(WARM_UP);
        }
        Latencies latencies = new Latencies();
        double before;
        try (Crowd crowd = crowd(address, town, latencies)) {
            before = processorSeconds(process);
            crowd.stay(SECONDS);
        }
        double took = processorSeconds(process) - before;
        System.out.printf(Locale.ROOT, "%d write and %d read on %s for %d s%n", WRITERS, READERS, DATABASE, SECONDS);
        System.out.print(latencies.told(SECONDS));
        System.out.printf(
                Locale.ROOT,
                "processor: %.0f %% of one, %.1f ms an answer%n",
                100 * took / SECONDS,
                1000 * took / Math.max(1, latencies.count()));
    }

    /** Of the server alone; unlike the time of an answer it does not depend on what else the machine does. */
    private static double processorSeconds(long process) {
        return ProcessHandle.of(process)
                .flatMap(handle -> handle.info().totalCpuDuration())
                .map(duration -> duration.toMillis() / 1000.0)
                .orElse(0.0);
    }

    private static Crowd crowd(String address, Town town, Latencies latencies) throws Exception {
        Crowd crowd = new Crowd(address, latencies);
        for (Town.Writer writer : town.writers) {
            crowd.writes(writer, PAUSE);
        }
        town.readers.forEach(reader -> crowd.reads(reader, PAUSE));
        return crowd;
    }

    /** What the server takes of the machine, as the machine sees it. */
    private static String machine(long process) throws IOException, InterruptedException {
        StringBuilder text = new StringBuilder();
        for (String line : run("jcmd", String.valueOf(process), "GC.heap_info").split("\n", -1)) {
            if (line.contains("heap")) {
                text.append("heap: ").append(line.strip()).append('\n');
            }
        }
        for (String line : Files.readAllLines(Path.of("/proc/" + process + "/status"))) {
            if (line.startsWith("VmRSS") || line.startsWith("Threads")) {
                text.append(line.replaceAll("\\s+", " ")).append('\n');
            }
        }
        text.append("load of the machine: ").append(Files.readString(Path.of("/proc/loadavg")));
        return text.toString();
    }

    private static void stopRecording(long process) throws IOException, InterruptedException {
        if (!RECORDING.isEmpty()) {
            run("jcmd", String.valueOf(process), "JFR.dump", "filename=" + RECORDING);
        }
    }

    private static String run(String... command) throws IOException, InterruptedException {
        command[0] = Path.of(System.getProperty("java.home"), "bin", command[0]).toString();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " failed: " + said);
        }
        return said;
    }
}
