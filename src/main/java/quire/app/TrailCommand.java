package quire.app;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import quire.portfolio.Documents;
import quire.store.Database;
import quire.trail.Head;
import quire.trail.Trail;

/** {@code trail verify} and {@code trail export}. */
@Command(name = "trail", description = "Look at the trail: who did what.", synopsisSubcommandLabel = "COMMAND")
final class TrailCommand {

    private final Surroundings here;

    TrailCommand(Surroundings here) {
        this.here = here;
    }

    @Command(
            name = "verify",
            description = {
                "Check every entry of the trail, and print how many there are and where it ends.",
                "Then hold everything that was signed against it: signatures, answers, signed papers.",
                "The server may go on working meanwhile."
            })
    int verify(
            @Option(
                            names = "--anchor",
                            paramLabel = "NUMBER:HASH",
                            description = "a head that was noted earlier, to compare with; may be given several times")
                    @Nullable
                    List<String> anchors,
            @Mixin PlaceOptions place) {
        List<Head> heads =
                anchors == null ? List.of() : anchors.stream().map(Head::of).toList();
        try (Database database = Database.toRead(place.place(here.environment()))) {
            TrailWords words = new TrailWords(here);
            int code = words.tell(new Trail(database).verify(heads));
            return code == ExitCode.DONE
                    ? words.tell(new Documents(database).recordCheck().verify())
                    : code;
        }
    }

    @Command(
            name = "export",
            description = {
                "Print every entry of the trail as one line of JSON, the first entry first.",
                "The hashes are in it, so whoever has the lines can check them without us."
            })
    int export(@Mixin PlaceOptions place) {
        try (Database database = Database.toRead(place.place(here.environment()))) {
            // Not closed: standard output is not ours to close.
            Writer out = new OutputStreamWriter(here.out(), StandardCharsets.UTF_8);
            new Trail(database).export(out);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the trail out", e);
        }
        return here.out().checkError() ? ExitCode.FAULT : ExitCode.DONE;
    }
}
