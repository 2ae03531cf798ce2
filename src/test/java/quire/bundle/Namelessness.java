package quire.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import quire.portfolio.Portfolio;
import quire.programme.Recipe;
import quire.redaction.Decision;
import quire.redaction.FileDecision;

/** Whether the coded bundles of a year name nobody once somebody has looked at everything, and shows every file. */
final class Namelessness {

    private static final String REASON = "The panel meets before the year is over.";

    private final BundleHouse house;

    Namelessness(BundleHouse house) {
        this.house = house;
    }

    void assertOf(String code) {
        for (Recipe recipe : house.portfolio(code).programme().moderation().recipes()) {
            if (recipe.coded()) {
                // What is taken out may bring to light what stood in its shadow.
                look(code, recipe);
                look(code, recipe);
                Bundle bundle = house.built(code, recipe.id(), Edition.FINAL, REASON);
                assertThat(LeakSearch.in(house.file(bundle), house.names(code)))
                        .as(recipe.id() + " of " + code)
                        .isEmpty();
            }
        }
    }

    /** Takes out whatever may identify somebody, and shows all files. */
    private void look(String code, Recipe recipe) {
        Portfolio portfolio = house.portfolio(code);
        String by = house.somebody().person();
        Doubts doubts = house.bundles().doubts(portfolio, recipe, by, BundleHouse.NOW);
        List<Decision> words = doubts.items().stream()
                .flatMap(item -> item.suspects().stream())
                .map(suspect -> new Decision(suspect.text(), suspect.kind(), true, by, BundleHouse.NOW))
                .toList();
        List<FileDecision> files = doubts.files().stream()
                .map(Doubts.File::file)
                .map(file -> new FileDecision(file.id(), file.digest(), true, by, BundleHouse.NOW))
                .toList();
        house.bundles().redactions().decide(portfolio, words, files, house.somebody(), BundleHouse.NOW);
    }
}
