package quire.redaction;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quire.core.Finding;
import quire.core.Place;
import quire.core.Problem;
import quire.people.Actor;
import quire.people.People;
import quire.portfolio.Documents;
import quire.portfolio.Portfolio;
import quire.store.Database;
import quire.store.Transaction;
import quire.trail.Trail;

/**
 * What coded bundles do not say: names that the record knows, and what people decide about the rest. Every decision is kept, and the
 * key between codes and portfolios stays here. May be shared between threads.
 */
public final class Redactions {

    /** More would be a text, and no list of what identifies somebody. */
    private static final int MOST = 2_000;

    private final Database database;
    private final NameList names;
    private final Codes codes;
    private final Trail trail;

    public Redactions(Database database, People people, Documents documents) {
        this.database = database;
        this.names = new NameList(people, documents);
        this.codes = new Codes(database);
        this.trail = new Trail(database);
    }

    /** The code of a portfolio in coded bundles, for those who hold the key; empty until one was given. */
    public Optional<String> code(String portfolio) {
        return codes.find(portfolio);
    }

    /** The code of a portfolio, which keeps it for ever. It tells nothing about the portfolio. */
    public String giveCode(String portfolio, Instant now) {
        return codes.give(portfolio, now);
    }

    /**
     * How the papers of a portfolio are reworded, by what is known and decided now.
     *
     * @param code what stands for the person whose year it is
     * @param kept the fields of the block at the head of papers that stay
     */
    public Coding coding(Portfolio portfolio, String code, List<String> kept) {
        Coding coding = names.coding(portfolio, code, kept);
        decisions(portfolio).forEach(coding::decided);
        database.read(tx -> DecisionStore.filesOf(tx, portfolio.id())).values().forEach(coding::decided);
        return coding;
    }

    /** What was decided about words and holds now, in the order in which they were first decided about. */
    public List<Decision> decisions(Portfolio portfolio) {
        return database.read(tx -> DecisionStore.ofPortfolio(tx, portfolio.id()));
    }

    /**
     * Keeps what somebody has decided. What holds already is not decided again.
     *
     * @throws Problem if a text is empty or too long, or there are too many
     */
    public void decide(
            Portfolio portfolio, Collection<Decision> words, Collection<FileDecision> files, Actor actor, Instant now) {
        words.forEach(Redactions::check);
        database.run(tx -> {
            tx.hold("redaction", portfolio.id());
            Map<String, Decision> held = new HashMap<>();
            DecisionStore.ofPortfolio(tx, portfolio.id()).forEach(decision -> held.put(decision.text(), decision));
            if (held.size() + words.size() > MOST) {
                throw Problem.tooLarge(error("More than " + MOST
                        + " places were decided about in this portfolio. Rewrite the papers instead."));
            }
            words.stream().filter(decision -> isNew(decision, held)).forEach(decision -> {
                String id = DecisionStore.insert(tx, portfolio.id(), decision, actor);
                note(tx, portfolio, id, decision.kind(), decision.removes() ? "removed" : "left", actor, now);
            });
            Map<String, FileDecision> heldFiles = DecisionStore.filesOf(tx, portfolio.id());
            files.stream().filter(decision -> isNew(decision, heldFiles)).forEach(decision -> {
                String id = DecisionStore.insert(tx, portfolio.id(), decision, actor);
                note(tx, portfolio, id, "file", decision.shows() ? "shown" : "left_out", actor, now);
            });
        });
    }

    private static boolean isNew(Decision decision, Map<String, Decision> held) {
        Decision before = held.get(decision.text());
        return before == null || before.removes() != decision.removes();
    }

    private static boolean isNew(FileDecision decision, Map<String, FileDecision> held) {
        FileDecision before = held.get(decision.file());
        return before == null
                || before.shows() != decision.shows()
                || !before.digest().equals(decision.digest());
    }

    private static void check(Decision decision) {
        String text = decision.text();
        if (text.isBlank() || text.codePoints().noneMatch(Character::isLetterOrDigit)) {
            throw Problem.badInput(error("Enter the words to take out; they need a letter or a number."));
        }
        if (text.length() > Decision.LONGEST) {
            throw Problem.badInput(error("The words to take out must be " + Decision.LONGEST + " characters or fewer: “"
                    + text.substring(0, 40) + " …”."));
        }
    }

    private static Finding error(String sentence) {
        return Finding.error("redaction", sentence, Place.UNKNOWN);
    }

    /** Without the words themselves: the trail holds none. */
    private void note(
            Transaction tx, Portfolio portfolio, String id, String kind, String verdict, Actor actor, Instant now) {
        trail.add(
                tx,
                actor.did("redaction.decided", "redaction", id)
                        .in(portfolio.id())
                        .with("kind", kind)
                        .with("verdict", verdict),
                now);
    }
}
