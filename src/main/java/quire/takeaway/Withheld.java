package quire.takeaway;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import quire.people.Standing;
import quire.portfolio.SeenPaper;

/**
 * What of a record is not for whoever takes it away. A paper whose whole history lies open to them is in the record; of
 * another they have the copies that they may have, and its rows stay.
 */
final class Withheld {

    private final Sight sight;
    private final Map<String, SeenPaper> open = new HashMap<>();
    private final List<String> titles = new ArrayList<>();

    private Withheld(Sight sight) {
        this.sight = sight;
    }

    static Withheld from(List<Gathered.Paper> papers, Sight sight) {
        Withheld withheld = new Withheld(sight);
        for (Gathered.Paper paper : papers) {
            SeenPaper seen = paper.copy().seen();
            if (seen.isWholeSinceItsBeginning()) {
                withheld.open.put(seen.document().id(), seen);
            } else {
                withheld.titles.add(paper.title());
            }
        }
        return withheld;
    }

    /** The titles of the papers that are there as copies only. */
    List<String> titles() {
        return List.copyOf(titles);
    }

    /** The record without it. */
    PortfolioRecord strip(PortfolioRecord record) {
        Standing standing = sight.standing();
        if (standing == null) {
            return record;
        }
        Map<String, List<RecordRow>> rows = new LinkedHashMap<>();
        record.rows()
                .forEach((table, all) -> rows.put(
                        table,
                        all.stream().filter(keeps(table, standing.person())).toList()));
        keepReferred(rows, "section_comment", "answers", "section_comment");
        keepReferred(rows, "evidence_support", "evidence", "evidence");
        Set<String> forms = values(rows, "document", "form_digest");
        rows.computeIfPresent(
                "form_version",
                (table, all) -> all.stream()
                        .filter(row -> forms.contains(row.text("digest")))
                        .toList());
        return new PortfolioRecord(rows);
    }

    private Predicate<RecordRow> keeps(String table, String person) {
        return switch (table) {
            case "broken_glass", "trail", "earlier_entry" -> row -> false;
            case "document" -> row -> open.containsKey(row.text("id"));
            case "set_aside" -> row -> isOpen(row) && row.text("sent_by").equals(person);
            case "carried_entry" -> row -> isOpen(row) && open.containsKey(row.text("from_document"));
            case "section_comment" -> row -> isOpen(row) && isSaid(row);
            case "evidence" -> this::isForThem;
            case "revision",
                    "section_state",
                    "section_release",
                    "signature",
                    "signed_record",
                    "rendition",
                    "section_return",
                    "evidence_support" -> this::isOpen;
            default -> row -> true;
        };
    }

    private boolean isOpen(RecordRow row) {
        return open.containsKey(row.text("document"));
    }

    private boolean isSaid(RecordRow row) {
        SeenPaper seen = open.get(row.text("document"));
        return seen != null
                && !row.has("taken_back_at")
                && seen.document().form().sections().stream()
                        .filter(section -> section.id().equals(row.text("section")))
                        .anyMatch(seen::discussed);
    }

    private boolean isForThem(RecordRow row) {
        return sight.opensEvidence(Boolean.TRUE.equals(row.get("confidential")));
    }

    /** Drops what names a row that is not there any more. */
    private static void keepReferred(Map<String, List<RecordRow>> rows, String table, String column, String to) {
        Set<String> there = values(rows, to, "id");
        rows.computeIfPresent(
                table,
                (name, all) -> all.stream()
                        .filter(row -> !row.has(column) || there.contains(row.text(column)))
                        .toList());
    }

    private static Set<String> values(Map<String, List<RecordRow>> rows, String table, String column) {
        Set<String> values = new HashSet<>();
        rows.getOrDefault(table, List.of()).forEach(row -> values.add(row.text(column)));
        return values;
    }
}
