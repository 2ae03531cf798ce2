package quire.bundle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.core.Ordered;
import quire.documents.DocumentMaker;
import quire.pdf.Item;
import quire.pdf.Pdf;
import quire.pdf.PdfRequest;

/** The pages that are made for a bundle: cover, contents, confirmations, dividers, slips and the control sheet. */
final class FrontMatter {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM uuuu, H:mm", Locale.UK);

    private final DocumentMaker maker;
    private final BundleFacts facts;
    private final ZoneId zone;

    FrontMatter(DocumentMaker maker, BundleFacts facts, ZoneId zone) {
        this.maker = maker;
        this.facts = facts;
        this.zone = zone;
    }

    /** One of the pages, as the plan has it. */
    Pdf page(Plan.Entry entry, Plan plan) {
        return maker.print(unprinted(entry, plan));
    }

    /** The same before it is printed. */
    PdfRequest unprinted(Plan.Entry entry, Plan plan) {
        Map<String, @Nullable Object> data = common(plan);
        data.put("heading", entry.title());
        switch (entry.kind()) {
            case COVER -> data.putAll(cover(plan));
            case CONTENTS -> data.put("entries", contents(plan));
            case CHANGES -> data.putAll(new ChangeSheet(facts, zone).of(plan));
            case CONFIRMATIONS -> data.putAll(facts.confirmations());
            case CONTROL -> data.putAll(control(plan));
            case DIVIDER -> data.put("entries", below(entry, plan));
            case SLIP -> data.putAll(entry.facts());
            case PAPER, EVIDENCE -> throw new IllegalArgumentException("This is not made for a bundle: " + entry);
        }
        return maker.page(layout(entry, plan), data, facts.made());
    }

    private static String layout(Plan.Entry entry, Plan plan) {
        boolean supplement = plan.continued() != null && entry.kind() == Plan.Kind.COVER;
        String name = supplement ? "supplement" : entry.kind().name().toLowerCase(Locale.ROOT);
        return name + ".html";
    }

    private Map<String, @Nullable Object> common(Plan plan) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("title", plan.heading());
        data.put("bundle", plan.title());
        data.put("code", plan.code());
        data.put("draft", plan.edition() == Edition.DRAFT);
        data.put("coded", plan.coded());
        data.put("supplement", plan.edition() == Edition.SUPPLEMENT);
        data.put("pages", String.valueOf(plan.pages()));
        data.put("version", String.valueOf(facts.number()));
        return data;
    }

    private Map<String, @Nullable Object> cover(Plan plan) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        List<Map<String, Object>> lines = new ArrayList<>();
        facts.head().forEach((label, value) -> lines.add(Ordered.of("label", label, "value", value)));
        data.put("lines", lines);
        data.put("made", day(facts.made()));
        data.put("gaps", gaps(plan));
        data.put("whole", plan.gaps().isEmpty());
        data.put("reason", plan.reason());
        data.put("builder", facts.builder());
        if (plan.continued() != null) {
            data.putAll(continued(plan, plan.continued()));
        }
        return data;
    }

    private Map<String, @Nullable Object> continued(Plan plan, Continued base) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("number", String.valueOf(base.number()));
        data.put("version", String.valueOf(base.version()));
        data.put("base_made", facts.before() == null ? "" : day(facts.before().made()));
        data.put("base_hash", spaced(base.digest().hex()));
        data.put("after", String.valueOf(base.pages()));
        data.put("first", String.valueOf(plan.firstPage()));
        data.put("last", String.valueOf(plan.lastPage()));
        data.put("earlier", base.number() > 1);
        return data;
    }

    private static List<Map<String, Object>> gaps(Plan plan) {
        return plan.gaps().stream()
                .map(gap -> Ordered.of("title", gap.title(), "sentence", gap.sentence(), "who", gap.who()))
                .toList();
    }

    private static List<Map<String, Object>> contents(Plan plan) {
        return plan.entries().stream()
                .filter(entry ->
                        entry.level() > 0 && entry.kind() != Plan.Kind.COVER && entry.kind() != Plan.Kind.CONTENTS)
                .map(FrontMatter::line)
                .toList();
    }

    private static Map<String, Object> line(Plan.Entry entry) {
        return Ordered.of(
                "title",
                entry.title(),
                "page",
                String.valueOf(entry.firstPage()),
                "link",
                Item.link(entry.key()),
                "part",
                entry.kind() == Plan.Kind.DIVIDER,
                "below",
                entry.level() > 1,
                "missing",
                entry.kind() == Plan.Kind.SLIP);
    }

    /** What stands behind a divider, up to the next thing at its own level. */
    private static List<Map<String, Object>> below(Plan.Entry divider, Plan plan) {
        List<Map<String, Object>> lines = new ArrayList<>();
        int place = plan.entries().indexOf(divider) + 1;
        for (Plan.Entry entry : plan.entries().subList(place, plan.entries().size())) {
            if (entry.level() <= divider.level()) {
                break;
            }
            lines.add(line(entry));
        }
        return lines;
    }

    private Map<String, @Nullable Object> control(Plan plan) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put(
                "entries",
                plan.entries().stream()
                        .filter(entry -> entry.source() != null)
                        .map(this::controlled)
                        .toList());
        data.put("gaps", gaps(plan));
        data.put("reason", plan.reason());
        data.put("made", MOMENT.withZone(zone).format(facts.made()));
        data.put("builder", facts.builder());
        putRedactions(plan, data);
        data.put("program", facts.program());
        data.put("trail_number", String.valueOf(facts.trailNumber()));
        data.put("trail_hash", spaced(facts.trailHash()));
        List<Plan.Entry> bound = plan.entries().stream()
                .filter(entry -> !entry.kind().isMadeForTheBundle())
                .toList();
        long archival = bound.stream().filter(facts::isArchival).count();
        long all = bound.size();
        data.put("archival", String.valueOf(archival));
        data.put("documents", String.valueOf(all));
        data.put("all_archival", archival == all);
        return data;
    }

    private static void putRedactions(Plan plan, Map<String, @Nullable Object> data) {
        Redacted redacted = Redacted.in(plan);
        data.put("removed", String.valueOf(redacted.removed()));
        data.put("left", String.valueOf(redacted.left()));
    }

    private Map<String, @Nullable Object> controlled(Plan.Entry entry) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("title", entry.title());
        line.put("first", String.valueOf(entry.firstPage()));
        line.put("last", String.valueOf(entry.lastPage()));
        line.put("single", entry.pages() == 1);
        line.put("hash", entry.source() == null ? "" : spaced(entry.source().hex()));
        Object form = entry.facts().get("form");
        line.put("form", form instanceof Map<?, ?> known ? known.get("id") + ", version " + known.get("version") : "");
        line.put("record", entry.facts().get("record"));
        line.put("file", entry.facts().get("file"));
        line.put("signatures", signatures(entry));
        line.put("archival", facts.isArchival(entry));
        line.put("left_out", entry.kind() == Plan.Kind.SLIP);
        return line;
    }

    private List<Map<String, Object>> signatures(Plan.Entry entry) {
        return facts.signatures(Contents.signed(entry), zone);
    }

    private String day(Instant moment) {
        return DAY.format(LocalDate.ofInstant(moment, zone));
    }

    /** In groups that a person can compare. */
    static String spaced(String hash) {
        return hash.replaceAll("(.{8})(?!$)", "$1 ");
    }
}
