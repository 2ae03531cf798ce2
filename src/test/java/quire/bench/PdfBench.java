package quire.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import quire.pdf.Pdf;
import quire.pdf.PdfMaker;
import quire.pdf.PdfRequest;

/**
 * How long a page takes to become a tagged, archival PDF, beside Chromium's printToPDF of the same page in the same
 * run. Run by hand; the ratio counts, the milliseconds are the machine's.
 */
public final class PdfBench {

    private static final Instant MADE = Instant.parse("2026-11-21T12:00:00Z");
    private static final String WORDS =
            "I reflected on how the professional relationship developed across three visits,"
                    + " how the family responded to challenge, and what the evidence gathered so far can and cannot show. ";

    private PdfBench() {}

    private record Run(String name, int rows, int warmUps, int times) {

        String html() {
            return rows == 0 ? form() : table(rows);
        }
    }

    private record Figures(double median, double processor, long heap) {}

    /** Prints one line for each page: our time, Chromium's, and the ratio. An argument limits the rows of the tables. */
    public static void main(String[] arguments) {
        int mostRows = arguments.length == 0 ? 10_000 : Integer.parseInt(arguments[0]);
        List<Run> runs = Stream.of(
                        new Run("form of 4 pages", 0, 300, 100),
                        new Run("table of 1 row", 1, 100, 100),
                        new Run("table of 100 rows", 100, 100, 50),
                        new Run("table of 10,000 rows", 10_000, 1, 3))
                .filter(run -> run.rows() <= mostRows)
                .toList();
        System.out.printf(
                "%-22s %6s %9s %10s %10s %8s %12s %6s%n",
                "page", "sheets", "bytes", "ours ms", "cpu ms", "heap MB", "Chromium ms", "ratio");
        try (Playwright playwright = quire.testkit.Browser.playwright();
                Browser browser = quire.testkit.Browser.launch(playwright);
                Page page = browser.newPage()) {
            for (Run run : runs) {
                compare(run, page);
            }
        }
    }

    private static void compare(Run run, Page page) {
        PdfMaker maker = new PdfMaker();
        String html = run.html();
        PdfRequest request = new PdfRequest(html, run.name(), Map.of(), MADE);
        Pdf pdf = maker.make(request);
        Figures ours = measure(run.warmUps(), run.times(), () -> maker.make(request));
        int times = Math.max(3, run.times() / 10);
        Figures chromium = measure(2, times, () -> {
            page.setContent(html);
            page.pdf(new Page.PdfOptions().setFormat("A4").setTagged(true).setPreferCSSPageSize(true));
        });
        System.out.printf(
                "%-22s %6d %9d %10.2f %10.2f %8d %12.1f %6.3f%n",
                run.name(),
                pdf.pages(),
                pdf.bytes().length,
                ours.median(),
                ours.processor(),
                ours.heap() >> 20,
                chromium.median(),
                ours.median() / chromium.median());
    }

    private static Figures measure(int warmUps, int times, Runnable work) {
        for (int i = 0; i < warmUps; i++) {
            work.run();
        }
        List<MemoryPoolMXBean> heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
        System.gc();
        heap.forEach(MemoryPoolMXBean::resetPeakUsage);
        double[] wall = new double[times];
        double[] processor = new double[times];
        for (int i = 0; i < times; i++) {
            long processorStart = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            long start = System.nanoTime();
            work.run();
            wall[i] = (System.nanoTime() - start) / 1e6;
            processor[i] = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - processorStart) / 1e6;
        }
        long peak =
                heap.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        return new Figures(median(wall), median(processor), peak);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static String form() {
        StringBuilder html = new StringBuilder(head("Direct observation"));
        html.append("<h1>Direct observation 2</h1><table class='facts'>");
        for (String label : List.of("Newly qualified social worker", "Assessor", "Date", "Setting")) {
            html.append("<tr><th scope='row'>").append(label).append("</th><td>Amara Okafor</td></tr>");
        }
        html.append("</table>");
        for (int section = 1; section <= 14; section++) {
            html.append("<h2>")
                    .append(section)
                    .append(" What was seen</h2><p>")
                    .append(WORDS.repeat(4))
                    .append("</p>");
        }
        html.append(rows(8)).append("<p><b>Signed</b> <i>Amara Okafor</i>, 14 March 2026 ☑</p></body></html>");
        return html.toString();
    }

    private static String table(int rows) {
        return head("A table of " + rows) + "<h1>Cohort</h1>" + rows(rows) + "</body></html>";
    }

    private static String rows(int count) {
        StringBuilder html = new StringBuilder("<table class='rows'><thead><tr><th scope='col'>Need</th>"
                + "<th scope='col'>Action</th><th scope='col'>By</th></tr></thead><tbody>");
        for (int row = 1; row <= count; row++) {
            html.append("<tr><td>Need ").append(row).append("</td><td>").append(WORDS, 0, 120);
            html.append("</td><td>14 March 2026</td></tr>");
        }
        return html.append("</tbody></table>").toString();
    }

    private static String head(String title) {
        return "<!DOCTYPE html><html lang='en-GB'><head><title>" + title + "</title><style>"
                + "@page { size: A4; margin: 20mm; @bottom-right { content: 'Page ' counter(page) ' of ' counter(pages);"
                + " font-family: sans-serif; } } body { font-family: sans-serif; font-size: 11pt; }"
                + " table { width: 100%; border-collapse: collapse; -fs-table-paginate: paginate; }"
                + " th, td { border: 1px solid #888; padding: 4pt; text-align: left; vertical-align: top; }"
                + "</style></head><body>";
    }
}
