package quire.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One row on its way to its fate: what was found in it, what is wrong with it, and what is to be done. */
final class PlannedRow {

    /** A part in the portfolio of the row's person that is to be given to somebody, who may be in the table themselves. */
    record Part(PortfolioRole role, String email) {}

    final PeopleTable.Row row;
    final List<String> reasons = new ArrayList<>();
    final List<RowFate.Change> changes = new ArrayList<>();
    /** Ids in the record that the fate depends on and that its words do not show. */
    final List<String> facts = new ArrayList<>();

    /** Who it is; null for somebody new. */
    @Nullable
    Person known;

    Person.@Nullable Details details;
    final List<Role> roles = new ArrayList<>();
    final List<Part> parts = new ArrayList<>();
    /** Whether the row says that the person is a social worker in their assessed year. */
    boolean nqsw;

    Enrolling.@Nullable Enrolled enrolled;

    @Nullable
    String programme;

    @Nullable
    LocalDate start;

    PlannedRow(PeopleTable.Row row) {
        this.row = row;
    }

    String text(PeopleColumn column) {
        return row.text(column);
    }

    String folded() {
        return EmailAddress.folded(text(PeopleColumn.EMAIL));
    }

    void refuse(String reason) {
        reasons.add(reason);
    }

    void change(PeopleColumn column, @Nullable String from, String to) {
        String before = Objects.requireNonNullElse(from, "");
        if (!before.equals(to)) {
            changes.add(new RowFate.Change(column.title(), before, to));
        }
    }

    RowFate fate() {
        RowFate.Kind kind;
        if (!reasons.isEmpty()) {
            kind = RowFate.Kind.REFUSED;
        } else if (known == null) {
            kind = RowFate.Kind.NEW;
        } else {
            kind = changes.isEmpty() ? RowFate.Kind.UNCHANGED : RowFate.Kind.CHANGED;
        }
        return new RowFate(
                row.line(),
                kind,
                text(PeopleColumn.NAME),
                text(PeopleColumn.EMAIL),
                reasons.isEmpty() ? changes : List.of(),
                reasons);
    }
}
