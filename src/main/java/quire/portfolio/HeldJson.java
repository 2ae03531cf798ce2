package quire.portfolio;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import quire.people.Assignment;
import quire.people.Display;
import quire.people.HeldRole;
import quire.people.Person;
import quire.people.Span;

/** What is held about a person as plain JSON data, for whoever wants to take it to another program. */
public final class HeldJson {

    private HeldJson() {}

    /** The whole of it; moments are in UTC, days as they are, what is not known is null. */
    public static Map<String, @Nullable Object> of(Held held) {
        return object(
                "person",
                person(held.person(), held.employer()),
                "roles",
                list(held.roles(), HeldJson::role),
                "parts",
                list(held.parts(), HeldJson::part),
                "sessions",
                list(
                        held.sessions(),
                        one -> object(
                                "browser",
                                one.browser(),
                                "opened",
                                one.opened(),
                                "seen",
                                one.seen(),
                                "ends",
                                one.ends())),
                "programs",
                list(held.programs(), one -> object("name", one.name(), "made", one.made(), "used", one.used())),
                "portfolios",
                list(held.years(), HeldJson::year),
                "documents_started",
                list(held.started(), one -> object("id", one.document(), "title", one.title(), "at", one.at())),
                "saves",
                list(
                        held.saves(),
                        one -> object(
                                "document",
                                one.document(),
                                "title",
                                one.title(),
                                "count",
                                one.count(),
                                "last",
                                one.last())),
                "comments",
                list(held.comments(), HeldJson::comment),
                "evidence_added",
                list(held.evidence(), HeldJson::file),
                "read",
                list(
                        held.readings(),
                        one -> object(
                                "document",
                                one.document(),
                                "section",
                                one.section(),
                                "revision",
                                one.revision(),
                                "at",
                                one.at())),
                "done_to_them",
                list(held.about(), HeldJson::line));
    }

    private static Map<String, @Nullable Object> person(Person person, String employer) {
        Display display = person.display();
        return object(
                "id",
                person.id(),
                "name",
                person.name(),
                "email",
                person.email(),
                "post",
                person.details().post(),
                "registration",
                person.details().registration(),
                "employer",
                employer,
                "last_day_of_access",
                person.endedOn(),
                "display",
                object(
                        "font",
                        word(display.font()),
                        "size",
                        word(display.size()),
                        "spacing",
                        word(display.spacing()),
                        "background",
                        word(display.background())));
    }

    private static Map<String, @Nullable Object> role(HeldRole role) {
        return during(role.span(), "role", role.role().label(), "organisation", role.organisation());
    }

    private static Map<String, @Nullable Object> part(Assignment part) {
        return during(
                part.span(),
                "portfolio",
                part.portfolio(),
                "role",
                part.role().label(),
                "stands_in_for",
                part.deputyFor());
    }

    private static Map<String, @Nullable Object> year(Held.Year year) {
        Portfolio portfolio = year.portfolio();
        return object(
                "id",
                portfolio.id(),
                "code",
                portfolio.code(),
                "programme",
                portfolio.programme().title(),
                "team",
                portfolio.team(),
                "began",
                portfolio.dates().start(),
                "hours",
                portfolio.dates().hours(),
                "enrolled",
                portfolio.enrolled(),
                "closed",
                portfolio.closed(),
                "documents",
                list(
                        year.documents(),
                        one -> object(
                                "id",
                                one.id(),
                                "title",
                                one.title(),
                                "started",
                                one.created(),
                                "changed",
                                one.changed())),
                "evidence",
                list(year.evidence(), HeldJson::file),
                "access",
                list(year.access(), HeldJson::line));
    }

    private static Map<String, @Nullable Object> comment(Comment comment) {
        return object(
                "document",
                comment.document(),
                "section",
                comment.section(),
                "text",
                comment.text(),
                "written",
                comment.written(),
                "taken_back",
                comment.takenBack());
    }

    private static Map<String, @Nullable Object> file(EvidenceFile file) {
        return object(
                "id",
                file.id(),
                "portfolio",
                file.portfolio(),
                "name",
                file.name(),
                "description",
                file.description(),
                "confidential",
                file.confidential(),
                "size",
                file.size(),
                "sha256",
                file.digest().hex(),
                "added",
                file.added(),
                "removed",
                file.removed() == null ? null : file.removed().at());
    }

    /** One line of what was done. */
    public static Map<String, @Nullable Object> line(AccessLine line) {
        return object("number", line.seq(), "at", line.at(), "sentence", line.sentence());
    }

    private static Map<String, @Nullable Object> during(Span span, @Nullable Object... pairs) {
        Map<String, @Nullable Object> object = object(pairs);
        object.put("from", span.from().toString());
        object.put("until", span.until() == null ? null : span.until().toString());
        return object;
    }

    private static <T> List<Map<String, @Nullable Object>> list(
            List<T> all, Function<T, Map<String, @Nullable Object>> one) {
        return all.stream().map(one).toList();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** Keys and values in turn; moments and days become text. */
    private static Map<String, @Nullable Object> object(@Nullable Object... pairs) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            Object value = pairs[i + 1];
            boolean isTime = value instanceof Instant || value instanceof LocalDate;
            object.put((String) pairs[i], isTime ? value.toString() : value);
        }
        return object;
    }
}
