package quire.portfolio;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import quire.forms.Section;
import quire.people.Person;
import quire.post.Letter;
import quire.post.Outbox;
import quire.store.Database;
import quire.store.Transaction;

/**
 * Tells people that a paper waits for them: to sign it, or to see to what was given back. Nothing that anybody has written
 * stands in such a letter, only what the paper is called and where it is.
 */
final class Turns {

    private final Addressees addressees;
    private final Outbox outbox;

    Turns(Database database) {
        this.addressees = new Addressees(database);
        this.outbox = new Outbox(database);
    }

    /**
     * Tells those who sign next, once, however often this is asked until somebody has signed or something was given back.
     *
     * @param document as it is now
     */
    void tellSigners(Transaction tx, Document document, Act act, LocalDate today) {
        String portfolio = document.portfolio();
        if (portfolio == null) {
            return;
        }
        List<Signature> signatures = SignatureStore.of(tx, document.id());
        long round =
                signatures.stream().filter(signature -> !signature.stands()).count()
                        + ReturnStore.of(tx, document.id()).size();
        for (SignOff.Place place : SignOff.of(document, signatures, today).due()) {
            for (Person person : others(portfolio, place.roles(), act, today)) {
                String key = key("sign", document, person) + " " + place.key() + " " + round;
                String paper = "“" + document.title() + "”";
                put(tx, document, person, act, key, paper + " waits for your signature", """
                        %s in portfolio %s is ready for you to read and sign. Those who sign before you have signed.
                        """.formatted(
                                paper, PortfolioStore.code(tx, portfolio)));
            }
        }
    }

    /** Tells the owners of sections that were given back. */
    void tellOwners(Transaction tx, Document document, Collection<String> sections, Act act, LocalDate today) {
        String portfolio = document.portfolio();
        if (portfolio == null) {
            return;
        }
        int round = ReturnStore.of(tx, document.id()).size();
        List<Section> returned = document.form().sections().stream()
                .filter(section -> sections.contains(section.id()))
                .toList();
        Set<String> owners = returned.stream().map(Section::owner).collect(Collectors.toSet());
        for (Person person : others(portfolio, owners, act, today)) {
            String paper = "“" + document.title() + "”";
            put(
                    tx,
                    document,
                    person,
                    act,
                    key("returned", document, person) + " " + round,
                    paper + " was given back",
                    """
                    A part of %s in portfolio %s was given back to be changed. What has to be changed, and why, stands on the
                    paper.
                    """.formatted(paper, PortfolioStore.code(tx, portfolio)));
        }
    }

    private List<Person> others(String portfolio, Collection<String> roles, Act act, LocalDate today) {
        return addressees.of(portfolio, roles, today).stream()
                .filter(person -> !person.id().equals(act.actor().person()))
                .toList();
    }

    private void put(
            Transaction tx, Document document, Person person, Act act, String key, String subject, String words) {
        String text = """
                Hello %s,

                %s
                Sign in to see it:

                /documents/%s
                """.formatted(Letter.inLine(person.name()), words, document.id());
        outbox.put(tx, Letter.of(key, person.email(), subject, text).about("document", document.id()), act.now());
    }

    private static String key(String kind, Document document, Person person) {
        return kind + " " + document.id() + " " + person.id();
    }
}
