package quire.takeaway;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import quire.core.Digest;
import quire.core.Json;
import quire.core.Problem;
import quire.people.Newcomer;
import quire.trail.Entry;
import quire.trail.Recorded;

/** Holds the rows of a record that came from elsewhere against each other, before any of them is written. */
final class CarriedCheck {

    /** How many digits of its digest a signed paper is known by. */
    private static final int MARK = 16;

    private final Carried carried;
    private final PortfolioRecord record;
    private final Map<RecordColumn.Kind, Set<String>> known = new EnumMap<>(RecordColumn.Kind.class);

    private CarriedCheck(Carried carried) {
        this.carried = carried;
        this.record = carried.record();
        known.put(RecordColumn.Kind.PROGRAMME, values("programme_version", "digest"));
        known.put(RecordColumn.Kind.FORM, values("form_version", "digest"));
        known.put(RecordColumn.Kind.PORTFOLIO, values("portfolio", "id"));
        known.put(RecordColumn.Kind.DOCUMENT, values("document", "id"));
        known.put(RecordColumn.Kind.EVIDENCE, values("evidence", "id"));
        known.put(RecordColumn.Kind.COMMENT, values("section_comment", "id"));
        known.put(
                RecordColumn.Kind.PERSON,
                carried.people().stream().map(Newcomer::id).collect(Collectors.toSet()));
    }

    /** @throws Problem with what cannot be */
    static void check(Carried carried) {
        CarriedCheck check = new CarriedCheck(carried);
        if (check.record.of("portfolio").size() != 1) {
            throw Unfit.impossible("it is not of one portfolio");
        }
        check.keys();
        check.references();
        check.onceOnly();
        check.comments();
        check.contents();
        check.trail();
        check.files();
    }

    /** The same row twice would be refused by the database, in words for nobody. */
    private void keys() {
        for (RecordTable table : RecordTables.all()) {
            once(table.name(), table::key, row -> true);
        }
        if (carried.people().stream().map(Newcomer::id).distinct().count()
                != carried.people().size()) {
            throw Unfit.impossible("somebody is named twice");
        }
    }

    private void onceOnly() {
        once("signature", row -> row.text("document") + row.count("number"), row -> true);
        once("signature", row -> row.text("document") + ' ' + row.text("sent_key"), row -> true);
        once("signature", row -> row.text("document") + ' ' + row.text("place"), row -> !row.has("superseded_at"));
        once("evidence", row -> row.text("digest"), row -> !row.has("removed_at"));
    }

    private void once(String table, Function<RecordRow, String> key, Predicate<RecordRow> counts) {
        Set<String> seen = new HashSet<>();
        for (RecordRow row : record.of(table)) {
            if (counts.test(row) && !seen.add(key.apply(row))) {
                throw Unfit.impossible("“" + table + "” holds the same row twice");
            }
        }
    }

    private void references() {
        for (RecordTable table : RecordTables.all()) {
            for (RecordColumn column : table.columns()) {
                Set<String> there = known.get(column.kind());
                if (there != null) {
                    refer(table, column, there);
                }
            }
        }
    }

    private void refer(RecordTable table, RecordColumn column, Set<String> there) {
        for (RecordRow row : record.of(table.name())) {
            String value = row.find(column.name());
            if (value != null && !there.contains(value)) {
                throw Unfit.impossible("“" + table.name() + "” names in “" + column.name() + "” what is not there");
            }
        }
    }

    /** An answer to a comment belongs to the same document, and to a comment that is no answer itself. */
    private void comments() {
        Map<String, RecordRow> comments = new HashMap<>();
        record.of("section_comment").forEach(row -> comments.put(row.text("id"), row));
        for (RecordRow row : comments.values()) {
            RecordRow first = row.has("answers") ? comments.get(row.text("answers")) : null;
            if (first != null
                    && (first.has("answers") || !first.text("document").equals(row.text("document")))) {
                throw Unfit.impossible("an answer to a comment does not belong to it");
            }
        }
    }

    /** What is known by its digest is what it is. */
    private void contents() {
        for (String table : List.of("programme_version", "form_version")) {
            for (RecordRow row : record.of(table)) {
                digest(row.text("canonical"), row.text("digest"), table);
            }
        }
        for (RecordRow row : record.of("signed_record")) {
            digest(row.text("content"), row.text("digest"), "signed_record");
            if (!row.text("digest").startsWith(row.text("mark"))
                    || row.text("mark").length() != MARK) {
                throw Unfit.impossible("a signed paper is known by another mark than its own");
            }
        }
        for (RecordRow row : record.of("signature")) {
            digest(row.text("snapshot"), row.text("digest"), "signature");
            signer(row, row.object("snapshot"));
        }
    }

    /** The row says nothing of a signature that its snapshot does not say. */
    private static void signer(RecordRow row, Map<String, @Nullable Object> snapshot) {
        boolean same = row.text("document").equals(snapshot.get("document"))
                && row.text("signed_by").equals(snapshot.get("signer"))
                && Objects.equals(row.find("deputy_of"), snapshot.get("deputy_of"))
                && row.text("role").equals(snapshot.get("role"))
                && row.text("name").equals(snapshot.get("name"));
        if (!same) {
            throw Unfit.impossible("a signature is not the one that was given");
        }
    }

    private static void digest(String content, String hex, String where) {
        if (!Digest.of(content).hex().equals(hex)) {
            throw Unfit.changed(where);
        }
    }

    /** Each entry carries its own proof, and its number is that of no other one. */
    private void trail() {
        List<RecordRow> entries = new ArrayList<>(record.of(RecordTables.TRAIL));
        entries.addAll(record.of("earlier_entry"));
        String portfolio = record.portfolio().text("id");
        for (RecordRow row : entries) {
            if (!isGenuine(row, portfolio)) {
                throw Unfit.changed("an entry of the trail");
            }
        }
    }

    private static boolean isGenuine(RecordRow row, String portfolio) {
        try {
            Map<String, @Nullable Object> details = row.object("details");
            Entry entry = new Entry(
                    row.text("actor"),
                    row.text("action"),
                    row.text("subject_kind"),
                    row.text("subject"),
                    portfolio,
                    details);
            Recorded recorded = new Recorded(
                    row.count("seq"),
                    Instant.parse(row.text("at")),
                    entry,
                    new Digest(row.text("previous")),
                    new Digest(row.text("hash")));
            return recorded.isGenuine() && Json.canonical(details).equals(row.text("details"));
        } catch (Problem | ArithmeticException e) {
            return false;
        }
    }

    /** Every file of the portfolio is there once. */
    private void files() {
        Map<String, String> paths = new HashMap<>();
        for (Carried.File file : carried.files()) {
            if (paths.put(file.digest().hex(), file.path()) != null) {
                throw Unfit.impossible("a file is named twice");
            }
        }
        for (String table : List.of("evidence", "rendition")) {
            if (!record.of(table).stream().allMatch(row -> paths.containsKey(row.text("digest")))) {
                throw Unfit.impossible("a file of the portfolio is missing");
            }
        }
    }

    private Set<String> values(String table, String column) {
        return record.of(table).stream().map(row -> row.text(column)).collect(Collectors.toSet());
    }
}
