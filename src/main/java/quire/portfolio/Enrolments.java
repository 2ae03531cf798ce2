package quire.portfolio;

import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quire.people.Actor;
import quire.people.Enrolling;
import quire.people.Organisation;
import quire.people.Organisations;
import quire.programme.Programme;
import quire.programme.Programmes;

/** Lets a table of people give social workers their portfolio. Made for one import. */
public final class Enrolments {

    private final Portfolios portfolios;
    private final Programmes programmes;
    private final Organisations organisations;
    private final Actor actor;
    private final Instant now;

    private Enrolments(
            Portfolios portfolios, Programmes programmes, Organisations organisations, Actor actor, Instant now) {
        this.portfolios = portfolios;
        this.programmes = programmes;
        this.organisations = organisations;
        this.actor = actor;
        this.now = now;
    }

    /** What the import asks. */
    public static Enrolling by(
            Portfolios portfolios, Programmes programmes, Organisations organisations, Actor actor, Instant now) {
        Enrolments enrolments = new Enrolments(portfolios, programmes, organisations, actor, now);
        return new Enrolling(
                programmes.list().stream().map(Programme::id).collect(Collectors.toSet()),
                enrolments::find,
                enrolments::enrol);
    }

    /** The year that somebody is in, or the last one that they were in. */
    private Optional<Enrolling.Enrolled> find(String person) {
        return portfolios.ofPerson(person).stream()
                .max(Comparator.comparing((Portfolio portfolio) -> portfolio.closed() == null)
                        .thenComparing(portfolio -> portfolio.dates().start()))
                .map(portfolio -> new Enrolling.Enrolled(
                        portfolio.id(),
                        portfolio.programme().id(),
                        portfolio.dates().start()));
    }

    private String enrol(quire.people.Enrolment asked) {
        String code = code(organisations.get(asked.organisation()), asked.start().getYear());
        Enrolment enrolment = Enrolment.of(
                code, asked.person(), asked.organisation(), programmes.get(asked.programme()), asked.start());
        return portfolios.enrol(enrolment, actor, now).id();
    }

    /** The next one of its kind: {@code NC-2026-014} for the fourteenth of Northvale Council in that year. */
    private String code(Organisation organisation, int year) {
        String kind = initials(organisation.name()) + "-" + year + "-";
        int last = portfolios.list().stream()
                .map(Portfolio::code)
                .filter(code -> code.startsWith(kind) && code.substring(kind.length()).matches("\\d{1,6}"))
                .mapToInt(code -> Integer.parseInt(code.substring(kind.length())))
                .max()
                .orElse(0);
        return kind + String.format(Locale.ROOT, "%03d", last + 1);
    }

    private static String initials(String name) {
        String letters = Stream.of(name.toUpperCase(Locale.UK).split("[^A-Z]+", -1))
                .filter(word -> !word.isEmpty() && !word.equals("OF") && !word.equals("THE") && !word.equals("AND"))
                .map(word -> word.substring(0, 1))
                .limit(4)
                .collect(Collectors.joining());
        return letters.isEmpty() ? "P" : letters;
    }
}
