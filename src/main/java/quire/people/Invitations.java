package quire.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import quire.core.Finding;
import quire.core.Place;
import quire.core.Problem;
import quire.store.Database;
import quire.store.Transaction;
import quire.trail.Entry;
import quire.trail.Trail;

/**
 * Asks people without accounts to play one part in one paper, by a link. Looking at a link uses nothing up: programs that
 * check letters for their readers open every link in them. May be shared between threads.
 */
public final class Invitations {

    private final Database database;
    private final Trail trail;
    private final Secrets secrets = new Secrets();

    public Invitations(Database database) {
        this.database = database;
        this.trail = new Trail(database);
    }

    /** Whether an id is that of somebody without an account. */
    public static boolean isGuest(String person) {
        return person.startsWith(Invitation.GUEST);
    }

    /**
     * Asks somebody.
     *
     * @throws Problem with a finding for each box that is wrong; of the kind CONFLICT if somebody has been asked for this part
     *     and has not answered
     */
    public Invitation ask(Asking typed, Actor actor, Instant now, LocalDate today, Mailing mailing) {
        Asking asking = typed.checked(today);
        return database.write(tx -> {
            tx.hold("invitations of", asking.document());
            mustBeFree(tx, asking, now, today);
            Invitation invitation = Invitation.draft(asking, actor, now);
            InvitationStore.insert(tx, invitation);
            send(tx, Mailing.Occasion.Kind.ASKED, invitation, now, mailing);
            trail.add(tx, did(actor, "invitation.sent", invitation), now);
            return invitation;
        });
    }

    private static void mustBeFree(Transaction tx, Asking asking, Instant now, LocalDate today) {
        Optional<Invitation> open = InvitationStore.open(tx, asking.document(), asking.role());
        if (open.isPresent() && open.get().state(today).isOpen()) {
            throw Problem.of(
                    Problem.Kind.CONFLICT,
                    "You are waiting for " + open.get().to().name()
                            + ". One person is asked at a time. Cancel that request first to ask somebody else.");
        }
        open.ifPresent(late -> InvitationStore.mark(tx, late.id(), "replaced", now));
        String folded = EmailAddress.folded(asking.email());
        boolean unwanted = InvitationStore.ofDocument(tx, asking.document()).stream()
                .anyMatch(one -> one.moments().declined() != null
                        && EmailAddress.folded(one.to().email()).equals(folded));
        if (unwanted) {
            throw Problem.badInput(Finding.error(
                    "declined",
                    "Whoever reads this mailbox has said that this is not for them. Ask somebody else.",
                    Place.atPath("email")));
        }
    }

    /** All requests of a paper, the first one first. */
    public List<Invitation> ofDocument(String document) {
        return database.read(tx -> InvitationStore.ofDocument(tx, document));
    }

    /**
     * One of a paper.
     *
     * @throws Problem if the paper has no such request
     */
    public Invitation get(String document, String id) {
        return database.read(tx -> InvitationStore.find(tx, id))
                .filter(one -> one.document().equals(document))
                .orElseThrow(() -> Problem.notFound("There is no such request."));
    }

    /** What a link is for. It may be looked at any number of times. */
    public Optional<Invitation> look(String token) {
        return database.read(tx -> InvitationStore.byToken(tx, token));
    }

    /** As a guest is printed; empty for who is none. */
    public Optional<String> printed(String guest) {
        return isGuest(guest)
                ? database.read(tx -> InvitationStore.ofGuest(tx, guest))
                        .map(found -> found.to().printed())
                : Optional.empty();
    }

    /** What a guest is called; empty for who is none. */
    public Optional<String> nameOf(String guest) {
        return isGuest(guest)
                ? database.read(tx -> InvitationStore.ofGuest(tx, guest))
                        .map(found -> found.to().name())
                : Optional.empty();
    }

    /** What somebody with an account was asked for and has not answered, the one asked first first. */
    public List<Invitation> waitingFor(String person, LocalDate today) {
        return database.read(tx -> InvitationStore.waitingFor(tx, person, today));
    }

    /**
     * Writes to them again, with one more link; those sent before stay good.
     *
     * @throws Problem of the kind CONFLICT if they have answered, or were written to less than a week ago
     */
    public void remind(String document, String id, Actor actor, Instant now, LocalDate today, Mailing mailing) {
        database.run(tx -> {
            Invitation one = held(tx, document, id);
            mustBeOpen(one, today);
            if (one.written().plus(Invitation.PATIENCE).isAfter(now)) {
                throw Problem.of(
                        Problem.Kind.CONFLICT,
                        one.to().name() + " was written to less than a week ago. Give them a little longer.");
            }
            InvitationStore.mark(tx, id, "reminded", now);
            send(tx, Mailing.Occasion.Kind.REMINDED, one, now, mailing);
            trail.add(tx, did(actor, "invitation.reminded", one), now);
        });
    }

    /**
     * Takes a request back. One that is taken back already stays so.
     *
     * @throws Problem of the kind CONFLICT if it was answered or declined
     */
    public void cancel(String document, String id, Actor actor, Instant now, LocalDate today, Mailing mailing) {
        database.run(tx -> {
            Invitation one = held(tx, document, id);
            if (one.state(today) == Invitation.State.CANCELLED) {
                return;
            } else if (one.state(today) != Invitation.State.EXPIRED) {
                mustBeOpen(one, today);
            }
            InvitationStore.mark(tx, id, "cancelled", now);
            PassStore.endOf(tx, id);
            mailing.send(tx, new Mailing.Occasion(Mailing.Occasion.Kind.CANCELLED, one, ""));
            trail.add(tx, did(actor, "invitation.cancelled", one), now);
        });
    }

    /**
     * Asks the same person once more, by a new link: what they have signed was given back, or their last day is over. The
     * old link says so; what was sent by it is kept.
     *
     * @param until the last day of the new one
     * @throws Problem of the kind CONFLICT if the request is still open, or was declined or cancelled
     */
    public Invitation renew(
            String document, String id, LocalDate until, Actor actor, Instant now, LocalDate today, Mailing mailing) {
        return database.write(tx -> {
            tx.hold("invitations of", document);
            Invitation old = held(tx, document, id);
            Invitation.State state = old.state(today);
            if (state != Invitation.State.SUBMITTED && state != Invitation.State.EXPIRED) {
                throw Problem.of(Problem.Kind.CONFLICT, "There can be no new link for this request.");
            }
            return renewed(tx, old, until, actor, now, mailing);
        });
    }

    /** After something was given back: a new link for whoever had answered in that part; nothing where nobody has. */
    public void renewAfterReturn(
            String document, String role, LocalDate until, Actor actor, Instant now, Mailing mailing) {
        database.run(tx -> InvitationStore.ofDocument(tx, document).stream()
                .filter(one -> one.role().equals(role)
                        && one.moments().submitted() != null
                        && one.moments().replaced() == null)
                .forEach(one -> renewed(tx, one, until, actor, now, mailing)));
    }

    private Invitation renewed(
            Transaction tx, Invitation old, LocalDate until, Actor actor, Instant now, Mailing mailing) {
        Invitation fresh = old.again(until, actor, now);
        InvitationStore.mark(tx, old.id(), "replaced", now);
        PassStore.endOf(tx, old.id());
        InvitationStore.insert(tx, fresh);
        send(tx, Mailing.Occasion.Kind.RENEWED, fresh, now, mailing);
        trail.add(tx, did(actor, "invitation.renewed", fresh), now);
        return fresh;
    }

    /**
     * The one who was asked says that it is not for them.
     *
     * @return whether that changed anything
     */
    public boolean decline(Invitation seen, Instant now, LocalDate today, Mailing mailing) {
        return database.write(tx -> {
            Invitation one = held(tx, seen.document(), seen.id());
            if (!one.state(today).isOpen()) {
                return false;
            }
            InvitationStore.mark(tx, one.id(), "declined", now);
            PassStore.endOf(tx, one.id());
            mailing.send(tx, new Mailing.Occasion(Mailing.Occasion.Kind.DECLINED, one, ""));
            trail.add(tx, did(Actor.of(one.guest()), "invitation.declined", one), now);
            return true;
        });
    }

    /**
     * A guest says who they are.
     *
     * @throws Problem with a finding for each line that is wrong
     */
    public void describe(String id, Invitation.Addressee to, Instant now) {
        Typed typed = new Typed();
        Invitation.Addressee good = new Invitation.Addressee(
                typed.required("name", "name", to.name(), Asking.LONGEST_LINE),
                to.email(),
                typed.required(
                        "relationship", "words for how you know the social worker’s work", to.relationship(), 100),
                typed.required("post", "role that you work in", to.post(), Asking.LONGEST_LINE),
                typed.line("registration", "registration number", to.registration(), 40));
        typed.refuse("This cannot be kept.");
        database.run(tx -> {
            Invitation one = InvitationStore.held(tx, id).orElseThrow(() -> Problem.notFound("There is no request."));
            if (!one.to().equals(good)) {
                InvitationStore.describe(tx, id, good);
                trail.add(tx, did(Actor.of(one.guest()), "invitation.described", one), now);
            }
        });
    }

    /** Those who sign before somebody who was asked have signed: they are told, with one more link. */
    public void isTheirTurn(
            Transaction tx, String document, String role, Instant now, LocalDate today, Mailing mailing) {
        InvitationStore.open(tx, document, role)
                .filter(one -> one.state(today) == Invitation.State.STARTED)
                .ifPresent(one -> send(tx, Mailing.Occasion.Kind.TURN, one, now, mailing));
    }

    /** Whoever plays a part has done all that there is to do in it: their request is answered, if they were asked. */
    public void answered(Transaction tx, String document, String role, Actor actor, Instant now, Mailing mailing) {
        InvitationStore.open(tx, document, role).ifPresent(one -> {
            InvitationStore.mark(tx, one.id(), "submitted", now);
            mailing.send(tx, new Mailing.Occasion(Mailing.Occasion.Kind.SUBMITTED, one, ""));
            trail.add(tx, did(actor, "invitation.answered", one), now);
        });
    }

    private void send(Transaction tx, Mailing.Occasion.Kind kind, Invitation invitation, Instant now, Mailing mailing) {
        String token = secrets.token();
        InvitationStore.addLink(tx, invitation.id(), token, now);
        mailing.send(tx, new Mailing.Occasion(kind, invitation, token));
    }

    private static Invitation held(Transaction tx, String document, String id) {
        return InvitationStore.held(tx, id)
                .filter(one -> one.document().equals(document))
                .orElseThrow(() -> Problem.notFound("There is no such request."));
    }

    private static void mustBeOpen(Invitation one, LocalDate today) {
        if (!one.state(today).isOpen()) {
            throw Problem.of(
                    Problem.Kind.CONFLICT,
                    "This request does not wait any more: "
                            + one.state(today).label().toLowerCase(Locale.ROOT) + ".");
        }
    }

    /** Of whom was asked the trail knows the id alone. */
    static Entry did(Actor actor, String action, Invitation one) {
        return actor.did(action, "document", one.document())
                .in(one.portfolio())
                .with("invitation", one.id())
                .with("part", one.role())
                .with("guest", one.guest());
    }
}
