package quire.takeaway;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import quire.core.MediaType;
import quire.core.Ordered;
import quire.documents.PaperCopy;
import quire.merge.Missing;
import quire.merge.Value;
import quire.merge.html.HtmlTemplate;
import quire.merge.html.HtmlTemplates;
import quire.portfolio.Signature;

/**
 * The page with which a portfolio that was taken away is read: one file, with nothing from elsewhere in it.
 *
 * @param further names of files beside those that every portfolio has
 */
record IndexPage(Gathered gathered, ZoneId zone, List<String> further) {

    static final String NAME = "index.html";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM uuuu 'at' HH:mm", Locale.UK);
    private static final HtmlTemplate TEMPLATE = HtmlTemplates.withoutPartials().compile(source(), "index.html");

    /** The signatures of a paper whose snapshots lie open to whoever takes it away. */
    static List<Signature> open(Gathered.Paper paper) {
        boolean all = paper.copy().seen().isWholeSinceItsBeginning();
        return paper.copy().signatures().stream()
                .filter(signature ->
                        all || (signature.stands() && paper.copy().seen().isWhole()))
                .toList();
    }

    /** Where the snapshot of a signature stands. */
    static String path(Gathered.Paper paper, Signature signature) {
        return "signatures/" + paper.stem() + "." + signature.number() + ".json";
    }

    String html() {
        Map<String, @Nullable Object> page = new LinkedHashMap<>();
        Carried carried = gathered.carried();
        page.put("code", gathered.portfolio().code());
        page.put("name", gathered.name());
        page.put("programme", gathered.portfolio().programme().title());
        page.put("organisation", carried.organisation());
        page.put("began", day(gathered.portfolio().dates().start()));
        page.put("made", moment(carried.exported()));
        page.put("complete", carried.complete());
        page.put("papers", gathered.papers().stream().map(this::paper).toList());
        page.put(
                "signatures",
                gathered.papers().stream().flatMap(this::signatures).toList());
        page.put("evidence", gathered.evidence().stream().map(this::enclosure).toList());
        page.put(
                "access",
                gathered.access().stream()
                        .map(line -> Map.of("sentence", line.sentence()))
                        .toList());
        page.put(
                "leftOut",
                carried.leftOut().stream().map(title -> Map.of("title", title)).toList());
        page.put("further", further.stream().map(name -> Map.of("name", name)).toList());
        return TEMPLATE.merge(Value.of(page), Missing.ERROR).html();
    }

    private Map<String, Object> paper(Gathered.Paper paper) {
        PaperCopy copy = paper.copy();
        String state = copy.document().isClosed() ? "Signed" : copy.document().isComplete() ? "Completed" : "Draft";
        return Ordered.of(
                "title",
                paper.title(),
                "stage",
                paper.stage(),
                "state",
                state + ", " + day(copy.day()),
                "part",
                !copy.seen().isWhole(),
                "pdf",
                "papers/" + paper.file(MediaType.PDF),
                "word",
                "papers/" + paper.file(MediaType.DOCX));
    }

    private Stream<Map<String, Object>> signatures(Gathered.Paper paper) {
        List<Signature> open = open(paper);
        return paper.copy().signatures().stream()
                .map(signature -> Ordered.of(
                        "title",
                        paper.title(),
                        "name",
                        signature.name(),
                        "role",
                        paper.copy().document().form().roleLabel(signature.role()),
                        "at",
                        moment(signature.at()),
                        "stands",
                        signature.stands(),
                        "digest",
                        signature.digest().hex(),
                        "path",
                        open.contains(signature) ? path(paper, signature) : ""));
    }

    private Map<String, Object> enclosure(Gathered.Enclosure enclosure) {
        return Ordered.of(
                "name",
                enclosure.file().name(),
                "description",
                enclosure.file().description(),
                "path",
                enclosure.path(),
                "digest",
                enclosure.file().digest().hex());
    }

    private static String day(LocalDate day) {
        return DAY.format(day);
    }

    private String moment(Instant at) {
        return MOMENT.format(at.atZone(zone));
    }

    private static String source() {
        try (InputStream source = Objects.requireNonNull(
                IndexPage.class.getResourceAsStream("/quire/takeaway/index.html"), "index.html")) {
            return new String(source.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the page of a portfolio", e);
        }
    }
}
