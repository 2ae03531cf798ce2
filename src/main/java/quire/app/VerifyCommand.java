package quire.app;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import quire.bundle.BundleCheck;
import quire.bundle.BundleVerdict;
import quire.bundle.OfflineCheck;
import quire.bundle.OfflineVerdict;
import quire.core.Finding;
import quire.core.Place;
import quire.core.Problem;
import quire.documents.CopyCheck;
import quire.documents.CopyVerdict;
import quire.portfolio.Documents;
import quire.seal.SealCertificate;
import quire.store.Database;
import quire.store.RecordFolder;

/** {@code verify}: whether a file is a final paper or a bundle as it was made. */
@Command(
        name = "verify",
        description = {
            "Say whether a PDF or Word file is a signed paper or a bundle of this record, and unchanged.",
            "With a certificate, and where there is no record: what the file alone says of a sealed bundle.",
            "Exit code 0: the newest one, unchanged. 1: anything else."
        })
final class VerifyCommand implements Callable<Integer> {

    /** No paper or bundle is as large as that. */
    private static final long MOST = 1_000_000_000;

    private final Surroundings here;

    @Parameters(paramLabel = "FILE", description = "the PDF or Word file")
    private Path file = Path.of("");

    @Option(
            names = "--certificate",
            paramLabel = "FILE.pem",
            description = "the public certificate of whoever should have sealed it; no record is asked then")
    private @Nullable Path certificate;

    @Mixin
    private PlaceOptions place = new PlaceOptions();

    VerifyCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public Integer call() {
        byte[] bytes = read();
        return certificate == null && hasRecord() ? inTheRecord(bytes) : offline(bytes);
    }

    /** Whether one was named, or lies where it lies if nobody says otherwise. */
    private boolean hasRecord() {
        boolean named = place.said(here.environment()) != null;
        return named
                || (place.place(here.environment()) instanceof RecordFolder usual && Files.isDirectory(usual.path()));
    }

    /** A certificate that lies beside the file is not taken: whoever forges the one can put the other there. */
    private int offline(byte[] bytes) {
        OfflineVerdict verdict = new OfflineCheck(certificates()).of(bytes);
        here.out().println(verdict.heading() + ". " + verdict.explanation());
        return verdict.isGood() ? ExitCode.DONE : ExitCode.INPUT;
    }

    private List<SealCertificate> certificates() {
        if (certificate == null) {
            return List.of();
        }
        try {
            return SealCertificate.allOfPem(Files.readString(here.folder().resolve(certificate), ISO_8859_1));
        } catch (IOException e) {
            throw Problem.notFound("The certificate " + certificate + " cannot be read.")
                    .because(e);
        } catch (Problem e) {
            throw Problem.badInput(Finding.error(
                            "seal-certificate",
                            certificate + ": " + e.getMessage(),
                            Place.inFile(certificate.toString())))
                    .because(e);
        }
    }

    private int inTheRecord(byte[] bytes) {
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
