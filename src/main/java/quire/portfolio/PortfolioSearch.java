package quire.portfolio;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import quire.programme.KnownDates;
import quire.programme.Pause;
import quire.programme.Programme;
import quire.store.Row;
import quire.store.Sql;
import quire.store.Transaction;

/**
 * The SQL that finds portfolios: four statements for however many there are.
 *
 * @param where what they have in common, in the words of the table
 * @param values what its names stand for
 */
record PortfolioSearch(String where, Map<String, String> values) {

    /** A portfolio as its rows hold it, the programme still a name. */
    record Kept(
            String id,
            String code,
            String nqsw,
            String organisation,
            PortfolioStore.ProgrammePin programme,
            String team,
            String setting,
            Map<String, String> decided,
            KnownDates dates,
            List<String> pauseReasons,
            Instant enrolled,
            @Nullable LocalDate closed) {

        Portfolio with(Programme shelved) {
            return new Portfolio(
                    id,
                    code,
                    nqsw,
                    organisation,
                    shelved,
                    team,
                    setting,
                    decided,
                    dates,
                    pauseReasons,
                    enrolled,
                    closed);
        }
    }

    /** What other tables know of one portfolio. */
    private static final class Facts {

        private final Map<String, String> decided = new LinkedHashMap<>();
        private final Map<String, LocalDate> booked = new LinkedHashMap<>();
        private final List<Pause> pauses = new ArrayList<>();
        private final List<String> reasons = new ArrayList<>();
    }

    static final PortfolioSearch ALL = new PortfolioSearch("1 = 1", Map.of());

    /** Those with one of some values in a column. */
    static PortfolioSearch by(String column, Collection<String> wanted) {
        Map<String, String> values = new LinkedHashMap<>();
        wanted.forEach(value -> values.put("v" + values.size(), value));
        // A list without entries is no SQL.
        String where = values.isEmpty() ? "1 = 0" : column + " in (:" + String.join(", :", values.keySet()) + ")";
        return new PortfolioSearch(where, values);
    }

    /** By code. */
    List<Kept> list(Transaction tx) {
        Map<String, Facts> facts = facts(tx);
        return bound(tx.sql("select * from portfolio where " + where + " order by code"))
                .list(row -> kept(row, facts.getOrDefault(row.text("id"), new Facts())));
    }

    private Map<String, Facts> facts(Transaction tx) {
        Map<String, Facts> facts = new HashMap<>();
        each(
                tx,
                "portfolio_choice",
                "setting",
                row -> of(facts, row).decided.put(row.text("setting"), row.text("value")));
        each(
                tx,
                "portfolio_booking",
                "milestone",
                row -> of(facts, row).booked.put(row.text("milestone"), day(row, "day")));
        each(tx, "portfolio_pause", "from_day", row -> {
            of(facts, row).pauses.add(new Pause(day(row, "from_day"), day(row, "until_day")));
            of(facts, row).reasons.add(row.text("reason"));
        });
        return facts;
    }

    private void each(Transaction tx, String table, String order, Consumer<Row> reader) {
        bound(tx.sql("select * from " + table + " where portfolio in (select id from portfolio where " + where
                        + ") order by portfolio, " + order))
                .each(reader);
    }

    private Sql bound(Sql sql) {
        values.forEach(sql::with);
        return sql;
    }

    private static Facts of(Map<String, Facts> facts, Row row) {
        return facts.computeIfAbsent(row.text("portfolio"), id -> new Facts());
    }

    private static Kept kept(Row row, Facts facts) {
        return new Kept(
                row.text("id"),
                row.text("code"),
                row.text("nqsw"),
                row.text("organisation"),
                PortfolioStore.pin(row),
                row.text("team"),
                row.text("setting"),
                facts.decided,
                new KnownDates(day(row, "started_on"), facts.booked, row.count("hours"), facts.pauses),
                facts.reasons,
                row.instant("enrolled_at"),
                row.findText("closed_on").map(LocalDate::parse).orElse(null));
    }

    private static LocalDate day(Row row, String column) {
        return LocalDate.parse(row.text(column));
    }
}
