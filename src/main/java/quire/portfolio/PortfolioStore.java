package quire.portfolio;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quire.core.Digest;
import quire.core.Problem;
import quire.programme.Pause;
import quire.programme.Programme;
import quire.store.Row;
import quire.store.Transaction;

/** The SQL that changes portfolios. */
final class PortfolioStore {

    /** The version of a programme that a portfolio began with. */
    record ProgrammePin(String id, int version, Digest digest) {}

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

    /** The organisation that it belongs to. */
    static String organisation(Transaction tx, String id) {
        return tx.sql("select organisation from portfolio where id = :id")
                .with("id", id)
                .get(row -> row.text("organisation"));
    }

    /** What people call it. */
    static String code(Transaction tx, String id) {
        return tx.sql("select code from portfolio where id = :id")
                .with("id", id)
                .get(row -> row.text("code"));
    }

    private static boolean held(Transaction tx, String id) {
        return tx.sql("select closed_on from portfolio where id = :id")
                .with("id", id)
                .forUpdate()
                .find(row -> row.findText("closed_on").isPresent())
                .orElseThrow(() -> Problem.notFound("There is no such portfolio."));
    }

    /** Makes whoever else wants a new code wait until the work ends. */
    static void holdCodes(Transaction tx) {
        tx.sql("select digest from programme_version order by digest")
                .forUpdate()
                .list(row -> row.text("digest"));
    }

    /** The codes that begin like that. */
    static List<String> codes(Transaction tx, String beginning) {
        return tx.sql("select code from portfolio where code like :beginning")
                .with("beginning", beginning + "%")
                .list(row -> row.text("code"));
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

    static void resume(Transaction tx, String id, LocalDate from, LocalDate back) {
        tx.sql("update portfolio_pause set until_day = :back where portfolio = :id and from_day = :from")
                .with("back", back.toString())
                .with("id", id)
                .with("from", from.toString())
                .run();
    }

    static void unpause(Transaction tx, String id, LocalDate from) {
        tx.sql("delete from portfolio_pause where portfolio = :id and from_day = :from")
                .with("id", id)
                .with("from", from.toString())
                .run();
    }

    static void begin(Transaction tx, String id, LocalDate day) {
        tx.sql("update portfolio set started_on = :day where id = :id")
                .with("day", day.toString())
                .with("id", id)
                .run();
    }

    /** Whether a paper of the year is complete. */
    static boolean hasComplete(Transaction tx, String id) {
        return tx.sql("select id from document where portfolio = :id and progress in ('COMPLETE', 'SIGNED') limit 1")
                .with("id", id)
                .find(row -> row.text("id"))
                .isPresent();
    }

    /** The rows of the checklist with a paper that is more than begun. */
    static Set<String> papersWrittenIn(Transaction tx, String id) {
        return Set.copyOf(tx.sql("select distinct paper from document where portfolio = :id and paper is not null"
                        + " and progress <> 'NOT_STARTED'")
                .with("id", id)
                .list(row -> row.text("paper")));
    }

    static ProgrammePin pin(Row row) {
        return new ProgrammePin(row.text("programme"), row.count("version"), row.digest("programme_digest"));
    }
}
