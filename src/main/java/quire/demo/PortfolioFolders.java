package quire.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quire.forms.Forms;
import quire.programme.Programmes;
import quire.yaml.Definitions;
import quire.yaml.Part;

/**
 * The folders of a cohort's portfolios.
 *
 * @param cohort whose they are, without portfolios yet
 */
record PortfolioFolders(Path samples, SampleFiles files, Cohort cohort, Forms forms, Programmes programmes) {

    private static final String PORTFOLIO_FILE = "portfolio.yaml";

    /** The portfolio of that code, without the documents that have errors; null where its own file has some. */
    @Nullable
    SamplePortfolio read(String code) {
        Path folder = samples.resolve("cohort").resolve(code);
        return files.read(folder.resolve(PORTFOLIO_FILE), root -> {
            files.check(() -> SampleFormats.PORTFOLIO.check(root));
            SamplePortfolio portfolio = new PortfolioBuilder(root, programmes).portfolio();
            if (portfolio == null) {
                return null;
            }
            SamplePortfolio whole = portfolio.with(documents(folder, portfolio));
            files.check(() -> PortfolioRules.check(root, whole, cohort, samples));
            return whole;
        });
    }

    private List<SampleDocument> documents(Path folder, SamplePortfolio portfolio) {
        List<SampleDocument> documents = new ArrayList<>();
        for (Path file : Files.isDirectory(folder) ? Definitions.files(folder) : List.<Path>of()) {
            if (!file.endsWith(PORTFOLIO_FILE)) {
                SampleDocument document = files.read(file, root -> document(root, portfolio));
                if (document != null) {
                    documents.add(document);
                }
            }
        }
        return documents;
    }

    private @Nullable SampleDocument document(Part root, SamplePortfolio portfolio) {
        files.check(() -> SampleFormats.DOCUMENT.check(root));
        SampleDocument document = new DocumentBuilder(root, portfolio, forms, samples).document();
        if (document != null) {
            files.check(() -> new DocumentRules(root, document, portfolio, cohort).check());
        }
        return document;
    }
}
