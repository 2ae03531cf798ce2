package quire.bundle;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import quire.core.Digest;
import quire.core.Problem;
import quire.portfolio.Evidence;
import quire.portfolio.SignedRecord;
import quire.portfolio.SignedRecords;
import quire.redaction.Coding;

/**
 * Finds again what a bundle was made of, and makes the Word files of exactly that. The digests in its manifest decide whether it
 * is that: names on the list of those who must not be named may have changed since. May be shared between threads.
 */
final class WordPacking {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM uuuu, H:mm", Locale.UK);

    private final SignedRecords records;
    private final Evidence evidence;
    private final PaperSheets papers;
    private final EvidenceSheets sheets;
    private final CodedEvidence codedSheets;
    private final ZoneId zone;

    WordPacking(
            SignedRecords records,
            Evidence evidence,
            PaperSheets papers,
            EvidenceSheets sheets,
            CodedEvidence codedSheets,
            ZoneId zone) {
        this.records = records;
        this.evidence = evidence;
        this.codedSheets = codedSheets;
        this.papers = papers;
        this.sheets = sheets;
        this.zone = zone;
    }

    /**
     * The pack of a bundle. Everything that could stand against it is found out here, before anything is sent.
     *
     * @param coding how its papers are reworded; null where people are named
     * @throws Problem if the bundle is a draft, or what it was made of cannot be had any more as it was
     */
    WordPack of(Bundle bundle, @Nullable Coding coding, Instant now) {
        if (bundle.edition() == Edition.DRAFT) {
            throw Problem.of(
                    Problem.Kind.CONFLICT,
                    "There are no Word files of a draft, because nothing in them would say that it is one. Make the final"
                            + " bundle first.");
        }
        Contents contents = Contents.of(bundle);
        List<WordPack.Part> parts = new Packing(bundle, contents, coding, now).parts();
        return new WordPack(LocalDateTime.ofInstant(bundle.made(), zone), head(bundle, contents), parts);
    }

    private String head(Bundle bundle, Contents contents) {
        return String.join(
                        "\r\n",
                        bundle.title() + ": " + contents.code(),
                        "Version " + bundle.number() + ", made on "
                                + MOMENT.withZone(zone).format(bundle.made()),
                        "SHA-256 of the bundle (PDF): " + bundle.digest().hex(),
                        "",
                        "These are the papers of the bundle as Word files, in its order and with its page numbers. Files that",
                        "were put into the portfolio are PDF files here. The PDF of the bundle is the one that is sealed.")
                + "\r\n";
    }

    /** One pack on its way from the manifest of its bundle to its files. */
    private final class Packing {

        private final String portfolio;
        private final Contents contents;
        private final @Nullable Coding coding;
        private final Instant now;
        private final Map<String, Map<?, ?>> entries;
        private final PackNames names;
        private final List<WordPack.Part> parts = new ArrayList<>();
        private String part = "";
        private String folder = "";
        private int number = 1;

        Packing(Bundle bundle, Contents contents, @Nullable Coding coding, Instant now) {
            this.entries = Manifest.entries(Assembly.read(bundle.manifest()));
            this.portfolio = bundle.portfolio();
            this.contents = contents;
            this.coding = coding;
            this.now = now;
            this.names = new PackNames(contents.lines().size());
        }

        List<WordPack.Part> parts() {
            contents.lines().forEach(this::add);
            return parts;
        }

        private void add(Contents.Line line) {
            switch (line.kind()) {
                case DIVIDER -> {
                    part = line.title();
                    folder = names.folder(number, part) + "/";
                }
                case PAPER -> add(line, "docx", paper(line));
                case EVIDENCE -> add(line, "pdf", file(line));
                case SLIP ->
                    parts.add(new WordPack.Part(
                            "", "--  " + line.title() + ": not included. " + line.reason(), () -> new byte[0]));
                case COVER, CONTENTS, CHANGES, CONFIRMATIONS, CONTROL -> {}
            }
        }

        private void add(Contents.Line line, String ending, Supplier<byte[]> content) {
            if (line.level() == 1) {
                part = "";
                folder = "";
            }
            String said = names.numbered(number) + "  " + line.title() + ", " + PackNames.pages(line)
                    + (part.isEmpty() ? "" : " (" + part + ")");
            parts.add(new WordPack.Part(folder + names.file(number, line, ending), said, content));
            number++;
        }

        private Supplier<byte[]> paper(Contents.Line line) {
            List<SignedRecord> all = new ArrayList<>(records.of(line.key().substring(Plan.PAPER_KEY.length())));
            // A paper that was signed again afterwards has a newer one; mostly it is the last.
            Collections.reverse(all);
            SignedRecord same = all.stream()
                    .filter(record ->
                            Digest.of(papers.file(record, coding, now)).hex().equals(line.source()))
                    .findFirst()
                    .orElseThrow(WordPacking::notAsItWas);
            return () -> papers.word(same, coding, now);
        }

        private Supplier<byte[]> file(Contents.Line line) {
            if (coding != null) {
                return coded(line, portfolio, coding);
            }
            // It may be called something else by now, or not be in the portfolio any more.
            EvidenceSheets.Source source = EvidenceSheets.source(line, entries.getOrDefault(line.key(), Map.of()))
                    .filter(sheets::isThere)
                    .orElseThrow(WordPacking::notAsItWas);
            return () -> sheets.file(source);
        }
    }

    /** Of coded bundles nothing leads back to a file but its id. */
    private Supplier<byte[]> coded(Contents.Line line, String portfolio, Coding coding) {
        byte[] file = evidence.ofPortfolio(portfolio).stream()
                .filter(one -> line.key().equals("file-" + one.id()))
                .findFirst()
                .flatMap(kept -> codedSheets.file(kept, coding, line.source()))
                .orElseThrow(WordPacking::notAsItWas);
        return () -> file;
    }

    private static Problem notAsItWas() {
        return Problem.of(
                Problem.Kind.CONFLICT,
                "The Word files can no longer be made as they were for this version. Make a new version. The PDF stays as it"
                        + " is.");
    }
}
