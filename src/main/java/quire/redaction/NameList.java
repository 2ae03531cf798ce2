package quire.redaction;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import quire.forms.PersonField;
import quire.forms.Section;
import quire.people.Assignment;
import quire.people.Invitation;
import quire.people.Organisation;
import quire.people.People;
import quire.people.Person;
import quire.people.PortfolioRole;
import quire.portfolio.Documents;
import quire.portfolio.Portfolio;
import quire.portfolio.Signature;
import quire.portfolio.SignedPaper;
import quire.portfolio.SignedRecord;
import quire.portfolio.Summary;

/** Everybody and everything that the record knows and a coded bundle of a portfolio must not name. May be shared between threads. */
final class NameList {

    /** Words in the names of organisations that tell nobody apart. */
    private static final Set<String> COMMON = Set.of(
            "and",
            "adult",
            "adults",
            "borough",
            "care",
            "centre",
            "child",
            "children",
            "city",
            "college",
            "community",
            "council",
            "county",
            "district",
            "east",
            "family",
            "for",
            "foundation",
            "group",
            "health",
            "hospital",
            "in",
            "london",
            "metropolitan",
            "national",
            "nhs",
            "north",
            "of",
            "partnership",
            "region",
            "royal",
            "school",
            "service",
            "services",
            "social",
            "south",
            "street",
            "support",
            "team",
            "the",
            "trust",
            "university",
            "west",
            "work");

    /** A name, and not a title or a sentence: two to five words, each with a capital letter, and no number. */
    private static final Pattern NAME =
            Pattern.compile("\\p{Lu}[\\p{L}'’.-]*(?: (?:\\p{Lu}[\\p{L}'’.-]*|de|van|von|der|da|al|el|ap|bin)){1,4}");

    private static final String NAME_FIELD = "_name";

    private final People people;
    private final Documents documents;

    NameList(People people, Documents documents) {
        this.people = people;
        this.documents = documents;
    }

    /**
     * The coding of one portfolio.
     *
     * @param code what stands for the person whose year it is
     * @param kept the fields of the block at the head of papers that stay
     */
    Coding coding(Portfolio portfolio, String code, List<String> kept) {
        Coding coding = new Coding(Set.copyOf(kept));
        coding.thing(portfolio.code(), code);
        addPlaces(portfolio, coding);
        people.persons().find(portfolio.nqsw()).ifPresent(nqsw -> add(nqsw, code, coding));
        for (Assignment one : people.assignments().history(portfolio.id())) {
            if (one.role() != PortfolioRole.NQSW) {
                people.persons()
                        .find(one.person())
                        .ifPresent(person -> add(person, "[" + one.role().label() + "]", coding));
            }
        }
        documents.ofPortfolio(portfolio.id()).forEach(paper -> addPaper(portfolio, paper, coding));
        Stream.concat(
                        people.persons().ofOrganisation(portfolio.organisation()).stream(),
                        hosts(portfolio).stream().flatMap(host -> people.persons().ofOrganisation(host.id()).stream()))
                .forEach(person -> addColleague(person, coding));
        return coding;
    }

    private static void add(Person person, String instead, Coding coding) {
        coding.person(person.name(), instead);
        String number = person.details().registration();
        if (number != null && !number.isBlank()) {
            coding.thing(number, "[registration number]");
        }
    }

    /** Those who have no part in the year are found by their whole name alone. */
    private static void addColleague(Person person, Coding coding) {
        coding.thing(person.name(), "[colleague]");
        String number = person.details().registration();
        if (number != null && !number.isBlank()) {
            coding.thing(number, "[registration number]");
        }
    }

    private void addPlaces(Portfolio portfolio, Coding coding) {
        List<Organisation> all = new ArrayList<>(hosts(portfolio));
        people.organisations().find(portfolio.organisation()).ifPresent(all::add);
        for (Organisation organisation : all) {
            coding.thing(organisation.name(), "[employer]");
            own(organisation.name()).forEach(word -> coding.word(word, "[employer]"));
            parts(organisation.details().address()).forEach(part -> coding.thing(part, "[address]"));
        }
        coding.thing(portfolio.team(), "[team]");
        parts(portfolio.team()).forEach(part -> coding.thing(part, "[team]"));
    }

    private List<Organisation> hosts(Portfolio portfolio) {
        return people.organisations().find(portfolio.organisation()).stream()
                .flatMap(own -> people.organisations().find(own.home()).stream())
                .filter(host -> !host.id().equals(portfolio.organisation()))
                .toList();
    }

    /** The words of a name that no other organisation has. */
    private static List<String> own(String name) {
        return Stream.of(name.split("[^\\p{L}]+", -1))
                .filter(word -> word.length() > 3)
                .filter(word -> !COMMON.contains(word.toLowerCase(java.util.Locale.ROOT)))
                .toList();
    }

    private static List<String> parts(String address) {
        return Stream.of(address.split("[,\\n;]", -1))
                .map(String::strip)
                .filter(part -> part.length() > 3)
                .toList();
    }

    private void addPaper(Portfolio portfolio, Summary summary, Coding coding) {
        Map<String, String> roles = portfolio.programme().basis().roles();
        for (Invitation asked : people.invitations().ofDocument(summary.id())) {
            coding.person(asked.to().name(), instead(asked.role(), roles));
            coding.thing(asked.to().registration(), "[registration number]");
        }
        for (Signature signature : documents.signing().of(summary.id())) {
            coding.person(firstPart(signature.name()), instead(signature.role(), roles));
        }
        for (SignedRecord record : documents.signedRecords().of(summary.id())) {
            addAnswers(documents.signedRecords().paper(record), coding);
        }
    }

    /** What is printed of somebody who was asked names their post behind a comma. */
    private static String firstPart(String printed) {
        int comma = printed.indexOf(',');
        return comma < 0 ? printed : printed.substring(0, comma);
    }

    private static String instead(String role, Map<String, String> roles) {
        return "[" + roles.getOrDefault(role, role.replace('_', ' ')).toLowerCase(java.util.Locale.UK) + "]";
    }

    /** Names that people have typed where a form asks for one. */
    private static void addAnswers(SignedPaper paper, Coding coding) {
        Map<String, @Nullable Object> answers = paper.answers();
        for (Section section : paper.form().sections()) {
            section.fields().stream()
                    .filter(PersonField.class::isInstance)
                    .forEach(field -> addPerson(answers.get(field.question().id()), coding));
        }
        addTyped(new LinkedHashMap<>(answers), coding);
    }

    private static void addPerson(@Nullable Object answer, Coding coding) {
        if (answer instanceof Map<?, ?> person && person.get("name") instanceof String name) {
            coding.person(name, "[colleague]");
            if (person.get("registration") instanceof String number && !number.isBlank()) {
                coding.thing(number, "[registration number]");
            }
        }
    }

    private static void addTyped(Map<?, ?> answers, Coding coding) {
        answers.forEach((id, value) -> {
            if (value instanceof String text && isName(String.valueOf(id), text)) {
                coding.person(text.strip(), "[colleague]");
            } else if (value instanceof List<?> entries) {
                entries.forEach(entry -> {
                    if (entry instanceof Map<?, ?> map) {
                        addTyped(map, coding);
                    }
                });
            }
        });
    }

    private static boolean isName(String id, String text) {
        return id.endsWith(NAME_FIELD) && NAME.matcher(text.strip()).matches();
    }
}
