package quire.demo;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quire.yaml.Part;

/** Makes a cohort of its file. It is tolerant: the schema has complained of what is missing or of another kind. */
final class CohortBuilder {

    private final Part root;

    CohortBuilder(Part root) {
        this.root = root;
    }

    Cohort cohort(List<SamplePortfolio> portfolios) {
        List<Member> people = root.member("people").entries().stream()
                .map(CohortBuilder::person)
                .toList();
        return new Cohort(
                day(root.member("day")),
                day(root.member("since")),
                root.member("organisations").entries().stream()
                        .map(CohortBuilder::organisation)
                        .toList(),
                people,
                portfolios,
                root.member("panels").entries().stream()
                        .map(CohortBuilder::panel)
                        .toList(),
                root.member("introductions").entries().stream()
                        .flatMap(part -> introduction(part, people).stream())
                        .toList());
    }

    /** The day that a part names; one that does not exist is complained of, and stands for the first of all days. */
    static LocalDate day(Part part) {
        LocalDate day = optionalDay(part);
        return day == null ? LocalDate.EPOCH : day;
    }

    static @Nullable LocalDate optionalDay(Part part) {
        try {
            return part.text() == null ? null : LocalDate.parse(part.text(""));
        } catch (DateTimeParseException e) {
            part.fault("format", "“" + part.text() + "” is no day of the calendar. Write one such as 2026-05-11.");
            return null;
        }
    }

    static String text(Part part, String key) {
        return part.member(key).text("");
    }

    private static Optional<Cohort.Introduction> introduction(Part part, List<Member> people) {
        return people.stream()
                .filter(person -> person.id().equals(text(part, "person")))
                .findFirst()
                .map(person -> new Cohort.Introduction(person, text(part, "as")));
    }

    private static Employer organisation(Part part) {
        return new Employer(
                text(part, "id"),
                text(part, "name"),
                text(part, "address"),
                part.member("member_of").text(),
                part.member("logo").text());
    }

    private static Member person(Part part) {
        return new Member(
                text(part, "id"),
                text(part, "name"),
                text(part, "post"),
                part.member("registration").text(),
                text(part, "organisation"),
                text(part, "email"),
                part.member("roles").texts());
    }

    private static PlannedPanel panel(Part part) {
        Map<String, String> moderators = new LinkedHashMap<>();
        part.member("moderators").members().forEach((code, person) -> moderators.put(code, person.text("")));
        return new PlannedPanel(
                text(part, "id"),
                text(part, "programme"),
                text(part, "kind"),
                text(part, "title"),
                day(part.member("on")),
                text(part, "place"),
                text(part, "chair"),
                part.member("members").texts(),
                moderators);
    }
}
