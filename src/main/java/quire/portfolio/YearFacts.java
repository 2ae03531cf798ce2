package quire.portfolio;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.people.Person;
import quire.programme.FillSource;
import quire.programme.Milestone;
import quire.programme.Programme;
import quire.programme.Row;
import quire.programme.Stage;
import quire.programme.Timetable;
import quire.store.Transaction;

/**
 * What the record of one year knows, for the questions of a paper that nobody is asked. Everything is read when it is first
 * asked for, and once. It belongs to one thread and one piece of work.
 */
final class YearFacts {

    private final Transaction tx;
    private final KeptDocuments kept;
    private final RecordFacts people;
    private final Portfolio portfolio;
    private final Row row;
    private final Document own;
    private final LocalDate today;
    private final ZoneId zone;
    private final Map<String, Document> read = new HashMap<>();
    private @Nullable Checklist checklist;
    private @Nullable PaperFacts papers;

    /**
     * What is known on a day.
     *
     * @param row the paper of the programme that is filled in
     * @param own its document
     * @param zone where days begin
     */
    YearFacts(
            Transaction tx,
            KeptDocuments kept,
            RecordFacts people,
            Portfolio portfolio,
            Row row,
            Document own,
            LocalDate today,
            ZoneId zone) {
        this.tx = tx;
        this.kept = kept;
        this.people = people;
        this.portfolio = portfolio;
        this.row = row;
        this.own = own;
        this.today = today;
        this.zone = zone;
    }

    /** The things that a source means, for the entries of a table. */
    List<Known> all(FillSource source) {
        return switch (source.from()) {
            case PAPERS -> papers().of(source);
            case MINIMUMS -> minimums().of(source);
            case MILESTONES -> milestones(source);
            case SUPPORT -> new SupportFacts(portfolio).all();
            case PEOPLE, OWN, ANSWERS, DAY -> List.of(one(source, source.of()));
        };
    }

    /** The thing that a source means, for one answer or for one row of a table. */
    Known one(FillSource source, List<String> named) {
        return switch (source.from()) {
            case PAPERS -> papers().together(named);
            case MINIMUMS -> minimums().one(named, source);
            case MILESTONES ->
                milestones(source).stream()
                        .filter(known -> named.contains(known.key()))
                        .findFirst()
                        .orElse(nothing());
            case PEOPLE -> person(named);
            case OWN -> new OwnFacts(own.answers()).of(named, source);
            case ANSWERS -> answers(named);
            case DAY -> new Known("", Map.of("day", today.toString()));
            case SUPPORT -> nothing();
        };
    }

    private PaperFacts papers() {
        if (papers == null) {
            papers = new PaperFacts(
                    portfolio.programme(), checklist(), DocumentStore.settled(tx, portfolio.id()), today, zone);
        }
        return papers;
    }

    private MinimumFacts minimums() {
        return new MinimumFacts(portfolio, checklist(), own, row.stage(), this::read);
    }

    private Checklist checklist() {
        if (checklist == null) {
            List<Summary> documents = DocumentStore.ofPortfolio(tx, portfolio.id(), digest -> kept.form(tx, digest));
            checklist = Checklist.of(portfolio, documents, today);
        }
        return checklist;
    }

    private Document read(String id) {
        return read.computeIfAbsent(id, one -> kept.get(tx, one));
    }

    private List<Known> milestones(FillSource source) {
        Programme programme = portfolio.programme();
        Timetable dates = portfolio.timetable();
        return programme.timeline().milestones().stream()
                .filter(one -> source.of().isEmpty() || source.of().contains(one.id()))
                .sorted(Comparator.comparing(one -> dates.dateOf(one.id())))
                .map(one -> milestone(programme, dates, one))
                .toList();
    }

    private Known milestone(Programme programme, Timetable dates, Milestone milestone) {
        LocalDate day = dates.dateOf(milestone.id());
        String who = PaperFacts.roles(programme, milestone.attending(portfolio.choices()), ", ");
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("title", milestone.title());
        facts.put("date", day.toString());
        facts.put("booked", dates.isBooked(milestone.id()));
        facts.put("stage", PaperFacts.stage(programme, stage(programme, dates, day)));
        facts.put("who", who.isEmpty() ? null : who);
        return new Known(milestone.id(), facts);
    }

    /** The first stage that is not over before a day. */
    private static @Nullable String stage(Programme programme, Timetable dates, LocalDate day) {
        return programme.timeline().stages().stream()
                .filter(stage -> !dates.on(stage.until()).isBefore(day))
                .findFirst()
                .map(Stage::id)
                .orElse(null);
    }

    /** Who had the part when the paper was begun, whoever has it now. */
    private Known person(List<String> roles) {
        LocalDate begun = LocalDate.ofInstant(own.created(), zone);
        return roles.stream()
                .flatMap(role -> people.holder(portfolio, role, begun).stream())
                .findFirst()
                .map(YearFacts::known)
                .orElse(nothing());
    }

    private static Known known(Person person) {
        Map<String, Object> named = new LinkedHashMap<>();
        named.put("name", person.name());
        String registration = person.details().registration();
        if (registration != null && !registration.isEmpty()) {
            named.put("registration", registration);
        }
        return new Known("", Map.of("person", named, "name", person.name()));
    }

    /** What the last of some papers says, once it is written. */
    private Known answers(List<String> named) {
        return named.stream()
                .flatMap(paper -> checklist().find(paper).stream())
                .flatMap(item -> item.documents().stream())
                .filter(paper -> paper.progress().isWritten())
                .reduce((earlier, later) -> later)
                .map(paper -> new Known("", read(paper.id()).answers()))
                .orElse(nothing());
    }

    private static Known nothing() {
        return new Known("", Map.of());
    }
}
