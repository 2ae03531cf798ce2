package quire.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import quire.bundle.BundleCheck;
import quire.bundle.BundleVerdict;
import quire.core.Problem;
import quire.documents.CopyCheck;
import quire.documents.CopyVerdict;
import quire.portfolio.Documents;
import quire.store.Database;

/** {@code verify}: whether a file is a final paper or a bundle as it was made. */
@Command(
        name = "verify",
        description = {
            "Say whether a PDF or Word file is a signed paper or a bundle of this record, and unchanged.",
            "Exit code 0: the newest one, unchanged. 1: anything else."
        })
final class VerifyCommand implements Callable<Integer> {

    /** No paper or bundle is as large as that. */
    private static final long MOST = 1_000_000_000;

    private final Surroundings here;

    @Parameters(paramLabel = "FILE", description = "the PDF or Word file")
    private Path file = Path.of("");

    @Mixin
    private PlaceOptions place = new PlaceOptions();

    VerifyCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public Integer call() {
        byte[] bytes = read();
        try (Database database = Database.toRead(place.place(here.environment()))) {
            BundleVerdict bundle = new BundleCheck(database).of(bytes);
            if (bundle.isKnown()) {
                here.out().println(bundle.heading() + ". " + bundle.explanation());
                return bundle.isGood() ? ExitCode.DONE : ExitCode.INPUT;
            }
            CopyVerdict verdict =
                    new CopyCheck(new Documents(database), here.clock().getZone()).of(bytes);
            String mark = verdict.mark() == null ? "" : " Signed record " + verdict.mark() + ".";
            here.out().println(verdict.kind().title() + ". " + verdict.explanation() + mark);
            return verdict.isGood() ? ExitCode.DONE : ExitCode.INPUT;
        }
    }

    private byte[] read() {
        Path path = here.folder().resolve(file);
        try {
            if (!Files.isRegularFile(path)) {
                throw Problem.notFound("There is no file " + file + ".");
            } else if (Files.size(path) > MOST) {
                throw Problem.of(
                        Problem.Kind.TOO_LARGE,
                        "The file " + file + " is larger than any paper: more than " + MOST / 1_000_000 + " MB.");
            }
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw Problem.notFound("The file " + file + " cannot be read.").because(e);
        }
    }
}
