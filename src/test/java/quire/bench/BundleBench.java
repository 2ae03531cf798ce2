package quire.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quire.bundle.Bundle;
import quire.bundle.BundleHouse;
import quire.bundle.Edition;
import quire.bundle.Plan;
import quire.pdf.Binder;
import quire.portfolio.EvidenceFile;
import quire.portfolio.EvidenceNote;
import quire.portfolio.Portfolio;
import quire.programme.Recipe;
import quire.seal.SealKey;
import quire.seal.Sealer;

/**
 * The bundles of a panel, from the record to what is sealed and kept: a whole year with ten files of evidence, beside what other
 * programs need only to join the same papers and files; then forty bundles in a row.
 */
public final class BundleBench {

    private static final int EVIDENCE = 10;
    private static final int ROUNDS = Integer.getInteger("quire.bundle.rounds", 20);
    private static final int IN_A_ROW = 40;
    private static final String REASON = "The panel meets before the year is over.";

    private final Path folder = Path.of("target", "bench", "bundle");
    private final HeapWatch heap = new HeapWatch();
    private final BundleHouse house;

    private BundleBench(BundleHouse house) {
        this.house = house;
    }

    public static void main(String[] arguments) throws IOException {
        try (BundleHouse house = new BundleHouse()) {
            new BundleBench(house).run();
        }
    }

    private void run() throws IOException {
        Files.createDirectories(folder);
        bring();
        whole("internal");
        whole("external");
        inARow();
    }

    /** Hands in further files until there are enough. */
    private void bring() throws IOException {
        Portfolio portfolio = house.portfolio(BundleHouse.WHOLE);
        List<Path> more;
        try (Stream<Path> files = Files.list(Path.of("samples", "evidence"))) {
            more = files.sorted().toList();
        }
        for (Path file : more) {
            if (house.evidence().ofPortfolio(portfolio.id()).size() < EVIDENCE) {
                try (InputStream content = Files.newInputStream(file)) {
                    EvidenceNote note = EvidenceNote.of("File " + file.getFileName());
                    house.evidence()
                            .add(
                                    portfolio.id(),
                                    note,
                                    file.getFileName().toString(),
                                    content,
                                    house.somebody(),
                                    BundleHouse.NOW);
                }
            }
        }
    }

    /** The same would be found and not built again, so something changes before each round. */
    private void whole(String recipe) throws IOException {
        Plan plan = house.plan(BundleHouse.WHOLE, recipe, Edition.FINAL);
        System.out.printf("%s of %s: %d pages%n", recipe, BundleHouse.WHOLE, plan.pages());
        plan.entries().stream()
                .collect(Collectors.groupingBy(Plan.Entry::kind, TreeMap::new, Collectors.counting()))
                .forEach((kind, count) ->
                        System.out.printf("  %d × %s%n", count, kind.name().toLowerCase(Locale.ROOT)));
        heap.reset();
        report("planned", Stopwatch.measure(ROUNDS, () -> house.plan(BundleHouse.WHOLE, recipe, Edition.FINAL)));
        int[] round = {0};
        report("asked for, built, sealed and kept", Stopwatch.measure(ROUNDS, () -> {
            change(round[0]++);
            house.built(BundleHouse.WHOLE, recipe, Edition.FINAL, REASON);
        }));
        List<byte[]> sheets = house.sheets(BundleHouse.WHOLE, recipe);
        List<BindBench.Paged> paged = sheets.stream()
                .map(sheet -> new BindBench.Paged(sheet, new Binder().pages(sheet)))
                .toList();
        Sealer sealer = new Sealer(SealKey.make("Bench", BundleHouse.NOW));
        Path out = folder.resolve("bound.pdf");
        report(
                "its papers and files bound and sealed",
                Stopwatch.measure(ROUNDS, () -> BindBench.bind(paged, out, sealer)));
        Joiners joiners = new Joiners(folder, sheets);
        report("pdfunite: its papers and files joined", Stopwatch.measure(ROUNDS, joiners::pdfunite));
        report("PDFBox's merger: the same", Stopwatch.measure(ROUNDS, joiners::merger));
    }

    private void change(int round) {
        EvidenceFile file = house.evidence()
                .ofPortfolio(house.portfolio(BundleHouse.WHOLE).id())
                .get(0);
        EvidenceNote note = new EvidenceNote("Round " + round, Set.copyOf(file.supports()), file.confidential());
        house.evidence().describe(file.id(), note, house.somebody(), BundleHouse.NOW);
    }

    /** Every portfolio of the samples in every form, final and as a draft, until there are enough. */
    private void inARow() {
        heap.reset();
        List<String> wishes = new ArrayList<>();
        int pages = 0;
        long bytes = 0;
        long start = System.nanoTime();
        for (Edition edition : List.of(Edition.FINAL, Edition.DRAFT)) {
            for (String code : house.codes()) {
                for (Recipe recipe :
                        house.portfolio(code).programme().moderation().recipes()) {
                    if (wishes.size() < IN_A_ROW) {
                        wishes.add(code);
                        Bundle bundle = house.built(code, recipe.id(), edition, REASON);
                        pages += bundle.pages();
                        bytes += bundle.size();
                    }
                }
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%d bundles in a row: %.1f s, %d pages, %.1f MB, heap at the worst %.0f MB%n",
                wishes.size(),
                seconds,
                pages,
                bytes / 1e6,
                heap.worst());
    }

    private void report(String what, Stopwatch.Figures figures) {
        System.out.printf(Locale.ROOT, "  %-40s %s%n", what, figures);
    }
}
