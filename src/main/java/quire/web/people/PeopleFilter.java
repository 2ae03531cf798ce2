package quire.web.people;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quire.people.Directory;
import quire.people.PortfolioRole;
import quire.people.Role;
import quire.web.frame.Boxes.Option;
import quire.web.frame.Typed;
import quire.web.frame.Wording;

/**
 * Whom of all the people somebody wants to see.
 *
 * @param text part of a name or an e-mail address; empty for any
 * @param organisation the id of an employer; empty for any
 * @param role the word of a role, in an organisation or in a portfolio; empty for any
 * @param state the word of a state; empty for any
 */
record PeopleFilter(String text, String organisation, String role, String state) {

    static final List<Option> STATES = List.of(
            new Option("", "All"),
            new Option("open", "Can sign in"),
            new Option("invited", "Invited"),
            new Option("not_invited", "Not invited yet"),
            new Option("ended", "Access ended"));

    static PeopleFilter in(Context request) {
        return new PeopleFilter(
                param(request, "text").strip(),
                param(request, "organisation"),
                param(request, "role"),
                param(request, "state"));
    }

    /** Every role that people can have here, by what it is called. */
    static List<Option> roles() {
        Stream<Option> parts = Arrays.stream(PortfolioRole.values()).map(role -> new Option(role.word(), role.label()));
        Stream<Option> roles = Arrays.stream(Role.values())
                // The same word for two things that nobody here tells apart.
                .filter(role -> PortfolioRole.find(role.word()).isEmpty())
                .map(role -> new Option(role.word(), role.label()));
        return Stream.concat(
                        Stream.of(new Option("", "All")),
                        Stream.concat(parts, roles)
                                .map(option -> new Option(option.value(), Wording.capital(option.label()))))
                .toList();
    }

    boolean fits(Directory.Entry entry) {
        String words = (entry.person().name() + "\n" + entry.person().email()).toLowerCase(Locale.UK);
        return words.contains(text.toLowerCase(Locale.UK))
                && (organisation.isEmpty()
                        || organisation.equals(entry.organisation().id()))
                && (state.isEmpty() || state.equals(entry.state().name().toLowerCase(Locale.ROOT)))
                && (role.isEmpty() || holds(entry));
    }

    private boolean holds(Directory.Entry entry) {
        return entry.roles().stream().anyMatch(held -> held.role().word().equals(role))
                || entry.parts().stream().anyMatch(part -> part.word().equals(role));
    }

    /** What stands in the boxes of the filter. */
    Typed typed() {
        return Typed.of(Map.of("text", text, "organisation", organisation, "role", role, "state", state));
    }

    /** The address of one page of what fits. */
    String address(int page) {
        return "/people?"
                + Stream.of(
                                pair("text", text),
                                pair("organisation", organisation),
                                pair("role", role),
                                pair("state", state),
                                pair("page", page == 1 ? "" : String.valueOf(page)))
                        .filter(pair -> !pair.endsWith("="))
                        .collect(Collectors.joining("&"));
    }

    private static String pair(String name, String value) {
        return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static String param(Context request, String name) {
        String value = request.queryParam(name);
        return value == null ? "" : value;
    }
}
