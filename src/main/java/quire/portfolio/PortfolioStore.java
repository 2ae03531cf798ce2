package quire.portfolio;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quire.core.Digest;
import quire.core.Problem;
import quire.programme.KnownDates;
import quire.programme.Pause;
import quire.programme.Programme;
import quire.store.Row;
import quire.store.Sql;
import quire.store.Transaction;

/** The SQL of portfolios. */
final class PortfolioStore {

    /** A portfolio as its rows hold it, the programme still a name. */
    record Kept(
            String id,
            String code,
            String nqsw,
            String organisation,
            ProgrammePin programme,
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

    /** The version of a programme that a portfolio began with. */
    record ProgrammePin(String id, int version, Digest digest) {}

    private record Pauses(List<Pause> pauses, List<String> reasons) {}

    private PortfolioStore() {}

    static void keepProgramme(Transaction tx, Programme programme, Instant now) {
        tx.sql("insert into programme_version (digest, programme, version, canonical, stored_at)"
                        + " values (:digest, :programme, :version, :canonical, :now) on conflict (digest) do nothing")
                .with("digest", programme.digest())
                .with("programme", programme.id())
                .with("version", programme.version())
                .with("canonical", programme.canonicalJson())
                .with("now", now)
                .run();
    }

    /** Whether the code was still free. */
    static boolean insert(Transaction tx, String id, Enrolment enrolment, Instant now) {
        Programme programme = enrolment.programme();
        return tx.sql("insert into portfolio (id, code, nqsw, organisation, programme, version, programme_digest, team,"
                                + " setting, started_on, hours, enrolled_at) values (:id, :code, :nqsw, :organisation,"
                                + " :programme, :version, :digest, :team, :setting, :start, :hours, :now)"
                                + " on conflict (code) do nothing")
                        .with("id", id)
                        .with("code", enrolment.code())
                        .with("nqsw", enrolment.nqsw())
                        .with("organisation", enrolment.organisation())
                        .with("programme", programme.id())
                        .with("version", programme.version())
                        .with("digest", programme.digest())
                        .with("team", enrolment.team())
                        .with("setting", enrolment.setting())
                        .with("start", enrolment.start().toString())
                        .with("hours", enrolment.hours())
                        .with("now", now)
                        .run()
                == 1;
    }

    /**
     * Makes whoever wants to change the portfolio, or a document in it, wait until the work ends.
     *
     * @throws Problem if there is no such portfolio
     */
    static void hold(Transaction tx, String id) {
        held(tx, id);
    }

    /**
     * As {@link #hold}, for work that only an open portfolio allows.
     *
     * @throws Problem if there is no such portfolio, or it is closed
     */
    static void holdOpen(Transaction tx, String id) {
        if (held(tx, id)) {
            throw Problem.of(
                    Problem.Kind.CONFLICT, "This portfolio is closed, so nothing in it can be changed any more.");
        }
    }

    private static boolean held(Transaction tx, String id) {
        return tx.sql("select closed_on from portfolio where id = :id")
                .with("id", id)
                .forUpdate()
                .find(row -> row.findText("closed_on").isPresent())
                .orElseThrow(() -> Problem.notFound("There is no such portfolio."));
    }

    static Optional<Kept> find(Transaction tx, String id) {
        return tx.sql("select * from portfolio where id = :id").with("id", id).find(row -> kept(tx, row));
    }

    static Optional<Kept> findByCode(Transaction tx, String code) {
        return tx.sql("select * from portfolio where code = :code")
                .with("code", code)
                .find(row -> kept(tx, row));
    }

    static List<Kept> ofPerson(Transaction tx, String nqsw) {
        return tx.sql("select * from portfolio where nqsw = :nqsw order by started_on, code")
                .with("nqsw", nqsw)
                .list(row -> kept(tx, row));
    }

    static List<Kept> all(Transaction tx) {
        return tx.sql("select * from portfolio order by code").list(row -> kept(tx, row));
    }

    /** The versions of programmes that portfolios began with. */
    static List<ProgrammePin> programmes(Transaction tx) {
        return tx.sql("select distinct programme, version, programme_digest from portfolio"
                        + " order by programme, version")
                .list(PortfolioStore::pin);
    }

    static void describe(Transaction tx, String id, String team, String setting) {
        tx.sql("update portfolio set team = :team, setting = :setting where id = :id")
                .with("team", team)
                .with("setting", setting)
                .with("id", id)
                .run();
    }

    static void setHours(Transaction tx, String id, int hours) {
        tx.sql("update portfolio set hours = :hours where id = :id")
                .with("hours", hours)
                .with("id", id)
                .run();
    }

    static void close(Transaction tx, String id, @Nullable LocalDate day) {
        tx.sql("update portfolio set closed_on = :day where id = :id")
                .with("day", day == null ? null : day.toString())
                .with("id", id)
                .run();
    }

    static void decide(Transaction tx, String id, String setting, String value) {
        tx.sql("insert into portfolio_choice (portfolio, setting, value) values (:id, :setting, :value)"
                        + " on conflict (portfolio, setting) do update set value = :value")
                .with("id", id)
                .with("setting", setting)
                .with("value", value)
                .run();
    }

    static void book(Transaction tx, String id, String milestone, LocalDate day) {
        tx.sql("insert into portfolio_booking (portfolio, milestone, day) values (:id, :milestone, :day)"
                        + " on conflict (portfolio, milestone) do update set day = :day")
                .with("id", id)
                .with("milestone", milestone)
                .with("day", day.toString())
                .run();
    }

    static void unbook(Transaction tx, String id, String milestone) {
        tx.sql("delete from portfolio_booking where portfolio = :id and milestone = :milestone")
                .with("id", id)
                .with("milestone", milestone)
                .run();
    }

    static void pause(Transaction tx, String id, Pause pause, String reason) {
        tx.sql("insert into portfolio_pause (portfolio, from_day, until_day, reason)"
                        + " values (:id, :from, :until, :reason)")
                .with("id", id)
                .with("from", pause.from().toString())
                .with("until", pause.until().toString())
                .with("reason", reason)
                .run();
    }

    private static Kept kept(Transaction tx, Row row) {
        String id = row.text("id");
        Pauses pauses = pauses(tx, id);
        return new Kept(
                id,
                row.text("code"),
                row.text("nqsw"),
                row.text("organisation"),
                pin(row),
                row.text("team"),
                row.text("setting"),
                pairs(
                        tx.sql("select setting as name, value from portfolio_choice where portfolio = :id"
                                + " order by setting"),
                        id),
                new KnownDates(
                        LocalDate.parse(row.text("started_on")), bookings(tx, id), row.count("hours"), pauses.pauses()),
                pauses.reasons(),
                row.instant("enrolled_at"),
                row.findText("closed_on").map(LocalDate::parse).orElse(null));
    }

    private static ProgrammePin pin(Row row) {
        return new ProgrammePin(row.text("programme"), row.count("version"), row.digest("programme_digest"));
    }

    private static Map<String, LocalDate> bookings(Transaction tx, String id) {
        Map<String, LocalDate> booked = new LinkedHashMap<>();
        pairs(tx.sql("select milestone as name, day as value from portfolio_booking where portfolio = :id"), id)
                .forEach((milestone, day) -> booked.put(milestone, LocalDate.parse(day)));
        return booked;
    }

    private static Map<String, String> pairs(Sql sql, String id) {
        Map<String, String> pairs = new LinkedHashMap<>();
        sql.with("id", id).each(row -> pairs.put(row.text("name"), row.text("value")));
        return pairs;
    }

    private static Pauses pauses(Transaction tx, String id) {
        List<Pause> pauses = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        tx.sql("select from_day, until_day, reason from portfolio_pause where portfolio = :id order by from_day")
                .with("id", id)
                .each(row -> {
                    pauses.add(
                            new Pause(LocalDate.parse(row.text("from_day")), LocalDate.parse(row.text("until_day"))));
                    reasons.add(row.text("reason"));
                });
        return new Pauses(pauses, reasons);
    }
}
