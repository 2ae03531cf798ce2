package quire.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import quire.bundle.Bundle;
import quire.bundle.Edition;
import quire.people.Actor;
import quire.people.HeldRole;
import quire.people.Span;
import quire.testkit.Ask;
import quire.testkit.Cast;
import quire.testkit.WebHouse;
import quire.web.frame.Pages;
import quire.web.frame.Route;
import quire.web.frame.Rule;

/**
 * S-30: every address, by everybody: those around a portfolio, those of another employer, those whose part has ended, and a
 * stranger. Who may stands here once more, in words, and not taken from the table that is tested.
 */
class PermissionWalkIT {

    /** Those who may, for what the address names being Northvale's. “theirs”: those of the other employer may as well. */
    private static final String TABLE = """
        GET  /cohort                                   theirs administrator coordinator's lead
        GET  /cohort/export                            theirs administrator coordinator's lead
        GET  /cohort/programmes                        theirs administrator coordinator's
        POST /cohort/programmes                        theirs administrator coordinator's
        GET  /cohort/enrol                             theirs administrator coordinator's
        POST /cohort/enrol                             theirs administrator coordinator's
        GET  /cohort/reminders                         theirs administrator coordinator's
        POST /cohort/reminders                         theirs administrator coordinator's
        GET  /portfolios/{portfolio}/summary           nqsw assessor manager coordinator administrator coordinator's lead
        GET  /portfolios/{portfolio}/people            coordinator administrator coordinator's
        GET  /portfolios/{portfolio}/people/{part}     coordinator administrator coordinator's
        POST /portfolios/{portfolio}/people/{part}     coordinator administrator coordinator's
        GET  /portfolios/{portfolio}/people/{part}/deputy coordinator administrator coordinator's
        POST /portfolios/{portfolio}/people/{part}/deputy coordinator administrator coordinator's
        POST /portfolios/{portfolio}/deputies/{assignment}/end coordinator administrator coordinator's
        GET  /portfolios/{portfolio}/dates             coordinator administrator coordinator's
        GET  /portfolios/{portfolio}/dates/{milestone} coordinator administrator coordinator's
        POST /portfolios/{portfolio}/dates/{milestone} coordinator administrator coordinator's
        GET  /portfolios/{portfolio}/choices/{setting} coordinator administrator coordinator's
        POST /portfolios/{portfolio}/choices/{setting} coordinator administrator coordinator's
        GET  /portfolios/{portfolio}/pauses            coordinator coordinator's
        POST /portfolios/{portfolio}/pauses            coordinator coordinator's
        POST /portfolios/{portfolio}/pauses/{pause}    coordinator coordinator's
        GET  /portfolios/{portfolio}/glass             administrator
        POST /portfolios/{portfolio}/glass             administrator
        GET  /portfolios/{portfolio}                   nqsw assessor manager coordinator administrator coordinator's lead
        GET  /portfolios/{portfolio}/papers/{paper}    nqsw assessor manager coordinator administrator coordinator's lead
        POST /portfolios/{portfolio}/papers/{paper}    nqsw assessor manager coordinator administrator coordinator's lead
        GET  /documents/{document}                     nqsw assessor manager coordinator administrator coordinator's lead
        GET  /documents/{document}/check               nqsw assessor manager coordinator administrator coordinator's lead
        GET  /documents/{document}/sections/{section}  nqsw assessor manager coordinator coordinator's
        POST /documents/{document}/sections/{section}  nqsw
        POST /documents/{document}/sections/{section}/autosave nqsw
        GET  /documents/{document}/sections/{section}/conflicts nqsw
        POST /documents/{document}/sections/{section}/conflicts nqsw
        GET  /documents/{document}/sections/{section}/history nqsw assessor manager coordinator coordinator's
        POST /documents/{document}/sections/{section}/history nqsw
        GET  /documents/{document}/sections/{section}/insert nqsw
        POST /documents/{document}/sections/{section}/insert nqsw
        GET  /documents/{document}/sections/{section}/release/{to} -
        POST /documents/{document}/sections/{section}/release/{to} -
        GET  /documents/{document}/word                nqsw
        GET  /documents/{document}/pdf                 nqsw
        GET  /documents/{document}/signed/{version}/word -
        GET  /documents/{document}/signed/{version}/pdf -
        GET  /documents/{document}/files/{digest}      -
        POST /documents/{document}/sections/{section}/comments -
        POST /documents/{document}/sections/{section}/comments/{comment} nqsw
        POST /documents/{document}/sections/{section}/comments/{comment}/answer nqsw
        GET  /documents/{document}/sign/{place}        nqsw
        POST /documents/{document}/sign/{place}        nqsw
        GET  /documents/{document}/earlier             nqsw assessor manager coordinator administrator coordinator's lead
        GET  /documents/{document}/version             nqsw assessor coordinator administrator coordinator's
        POST /documents/{document}/version             nqsw assessor coordinator administrator coordinator's
        GET  /versions                                 theirs administrator coordinator's
        GET  /versions/{form}                          theirs administrator coordinator's
        GET  /versions/{form}/drafts                   theirs administrator coordinator's
        POST /versions/{form}/drafts                   theirs administrator coordinator's
        GET  /documents/{document}/return              assessor
        POST /documents/{document}/return              assessor
        GET  /documents/{document}/reopen              coordinator administrator coordinator's
        POST /documents/{document}/reopen              coordinator administrator coordinator's
        POST /documents/{document}/reopen/answer       coordinator administrator coordinator's
        POST /documents/{document}/reopen/take-back    coordinator administrator coordinator's
        GET  /documents/{document}/requests            nqsw assessor
        GET  /documents/{document}/requests/ask/{part} -
        POST /documents/{document}/requests/ask/{part} nqsw assessor
        POST /documents/{document}/requests/{request}/remind nqsw assessor
        POST /documents/{document}/requests/{request}/renew nqsw assessor
        POST /documents/{document}/requests/{request}/cancel nqsw assessor
        GET  /documents/{document}/record/{part}       -
        POST /documents/{document}/record/{part}       assessor
        GET  /documents/{document}/together            nqsw assessor manager coordinator administrator coordinator's lead
        POST /documents/{document}/together            nqsw assessor manager coordinator administrator coordinator's lead
        POST /documents/{document}/together/code       nqsw assessor manager coordinator administrator coordinator's lead
        GET  /guest/{document}                         -
        GET  /guest/{document}/copy                    -
        POST /guest/{document}/send                    -
        POST /guest/{document}/finish                  -
        GET  /guest/{document}/you                     -
        POST /guest/{document}/you                     -
        GET  /guest/{document}/check                   -
        GET  /guest/{document}/files/{digest}          -
        GET  /guest/{document}/sections/{section}      -
        POST /guest/{document}/sections/{section}      -
        POST /guest/{document}/sections/{section}/autosave -
        GET  /guest/{document}/sections/{section}/conflicts -
        POST /guest/{document}/sections/{section}/conflicts -
        GET  /guest/{document}/sign/{place}            -
        POST /guest/{document}/sign/{place}            -
        GET  /portfolios/{portfolio}/evidence          nqsw assessor coordinator administrator coordinator's
        POST /portfolios/{portfolio}/evidence          nqsw assessor
        POST /portfolios/{portfolio}/evidence/waiting/{waiting}/remove nqsw assessor
        GET  /portfolios/{portfolio}/evidence/{evidence} nqsw assessor coordinator administrator coordinator's
        POST /portfolios/{portfolio}/evidence/{evidence} nqsw assessor
        GET  /portfolios/{portfolio}/evidence/{evidence}/download nqsw assessor coordinator administrator coordinator's
        GET  /portfolios/{portfolio}/evidence/{evidence}/remove nqsw
        POST /portfolios/{portfolio}/evidence/{evidence}/remove nqsw
        GET  /portfolios/{portfolio}/trail             nqsw coordinator administrator coordinator's
        GET  /portfolios/{portfolio}/trail/earlier     nqsw coordinator administrator coordinator's
        GET  /portfolios/{portfolio}/downloads         nqsw assessor manager coordinator coordinator's
        POST /portfolios/{portfolio}/downloads         nqsw assessor manager coordinator coordinator's
        GET  /portfolios/{portfolio}/take-away         nqsw
        POST /portfolios/{portfolio}/take-away         nqsw
        GET  /portfolios/{portfolio}/bundles           nqsw administrator
        GET  /portfolios/{portfolio}/bundles/{recipe}  nqsw administrator
        POST /portfolios/{portfolio}/bundles/{recipe}  nqsw administrator
        GET  /portfolios/{portfolio}/bundles/{recipe}/check  administrator
        POST /portfolios/{portfolio}/bundles/{recipe}/check  administrator
        GET  /bundles/orders/{order}                   administrator
        GET  /bundles/orders/{order}/events            administrator
        GET  /bundles/batches                          theirs administrator
        GET  /bundles/batches/new                      theirs administrator
        POST /bundles/batches                          theirs administrator
        GET  /bundles/batches/{batch}                  administrator
        GET  /bundles/batches/{batch}/events           administrator
        GET  /bundles/batches/{batch}/zip              administrator
        GET  /bundles/{bundle}                         administrator moderator
        GET  /bundles/{bundle}/pdf                     administrator moderator
        HEAD /bundles/{bundle}/pdf                     administrator moderator
        GET  /bundles/{bundle}/checks                  administrator moderator
        GET  /bundles/{bundle}/manifest                administrator moderator
        GET  /bundles/{bundle}/word                    administrator moderator
        GET  /bundles/{bundle}/read                    administrator moderator
        GET  /bundles/{bundle}/read/{key}              administrator moderator
        GET  /bundles/{bundle}/read/pictures/{digest}  -
        GET  /bundles/{bundle}/readers                 administrator
        POST /bundles/{bundle}/readers                 administrator
        POST /bundles/{bundle}/readers/{reader}/end    administrator
        GET  /installation                             operators
        POST /installation/trail                       operators
        GET  /installation/letters                     operators
        GET  /installation/letters/{letter}            operators
        POST /installation/letters/{letter}/open       operators
        POST /installation/letters/{letter}/again      operators
        POST /installation/letters/{letter}/stop       operators
        GET  /people                                   theirs administrator coordinator's operator
        POST /people                                   theirs administrator operator
        GET  /people/add                               theirs administrator operator
        GET  /people/export                            theirs administrator
        GET  /people/import                            theirs administrator
        POST /people/import                            theirs administrator
        GET  /people/import/template                   theirs administrator
        POST /people/import/run                        theirs administrator
        GET  /people/{person}                          operators administrator coordinator's
        GET  /people/{person}/details                  operators administrator
        POST /people/{person}/details                  operators administrator
        POST /people/{person}/invitation               operators administrator
        POST /people/{person}/reset                    operators administrator
        POST /people/{person}/second-step/off          operators administrator
        GET  /people/{person}/end                      operators administrator
        POST /people/{person}/end                      operators administrator
        POST /people/{person}/restore                  operators administrator
        GET  /people/{person}/roles                    operators administrator
        POST /people/{person}/roles                    operators administrator
        GET  /people/{person}/roles/{role}/end         operators administrator
        POST /people/{person}/roles/{role}/end         operators administrator
        GET  /organisations                            theirs administrator operator
        POST /organisations                            operators
        GET  /organisations/add                        operators
        GET  /organisations/{organisation}             operators administrator
        POST /organisations/{organisation}             operators administrator
        """;

    /** What everybody may who is signed in, because it shows what is theirs. */
    private static final String SIGNED_IN = """
        GET / ; GET /bundles ; GET /asked ; GET /year ; GET /nqsws ; GET /team ; POST /sign-out ; GET /forms ; GET /forms/{form}
        POST /forms/{form}/documents ; GET /catalogue ; GET /catalogue/{programme} ; GET /catalogue/{programme}/pdf
        """;

    private static final String ANYBODY = """
        GET /accessibility ; GET /assets/{version}/{file} ; GET /health ; GET /sign-in ; POST /sign-in ; POST /sign-in/code
        GET /i/{token} ; POST /i/{token}/start ; GET /i/{token}/code ; POST /i/{token}/code ; GET /i/{token}/decline
        POST /i/{token}/decline ; GET /i/{token}/copy
        GET /session ; GET /link/{token} ; POST /link/{token} ; GET /set-up ; POST /set-up ; GET /openapi.json
        GET /verify ; POST /verify ; GET /seal-certificate.pem
        """;

    @TempDir
    static Path data;

    private static WebHouse house;
    private static Cast cast;
    private static String document;
    private static String role;
    private static String evidence;
    private static String letter;
    private static String order;
    private static String bundle;
    private static String batch;

    /** Everybody signs in once: nothing here ends a session. */
    private static final Map<String, Ask> BROWSERS = new LinkedHashMap<>();

    @BeforeAll
    static void open() {
        house = WebHouse.open(data);
        cast = Cast.in(house);
        document = cast.ask("nqsw")
                .post("/portfolios/" + cast.portfolio("nqsw").id() + "/papers/agreement", Map.of())
                .location()
                .replace("/documents/", "");
        evidence = new Papers(house, cast).file("A certificate", false).id();
        cast.ask("administrator").post("/people/" + cast.person("moderator").id() + "/invitation", Map.of());
        letter = house.rooms().post().outbox().list(null, 0, 1).get(0).id();
        bundle();
        List<HeldRole> held =
                house.rooms().people().roles().history(cast.person("moderator").id());
        role = held.get(0).id();
        cast.everybody().forEach((what, person) -> BROWSERS.put(what, house.ask(person)));
    }

    /** A final bundle that is released to the moderator. */
    private static void bundle() {
        var bundles = house.rooms().bundles();
        var portfolio = cast.portfolio("nqsw");
        var now = WebHouse.CLOCK.instant();
        Actor administrator = Actor.of(cast.person("administrator").id());
        order = bundles.order(
                        portfolio,
                        portfolio.programme().moderation().recipe("internal").orElseThrow(),
                        Edition.FINAL,
                        "Nothing is written yet.",
                        administrator,
                        now)
                .id();
        batch = bundles.batches()
                .order(List.of(portfolio), "internal", Edition.DRAFT, administrator, now)
                .id();
        bundles.work(house.rooms().portfolios(), house.rooms().sealKeys(), WebHouse.CLOCK)
                .run();
        Bundle made = bundles.get(String.valueOf(bundles.getOrder(order).bundle()));
        bundles.releases()
                .release(
                        made,
                        portfolio,
                        cast.person("moderator").id(),
                        new Span(house.rooms().today(), house.rooms().today()),
                        administrator,
                        now,
                        house.rooms().today());
        bundle = made.id();
    }

    @AfterAll
    static void close() {
        BROWSERS.clear();
        house.close();
    }

    static Stream<Route> routes() {
        return Routes.of(WebSettings.local(0), house.rooms(), new Pages("Quire", "/assets", house.rooms())).stream();
    }

    @Test
    void everyAddressIsInExactlyOneTable() {
        List<String> written = new ArrayList<>(table().keySet());
        written.addAll(entries(SIGNED_IN));
        written.addAll(entries(ANYBODY));
        List<String> routed = routes().filter(route -> route.rule().kind() != Rule.Kind.PROGRAM)
                .map(PermissionWalkIT::name)
                .filter(name -> !name.contains(" /account"))
                .toList();
        assertThat(written).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(routed);
    }

    @ParameterizedTest
    @MethodSource("routes")
    void s30_letsInExactlyThoseWhoMay(Route route) {
        Set<String> expected = expected(route);
        Set<String> found = new TreeSet<>();
        BROWSERS.forEach((what, browser) -> {
            if (isLetIn(route, browser)) {
                found.add(what);
            }
        });
        assertThat(found).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("routes")
    void s30_sendsStrangersToSignIn(Route route) {
        Ask stranger = house.stranger();
        int status = ask(route, stranger).status();
        if (route.rule().guests()) {
            assertThat(status).isEqualTo(404);
            return;
        }
        switch (route.rule().kind()) {
            case ANYBODY, ANYWHERE -> assertThat(status).isNotIn(401, 403);
            case PROGRAM -> assertThat(status).isEqualTo(401);
            default -> assertThat(status).isEqualTo(route.reads() ? 303 : 401);
        }
    }

    /** What is sent carries no stamp: whoever is let in is told so, and nothing is done. */
    private static boolean isLetIn(Route route, Ask ask) {
        Ask.Answer answer = ask(route, route.reads() ? ask : ask.withoutStamp());
        if (Set.of(Rule.Kind.ANYBODY, Rule.Kind.ANYWHERE, Rule.Kind.PROGRAM)
                .contains(route.rule().kind())) {
            return true;
        } else if (route.reads()) {
            assertThat(answer.status()).as(name(route)).isIn(200, 303, 404);
            return answer.status() != 404;
        }
        assertThat(answer.status()).as(name(route)).isIn(403, 404);
        return answer.status() == 403;
    }

    private static Ask.Answer ask(Route route, Ask ask) {
        String path = route.path()
                .replace("{portfolio}", cast.portfolio("nqsw").id())
                .replace("{paper}", "agreement")
                .replace("{part}", "assessor")
                .replace("{assignment}", "none")
                .replace("{milestone}", "review-3")
                .replace("{setting}", "final-piece")
                .replace("{pause}", "2027-01-01")
                .replace("{document}", document)
                .replace("{recipe}/check", "external/check")
                .replace("{recipe}", "internal")
                .replace("{order}", order)
                .replace("{bundle}", bundle)
                .replace("{batch}", batch)
                .replace("{reader}", "none")
                .replace("{key}", "cover")
                .replace("{section}", "background")
                .replace("{place}", "0.nqsw")
                .replace("{to}", "lead")
                .replace("{evidence}", evidence)
                .replace("{waiting}", "none")
                .replace("{digest}", "0".repeat(64))
                .replace("{version}/word", "1/word")
                .replace("{version}/pdf", "1/pdf")
                .replace("{person}", cast.person("moderator").id())
                .replace("{role}", role)
                .replace("{organisation}", cast.portfolio("nqsw").organisation())
                .replace("{form}", "direct-observation")
                .replace("{programme}", "adult")
                .replace("{version}/{file}", "now/icon.svg")
                .replace("{session}", "none")
                .replace("{comment}", "none")
                .replace("{letter}", letter)
                .replace("{request}", "none")
                .replace("{token}", "none");
        String query = path.endsWith("/insert") ? "?question=background_text" : "";
        return route.reads() ? ask.get(path + query) : ask.post(path, Map.of());
    }

    private static Set<String> expected(Route route) {
        Set<String> all = cast.everybody().keySet();
        List<String> row = table().get(name(route));
        if (row == null) {
            return new TreeSet<>(signedInOnlyFor(name(route), all));
        }
        Set<String> expected = new TreeSet<>();
        for (String who : row) {
            switch (who) {
                case "-" -> {}
                case "theirs" ->
                    row.stream()
                            .filter(other -> !other.equals("theirs"))
                            .forEach(other -> expected.add("other " + full(other)));
                case "operators" -> expected.addAll(List.of("operator", "other operator"));
                default -> expected.add(full(who));
            }
        }
        return expected;
    }

    /** A page of one's own year is there for those who have one, and of a second step for those who use it: nobody here. */
    private static Set<String> signedInOnlyFor(String name, Set<String> all) {
        if (name.startsWith("GET /account/second-step/")) {
            return Set.of();
        }
        return name.equals("GET /year") ? Set.of("nqsw", "other nqsw") : all;
    }

    private static String full(String who) {
        return who.equals("coordinator's") ? "organisation's coordinator" : who;
    }

    private static Map<String, List<String>> table() {
        Map<String, List<String>> table = new TreeMap<>();
        TABLE.lines()
                .map(line -> line.strip().split(" +"))
                .forEach(words -> table.put(
                        words[0] + " " + words[1], Arrays.asList(words).subList(2, words.length)));
        return table;
    }

    private static List<String> entries(String text) {
        return Arrays.stream(text.split("[;\n]"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static String name(Route route) {
        return route.method().name() + " " + route.path();
    }
}
