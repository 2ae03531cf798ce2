package quire.portfolio;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import quire.core.Problem;
import quire.forms.Words;
import quire.people.Actor;
import quire.programme.KnownDates;
import quire.programme.Milestone;
import quire.programme.Pause;
import quire.programme.Programme;
import quire.programme.Row;
import quire.programme.Timetable;
import quire.store.Transaction;
import quire.trail.Entry;

/**
 * The days of somebody's year: when it begins, what is agreed, when it stands still, how many hours a week it has. Everything
 * that is counted from a day moves with it. Nothing of it changes once a portfolio is closed. May be shared between threads.
 */
public final class PortfolioDates {

    private static final int LONGEST_REASON = 500;

    private final Portfolios portfolios;

    PortfolioDates(Portfolios portfolios) {
        this.portfolios = portfolios;
    }

    /**
     * Agrees a day for a milestone; everything counted from it moves along.
     *
     * @param day null to count as the programme does again
     * @throws Problem if the programme has no such milestone, or it is the start, or the day is before the year begins
     */
    public void book(String id, String milestone, @Nullable LocalDate day, Actor actor, Instant now) {
        Programme programme = portfolios.get(id).programme();
        if (milestone.equals(Milestone.START)
                || programme.timeline().milestone(milestone).isEmpty()) {
            refuse("milestone", "The programme has no “" + milestone + "” to agree a day for");
        }
        Entry entry = Portfolios.did(actor, day == null ? "unbooked" : "booked", id)
                .with("milestone", milestone)
                .with("day", day == null ? null : day.toString());
        change(entry, now, tx -> {
            if (day == null) {
                PortfolioStore.unbook(tx, id, milestone);
                return;
            } else if (day.isBefore(known(id).start())) {
                refuse("day", "The day must not be before the year begins");
            }
            PortfolioStore.book(tx, id, milestone, day);
        });
    }

    /**
     * Lets the year begin on another day; everything counted from it moves along.
     *
     * @throws Problem if a paper of the year is complete, because it says when the year began; or if something is agreed
     *     before the new day
     */
    public void begin(String id, LocalDate day, Actor actor, Instant now) {
        Entry entry = Portfolios.did(actor, "moved", id).with("start", day.toString());
        change(entry, now, tx -> {
            if (PortfolioStore.hasComplete(tx, id)) {
                refuse("day", "A paper of this year is complete, so the day on which the year began stays as it is");
            }
            boolean agreed = known(id).booked().values().stream().anyMatch(other -> other.isBefore(day));
            boolean paused =
                    known(id).pauses().stream().anyMatch(pause -> pause.from().isBefore(day));
            if (agreed || paused) {
                refuse("day", "Something is agreed for a day before that one. Change that first");
            }
            PortfolioStore.begin(tx, id, day);
        });
    }

    /**
     * Lets the year stand still: all dates after it move.
     *
     * @param from the first day away
     * @param until the first day back
     * @param reason for those who may see it; it is not in the trail
     * @throws Problem if it ends before it begins, overlaps another pause, begins before the year, or the reason is too long
     */
    public void pause(String id, LocalDate from, LocalDate until, String reason, Actor actor, Instant now) {
        String why = Words.trim(Words.printable(reason));
        if (Words.characters(why) > LONGEST_REASON) {
            refuse("reason", "The reason must be " + LONGEST_REASON + " characters or fewer");
        } else if (!from.isBefore(until)) {
            refuse("until", "The first day back must be after the first day away");
        }
        Entry entry = Portfolios.did(actor, "paused", id)
                .with("from", from.toString())
                .with("until", until.toString());
        change(entry, now, tx -> {
            if (from.isBefore(known(id).start())) {
                refuse("from", "The first day away must not be before the year begins");
            }
            refuseOverlap(others(id, from), new Pause(from, until), "from");
            if (others(id, from).size() < known(id).pauses().size()) {
                refuse("from", "There is already a pause at that time");
            }
            PortfolioStore.pause(tx, id, new Pause(from, until), why);
        });
    }

    /**
     * Lets the year go on, earlier or later than was thought.
     *
     * @param from the first day away of the pause that is meant
     * @param back the first day back; the first day away or an earlier one if there was no pause after all
     * @throws Problem if there is no such pause, or the year would then stand still twice at once
     */
    public void resume(String id, LocalDate from, LocalDate back, Actor actor, Instant now) {
        Entry entry = Portfolios.did(actor, "resumed", id)
                .with("from", from.toString())
                .with("until", back.toString());
        change(entry, now, tx -> {
            if (others(id, from).size() == known(id).pauses().size()) {
                throw Problem.notFound("There is no such pause.");
            }
            if (from.isBefore(back)) {
                refuseOverlap(others(id, from), new Pause(from, back), "back");
                PortfolioStore.resume(tx, id, from, back);
            } else {
                PortfolioStore.unpause(tx, id, from);
            }
        });
    }

    /**
     * Sets the working hours; fewer make the year longer.
     *
     * @param percent of full time
     * @throws Problem if that is not between 1 and 100
     */
    public void work(String id, int percent, Actor actor, Instant now) {
        if (percent < 1 || percent > KnownDates.FULL_TIME) {
            refuse("hours", PortfolioRules.HOURS);
        }
        change(
                Portfolios.did(actor, "hours", id).with("percent", percent),
                now,
                tx -> PortfolioStore.setHours(tx, id, percent));
    }

    /**
     * The papers that move when a date does.
     *
     * @param milestone {@link Milestone#START} or any other of the programme
     * @return the rows of the checklist that are due on another day, in its order
     */
    public static List<Row> movingWith(Portfolio portfolio, String milestone) {
        KnownDates known = portfolio.dates();
        LocalDate later = portfolio.timetable().dateOf(milestone).plusWeeks(1);
        KnownDates moved = milestone.equals(Milestone.START)
                ? new KnownDates(later, known.booked(), known.hours(), known.pauses())
                : known.booked(milestone, later);
        Timetable then = portfolio.programme().timetable(portfolio.choices(), moved);
        return portfolio.plan().rows().stream()
                .filter(row -> !portfolio.timetable().dueOn(row).equals(then.dueOn(row)))
                .toList();
    }

    private void change(Entry entry, Instant now, Consumer<Transaction> change) {
        portfolios.change(entry, now, tx -> {
            PortfolioStore.holdOpen(tx, entry.subject());
            change.accept(tx);
        });
    }

    private KnownDates known(String id) {
        return portfolios.get(id).dates();
    }

    private List<Pause> others(String id, LocalDate from) {
        List<Pause> others = new ArrayList<>(known(id).pauses());
        others.removeIf(pause -> pause.from().equals(from));
        return others;
    }

    private static void refuseOverlap(List<Pause> others, Pause added, String path) {
        boolean overlaps = others.stream()
                .anyMatch(other ->
                        added.from().isBefore(other.until()) && other.from().isBefore(added.until()));
        if (overlaps) {
            refuse(path, "There is already a pause at that time");
        }
    }

    private static void refuse(String path, String message) {
        PortfolioRules.refuse(List.of(PortfolioRules.refused(path, message)));
    }
}
