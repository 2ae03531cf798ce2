package quire.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import quire.pdf.Binder;
import quire.pdf.Bound;
import quire.pdf.Claims;
import quire.pdf.Item;
import quire.pdf.PdfMaker;
import quire.pdf.PdfRequest;
import quire.pdf.Volume;
import quire.seal.SealKey;
import quire.seal.Sealer;

/**
 * Binds 37 files, tagged, numbered, linked and sealed, beside what {@code pdfunite} and PDFBox's merger need only to join them, from
 * short ones to a volume of some 2,000 pages. Run it with {@code -Xmx64m} to see that memory is enough.
 */
public final class BindBench {

    private static final Instant MADE = Instant.parse("2026-11-22T09:30:00Z");
    private static final int FILES = 37;
    /** Of one file. */
    private static final List<Integer> PAGES = List.of(1, 4, 8, 16, 32, 56);

    private static final HeapWatch HEAP = new HeapWatch();

    private BindBench() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "bench", "bind"));
        Sealer sealer = new Sealer(SealKey.make("Bench", MADE));
        System.out.printf("%6s %26s %18s %18s%n", "pages", "bound, linked and sealed", "pdfunite", "PDFBox's merger");
        for (int pages : PAGES) {
            row(pages, folder, sealer);
        }
    }

    private static void row(int pagesOfOne, Path folder, Sealer sealer) throws IOException {
        List<byte[]> files = papers(pagesOfOne);
        int pages = new Binder().pages(files.get(0));
        int runs = Math.max(4, 60 / pagesOfOne);
        Path out = folder.resolve("volume.pdf");
        HEAP.reset();
        double ours =
                Stopwatch.measure(runs, () -> bind(files, pages, out, sealer)).median();
        double heap = HEAP.worst();
        Joiners joiners = new Joiners(folder, files);
        double united = Stopwatch.measure(runs, joiners::pdfunite).median();
        double unitedSize = Files.size(joiners.out()) / 1e6;
        double merged = merged(joiners, runs);
        System.out.printf(
                Locale.ROOT,
                "%6d %8.0f ms %5.2f MB %3.0f MB %8.0f ms %5.2f MB %8.0f ms %5.2f MB%n",
                pages * FILES,
                ours,
                Files.size(out) / 1e6,
                heap,
                united,
                unitedSize,
                merged,
                Files.size(joiners.out()) / 1e6);
    }

    /** In milliseconds; not a number where the merger, which keeps all files in memory, has none left. */
    private static double merged(Joiners joiners, int runs) {
        try {
            return Stopwatch.measure(runs, joiners::merger).median();
        } catch (OutOfMemoryError full) {
            return Double.NaN;
        }
    }

    /** As {@link #bind(List, Path, Sealer)}, for files of so many pages each. */
    private static void bind(List<byte[]> files, int pages, Path out, Sealer sealer) {
        bind(files.stream().map(file -> new Paged(file, pages)).toList(), out, sealer);
    }

    /** A file, and how many pages it has, which a plan knows. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Paged(byte[] file, int pages) {}

    /** Binds files, numbers, labels, links and seals them, with a list of what is in them. */
    static void bind(List<Paged> files, Path out, Sealer sealer) {
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            Paged one = files.get(i);
            items.add(new Item("paper" + i, "Paper " + i, 1, one.pages(), Item.Origin.OWN, one::file));
        }
        Volume volume = new Volume(
                "Portfolio",
                "en-GB",
                MADE,
                "",
                Claims.VOLUME,
                items,
                Volume.Numbering.of(files.stream().mapToInt(Paged::pages).sum()),
                "paper0",
                "",
                spans -> List.of(new Volume.Attachment(
                        "manifest.json",
                        "application/json",
                        "What is in it",
                        "Data",
                        spans.toString().getBytes(StandardCharsets.UTF_8))));
        Bound bound = new Binder().bindForSeal(volume, out);
        if (bound.seal() != null) {
            sealer.seal(out, bound.seal(), MADE);
        }
    }

    private static List<byte[]> papers(int pages) {
        List<byte[]> papers = new ArrayList<>();
        for (int file = 0; file < FILES; file++) {
            StringBuilder html = new StringBuilder("<title>Paper ").append(file).append("</title><h1>Paper</h1>");
            for (int page = 0; page < pages; page++) {
                html.append("<h2 style=\"")
                        .append(page > 0 ? "page-break-before: always" : "")
                        .append("\">Part ");
                html.append(page).append("</h2>");
                for (int line = 0; line < 12; line++) {
                    html.append("<p>Paper ")
                            .append(file)
                            .append(" tells of a home visit, of what was said there, ")
                            .append("and of what <b>could be done</b> about it before the next one.</p>");
                }
            }
            papers.add(new PdfMaker()
                    .make(PdfRequest.of(html.toString(), "paper", MADE))
                    .bytes());
        }
        return papers;
    }
}
