package quire.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import quire.core.Finding;
import quire.core.Place;
import quire.forms.Forms;
import quire.programme.Programmes;
import quire.yaml.Definitions;
import quire.yaml.Format;
import quire.yaml.Nouns;
import quire.yaml.OwnWords;
import quire.yaml.Part;

/** The files of a cohort: {@code cohort.yaml}, and a folder for each portfolio with a file for each document. */
final class CohortFolder {

    private static final String SCHEMA = "cohort.schema.json";
    private static final Format COHORT = format("cohort", "the cohort", Map.of("people", "person"));
    private static final Format PORTFOLIO = format("portfolio", "the portfolio", Map.of());
    private static final Format DOCUMENT = format("document", "the document", Map.of());
    private static final String PORTFOLIO_FILE = "portfolio.yaml";

    private final Path samples;
    private final Forms forms;
    private final Programmes programmes;
    private final boolean checks;
    private final List<Finding> findings = new ArrayList<>();

    /** @param checks whether the files are held against anything, or taken as they are */
    CohortFolder(Path samples, Forms forms, Programmes programmes, boolean checks) {
        this.samples = samples;
        this.forms = forms;
        this.programmes = programmes;
        this.checks = checks;
    }

    /** Everything that is wrong with the files that were read. */
    List<Finding> findings() {
        return findings;
    }

    /** The cohort; null where its own file has errors. Portfolios and documents with errors are left out. */
    @Nullable
    Cohort read() {
        Path folder = samples.resolve("cohort");
        return read(folder.resolve("cohort.yaml"), root -> {
            check(() -> COHORT.check(root));
            CohortBuilder builder = new CohortBuilder(root);
            Cohort frame = builder.cohort(List.of());
            check(() -> CohortRules.check(root, frame, samples));
            return builder.cohort(portfolios(root.member("portfolios"), folder, frame));
        });
    }

    private List<SamplePortfolio> portfolios(Part codes, Path folder, Cohort frame) {
        return codes.entries().stream()
                .map(code -> portfolio(code.text(""), folder, frame))
                .filter(Objects::nonNull)
                .toList();
    }

    private @Nullable SamplePortfolio portfolio(String code, Path folder, Cohort frame) {
        Path place = folder.resolve(code);
        SamplePortfolio found = read(place.resolve(PORTFOLIO_FILE), root -> {
            check(() -> PORTFOLIO.check(root));
            PortfolioBuilder builder = new PortfolioBuilder(root, programmes);
            SamplePortfolio portfolio = builder.portfolio();
            if (portfolio == null) {
                return null;
            }
            SamplePortfolio whole = portfolio.with(documents(place, portfolio, frame));
            check(() -> PortfolioRules.check(root, whole, frame, samples));
            return whole;
        });
        return found;
    }

    private List<SampleDocument> documents(Path place, SamplePortfolio portfolio, Cohort frame) {
        List<SampleDocument> documents = new ArrayList<>();
        for (Path file : Files.isDirectory(place) ? Definitions.files(place) : List.<Path>of()) {
            if (!file.endsWith(PORTFOLIO_FILE)) {
                SampleDocument document = read(file, root -> document(root, portfolio, frame));
                if (document != null) {
                    documents.add(document);
                }
            }
        }
        return documents;
    }

    private @Nullable SampleDocument document(Part root, SamplePortfolio portfolio, Cohort frame) {
        check(() -> DOCUMENT.check(root));
        SampleDocument document = new DocumentBuilder(root, portfolio, forms, samples).document();
        if (document != null) {
            check(() -> new DocumentRules(root, document, portfolio, frame).check());
        }
        return document;
    }

    private void check(Runnable rules) {
        if (checks) {
            rules.run();
        }
    }

    private <T> @Nullable T read(Path file, Function<Part, @Nullable T> reader) {
        if (!Files.isRegularFile(file)) {
            findings.add(Finding.error("missing", "There is no such file.", Place.inFile(file.toString())));
            return null;
        }
        String yaml = Definitions.text(file, findings);
        return yaml == null ? null : Definitions.read(yaml, file.toString(), findings, reader);
    }

    private static Format format(String definition, String whole, Map<String, String> entries) {
        Nouns nouns = new Nouns(whole, entries, Map.of());
        return Format.of(CohortFolder.class, SCHEMA, nouns, OwnWords.NONE).inside(definition, nouns);
    }
}
