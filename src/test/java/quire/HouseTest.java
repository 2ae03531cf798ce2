package quire;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The plan of the house: which room may call which, and where each library lives. The picture is in house.md. */
class HouseTest {

    /** Each room with the rooms it may call. Arrows point down, or sideways into a workshop. */
    private static final Map<String, String> MAY_CALL = Map.ofEntries(
            entry("core", ""),
            entry("store", "core"),
            entry("trail", "core store"),
            entry("jobs", "core store"),
            entry("post", "core store trail jobs"),
            entry("people", "core store trail post"),
            entry("merge", "core"),
            entry("merge.word", "core merge"),
            entry("merge.html", "core merge"),
            entry("pdf", "core"),
            entry("yaml", "core"),
            entry("seal", "core pdf"),
            entry("hints", ""),
            entry("scan", "core"),
            entry("pdf.masking", "core pdf"),
            entry("redaction", "core store trail people forms programme portfolio documents hints"),
            entry("reading", "core pdf"),
            entry("convert", "core pdf"),
            entry("convert.word", "core pdf"),
            entry("forms", "core store merge yaml"),
            entry("portfolio", "core store trail post people forms programme convert scan"),
            entry("programme", "core forms yaml"),
            entry(
                    "documents",
                    "core store people forms programme portfolio merge merge.word merge.html pdf convert.word"),
            entry(
                    "takeaway",
                    "core store trail people forms programme portfolio documents merge merge.html convert scan"),
            entry(
                    "bundle",
                    "core store trail jobs post people forms programme portfolio documents redaction pdf pdf.masking seal convert convert.word reading"),
            entry("preflight", "core yaml pdf seal bundle"),
            entry(
                    "web.frame",
                    "core trail post people forms programme portfolio documents takeaway bundle preflight merge merge.html scan"),
            entry("web.account", "core people portfolio web.frame"),
            entry("web.installation", "core people trail post portfolio scan web.frame"),
            entry("web.people", "core post people programme portfolio web.frame"),
            entry("web.year", "core trail post people forms programme portfolio documents merge web.frame"),
            entry("web.paper", "core people forms programme portfolio documents merge web.frame"),
            entry("web.guest", "core people forms portfolio documents merge web.frame"),
            entry("web.evidence", "core people convert portfolio web.frame"),
            entry("web.takeaway", "core people portfolio takeaway web.frame"),
            entry(
                    "web.bundle",
                    "core people forms programme portfolio redaction bundle preflight seal merge web.frame"),
            entry("web.verify", "core people documents bundle merge web.frame"),
            entry("web.forms", "core people forms programme portfolio documents merge web.frame web.paper"),
            entry(
                    "web",
                    "core people web.frame web.account web.people web.year web.paper web.guest web.evidence web.takeaway web.bundle web.forms web.verify web.installation"),
            entry("demo", "core people forms programme portfolio yaml"),
            entry(
                    "app",
                    "core store trail jobs post people merge merge.word merge.html pdf forms programme portfolio documents takeaway bundle seal scan preflight demo web web.frame"));

    /** Each library with the rooms it may be seen in. */
    private static final Map<String, String> LIVES_IN = Map.ofEntries(
            entry("tools.jackson", "core yaml"),
            entry("org.erdtman", "core"),
            entry("org.jdbi", "store"),
            entry("com.zaxxer", "store"),
            entry("org.flywaydb", "store"),
            entry("org.sqlite", "store"),
            entry("org.postgresql", "store"),
            entry("java.sql", "store"),
            entry("org.snakeyaml", "yaml"),
            entry("com.networknt", "yaml"),
            entry("com.github.mustachejava", "merge.html"),
            entry("org.docx4j", "merge.word"),
            entry("jakarta.xml.bind", "merge.word"),
            entry("org.apache.commons.compress", "merge.word convert.word"),
            entry("com.openhtmltopdf", "pdf"),
            entry("org.apache.pdfbox", "pdf pdf.masking"),
            entry("org.apache.fontbox", "pdf"),
            entry("org.jsoup", "pdf reading"),
            entry(
                    "io.javalin",
                    "web web.frame web.account web.people web.year web.paper web.guest web.evidence web.takeaway web.bundle web.forms web.verify web.installation"),
            entry("io.nayuki", "web.account"),
            entry("jakarta.servlet", "web web.frame"),
            entry("org.eclipse.jetty", "web"),
            entry("picocli", "app"),
            entry("com.github.kagkarlsson", "jobs"),
            entry("jakarta.mail", "post"),
            entry("org.eclipse.angus", "post"),
            entry("org.bouncycastle", "people seal"),
            entry("eu.europa.esig", "seal"),
            entry("org.apache.commons.csv", "people app"));

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("quire");

    static Stream<String> rooms() {
        return MAY_CALL.keySet().stream().sorted();
    }

    static Stream<String> libraries() {
        return LIVES_IN.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void roomCallsOnlyRoomsOnThePlan(String room) {
        noClasses()
                .that(resideInAPackage("quire." + room))
                .should()
                .dependOnClassesThat(resideInAPackage("quire..")
                        .and(not(resideInAPackage("quire." + room)))
                        .and(not(resideInAnyPackage(packages(MAY_CALL.get(room))))))
                .allowEmptyShould(true)
                .check(HOUSE);
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void libraryStaysAtHome(String library) {
        noClasses()
                .that(resideInAPackage("quire..").and(not(resideInAnyPackage(packages(LIVES_IN.get(library))))))
                .should()
                .dependOnClassesThat(resideInAPackage(library + ".."))
                .allowEmptyShould(true)
                .check(HOUSE);
    }

    @Test
    void everyRoomIsOnThePlanAndSaysThatNothingIsNull() {
        Set<String> found = new TreeSet<>();
        Set<String> nullMarked = new TreeSet<>();
        for (JavaClass type : HOUSE) {
            found.add(room(type));
            if (type.getSimpleName().equals("package-info")
                    && type.isAnnotatedWith("org.jspecify.annotations.NullMarked")) {
                nullMarked.add(room(type));
            }
        }
        assertThat(MAY_CALL.keySet()).containsAll(found);
        assertThat(nullMarked).isEqualTo(found);
    }

    @Test
    void thePlanHasNoCircle() {
        for (String room : MAY_CALL.keySet()) {
            assertThat(reachable(room, new TreeSet<>()))
                    .as("rooms below %s", room)
                    .doesNotContain(room);
        }
    }

    @Test
    void storesAreNobodyElsesBusiness() {
        check(noClasses()
                .that()
                .haveSimpleNameEndingWith("Store")
                .and()
                .resideOutsideOfPackage("quire.store")
                .should()
                .bePublic());
    }

    @Test
    void namesSaySomething() {
        check(noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Base|Common)"));
    }

    @Test
    void onlyTheRoofLooksAtTheClockOrTheEnvironment() {
        ArchRule environment = noClasses()
                .that()
                .resideOutsideOfPackage("quire.app")
                .should()
                .callMethod(System.class, "getenv", String.class)
                .orShould()
                .callMethod(System.class, "getenv");
        check(environment);
        for (Class<?> time : List.of(
                Instant.class,
                LocalDate.class,
                LocalDateTime.class,
                LocalTime.class,
                OffsetDateTime.class,
                ZonedDateTime.class,
                Year.class,
                YearMonth.class)) {
            check(noClasses()
                    .that()
                    .resideOutsideOfPackage("quire.app")
                    .should()
                    .callMethod(time, "now"));
            if (time != Instant.class) {
                check(noClasses()
                        .that()
                        .resideOutsideOfPackage("quire.app")
                        .should()
                        .callMethod(time, "now", java.time.ZoneId.class));
            }
        }
        check(noClasses().that().resideOutsideOfPackage("quire.app").should().callMethod(Clock.class, "systemUTC"));
        check(classes().that().resideInAPackage("quire..").should().notBeAssignableTo(java.util.Date.class));
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(HOUSE);
    }

    private static String room(JavaClass type) {
        return type.getPackageName().substring("quire.".length());
    }

    private static String[] packages(String rooms) {
        return rooms.isEmpty()
                ? new String[] {"quire.nowhere"}
                : Arrays.stream(rooms.split(" ", -1))
                        .map(room -> "quire." + room)
                        .toArray(String[]::new);
    }

    private static Set<String> reachable(String room, Set<String> seen) {
        for (String below : MAY_CALL.get(room).split(" ", -1)) {
            if (!below.isEmpty() && seen.add(below)) {
                reachable(below, seen);
            }
        }
        return seen;
    }
}
