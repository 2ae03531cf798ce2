package quire.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import quire.convert.word.WordPaper;
import quire.convert.word.WordPapers;
import quire.convert.word.WordSamples;
import quire.core.Problem;
import quire.pdf.Pdf;
import quire.pdf.PdfMaker;
import quire.testkit.Tools;

/**
 * How much of the words of Word files comes to paper, and how long that takes, beside LibreOffice's PDF of the same
 * files. Run by hand over folders of files; without any it takes the shipped templates and the samples of the tests.
 */
public final class WordPaperBench {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Instant MADE = Instant.parse("2026-11-21T12:00:00Z");

    private WordPaperBench() {}

    private record Row(String name, double recall, int pages, int theirPages, double milliseconds) {

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT, "%-40s %7.3f %6d %6d %9.1f", name, recall, pages, theirPages, milliseconds);
        }
    }

    /** Prints one line for each file, and the means. */
    public static void main(String[] folders) {
        Map<String, byte[]> files = files(folders);
        WordPapers papers = new WordPapers(new PdfMaker());
        // Once for all to be warm.
        files.values().forEach(file -> printed(papers, file));
        Map<String, String> theirs = libreOffice(files);
        List<Row> rows = new ArrayList<>();
        System.out.printf("%-40s %7s %6s %6s %9s%n", "file", "recall", "pages", "theirs", "ms");
        files.forEach((name, file) -> {
            Row row = row(papers, name, file, theirs.getOrDefault(name, ""));
            rows.add(row);
            System.out.println(row);
        });
        double recall = rows.stream().mapToDouble(Row::recall).average().orElse(0);
        double time = rows.stream().mapToDouble(Row::milliseconds).sum();
        int pages = rows.stream().mapToInt(Row::pages).sum();
        System.out.printf(
                "%d files, mean recall %.4f, %d pages, %.2f ms a page%n", rows.size(), recall, pages, time / pages);
    }

    private static Row row(WordPapers papers, String name, byte[] file, String theirs) {
        long start = System.nanoTime();
        Pdf pdf = printed(papers, file);
        double milliseconds = (System.nanoTime() - start) / 1e6;
        String ours = pdf == null ? "" : text(pdf.bytes());
        int theirPages = (int) theirs.chars().filter(letter -> letter == '\f').count();
        return new Row(name, recall(ours, theirs), pdf == null ? 0 : pdf.pages(), theirPages, milliseconds);
    }

    private static @Nullable Pdf printed(WordPapers papers, byte[] file) {
        try {
            return papers.pdf(WordPaper.of(file, "file.docx", MADE));
        } catch (Problem problem) {
            System.out.println(problem.getMessage());
            return null;
        }
    }

    private static Map<String, byte[]> files(String[] folders) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        List<String> all = folders.length == 0 ? List.of("templates/word") : List.of(folders);
        for (String folder : all) {
            try (Stream<Path> found = Files.list(Path.of(folder))) {
                for (Path file : found.filter(path -> path.toString().endsWith(".docx"))
                        .sorted()
                        .toList()) {
                    files.put(file.getFileName().toString().replace(".docx", ""), Files.readAllBytes(file));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        if (folders.length == 0) {
            files.putAll(WordSamples.all());
        }
        return files;
    }

    /** The text of LibreOffice's PDF of each file, from one start of the program. */
    private static Map<String, String> libreOffice(Map<String, byte[]> files) {
        try {
            Path folder = Files.createTempDirectory("word-papers");
            List<String> arguments = new ArrayList<>(List.of(
                    "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                    "--headless",
                    "--convert-to",
                    "pdf",
                    "--outdir",
                    folder.toString()));
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Path docx = Files.write(folder.resolve(file.getKey() + ".docx"), file.getValue());
                arguments.add(docx.toString());
            }
            Tools.run("soffice", arguments.toArray(String[]::new));
            Map<String, String> texts = new HashMap<>();
            for (String name : files.keySet()) {
                Path pdf = folder.resolve(name + ".pdf");
                texts.put(name, Files.exists(pdf) ? text(Files.readAllBytes(pdf)) : "");
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(byte[] pdf) {
        try {
            Path file = Files.createTempFile("word-paper", ".pdf");
            Path text = Files.createTempFile("word-paper", ".txt");
            Files.write(file, pdf);
            Tools.run("pdftotext", "-enc", "UTF-8", file.toString(), text.toString());
            String words = Files.readString(text, StandardCharsets.UTF_8);
            Files.delete(file);
            Files.delete(text);
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The share of their words that ours has too, each counted as often as it stands there. */
    private static double recall(String ours, String theirs) {
        Map<String, Integer> mine = counted(ours);
        int all = 0;
        int found = 0;
        for (Map.Entry<String, Integer> word : counted(theirs).entrySet()) {
            all += word.getValue();
            found += Math.min(word.getValue(), mine.getOrDefault(word.getKey(), 0));
        }
        if (System.getProperty("words") != null) {
            counted(theirs).forEach((word, count) -> {
                if (mine.getOrDefault(word, 0) < count) {
                    System.out.println("   " + word + " " + mine.getOrDefault(word, 0) + "/" + count);
                }
            });
        }
        return all == 0 ? 1 : (double) found / all;
    }

    private static Map<String, Integer> counted(String text) {
        Map<String, Integer> counts = new HashMap<>();
        Matcher words = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (words.find()) {
            counts.merge(words.group(), 1, Integer::sum);
        }
        return counts;
    }
}
