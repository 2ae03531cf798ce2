package quire.portfolio;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import quire.core.Digest;
import quire.core.Finding;
import quire.core.Place;
import quire.core.Problem;
import quire.people.Actor;
import quire.people.Invitations;
import quire.people.Permit;
import quire.people.Permits;
import quire.people.Persons;
import quire.people.Recordings;
import quire.people.Standing;
import quire.people.Standings;
import quire.store.Database;
import quire.store.Transaction;
import quire.trail.Trail;

/** Puts people's names to papers, in the order that the form asks for. May be shared between threads. */
public final class Signing {

    private final Database database;
    private final KeptDocuments kept;
    private final Standings standings;
    private final Persons persons;
    private final Invitations invitations;
    private final Recordings recordings;
    private final Trail trail;
    private final Turns turns;

    Signing(Database database, KeptDocuments kept) {
        this.database = database;
        this.kept = kept;
        this.standings = new Standings(database);
        this.persons = new Persons(database);
        this.invitations = new Invitations(database);
        this.recordings = new Recordings(database);
        this.trail = new Trail(database);
        this.turns = new Turns(database);
    }

    /** All signatures of a document, superseded ones among them, the first one first. */
    public List<Signature> of(String document) {
        return database.read(tx -> SignatureStore.of(tx, document));
    }

    /** How far the signing of a document has come. */
    public SignOff signOff(Document document, LocalDate today) {
        return SignOff.of(document, of(document.id()), today);
    }

    /**
     * What somebody would sign now, to be shown to them: its digest goes with their {@link Sign}.
     *
     * @param place one of the document's
     * @param templates the digests of the layouts that the paper would be printed with, by kind
     */
    public Snapshot preview(
            Document document, SignOff.Place place, String role, Map<String, Digest> templates, Actor actor) {
        return database.read(tx -> snapshot(tx, document, place, signer(role, actor), templates));
    }

    /**
     * What was signed.
     *
     * @throws Problem if there is no such signature
     */
    public Snapshot snapshot(String signature) {
        return database.read(
                        tx -> SignatureStore.find(tx, signature).map(found -> SignatureStore.snapshot(tx, found.id())))
                .orElseThrow(() -> Problem.notFound("There is no such signature."));
    }

    /**
     * Signs. Everything is looked at once more in the transaction that keeps the signature: whose turn it is, whether what
     * it stands for is complete and as the signer saw it, and whether they still have the role.
     *
     * @return the signature; the one that stands already, if the same person has signed there meanwhile or sends this again
     * @throws Problem of the kind CONFLICT if it is not their turn, something has changed since they looked, or somebody else
     *     has signed there; of the kind NOT_FOUND if they do not sign there (any more)
     */
    public Signature sign(String id, Sign sign, Actor actor, Instant now, LocalDate today) {
        if (sign.key().isBlank() || sign.key().length() > Sign.LONGEST_KEY) {
            throw Problem.badInput(Finding.error(
                    "key",
                    "The key of a signature must have 1 to " + Sign.LONGEST_KEY + " characters.",
                    Place.UNKNOWN));
        }
        return database.write(tx -> {
            Document document = kept.held(tx, id, actor);
            Optional<Signature> before = SignatureStore.sent(tx, id, sign.key());
            return before.isPresent()
                    ? again(before.get(), sign, actor)
                    : sign(tx, document, sign, new Act(trail, actor, now), today);
        });
    }

    private Signature sign(Transaction tx, Document document, Sign sign, Act act, LocalDate today) {
        mustHold(tx, document, sign, act, today);
        List<Signature> signatures = SignatureStore.of(tx, document.id());
        SignOff.Place place = SignOff.of(document, signatures, today)
                .place(sign.place())
                .filter(one -> one.roles().contains(sign.role()))
                .orElseThrow(() -> changed("With these answers nobody signs there any more."));
        Signature standing = place.signature();
        if (standing != null) {
            return again(standing, sign, act.actor());
        }
        mustBeDue(place);
        Snapshot.Signer signer = signer(sign.role(), act.actor());
        Snapshot snapshot = snapshot(tx, document, place, signer, sign.templates());
        if (!snapshot.digest().equals(sign.seen())) {
            throw changed("What you were about to sign has changed since you opened the page.");
        }
        Signature signature = new Signature(
                UUID.randomUUID().toString(),
                document.id(),
                signatures.size() + 1,
                place.key(),
                place.step().step(),
                sign.role(),
                act.actor().person(),
                act.actor().deputyOf(),
                signer.name(),
                act.now(),
                sign.proof(),
                snapshot.digest(),
                null);
        SignatureStore.insert(tx, signature, sign.key(), snapshot);
        act.note(
                tx,
                act.actor()
                        .did("signature.given", "signature", signature.id())
                        .in(document.portfolio())
                        .with("document", document.id())
                        .with("step", signature.step())
                        .with("role", signature.role())
                        .with("proof", signature.proof())
                        .with("digest", signature.digest().hex()));
        Document settled = Sections.settle(tx, document, act, today);
        turns.tellSigners(tx, settled, act, today);
        new Requests(database, kept).afterSignature(tx, settled, sign.role(), act, today);
        return signature;
    }

    private void mustHold(Transaction tx, Document document, Sign sign, Act act, LocalDate today) {
        String portfolio = document.portfolio();
        if (portfolio == null) {
            throw changed("This paper is somebody’s own try of a form, which nobody signs.");
        }
        Standing standing = standings.toPaper(
                act.actor().person(),
                document.id(),
                portfolio,
                PortfolioStore.organisation(tx, portfolio),
                act.now(),
                today);
        Permit permit = Permits.signs(standing, Set.of(sign.role()));
        boolean sameHat = Objects.equals(permit.deputyFor(), act.actor().deputyOf());
        if (!permit.allowed() || !sameHat) {
            throw Problem.notFound("You do not sign this paper any more.");
        }
    }

    private static void mustBeDue(SignOff.Place place) {
        if (!place.follows()) {
            throw changed("Somebody else signs before you.");
        } else if (!place.unfinished().isEmpty()) {
            String sections = place.unfinished().stream()
                    .map(section -> "“" + section.title() + "”")
                    .collect(Collectors.joining(", "));
            throw changed("These sections are not complete: " + sections + ".");
        }
    }

    /** Whoever presses twice, or sends again what they do not know to have arrived, has signed once. */
    private static Signature again(Signature standing, Sign sign, Actor actor) {
        boolean theirs =
                standing.by().equals(actor.person()) && standing.place().equals(sign.place());
        if (!theirs) {
            throw changed("Somebody else has signed there meanwhile.");
        }
        return standing;
    }

    private Snapshot snapshot(
            Transaction tx,
            Document document,
            SignOff.Place place,
            Snapshot.Signer signer,
            Map<String, Digest> templates) {
        List<EvidenceFile> files = EvidenceStore.ofDocument(tx, document.id());
        Map<String, String> recorded = RecordedWords.ofAll(document.form(), recordings.ofDocument(document.id()));
        return Snapshot.of(document, place.step(), signer, files, templates, recorded);
    }

    private Snapshot.Signer signer(String role, Actor actor) {
        String own = invitations
                .printed(actor.person())
                .orElseGet(() -> persons.get(actor.person()).name());
        String name = actor.deputyOf() == null
                ? own
                : own + ", standing in for " + persons.get(actor.deputyOf()).name();
        return new Snapshot.Signer(role, actor.person(), actor.deputyOf(), name);
    }

    private static Problem changed(String what) {
        return Problem.of(
                Problem.Kind.CONFLICT, what + " Nothing was signed. Look at the paper again before you sign it.");
    }
}
