package quire.bundle;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import quire.core.Ordered;
import quire.pdf.Item;

/** What the page says that tells a panel what is otherwise than in the version before. */
final class ChangeSheet {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private final BundleFacts facts;
    private final ZoneId zone;

    ChangeSheet(BundleFacts facts, ZoneId zone) {
        this.facts = facts;
        this.zone = zone;
    }

    Map<String, @Nullable Object> of(Plan plan) {
        Bundle before = Objects.requireNonNull(facts.before(), "There was no version before");
        Changes changes = Changes.between(Contents.of(before), Contents.of(plan));
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("before", String.valueOf(before.number()));
        data.put("before_made", DAY.format(LocalDate.ofInstant(before.made(), zone)));
        data.put("before_pages", String.valueOf(before.pages()));
        data.put("added", lines(changes, Changes.Kind.ADDED));
        data.put("changed", lines(changes, Changes.Kind.CHANGED));
        data.put("moved", lines(changes, Changes.Kind.MOVED));
        data.put("gone", lines(changes, Changes.Kind.GONE));
        data.put("gaps", changes.gaps().stream().map(ChangeSheet::gap).toList());
        data.put("new_reason", changes.reason());
        return data;
    }

    private List<Map<String, Object>> lines(Changes changes, Changes.Kind kind) {
        return changes.of(kind).stream().map(this::line).toList();
    }

    private Map<String, Object> line(Changes.Change change) {
        Contents.Line line = change.line();
        return Ordered.of(
                "title", line.title(),
                "link", Item.link(line.key()),
                "first", String.valueOf(line.firstPage()),
                "last", String.valueOf(line.lastPage()),
                "single", line.pages() == 1,
                "missing", line.kind() == Plan.Kind.SLIP,
                "signatures", facts.signatures(change.signed(), zone));
    }

    private static Map<String, Object> gap(Changes.GapChange change) {
        String now =
                switch (change.kind()) {
                    case OPENED -> "Missing now";
                    case CLOSED -> "Not missing any more";
                    case STILL_OPEN -> "Still missing";
                };
        boolean closed = change.kind() == Changes.GapKind.CLOSED;
        return Ordered.of(
                "title",
                change.gap().title(),
                "now",
                now,
                "sentence",
                closed ? "" : change.gap().sentence());
    }
}
