package quire.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import quire.pdf.Binder;
import quire.pdf.Bound;
import quire.pdf.Claims;
import quire.pdf.Item;
import quire.pdf.PdfMaker;
import quire.pdf.PdfRequest;
import quire.pdf.Volume;
import quire.seal.SealKey;
import quire.seal.Sealer;
import quire.testkit.Tools;

/**
 * Binds 37 files, tagged, numbered, linked and sealed, beside what {@code pdfunite}, {@code qpdf} and PDFBox's merger need only to join
 * them; then a volume of some 2,000 pages. Run it with {@code -Xmx64m} to see that memory is enough.
 */
public final class BindBench {

    private static final Instant MADE = Instant.parse("2026-11-22T09:30:00Z");
    private static final int FILES = 37;
    private static final int ROUNDS = 30;

    private BindBench() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "bench", "bind"));
        List<byte[]> files = papers(4);
        int pages = new Binder().pages(files.get(0));
        List<Path> paths = written(files, folder);
        Sealer sealer = new Sealer(SealKey.make("Bench", MADE));
        Path out = folder.resolve("volume.pdf");
        report("Quire: bound, numbered, linked and sealed", time(() -> bind(files, pages, out, sealer)), out);
        Path joined = folder.resolve("joined.pdf");
        report("pdfunite: joined", time(() -> program("pdfunite", paths, joined)), joined);
        report("PDFBox's merger: joined", time(() -> merge(paths, joined)), joined);
        List<byte[]> many = papers(56);
        long start = System.nanoTime();
        bind(many, new Binder().pages(many.get(0)), out, sealer);
        report("Quire: about 2,000 pages", (System.nanoTime() - start) / 1e6, out);
    }

    private interface Work {
        void run() throws IOException;
    }

    /** The median of many rounds, in milliseconds, after as many to warm up. */
    private static double time(Work work) throws IOException {
        List<Double> rounds = new ArrayList<>();
        for (int round = 0; round < 2 * ROUNDS; round++) {
            long start = System.nanoTime();
            work.run();
            if (round >= ROUNDS) {
                rounds.add((System.nanoTime() - start) / 1e6);
            }
        }
        return rounds.stream().sorted().skip(ROUNDS / 2).findFirst().orElse(0.0);
    }

    private static void report(String what, double milliseconds, Path file) throws IOException {
        System.out.printf(Locale.ROOT, "%-50s %8.1f ms %8.2f MB%n", what, milliseconds, Files.size(file) / 1e6);
    }

    /** A plan knows how many pages a file has. */
    private static void bind(List<byte[]> files, int pages, Path out, Sealer sealer) {
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            byte[] file = files.get(i);
            items.add(new Item("paper" + i, "Paper " + i, 1, pages, Item.Origin.OWN, () -> file));
        }
        Volume volume = new Volume(
                "Portfolio",
                "en-GB",
                MADE,
                "",
                Claims.VOLUME,
                items,
                Volume.Numbering.of(pages * files.size()),
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

    private static void program(String program, List<Path> files, Path out) {
        List<String> arguments =
                new ArrayList<>(files.stream().map(Path::toString).toList());
        arguments.add(out.toString());
        Tools.run(program, arguments.toArray(String[]::new));
    }

    private static void merge(List<Path> files, Path out) throws IOException {
        PDFMergerUtility merger = new PDFMergerUtility();
        for (Path file : files) {
            merger.addSource(file.toFile());
        }
        merger.setDestinationFileName(out.toString());
        merger.mergeDocuments(IOUtils.createMemoryOnlyStreamCache());
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

    private static List<Path> written(List<byte[]> files, Path folder) throws IOException {
        List<Path> paths = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            Path path = folder.resolve("paper-" + i + ".pdf");
            Files.write(path, files.get(i));
            paths.add(path);
        }
        return paths;
    }
}
