package quire.demo;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import quire.core.Finding;
import quire.core.Problem;
import quire.forms.Forms;
import quire.programme.Programmes;
import quire.yaml.Part;

/** The files of a cohort: {@code cohort.yaml}, and a folder for each portfolio with a file for each document. */
final class CohortFolder {

    private final Path samples;
    private final SampleFiles files;

    /** @param checks whether the files are held against anything, or taken as they are */
    CohortFolder(Path samples, boolean checks) {
        this.samples = samples;
        this.files = new SampleFiles(checks);
    }

    /** Everything that is wrong with the files that were read. */
    List<Finding> findings() {
        return files.findings();
    }

    /** The cohort; null where its own file has errors. Portfolios and documents with errors are left out. */
    @Nullable
    Cohort read(Forms forms, Programmes programmes) {
        return read(frame -> new PortfolioFolders(samples, files, frame, forms, programmes));
    }

    /** The cohort without its portfolios. */
    @Nullable
    Cohort people() {
        return read(frame -> null);
    }

    /** @throws Problem with everything that is wrong, if anything is */
    Cohort orThrow(@Nullable Cohort cohort) {
        if (cohort == null || Finding.anyError(findings())) {
            throw Problem.badInput("The cohort in " + samples + " has faults.", findings());
        }
        return cohort;
    }

    private @Nullable Cohort read(Function<Cohort, @Nullable PortfolioFolders> folders) {
        return files.read(samples.resolve("cohort").resolve("cohort.yaml"), root -> {
            files.check(() -> SampleFormats.COHORT.check(root));
            CohortBuilder builder = new CohortBuilder(root);
            Cohort frame = builder.cohort(List.of());
            files.check(() -> CohortRules.check(root, frame, samples));
            PortfolioFolders portfolios = folders.apply(frame);
            return portfolios == null ? frame : builder.cohort(portfolios(root.member("portfolios"), portfolios));
        });
    }

    private static List<SamplePortfolio> portfolios(Part codes, PortfolioFolders folders) {
        return codes.entries().stream()
                .map(code -> folders.read(code.text("")))
                .filter(Objects::nonNull)
                .toList();
    }
}
