package quire.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import quire.core.Finding;
import quire.core.Place;
import quire.core.Problem;
import quire.store.RecordFolder;
import quire.store.RecordPlace;
import quire.store.RecordServer;

/** Where the record is, as the command line and the environment say. */
final class PlaceOptions {

    private static final String USUAL_USER = "quire";

    @Option(names = "--data", paramLabel = "DIR", description = "the data folder (QUIRE_DATA; default: data)")
    private @Nullable Path data;

    @Option(
            names = "--database",
            paramLabel = "URL",
            description = {
                "a PostgreSQL database instead: jdbc:postgresql://host:5432/quire (QUIRE_DATABASE);",
                "its user and password stand in the environment alone"
            })
    private @Nullable String database;

    /** As the command line was. */
    PlaceOptions() {}

    PlaceOptions(@Nullable Path data, @Nullable String database) {
        this.data = data;
        this.database = database;
    }

    /** The place that a command works on. */
    RecordPlace place(Map<String, String> environment) {
        RecordPlace place = said(environment);
        return place == null ? new RecordFolder(Path.of("data")) : place;
    }

    /** The place that a command may work on too; null where nothing was said of it. */
    @Nullable
    RecordPlace said(Map<String, String> environment) {
        List<Finding> findings = new ArrayList<>();
        RecordPlace place = find(environment, findings);
        if (!findings.isEmpty()) {
            throw Problem.badInput("The record cannot be found like this.", findings);
        }
        return place;
    }

    /** The place, or null where nothing was said of it; what is wrong is added to the findings. */
    @Nullable
    RecordPlace find(Map<String, String> environment, List<Finding> findings) {
        boolean said = data != null || database != null;
        String folder = said ? string(data) : environment.getOrDefault("QUIRE_DATA", "");
        String address = said ? string(database) : environment.getOrDefault("QUIRE_DATABASE", "");
        if (!folder.isBlank() && !address.isBlank()) {
            findings.add(wrong("Name a data folder (--data or QUIRE_DATA) or a database (--database or QUIRE_DATABASE),"
                    + " not both."));
            return null;
        } else if (!address.isBlank()) {
            return server(address, environment, findings);
        }
        return folder.isBlank() ? null : new RecordFolder(Path.of(folder));
    }

    private static @Nullable RecordServer server(
            String address, Map<String, String> environment, List<Finding> findings) {
        try {
            String user = environment.getOrDefault("QUIRE_DATABASE_USER", USUAL_USER);
            return new RecordServer(address, user, password(environment));
        } catch (Problem e) {
            findings.addAll(e.findings());
            return null;
        }
    }

    /** From a file where one is named, as systems that keep secrets hand them over. */
    private static String password(Map<String, String> environment) {
        String file = environment.get("QUIRE_DATABASE_PASSWORD_FILE");
        if (file == null) {
            return environment.getOrDefault("QUIRE_DATABASE_PASSWORD", "");
        }
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw Problem.badInput(
                            wrong("The file that QUIRE_DATABASE_PASSWORD_FILE names cannot be read: " + file + "."))
                    .because(e);
        }
    }

    private static String string(@Nullable Object said) {
        return said == null ? "" : said.toString();
    }

    private static Finding wrong(String message) {
        return Finding.error("setting", message, Place.UNKNOWN);
    }
}
