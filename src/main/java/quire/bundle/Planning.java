package quire.bundle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import quire.documents.DocumentMaker;
import quire.documents.FinalPapers;
import quire.pdf.Pdf;
import quire.portfolio.Documents;
import quire.portfolio.Evidence;
import quire.portfolio.Portfolio;
import quire.programme.Recipe;

/** Turns a recipe and a portfolio into a whole plan, with the files that belong to it. May be shared between threads. */
final class Planning {

    /** The contents may need a page more once they know all numbers; then everything moves. */
    private static final int TRIES = 4;

    private final Documents documents;
    private final FinalPapers finalPapers;
    private final Evidence evidence;
    private final EvidenceSheets sheets;
    private final DocumentMaker maker;
    private final FactFinding facts;
    private final ZoneId zone;

    Planning(
            Documents documents,
            FinalPapers finalPapers,
            Evidence evidence,
            EvidenceSheets sheets,
            DocumentMaker maker,
            FactFinding facts,
            ZoneId zone) {
        this.documents = documents;
        this.finalPapers = finalPapers;
        this.evidence = evidence;
        this.sheets = sheets;
        this.maker = maker;
        this.facts = facts;
        this.zone = zone;
    }

    /** A plan with everything that the writer needs: pieces in the order of its entries. */
    record Planned(Plan plan, List<Piece> pieces) {}

    /**
     * Plans a bundle.
     *
     * @param reason why it is made although something is missing
     * @param making who asks for it, when, and which version it will be
     */
    Planned plan(Portfolio portfolio, Recipe recipe, Edition edition, String reason, Making making) {
        Instant now = making.made();
        Selection selection = new Selection(
                documents,
                finalPapers,
                sheets,
                evidence,
                portfolio,
                recipe,
                LocalDate.ofInstant(now, zone),
                now);
        List<Piece> pieces = selection.pieces();
        Plan rough = new Plan(
                portfolio.id(),
                portfolio.code(),
                recipe.id(),
                recipe.title(),
                edition,
                recipe.coded(),
                pieces.stream().map(Piece::entry).toList(),
                selection.gaps(),
                reason);
        BundleFacts found = facts.of(portfolio, recipe, selection.checklist(), pieces, making);
        return settled(rough, pieces, new FrontMatter(maker, found, zone));
    }

    private static Planned settled(Plan rough, List<Piece> pieces, FrontMatter pages) {
        Planned planned = numbered(rough, pieces);
        for (int tries = 0; tries < TRIES; tries++) {
            List<Piece> made = made(planned, pages);
            Planned next = numbered(planned.plan(), made);
            if (next.plan().entries().equals(planned.plan().entries())) {
                return next;
            }
            planned = next;
        }
        throw new IllegalStateException("The pages of the bundle do not settle: " + rough.title());
    }

    private static List<Piece> made(Planned planned, FrontMatter pages) {
        List<Piece> made = new ArrayList<>();
        for (Piece piece : planned.pieces()) {
            if (piece.entry().kind().isMadeForTheBundle()) {
                Pdf page = pages.page(piece.entry(), planned.plan());
                made.add(piece.with(piece.entry().withPages(page.pages())).with(page.bytes()));
            } else {
                made.add(piece);
            }
        }
        return made;
    }

    /** Gives every piece the number of its first page. */
    private static Planned numbered(Plan plan, List<Piece> pieces) {
        List<Piece> numbered = new ArrayList<>();
        int page = 1;
        for (Piece piece : pieces) {
            numbered.add(piece.with(piece.entry().at(page)));
            page += piece.entry().pages();
        }
        List<Plan.Entry> entries = numbered.stream().map(Piece::entry).collect(Collectors.toList());
        return new Planned(
                new Plan(
                        plan.portfolio(),
                        plan.code(),
                        plan.recipe(),
                        plan.title(),
                        plan.edition(),
                        plan.coded(),
                        entries,
                        plan.gaps(),
                        plan.reason()),
                numbered);
    }
}
