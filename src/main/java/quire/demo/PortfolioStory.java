package quire.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import quire.people.Actor;
import quire.people.Assignment;
import quire.people.Assignments;
import quire.people.PortfolioRole;
import quire.people.Span;
import quire.portfolio.Enrolment;
import quire.portfolio.Portfolios;
import quire.programme.Pause;

/** How one year came to stand as it does: who looked after it, what was agreed, what was written and handed in. */
final class PortfolioStory {

    private static final LocalTime ENROL = LocalTime.of(8, 0);
    private static final LocalTime ASSIGN = LocalTime.of(8, 10);
    private static final LocalTime PAUSE = LocalTime.of(8, 20);
    private static final LocalTime END = LocalTime.of(18, 0);
    private static final LocalTime CLOSE = LocalTime.of(18, 30);

    private final World world;
    private final SamplePortfolio sample;
    private final Portfolios portfolios;
    private final List<DocumentStory> documents = new ArrayList<>();
    private String id = "";

    PortfolioStory(World world, SamplePortfolio sample) {
        this.world = world;
        this.sample = sample;
        this.portfolios = world.doors().portfolios();
        // In the order of the programme, so that of two papers begun on one day the right one is the first.
        List<String> rows = sample.programme()
                .plan(sample.choices())
                .all()
                .map(row -> row.id())
                .toList();
        sample.documents().stream()
                .sorted(Comparator.comparing(
                        document -> rows.indexOf(document.row().id())))
                .forEach(document -> documents.add(new DocumentStory(world, sample, document)));
    }

    /** The id that the record has given to it; empty before it was opened. */
    String id() {
        return id;
    }

    void tell(Diary diary) {
        diary.note(sample.firstDay(), ENROL, this::enrol);
        sample.assignments().forEach(assignment -> tell(diary, assignment));
        for (Pause pause : sample.dates().pauses()) {
            String because = sample.pauseReasons().getOrDefault(pause.from(), "");
            diary.note(
                    pause.from(),
                    PAUSE,
                    at -> portfolios
                            .dates()
                            .pause(id, pause.from(), pause.until(), because, keeper(at.day()), at.now()));
        }
        documents.forEach(document -> document.tell(diary, this));
        sample.evidence().forEach(file -> new EvidenceStory(world, file, paper(file)).tell(diary, this));
        LocalDate closed = sample.closed();
        if (closed != null) {
            diary.note(closed, CLOSE, at -> portfolios.close(id, closed, keeper(closed), at.now()));
        }
    }

    private void enrol(Diary.Moment at) {
        Actor keeper = keeper(sample.dates().start());
        Enrolment enrolment = new Enrolment(
                sample.code(),
                world.cast().person(sample.nqsw()),
                world.cast().organisation(sample.employer()),
                sample.programme(),
                sample.team(),
                sample.setting(),
                sample.decided(),
                sample.dates().start(),
                sample.dates().hours());
        id = portfolios.enrol(enrolment, keeper, at.now()).id();
        assign(PortfolioRole.NQSW, sample.nqsw(), sample.dates().start(), at);
        new TreeMap<>(sample.dates().booked())
                .forEach((milestone, day) -> portfolios.dates().book(id, milestone, day, keeper, at.now()));
    }

    /** Roles that somebody has for the whole programme are given to them and not to the portfolio. */
    private void tell(Diary diary, SamplePortfolio.Assignment assignment) {
        Optional<PortfolioRole> role = PortfolioRole.find(assignment.role());
        if (role.isEmpty()) {
            return;
        }
        Map<String, String> made = new HashMap<>();
        diary.note(
                assignment.from(),
                ASSIGN,
                at -> made.put("id", assign(role.get(), assignment.person(), assignment.from(), at)));
        LocalDate until = assignment.until();
        if (until != null) {
            diary.note(
                    until,
                    END,
                    at -> assignments().end(made.getOrDefault("id", ""), until, keeper(at.day()), at.now()));
        }
    }

    private String assign(PortfolioRole role, String person, LocalDate from, Diary.Moment at) {
        Assignment made =
                assignments().assign(id, role, world.cast().person(person), Span.from(from), keeper(from), at.now());
        return made.id();
    }

    private Assignments assignments() {
        return world.doors().people().assignments();
    }

    private @Nullable DocumentStory paper(SamplePortfolio.Evidence file) {
        return documents.stream()
                .filter(document -> document.sample().name().equals(file.document()))
                .findFirst()
                .orElse(null);
    }

    /** Who sees to portfolios on a day. */
    private Actor keeper(LocalDate day) {
        return world.cast()
                .actor(sample.holder("administrator", day)
                        .or(() -> sample.holder("coordinator", day))
                        .orElse(sample.nqsw()));
    }
}
