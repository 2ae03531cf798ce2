package quire.portfolio;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import quire.core.Finding;
import quire.core.Place;
import quire.core.Problem;
import quire.people.Actor;
import quire.people.Assignment;
import quire.people.Assignments;
import quire.people.PortfolioRole;
import quire.programme.Programme;
import quire.programme.Programmes;
import quire.store.Database;
import quire.store.Transaction;
import quire.trail.Entry;
import quire.trail.Trail;

/**
 * The years of people on their programmes. When a method has returned, what it did is on the disk. May be shared between
 * threads.
 */
public final class Portfolios {

    private final Database database;
    private final Programmes programmes;
    private final Trail trail;

    public Portfolios(Database database, Programmes programmes) {
        this.database = database;
        this.programmes = programmes;
        this.trail = new Trail(database);
    }

    /** The days of a year, and changing them. */
    public PortfolioDates dates() {
        return new PortfolioDates(this);
    }

    /** With which version of a programme new people begin. */
    public CohortVersions cohorts() {
        return new CohortVersions(database, programmes);
    }

    /** How somebody begins a year, with everybody around it. */
    public Enrolments enrolments() {
        return new Enrolments(database, this, programmes);
    }

    /**
     * What stands between the record and the programmes at hand: a portfolio keeps the version of the programme that it
     * began with, so that version has to be there, and unchanged.
     */
    public List<Finding> check() {
        return database.read(PortfolioStore::programmes).stream()
                .flatMap(pin -> objection(pin).stream())
                .toList();
    }

    /**
     * Opens a portfolio: its checklist is the programme's from now on.
     *
     * @throws Problem if the code is taken or no code, or the programme has no such choice
     */
    public Portfolio enrol(Enrolment enrolment, Actor actor, Instant now) {
        PortfolioRules.check(enrolment);
        String id = UUID.randomUUID().toString();
        return database.write(tx -> {
            PortfolioStore.keepProgramme(tx, enrolment.programme(), now);
            if (!PortfolioStore.insert(tx, id, enrolment, now)) {
                PortfolioRules.refuse(
                        List.of(PortfolioRules.refused("code", "There is already a portfolio " + enrolment.code())));
            }
            enrolment.decided().forEach((setting, value) -> PortfolioStore.decide(tx, id, setting, value));
            trail.add(
                    tx,
                    did(actor, "enrolled", id)
                            .with("person", enrolment.nqsw())
                            .with("organisation", enrolment.organisation())
                            .with("programme", enrolment.programme().id())
                            .with("version", enrolment.programme().version())
                            .with("start", enrolment.start().toString()),
                    now);
            return get(id);
        });
    }

    public Optional<Portfolio> find(String id) {
        return search("id", List.of(id)).stream().findFirst();
    }

    /**
     * The portfolio of that id.
     *
     * @throws Problem if there is no such portfolio
     */
    public Portfolio get(String id) {
        return find(id).orElseThrow(() -> Problem.notFound("There is no such portfolio."));
    }

    public Optional<Portfolio> findByCode(String code) {
        return search("code", List.of(code)).stream().findFirst();
    }

    /** The years of one person, the earliest first. */
    public List<Portfolio> ofPerson(String nqsw) {
        return search("nqsw", List.of(nqsw)).stream()
                .sorted(Comparator.comparing(portfolio -> portfolio.dates().start()))
                .toList();
    }

    /**
     * Every portfolio of some employers, by code; read at once, however many there are.
     *
     * @param organisations ids
     */
    public List<Portfolio> ofOrganisations(Collection<String> organisations) {
        return search("organisation", organisations);
    }

    /** The portfolios in which somebody has a part on a day, or stands in for whoever has it; by code. */
    public List<Portfolio> assignedTo(String person, PortfolioRole role, LocalDate day) {
        return search(
                "id",
                new Assignments(database)
                        .ofPerson(person, day).stream()
                                .filter(assignment -> assignment.role() == role)
                                .map(Assignment::portfolio)
                                .collect(Collectors.toCollection(TreeSet::new)));
    }

    /** Every portfolio, by code. */
    public List<Portfolio> list() {
        return everyOne(database.read(PortfolioSearch.ALL::list));
    }

    private List<Portfolio> search(String column, Collection<String> wanted) {
        return everyOne(database.read(tx -> PortfolioSearch.by(column, wanted).list(tx)));
    }

    /** Says anew in which team somebody works, and with whom. */
    public void describe(String id, String team, String setting, Actor actor, Instant now) {
        change(did(actor, "described", id), now, tx -> PortfolioStore.describe(tx, id, team, setting));
    }

    /**
     * Decides for one portfolio where the programme leaves a choice. Papers come and go with it.
     *
     * @throws Problem if the programme leaves no such choice, or a paper that somebody has written in would be out of the year
     */
    public void decide(String id, String setting, String value, Actor actor, Instant now) {
        PortfolioRules.refuse(PortfolioRules.objections(get(id).programme(), setting, value));
        Entry entry = did(actor, "decided", id).with("setting", setting).with("value", value);
        change(entry, now, tx -> {
            PortfolioStore.holdOpen(tx, id);
            PortfolioRules.refuse(PortfolioRules.lost(get(id), setting, value, PortfolioStore.papersWrittenIn(tx, id)));
            PortfolioStore.decide(tx, id, setting, value);
        });
    }

    /** Closes a portfolio, or, with no day, opens it again. Nothing can be written in one that is closed. */
    public void close(String id, @Nullable LocalDate day, Actor actor, Instant now) {
        Entry entry =
                did(actor, day == null ? "reopened" : "closed", id).with("day", day == null ? null : day.toString());
        change(entry, now, tx -> PortfolioStore.close(tx, id, day));
    }

    void change(Entry entry, Instant now, Consumer<Transaction> change) {
        database.run(tx -> {
            PortfolioStore.hold(tx, entry.subject());
            change.accept(tx);
            trail.add(tx, entry, now);
        });
    }

    static Entry did(Actor actor, String what, String id) {
        return actor.did("portfolio." + what, "portfolio", id).in(id);
    }

    private Optional<Finding> objection(PortfolioStore.ProgrammePin pin) {
        String name = "The programme “" + pin.id() + "” in version " + pin.version();
        Place file = Place.inFile("programmes/" + pin.id() + ".yaml");
        Optional<Programme> shelved = programmes.find(pin.id(), pin.version());
        if (shelved.isEmpty()) {
            return Optional.of(Finding.error(
                    "programme-gone",
                    name + " is missing, and portfolios began with it. Put its file back under “earlier”.",
                    file));
        }
        return shelved.get().digest().equals(pin.digest())
                ? Optional.empty()
                : Optional.of(Finding.error(
                        "programme-changed",
                        name + " was changed after portfolios had begun with it. Give the changed one the next version,"
                                + " and put the one before under “earlier”.",
                        file));
    }

    private List<Portfolio> everyOne(List<PortfolioSearch.Kept> kept) {
        return kept.stream().map(this::shelved).toList();
    }

    private Portfolio shelved(PortfolioSearch.Kept kept) {
        return kept.with(programmes.get(kept.programme().id(), kept.programme().version()));
    }
}
