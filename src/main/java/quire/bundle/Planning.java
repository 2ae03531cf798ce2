package quire.bundle;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quire.documents.DocumentMaker;
import quire.documents.FinalPapers;
import quire.pdf.Pdf;
import quire.portfolio.Documents;
import quire.portfolio.Evidence;
import quire.portfolio.Portfolio;
import quire.programme.Recipe;
import quire.redaction.Coding;
import quire.redaction.Redactions;

/** Turns a recipe and a portfolio into a whole plan, with the files that belong to it. May be shared between threads. */
final class Planning {

    /** The contents may need a page more once they know all numbers; then everything moves. */
    private static final int TRIES = 4;

    private final Documents documents;
    private final FinalPapers finalPapers;
    private final PaperSheets papers;
    private final Evidence evidence;
    private final EvidenceSheets sheets;
    private final CodedEvidence codedSheets;
    private final DocumentMaker maker;
    private final FactFinding facts;
    private final Redactions redactions;
    private final ZoneId zone;

    Planning(
            Documents documents,
            FinalPapers finalPapers,
            PaperSheets papers,
            Evidence evidence,
            EvidenceSheets sheets,
            CodedEvidence codedSheets,
            DocumentMaker maker,
            FactFinding facts,
            Redactions redactions,
            ZoneId zone) {
        this.documents = documents;
        this.finalPapers = finalPapers;
        this.papers = papers;
        this.evidence = evidence;
        this.sheets = sheets;
        this.codedSheets = codedSheets;
        this.maker = maker;
        this.facts = facts;
        this.redactions = redactions;
        this.zone = zone;
    }

    /**
     * A plan with everything that the writer needs.
     *
     * @param pieces in the order of its entries
     * @param pages makes the pages that are made for it
     */
    record Planned(Plan plan, List<Piece> pieces, FrontMatter pages) {

        Planned {
            pieces = List.copyOf(pieces);
        }
    }

    /**
     * Plans a bundle.
     *
     * @param reason why it is made although something is missing
     * @param making who asks for it, when, and which version it will be
     * @param headway told what is read
     */
    Planned plan(Portfolio portfolio, Recipe recipe, Edition edition, String reason, Making making, Headway headway) {
        Selection selection = selection(portfolio, recipe, making);
        List<Piece> all = selection.pieces(headway);
        Plan whole = new Plan(
                portfolio.id(),
                recipe.coded() ? making.code() : portfolio.code(),
                recipe.id(),
                recipe.title(),
                edition,
                recipe.coded(),
                entries(all),
                selection.gaps(),
                reason,
                null);
        Plan rough = edition == Edition.SUPPLEMENT ? whole.continuing(Supplement.continued(making)) : whole;
        List<Piece> pieces =
                switch (edition) {
                    case DRAFT -> all;
                    case FINAL -> withChanges(all, whole, making);
                    case SUPPLEMENT -> Supplement.pieces(all, whole, making.earlier());
                };
        BundleFacts found = facts.of(portfolio, recipe, selection.checklist(), pieces, making);
        return settled(new Planned(rough, pieces, new FrontMatter(maker, found, zone)));
    }

    /** A version that is otherwise than the one before says so behind its contents. */
    private static List<Piece> withChanges(List<Piece> pieces, Plan plan, Making making) {
        Bundle before = making.earlier().newest();
        if (before == null
                || Changes.between(Contents.of(before), Contents.of(plan)).isNone()) {
            return pieces;
        }
        List<Piece> more = new ArrayList<>(pieces);
        int place = 0;
        for (int i = 0; i < pieces.size(); i++) {
            Plan.Kind kind = pieces.get(i).entry().kind();
            place = kind == Plan.Kind.COVER || kind == Plan.Kind.CONTENTS ? i + 1 : place;
        }
        String title = "What has changed since version " + before.number();
        more.add(place, Selection.made(Plan.Kind.CHANGES, Plan.Kind.CHANGES.key(), title, 1));
        return more;
    }

    /** What a person must look at before a coded bundle goes out. */
    Doubts doubts(Portfolio portfolio, Recipe recipe, Making making) {
        Selection selection = selection(portfolio, recipe, making);
        selection.pieces(Headway.UNTOLD);
        return selection.doubts();
    }

    private Selection selection(Portfolio portfolio, Recipe recipe, Making making) {
        return new Selection(
                documents,
                finalPapers,
                papers,
                sheets,
                codedSheets,
                evidence,
                portfolio,
                recipe,
                coding(portfolio, recipe, making.code()),
                LocalDate.ofInstant(making.made(), zone),
                making.made());
    }

    /** How the papers of a portfolio are reworded now, under a code; null where people are named. */
    @Nullable
    Coding coding(Portfolio portfolio, Recipe recipe, String code) {
        return recipe.coded() ? redactions.coding(portfolio, code, recipe.keeps()) : null;
    }

    /**
     * The same plan with a sheet in the place of a file that cannot be bound.
     *
     * @param key of the piece
     * @param reason why it cannot, in a sentence
     */
    static Planned without(Planned planned, String key, String reason) {
        List<Piece> pieces = new ArrayList<>(planned.pieces());
        List<Gap> gaps = new ArrayList<>(planned.plan().gaps());
        for (int i = 0; i < pieces.size(); i++) {
            Plan.Entry entry = pieces.get(i).entry();
            if (entry.key().equals(key) && !entry.kind().isMadeForTheBundle()) {
                gaps.add(new Gap(Gap.Kind.UNREADABLE, entry.title(), reason, ""));
                pieces.set(i, Piece.made(entry.slip(reason)));
            }
        }
        return settled(new Planned(planned.plan().with(entries(pieces), gaps), pieces, planned.pages()));
    }

    private static Planned settled(Planned rough) {
        Planned planned = numbered(rough, rough.pieces());
        for (int tries = 0; tries < TRIES; tries++) {
            Planned next = numbered(planned, made(planned));
            if (next.plan().entries().equals(planned.plan().entries())) {
                return next;
            }
            planned = next;
        }
        throw new IllegalStateException(
                "The pages of the bundle do not settle: " + rough.plan().title());
    }

    private static List<Piece> made(Planned planned) {
        List<Piece> made = new ArrayList<>();
        for (Piece piece : planned.pieces()) {
            if (piece.entry().kind().isMadeForTheBundle()) {
                Pdf page = planned.pages().page(piece.entry(), planned.plan());
                made.add(piece.with(piece.entry().withPages(page.pages())).with(page.bytes()));
            } else {
                made.add(piece);
            }
        }
        return made;
    }

    /** Gives every piece the number of its first page. */
    private static Planned numbered(Planned planned, List<Piece> pieces) {
        List<Piece> numbered = new ArrayList<>();
        int page = planned.plan().firstPage();
        for (Piece piece : pieces) {
            numbered.add(piece.with(piece.entry().at(page)));
            page += piece.entry().pages();
        }
        Plan plan = planned.plan();
        return new Planned(plan.with(entries(numbered), plan.gaps()), numbered, planned.pages());
    }

    private static List<Plan.Entry> entries(List<Piece> pieces) {
        return pieces.stream().map(Piece::entry).toList();
    }
}
