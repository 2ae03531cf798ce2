package quire.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quire.people.Actor;
import quire.people.Person;
import quire.testkit.Ask;
import quire.testkit.Cast;
import quire.testkit.WebHouse;

/**
 * Everybody tries every address of people and organisations, of their own employer and of the other one. Whoever may not is
 * told what they are told of a person that there is not.
 */
class WhoMayLookAfterPeopleIT {

    /** Addresses, and those who may go there: of people of Northvale Council where the address names somebody. */
    private static final Map<String, Set<String>> MAY = new TreeMap<>(Map.ofEntries(
            Map.entry("GET /people", Set.of("administrator", "coordinator", "operator")),
            Map.entry("POST /people", Set.of("administrator", "operator")),
            Map.entry("GET /people/add", Set.of("administrator", "operator")),
            Map.entry("GET /people/export", Set.of("administrator")),
            Map.entry("GET /people/import", Set.of("administrator")),
            Map.entry("POST /people/import", Set.of("administrator")),
            Map.entry("GET /people/import/template", Set.of("administrator")),
            Map.entry("POST /people/import/run", Set.of("administrator")),
            Map.entry("GET /people/{person}", Set.of("administrator", "coordinator", "operator")),
            Map.entry("GET /people/{person}/details", Set.of("administrator", "operator")),
            Map.entry("POST /people/{person}/details", Set.of("administrator", "operator")),
            Map.entry("POST /people/{person}/invitation", Set.of("administrator", "operator")),
            Map.entry("POST /people/{person}/reset", Set.of("administrator", "operator")),
            Map.entry("POST /people/{person}/second-step/off", Set.of("administrator", "operator")),
            Map.entry("GET /people/{person}/end", Set.of("administrator", "operator")),
            Map.entry("POST /people/{person}/end", Set.of("administrator", "operator")),
            Map.entry("POST /people/{person}/restore", Set.of("administrator", "operator")),
            Map.entry("GET /people/{person}/roles", Set.of("administrator", "operator")),
            Map.entry("POST /people/{person}/roles", Set.of("administrator", "operator")),
            Map.entry("GET /people/{person}/roles/{role}/end", Set.of("administrator", "operator")),
            Map.entry("POST /people/{person}/roles/{role}/end", Set.of("administrator", "operator")),
            Map.entry("GET /organisations", Set.of("administrator", "operator")),
            Map.entry("POST /organisations", Set.of("operator")),
            Map.entry("GET /organisations/add", Set.of("operator")),
            Map.entry("GET /organisations/{organisation}", Set.of("administrator", "operator")),
            Map.entry("POST /organisations/{organisation}", Set.of("administrator", "operator"))));

    @TempDir
    static Path data;

    private static WebHouse house;
    private static Cast cast;

    @BeforeAll
    static void open() {
        house = WebHouse.open(data);
        cast = Cast.in(house);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void s30_knowsEveryAddress() {
        Set<String> routed = Routes.of(
                        WebSettings.local(0),
                        house.rooms(),
                        new Pages("Quire", "/assets", house.rooms().people()))
                .stream()
                .filter(route -> route.path().startsWith("/people") || route.path().startsWith("/organisations"))
                .map(route -> route.method() + " " + route.path())
                .collect(Collectors.toSet());
        assertThat(MAY.keySet()).isEqualTo(routed);
    }

    static List<String> addresses() {
        return List.copyOf(MAY.keySet());
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.MethodSource("addresses")
    void s30_letsInThoseWhoMayAndNobodyElse(String address) {
        Person own = person("nobody");
        Person other = person("other nobody");
        cast.everybody().forEach((what, visitor) -> {
            boolean foreign = what.startsWith("other ");
            boolean may = MAY.getOrDefault(address, Set.of()).contains(role(what));
            boolean named = address.contains("{");
            assertThat(isLetIn(visitor, address, own))
                    .as(what + " to one's own: " + address)
                    .isEqualTo(may && (!named || !foreign || what.endsWith("operator")));
            assertThat(isLetIn(visitor, address, other))
                    .as(what + " to another's: " + address)
                    .isEqualTo(may && (!named || foreign || what.endsWith("operator")));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"/people/{person}", "/people/{person}/details", "/people/{person}/end", "/people/{person}/roles"})
    void s30_somebodyElsesAndNobodyAreTheSamePage(String address) {
        Ask administrator = cast.ask("administrator");
        String nobody = administrator.get(address.replace("{person}", "nobody")).expect(404).text();
        String others = administrator
                .get(address.replace("{person}", cast.person("other nqsw").id()))
                .expect(404)
                .text();
        assertThat(others).isEqualTo(nobody);
    }

    /** The co-ordinator of one portfolio is none of an organisation, and what has ended is nothing. */
    private static String role(String what) {
        return switch (what.replace("other ", "")) {
            case "organisation's coordinator" -> "coordinator";
            case "coordinator" -> "coordinator of a portfolio";
            default -> what.replace("other ", "");
        };
    }

    /** Let in is whoever is not told that there is no such page; what they sent is nonsense, so little comes of it. */
    private static boolean isLetIn(Person visitor, String address, Person about) {
        String path = address.substring(address.indexOf(' ') + 1)
                .replace("{person}", about.id())
                .replace("{organisation}", about.organisation())
                .replace("{role}", role(address, about));
        Ask ask = house.ask(visitor);
        Ask.Answer answer = address.startsWith("GET") ? ask.get(path) : ask.post(path, Map.of("x", "x"));
        return answer.status() != 404;
    }

    private static String role(String address, Person about) {
        return address.contains("{role}")
                ? house.rooms().people().roles().history(about.id()).get(0).id()
                : "";
    }

    private static Person person(String what) {
        Person person = cast.person(what);
        if (house.rooms().people().roles().history(person.id()).isEmpty()) {
            house.rooms()
                    .people()
                    .roles()
                    .give(
                            person.id(),
                            quire.people.Role.CHAIR,
                            person.organisation(),
                            quire.people.Span.from(house.rooms().today()),
                            Actor.SYSTEM,
                            WebHouse.CLOCK.instant());
        }
        return person;
    }
}
