package quire.portfolio;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import quire.core.Finding;
import quire.core.Place;
import quire.core.Problem;
import quire.people.Actor;
import quire.store.Database;
import quire.store.Transaction;
import quire.trail.Entry;
import quire.trail.Trail;

/**
 * Opens signed papers again. What stands in a bundle that was made to decide by is opened by two people: one asks, another
 * agrees. May be shared between threads.
 */
public final class Reopenings {

    private static final String WORDS = "words";
    private static final String NOTHING = " Your answer changed nothing.";

    private final Database database;
    private final KeptDocuments kept;
    private final GivingBack givingBack;
    private final Requests requests;
    private final Trail trail;

    Reopenings(Database database, KeptDocuments kept) {
        this.database = database;
        this.kept = kept;
        this.givingBack = new GivingBack(database);
        this.requests = new Requests(database, kept);
        this.trail = new Trail(database);
    }

    /**
     * Takes note that papers stand in a bundle which was made to decide by: to be called by whoever keeps it, in the same piece
     * of work.
     *
     * @param bundle its id
     * @param documents the ids of the papers
     */
    public void bound(String bundle, Collection<String> documents) {
        database.run(tx -> BindingStore.insert(tx, bundle, documents));
    }

    /** The ids of the bundles made to decide by that a paper stands in; where there are none, one person may open it again. */
    public List<String> bundles(String document) {
        return database.read(tx -> BindingStore.bundles(tx, document));
    }

    /** The last request about a paper, whatever became of it. */
    public Optional<Reopening> last(String document) {
        List<Reopening> all = database.read(tx -> ReopeningStore.of(tx, document));
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** Whether the paper is not signed any more as it was when somebody asked. */
    public boolean hasLapsed(Reopening asked) {
        return database.read(tx -> hasLapsed(tx, kept.get(tx, asked.document()), asked));
    }

    /** The papers of some portfolios for which a second person is wanted, those who have waited longest first. */
    public List<Reopening> waiting(Set<String> portfolios) {
        return database.read(tx -> {
            List<Reopening> waiting = new ArrayList<>();
            for (Reopening asked : ReopeningStore.open(tx)) {
                Document document = kept.get(tx, asked.document());
                if (portfolios.contains(String.valueOf(document.portfolio())) && !hasLapsed(tx, document, asked)) {
                    waiting.add(asked);
                }
            }
            return waiting;
        });
    }

    /**
     * Opens a paper again that all have signed, or asks a second person to agree where it stands in a bundle. Whoever asks for
     * the same once more has asked once.
     *
     * @param chosen the ids of the sections that go back to their owners
     * @param reason for the owners and the second person, in plain text
     * @return what is asked; nothing where the paper is open now
     * @throws Problem of the kind CONFLICT if not all have signed the paper, or something else is asked about it already
     */
    public Optional<Reopening> reopen(
            String id, Set<String> chosen, String reason, Actor actor, Instant now, LocalDate today) {
        GivingBack.mustBeExplained(chosen, reason);
        return database.write(tx -> {
            Document document = kept.held(tx, id, actor);
            List<String> bundles = BindingStore.bundles(tx, id);
            if (bundles.isEmpty()) {
                requests.reopenSigned(id, chosen, reason, actor, now, today);
                return Optional.empty();
            }
            GivingBack.mustBeClosed(document);
            chosen.forEach(section -> GivingBack.mustBeDone(document, section));
            Reopening asked = new Reopening(
                    id,
                    ReopeningStore.of(tx, id).size() + 1,
                    List.copyOf(chosen),
                    reason.strip(),
                    Reopening.standing(SignatureStore.of(tx, id)),
                    actor.person(),
                    actor.deputyOf(),
                    now,
                    null);
            return Optional.of(ask(tx, document, asked, bundles.size(), new Act(trail, actor, now)));
        });
    }

    private Reopening ask(Transaction tx, Document document, Reopening asked, int bundles, Act act) {
        Optional<Reopening> before = ReopeningStore.of(tx, document.id()).stream()
                .filter(Reopening::isOpen)
                .findFirst();
        if (before.isPresent()) {
            if (hasLapsed(tx, document, before.get())) {
                ReopeningStore.answer(tx, before.get(), answer(Reopening.Outcome.LAPSED, "", act));
            } else if (before.get().isAskedAgain(asked)) {
                return before.get();
            } else {
                throw Problem.of(
                        Problem.Kind.CONFLICT,
                        "It is asked already that “" + document.title()
                                + "” is opened again. That has to be answered or taken back first.");
            }
        }
        ReopeningStore.insert(tx, asked);
        act.note(
                tx,
                act.did("document.reopening_asked", document)
                        .with("revision", document.revision())
                        .with("request", asked.number())
                        .with("bundles", bundles));
        return asked;
    }

    /**
     * The second person agrees, and the paper is open again. Whoever agrees twice has agreed once.
     *
     * @param number of the request
     * @param words for whoever asked; empty for none
     * @throws Problem of the kind CONFLICT if they cannot be the second person, somebody has answered meanwhile, or the paper
     *     is not signed any more as it was when it was asked
     */
    public void agree(String id, int number, String words, Actor actor, Instant now, LocalDate today) {
        Act act = new Act(trail, actor, now);
        answer(id, number, Reopening.Outcome.AGREED, words, act, (tx, document, asked) -> {
            mustBeAnother(asked, actor);
            mustHold(tx, document, asked);
            Set<String> sections = Set.copyOf(asked.sections());
            Entry entry = act.did("document.reopened", document)
                    .with("request", number)
                    .with("asked_by", asked.by())
                    .with("asked_deputy", asked.deputyOf());
            givingBack.reopen(tx, document, sections, asked.reason(), asked.asker(), entry, act);
            requests.renew(tx, id, sections, actor, now, today);
        });
    }

    /**
     * The second person does not agree, and nothing changes.
     *
     * @param words why
     * @throws Problem of the kind CONFLICT as in {@link #agree}
     */
    public void decline(String id, int number, String words, Actor actor, Instant now) {
        if (words.isBlank()) {
            throw Problem.badInput(Finding.error("required", "Write why you do not agree", Place.atPath(WORDS)));
        }
        Act act = new Act(trail, actor, now);
        answer(id, number, Reopening.Outcome.DECLINED, words, act, (tx, document, asked) -> {
            mustBeAnother(asked, actor);
            mustHold(tx, document, asked);
            act.note(
                    tx,
                    act.did("document.reopening_declined", document)
                            .with("request", number)
                            .with("asked_by", asked.by())
                            .with("asked_deputy", asked.deputyOf()));
        });
    }

    /**
     * Whoever asked takes it back.
     *
     * @throws Problem of the kind CONFLICT if somebody has answered meanwhile, or somebody else asked
     */
    public void takeBack(String id, int number, Actor actor, Instant now) {
        Act act = new Act(trail, actor, now);
        answer(id, number, Reopening.Outcome.TAKEN_BACK, "", act, (tx, document, asked) -> {
            if (!asked.isBy(actor)) {
                throw Problem.of(
                        Problem.Kind.CONFLICT, "Only whoever asked for this can take it back. Nothing was changed.");
            }
            act.note(tx, act.did("document.reopening_taken_back", document).with("request", number));
        });
    }

    /** What follows from an answer. */
    private interface Consequence {

        void of(Transaction tx, Document document, Reopening asked);
    }

    private void answer(
            String id, int number, Reopening.Outcome outcome, String words, Act act, Consequence consequence) {
        if (words.strip().length() > Sections.LONGEST_REASON) {
            throw Problem.badInput(
                    Finding.error("too-long", "What you say must be 2,000 characters or fewer", Place.atPath(WORDS)));
        }
        database.run(tx -> {
            Document document = kept.held(tx, id, act.actor());
            Reopening asked = ReopeningStore.find(tx, id, number)
                    .orElseThrow(() -> Problem.notFound("Nothing of this kind is asked about this paper."));
            Reopening.Answer given = asked.answer();
            if (given != null) {
                mustBeTheSame(document, given, outcome, act.actor());
            } else {
                ReopeningStore.answer(tx, asked, answer(outcome, words, act));
                consequence.of(tx, document, asked);
            }
        });
    }

    private static Reopening.Answer answer(Reopening.Outcome outcome, String words, Act act) {
        return new Reopening.Answer(
                outcome, words.strip(), act.actor().person(), act.actor().deputyOf(), act.now());
    }

    /** Whoever presses twice has answered once. */
    private static void mustBeTheSame(
            Document document, Reopening.Answer given, Reopening.Outcome outcome, Actor actor) {
        if (given.outcome() != outcome || !given.by().equals(actor.person())) {
            String what =
                    switch (given.outcome()) {
                        case AGREED -> "Somebody has agreed meanwhile that “" + document.title() + "” is opened again.";
                        case DECLINED -> "Somebody has answered meanwhile that they do not agree.";
                        case TAKEN_BACK -> "This was taken back meanwhile.";
                        case LAPSED -> lapsed(document);
                    };
            throw Problem.of(Problem.Kind.CONFLICT, what + NOTHING);
        }
    }

    private static void mustBeAnother(Reopening asked, Actor actor) {
        if (!asked.canBeAnsweredBy(actor)) {
            throw Problem.of(
                    Problem.Kind.CONFLICT,
                    "A second person has to answer this: not whoever asked, nor anybody who stands in for them.");
        }
    }

    private static void mustHold(Transaction tx, Document document, Reopening asked) {
        if (hasLapsed(tx, document, asked)) {
            throw Problem.of(Problem.Kind.CONFLICT, lapsed(document) + NOTHING);
        }
    }

    private static boolean hasLapsed(Transaction tx, Document document, Reopening asked) {
        return !document.isClosed()
                || !Reopening.standing(SignatureStore.of(tx, document.id())).equals(asked.signatures());
    }

    private static String lapsed(Document document) {
        return "“" + document.title()
                + "” is not signed any more as it was when somebody asked to open it again, so the request has lapsed.";
    }
}
