package quire.portfolio;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import quire.people.Actor;
import quire.people.Person;
import quire.post.Letter;
import quire.post.Outbox;
import quire.store.Database;
import quire.trail.Entry;
import quire.trail.Trail;

/**
 * Reminds people of papers that wait for them and have a day, each once before, on and after it. Organisations turn each of
 * these off for their portfolios, and everybody all of them for themselves. May be shared between threads.
 */
public final class Reminders {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private final Database database;
    private final Portfolios portfolios;
    private final Documents documents;
    private final Addressees addressees;
    private final Outbox outbox;
    private final Trail trail;

    public Reminders(Database database, Portfolios portfolios, Documents documents) {
        this.database = database;
        this.portfolios = portfolios;
        this.documents = documents;
        this.addressees = new Addressees(database);
        this.outbox = new Outbox(database);
        this.trail = new Trail(database);
    }

    /** Puts the reminders of a day into the outbox; those that are there already stay as they are. */
    public void send(Instant now, LocalDate today) {
        Map<String, List<Portfolio>> open = portfolios.list().stream()
                .filter(portfolio -> portfolio.closed() == null && !isPaused(portfolio, today))
                .collect(Collectors.groupingBy(Portfolio::organisation));
        open.forEach((organisation, all) -> {
            Set<Reminder> wanted = on(organisation);
            if (!wanted.isEmpty()) {
                Map<String, Checklist> checklists = documents.checklists(all, today);
                for (Portfolio portfolio : all) {
                    Checklist checklist = Objects.requireNonNull(checklists.get(portfolio.id()));
                    remind(portfolio, checklist, wanted, now, today);
                }
            }
        });
    }

    /** Which reminders an organisation has on. */
    public Set<Reminder> on(String organisation) {
        Set<Reminder> on = new TreeSet<>(List.of(Reminder.values()));
        on.removeAll(database.read(tx -> ReminderStore.off(tx, organisation)));
        return on;
    }

    /** Turns reminders on or off for all portfolios of an organisation. */
    public void choose(String organisation, Set<Reminder> wanted, Actor actor, Instant now) {
        database.run(tx -> {
            for (Reminder reminder : Reminder.values()) {
                boolean on = wanted.contains(reminder);
                boolean changed = on
                        ? ReminderStore.turnOn(tx, organisation, reminder)
                        : ReminderStore.turnOff(tx, organisation, reminder, now);
                if (changed) {
                    Entry entry =
                            actor.did(on ? "reminder.turned_on" : "reminder.turned_off", "organisation", organisation);
                    trail.add(tx, entry.with("moment", reminder.word()), now);
                }
            }
        });
    }

    /** Whether somebody wants reminders. */
    public boolean wants(String person) {
        return !database.read(tx -> ReminderStore.refuses(tx, person));
    }

    /** Keeps to what somebody wants for themselves. */
    public void choose(String person, boolean wanted, Actor actor, Instant now) {
        database.run(tx -> {
            boolean changed = wanted ? ReminderStore.accept(tx, person) : ReminderStore.refuse(tx, person, now);
            if (changed) {
                String action = wanted ? "reminder.turned_on" : "reminder.turned_off";
                trail.add(tx, actor.did(action, "person", person), now);
            }
        });
    }

    private void remind(
            Portfolio portfolio, Checklist checklist, Collection<Reminder> wanted, Instant now, LocalDate today) {
        database.run(tx -> checklist.items().forEach(item -> {
            LocalDate due = item.due();
            if (due == null || item.row().optional()) {
                return;
            }
            Reminder.on(today, due)
                    .filter(wanted::contains)
                    .ifPresent(reminder -> addressees.of(portfolio.id(), waitsFor(item), today).stream()
                            .filter(person -> !ReminderStore.refuses(tx, person.id()))
                            .forEach(person -> outbox.put(tx, letter(portfolio, item, due, reminder, person), now)));
        }));
    }

    /** The roles that a paper waits for: those who sign next, or else those who see to it that it is written. */
    private static Collection<String> waitsFor(Checklist.Item item) {
        Set<String> signers = item.documents().stream()
                .flatMap(document -> document.awaits().stream())
                .collect(Collectors.toSet());
        if (!signers.isEmpty()) {
            return signers;
        }
        boolean open = item.status() == Checklist.Status.NOT_STARTED || item.status() == Checklist.Status.IN_PROGRESS;
        return open ? item.row().responsible() : Set.of();
    }

    private static Letter letter(
            Portfolio portfolio, Checklist.Item item, LocalDate due, Reminder reminder, Person person) {
        String paper = "“" + Letter.inLine(item.row().title()) + "”";
        String when =
                switch (reminder) {
                    case BEFORE -> "is due on " + DAY.format(due);
                    case ON -> "is due today, " + DAY.format(due);
                    case AFTER -> "was due on " + DAY.format(due);
                };
        String text = """
                Hello %s,

                %s in portfolio %s %s, and it waits for you.
                Sign in to see it:

                /portfolios/%s

                If you want no reminders, turn them off here:

                /account
                """.formatted(Letter.inLine(person.name()), paper, portfolio.code(), when, portfolio.id());
        String key = String.join(
                " ", "remind", portfolio.id(), item.row().id(), reminder.word(), due.toString(), person.id());
        String subject = reminder == Reminder.ON ? paper + " is due today" : paper + " " + when;
        return Letter.of(key, person.email(), subject, text).about("portfolio", portfolio.id());
    }

    private static boolean isPaused(Portfolio portfolio, LocalDate today) {
        return portfolio.dates().pauses().stream()
                .anyMatch(pause -> !today.isBefore(pause.from()) && today.isBefore(pause.until()));
    }
}
