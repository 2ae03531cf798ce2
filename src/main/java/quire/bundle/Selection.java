package quire.bundle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import quire.core.Ordered;
import quire.documents.FinalPapers;
import quire.pdf.Claims;
import quire.pdf.Item;
import quire.portfolio.Checklist;
import quire.portfolio.Document;
import quire.portfolio.Documents;
import quire.portfolio.Evidence;
import quire.portfolio.EvidenceFile;
import quire.portfolio.Portfolio;
import quire.portfolio.Signature;
import quire.portfolio.SignedPaper;
import quire.portfolio.SignedRecord;
import quire.portfolio.Summary;
import quire.portfolio.Tally;
import quire.programme.Recipe;
import quire.programme.Row;
import quire.redaction.Coding;

/** Chooses what of a portfolio a recipe puts into a bundle, and finds out what is missing. Used once. */
final class Selection {

    private final Documents documents;
    private final FinalPapers finalPapers;
    private final PaperSheets papers;
    private final EvidenceSheets sheets;
    private final CodedEvidence codedSheets;
    private final Evidence evidence;
    private final Portfolio portfolio;
    private final Recipe recipe;
    private final @Nullable Coding coding;
    private final Checklist checklist;
    private final Instant now;
    private final List<Piece> pieces = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();
    private final Set<String> shownEvidence = new HashSet<>();
    private final List<Doubts.Item> doubts = new ArrayList<>();
    private final List<Doubts.File> files = new ArrayList<>();
    private Headway headway = Headway.UNTOLD;
    private int read;
    private int total;

    /** @param coding how papers are reworded; null where people are named */
    Selection(
            Documents documents,
            FinalPapers finalPapers,
            PaperSheets papers,
            EvidenceSheets sheets,
            CodedEvidence codedSheets,
            Evidence evidence,
            Portfolio portfolio,
            Recipe recipe,
            @Nullable Coding coding,
            LocalDate today,
            Instant now) {
        this.documents = documents;
        this.finalPapers = finalPapers;
        this.papers = papers;
        this.sheets = sheets;
        this.codedSheets = codedSheets;
        this.evidence = evidence;
        this.portfolio = portfolio;
        this.recipe = recipe;
        this.coding = coding;
        this.checklist = documents.checklist(portfolio, today);
        this.now = now;
    }

    /** All of it, in the order of the recipe. */
    List<Piece> pieces(Headway told) {
        headway = told;
        total = total();
        recipe.contents().forEach(this::add);
        addOtherEvidence();
        documents.tallies(portfolio, checklist).stream()
                .filter(tally -> !tally.isReached())
                .forEach(this::addGap);
        doubts().gap().ifPresent(gaps::add);
        return pieces;
    }

    /** How many papers and files may be read. */
    private int total() {
        long papers = recipe.contents().stream()
                .flatMap(item -> item.papers().stream())
                .flatMap(paper -> checklist.find(paper).stream())
                .mapToLong(item -> item.documents().size())
                .sum();
        return (int) papers + evidence.ofPortfolio(portfolio.id()).size();
    }

    private void tell(String title) {
        headway.reads(title, read, total);
        read++;
    }

    /** What a person must look at, once all pieces are chosen; nothing where people are named. */
    Doubts doubts() {
        return new Doubts(doubts, files);
    }

    /** What is missing, once all pieces are chosen. */
    List<Gap> gaps() {
        return gaps;
    }

    Checklist checklist() {
        return checklist;
    }

    private void add(Recipe.Item item) {
        Recipe.Page page = item.page();
        if (page != null) {
            addMade(Plan.Kind.valueOf(page.name()), page.name().toLowerCase(java.util.Locale.ROOT), title(page), 1);
            return;
        }
        int before = pieces.size();
        int level = item.part() == null ? 1 : 2;
        item.papers().forEach(paper -> checklist.find(paper).ifPresent(row -> addPaper(row, level)));
        if (item.part() != null && pieces.size() > before) {
            Piece divider = made(Plan.Kind.DIVIDER, "part-" + (before + 1), item.part(), 1);
            pieces.add(before, divider);
        }
    }

    private static String title(Recipe.Page page) {
        return switch (page) {
            case COVER -> "Cover";
            case CONTENTS -> "Contents";
            case CONFIRMATIONS -> "Confirmations";
            case CONTROL -> "Control sheet";
        };
    }

    private void addMade(Plan.Kind kind, String key, String title, int level) {
        pieces.add(made(kind, key, title, level));
    }

    static Piece made(Plan.Kind kind, String key, String title, int level) {
        return Piece.made(new Plan.Entry(key, kind, title, level, 0, 1, null, Map.of()));
    }

    private void addPaper(Checklist.Item item, int level) {
        List<Summary> written = item.documents();
        if (written.isEmpty() && !item.row().optional()) {
            gaps.add(new Gap(
                    Gap.Kind.MISSING,
                    item.row().title(),
                    "Not started.",
                    roles(item.row().responsible())));
        }
        for (Summary summary : written) {
            tell(summary.title());
            Document document = documents.get(summary.id());
            Optional<SignedRecord> signed = finalPapers.of(document);
            if (signed.isPresent()) {
                pieces.add(paper(document, signed.get(), level));
                addEvidence(document, level);
            } else {
                gaps.add(unsigned(item.row(), summary));
            }
        }
    }

    private Gap unsigned(Row row, Summary summary) {
        if (!summary.progress().isWritten()) {
            return new Gap(
                    Gap.Kind.UNSIGNED,
                    summary.title(),
                    summary.completed() + " of " + summary.sections() + " sections are completed.",
                    roles(row.responsible()));
        }
        List<String> awaited = summary.awaits().stream().sorted().toList();
        return new Gap(Gap.Kind.UNSIGNED, summary.title(), "Complete, but not signed by all.", roles(awaited));
    }

    private void addGap(Tally tally) {
        String stage = tally.stage().isEmpty() ? "" : " (" + tally.stage() + ")";
        String shares = tally.shares().stream()
                .filter(share -> !share.isReached())
                .map(share -> " Of these, " + share.counted() + " " + share.text() + ", where " + share.needed()
                        + " are needed.")
                .collect(Collectors.joining());
        String sentence = tally.counted() + " signed, " + tally.needed() + " needed." + shares;
        gaps.add(new Gap(Gap.Kind.MINIMUM, tally.title() + stage, sentence, ""));
    }

    private String roles(List<String> roles) {
        return roles.stream()
                .map(role -> portfolio.programme().basis().roles().getOrDefault(role, role))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private Piece paper(Document document, SignedRecord record, int level) {
        Measured measured = coding == null ? papers.measured(record, now) : measured(document, record, coding);
        SignedPaper paper = documents.signedRecords().paper(record);
        Plan.Entry entry = new Plan.Entry(
                Plan.PAPER_KEY + document.id(),
                Plan.Kind.PAPER,
                document.title(),
                level,
                0,
                measured.pages(),
                measured.digest(),
                coding == null ? facts(document, record, paper) : codedFacts(paper, record, coding));
        return new Piece(
                entry,
                Item.Origin.OWN,
                Claims.PAPER,
                () -> papers.file(record, coding, now),
                at -> papers.sheet(record, coding, at.title()));
    }

    private Measured measured(Document document, SignedRecord record, Coding known) {
        PaperSheets.Coded coded = papers.coded(record, known);
        doubts.add(new Doubts.Item(document.title(), document.id(), coded.read().suspects()));
        return coded.measured();
    }

    private static Map<String, @Nullable Object> facts(Document document, SignedRecord record, SignedPaper paper) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("document", document.id());
        facts.put("record", record.mark());
        putForm(paper, facts);
        facts.put(
                "signatures",
                paper.standing().stream().map(Selection::signature).toList());
        return facts;
    }

    /** Nothing that leads back to the record. */
    private Map<String, @Nullable Object> codedFacts(SignedPaper paper, SignedRecord record, Coding known) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        Redacted.put(papers.coded(record, known).read(), facts);
        putForm(paper, facts);
        facts.put(
                "signatures",
                paper.standing().stream()
                        .map(signature -> Ordered.of(
                                "role", signature.role(), "at", signature.at().toString()))
                        .toList());
        return facts;
    }

    private static void putForm(SignedPaper paper, Map<String, @Nullable Object> facts) {
        facts.put(
                "form",
                Ordered.of("id", paper.form().id(), "version", paper.form().version()));
        Map<String, Object> templates = new LinkedHashMap<>();
        paper.templates().forEach((kind, digest) -> templates.put(kind, digest.hex()));
        facts.put("templates", templates);
    }

    private static Map<String, Object> signature(Signature signature) {
        return Ordered.of(
                "role", signature.role(),
                "name", signature.name(),
                "at", signature.at().toString(),
                "sha256", signature.digest().hex());
    }

    /** Files stand behind the first paper that they support. Confidential ones stand in no bundle. */
    private void addEvidence(Document document, int level) {
        evidence.ofDocument(document.id()).forEach(file -> addEvidence(file, level));
    }

    private void addOtherEvidence() {
        List<EvidenceFile> others = recipe.partOnly()
                ? List.of()
                : evidence.ofPortfolio(portfolio.id()).stream()
                        .filter(file -> file.supports().isEmpty())
                        .filter(file -> !file.confidential() && !shownEvidence.contains(file.id()))
                        .toList();
        int before = pieces.size();
        others.forEach(file -> addEvidence(file, 2));
        List<Piece> shown = new ArrayList<>(pieces.subList(before, pieces.size()));
        if (shown.isEmpty()) {
            return;
        }
        pieces.removeAll(shown);
        List<Piece> control = pieces.stream()
                .filter(piece -> piece.entry().kind() == Plan.Kind.CONTROL)
                .toList();
        pieces.removeAll(control);
        pieces.add(made(Plan.Kind.DIVIDER, "part-evidence", "Further evidence", 1));
        pieces.addAll(shown);
        pieces.addAll(control);
    }

    private void addEvidence(EvidenceFile file, int level) {
        if (file.confidential() || file.removed() != null || !shownEvidence.add(file.id())) {
            return;
        }
        tell(EvidenceSheets.title(file));
        if (coding == null) {
            add(sheets.piece(file, level), file.name());
        } else {
            addCoded(file, level, coding);
        }
    }

    /** What nobody has decided about stays outside. */
    private void addCoded(EvidenceFile file, int level, Coding known) {
        CodedEvidence.Coded coded = codedSheets.coded(file, level, known);
        Optional<Boolean> shown = known.shows(file);
        files.add(new Doubts.File(file, shown, coded.unreadable()));
        if (!shown.equals(Optional.of(false))) {
            doubts.add(new Doubts.Item(
                    file.description().isBlank() ? file.name() : file.description(),
                    "",
                    coded.read().suspects()));
        }
        if (shown.equals(Optional.of(true))) {
            add(coded.piece(), coded.piece().entry().title());
        }
    }

    private void add(Piece piece, String name) {
        if (piece.entry().kind() == Plan.Kind.SLIP) {
            String why = String.valueOf(piece.entry().facts().get("reason"));
            gaps.add(new Gap(Gap.Kind.UNREADABLE, name, why, ""));
        }
        pieces.add(piece);
    }
}
