package quire.preflight;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import quire.bundle.Bundle;
import quire.bundle.Contents;
import quire.core.Digest;
import quire.core.Problem;
import quire.core.Recent;
import quire.pdf.PdfSurvey;
import quire.pdf.Unbindable;
import quire.seal.SealCheck;
import quire.seal.SealVerdict;

/**
 * Holds finished PDF files against rule sets. What can be read from the file is read from it and not from the plan it was made by,
 * so that a fault of the writer is found as well. May be shared between threads.
 */
public final class Preflight {

    /** So that everybody else's pages stay fast: one file at a time, read by one thread. */
    private static final int AT_THE_SAME_TIME = 1;

    private static final int PATIENCE_SECONDS = 20;
    private static final int REMEMBERED = 500;

    private final RuleSets sets;
    private final Recent<Digest, List<Report>> known = new Recent<>(REMEMBERED);
    private final Semaphore places = new Semaphore(AT_THE_SAME_TIME, true);

    public Preflight(RuleSets sets) {
        this.sets = sets;
    }

    public RuleSets sets() {
        return sets;
    }

    /**
     * Holds a bundle against all rule sets. A bundle never changes, so that is done once.
     *
     * @param name what its file is called
     * @param file opens it
     * @param seals knows the seals of this installation
     * @throws Problem if many people want that just now
     */
    public List<Report> of(Bundle bundle, String name, Supplier<InputStream> file, SealCheck seals) {
        return known.get(
                bundle.digest(),
                () -> atEase(() ->
                        // Somebody else may have been waited for who wanted the same.
                        known.get(bundle.digest(), () -> {
                            Path copy = copy(file);
                            try {
                                return reports(copy, name, Contents.of(bundle), seals);
                            } finally {
                                delete(copy);
                            }
                        })));
    }

    /**
     * Holds any file against all rule sets. What it says of its own contents is believed.
     *
     * @param file must not change meanwhile
     */
    public List<Report> of(Path file) {
        return reports(file, String.valueOf(file.getFileName()), null, new SealCheck(List.of()));
    }

    private List<Report> reports(Path file, String name, @Nullable Contents contents, SealCheck seals) {
        Subject subject = subject(file, name, contents, seals);
        return sets.list().stream().map(set -> report(set, subject)).toList();
    }

    private static Report report(RuleSet set, Subject subject) {
        List<Report.Line> lines = set.rules().stream()
                .map(rule -> new Report.Line(rule, rule.check().judge(subject, rule.terms())))
                .toList();
        return new Report(set, set.covers(subject), lines);
    }

    private static Subject subject(Path file, String name, @Nullable Contents contents, SealCheck seals) {
        SealVerdict.Kind seal = seals.of(file).kind();
        try {
            PdfSurvey survey = PdfSurvey.of(file);
            Contents held = contents == null ? Contents.in(survey.attachments()).orElse(null) : contents;
            return new Subject(name, size(file), survey, "", held, seal);
        } catch (Unbindable unreadable) {
            return new Subject(name, size(file), null, unreadable.reason(), contents, seal);
        }
    }

    private <T> T atEase(Supplier<T> work) {
        if (!isPlaced()) {
            throw Problem.of(
                    Problem.Kind.UNAVAILABLE, "Many bundles are being checked just now. Try again in a minute.");
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    private boolean isPlaced() {
        try {
            return places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    private static Path copy(Supplier<InputStream> file) {
        try (InputStream content = file.get()) {
            Path copy = Files.createTempFile("preflight", ".pdf");
            Files.copy(content, copy, StandardCopyOption.REPLACE_EXISTING);
            return copy;
        } catch (IOException e) {
            throw Problem.of(Problem.Kind.UNAVAILABLE, "The server has no room to check the bundle just now.")
                    .because(e);
        }
    }

    private static void delete(Path copy) {
        try {
            Files.deleteIfExists(copy);
        } catch (IOException e) {
            throw new UncheckedIOException("A temporary file stays behind: " + copy, e);
        }
    }
}
