package quire.testkit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import quire.app.Main;
import quire.store.RecordFolder;
import quire.store.RecordPlace;
import quire.store.RecordServer;

/** Quire in a process of its own, as somebody starts it from the command line, so that it can be killed. */
public final class OwnProcess implements AutoCloseable {

    /** Forms that are read in a moment: one paper on which two people write. */
    public static final Path SMALL = Path.of("src/test/resources/quire/faults");

    private static final String READY = "Quire is at ";

    /** For a process that lives for seconds: what would make it fast in an hour only makes it slow to begin. */
    private static final List<String> SHORT_LIVED = List.of("-Xmx192m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private static final List<String> LARGER = List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private final Child child;
    private final String address;

    private OwnProcess(Child child, String address) {
        this.child = child;
        this.address = address;
    }

    /** Starts it with the small forms and waits until it answers. */
    public static OwnProcess start(RecordPlace place) throws IOException {
        return ready(begin(place));
    }

    /**
     * Starts it on a file system of a few megabytes that nobody else sees.
     *
     * @param disk where the file system is laid over
     * @param record a data folder that is copied there first
     */
    public static OwnProcess onASmallDisk(Path disk, int megabytes, Path record) throws IOException {
        return onASmallDisk(disk, megabytes, record, SMALL);
    }

    /**
     * As {@link #onASmallDisk(Path, int, Path)}, with forms and templates of a folder.
     *
     * @param shop the folder
     */
    public static OwnProcess onASmallDisk(Path disk, int megabytes, Path record, Path shop) throws IOException {
        Path data = disk.resolve("data");
        String copy = "cp -r '" + record + "' '" + data + "'";
        List<String> machine = shop.equals(SMALL) ? SHORT_LIVED : LARGER;
        return ready(Child.onASmallDisk(
                disk, megabytes, copy, machine, Main.class, arguments(new RecordFolder(data), shop)));
    }

    /** What it sees under a path, which may lie on a disk of its own. */
    public Path seen(Path path) {
        return Path.of("/proc/" + child.number() + "/root" + path.toAbsolutePath());
    }

    /** Starts it with the small forms and does not wait. */
    public static Child begin(RecordPlace place) throws IOException {
        return Child.start(SHORT_LIVED, environment(place), Main.class, arguments(place, SMALL));
    }

    /** Waits until one that was begun answers. */
    public static OwnProcess ready(Child child) throws IOException {
        String line = child.await(said -> said.startsWith(READY));
        return new OwnProcess(child, line.replaceFirst("^" + READY + "(http://[^/]+)/.*", "$1"));
    }

    /** What stands on the command line behind the name of the program, with forms and templates of a folder. */
    public static Object[] arguments(RecordPlace place, Path shop) {
        List<Object> arguments = new ArrayList<>(List.of("serve", "--port", "0"));
        arguments.addAll(List.of("--forms", shop.resolve("forms"), "--templates", shop.resolve("templates")));
        arguments.addAll(List.of(place instanceof RecordServer ? "--database" : "--data", TestDatabase.told(place)));
        return arguments.toArray();
    }

    /** What stands in its environment. */
    public static Map<String, String> environment(RecordPlace place) {
        return place instanceof RecordServer server
                ? Map.of("QUIRE_DATABASE_USER", server.user(), "QUIRE_DATABASE_PASSWORD", server.password())
                : Map.of();
    }

    public String address() {
        return address;
    }

    /** The browser of somebody who is not signed in. */
    public Ask stranger() {
        return new Ask(address);
    }

    /** What it has written into its log. */
    public String said() {
        return child.said();
    }

    /** {@code kill -9}. */
    @Override
    public void close() {
        child.kill();
    }
}
