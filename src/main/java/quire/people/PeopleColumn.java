package quire.people;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The columns of a table of people, in the order in which we write them. */
enum PeopleColumn {
    NAME("name", "full name"),
    EMAIL("e-mail", "e-mail address"),
    ORGANISATION("organisation", "employer"),
    POST("post", "job title"),
    REGISTRATION("registration", "registration number"),
    ROLE("role", "roles"),
    ASSESSOR("assessor e-mail", "assessor"),
    MANAGER("line manager e-mail", "line manager, manager e-mail, manager"),
    START("start date", "start"),
    PROGRAMME("programme", "program");

    private final String title;
    private final String alsoCalled;

    PeopleColumn(String title, String alsoCalled) {
        this.title = title;
        this.alsoCalled = alsoCalled;
    }

    /** What stands above it. */
    String title() {
        return title;
    }

    /** The column that somebody calls so, with capitals and hyphens wherever they like. */
    static Optional<PeopleColumn> called(String heading) {
        String plain = plain(heading);
        return Arrays.stream(values())
                .filter(column -> column.names().anyMatch(name -> plain(name).equals(plain)))
                .findFirst();
    }

    static List<String> titles() {
        return Arrays.stream(values()).map(PeopleColumn::title).toList();
    }

    private Stream<String> names() {
        return Stream.concat(Stream.of(title), Stream.of(alsoCalled.split(", ", -1)));
    }

    private static String plain(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }
}
