package quire.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quire.core.Digest;
import quire.core.Problem;
import quire.store.Database;
import quire.store.Transaction;
import quire.trail.Trail;

/**
 * Lets browsers in to one paper each: those of guests who press “Start”, and one in which a second person signs in beside
 * the first. Of tokens and codes only the SHA-256 is kept. May be shared between threads.
 */
public final class Passes {

    /** How the signature of somebody says that they came by a link. */
    public static final String BY_LINK = "link";

    /** How it says that they have also typed a code that was sent to their mailbox. */
    public static final String BY_CODE = "link+code";

    /** How it says that they signed in on the device of somebody else, who was there. */
    public static final String BESIDE = "password beside somebody else";

    private static final Duration CODE_HOLDS = Duration.ofMinutes(10);
    private static final int CODE_TRIES = 5;
    private static final Duration FINENESS = Duration.ofMinutes(1);
    private static final Duration AT_WORK = Duration.ofMinutes(30);
    private static final Duration KEPT = Duration.ofDays(1);

    /** A fresh one and the token that its browser carries; the token is nowhere else. */
    public record Opened(String token, Pass pass) {}

    /** How a code was taken. */
    public enum CodeAnswer {
        RIGHT,
        WRONG,
        /** It is too old, or too many wrong ones were typed: another one must be sent. */
        OVER
    }

    private final Database database;
    private final Trail trail;
    private final Throttle throttle;
    private final Secrets secrets = new Secrets();

    public Passes(Database database) {
        this.database = database;
        this.trail = new Trail(database);
        this.throttle = new Throttle(database);
    }

    /**
     * A guest begins, or comes back.
     *
     * @param proof {@link #BY_LINK} or {@link #BY_CODE}
     * @throws Problem if their invitation is not open any more
     */
    public Opened start(Invitation seen, String proof, @Nullable String userAgent, Instant now, LocalDate today) {
        return database.write(tx -> {
            Invitation one = InvitationStore.held(tx, seen.id())
                    .filter(found -> found.state(today).isOpen())
                    .orElseThrow(() -> Problem.notFound("This request does not wait any more."));
            if (one.moments().started() == null) {
                InvitationStore.mark(tx, one.id(), "started", now);
                trail.add(tx, Invitations.did(Actor.of(one.guest()), "invitation.started", one), now);
            }
            return open(tx, one.document(), one.guest(), one.id(), proof, userAgent, now);
        });
    }

    /**
     * Somebody with an account has signed in for one paper in the browser of somebody else. Their own session ends with
     * that, so that nothing else is open to this browser.
     */
    public Opened beside(
            String document, String portfolio, Sessions.Opened signedIn, @Nullable String userAgent, Instant now) {
        return database.write(tx -> {
            String person = signedIn.session().person();
            SessionStore.end(tx, signedIn.session().id());
            Opened opened = open(tx, document, person, null, BESIDE, userAgent, now);
            trail.add(
                    tx,
                    new Actor(person, null, opened.pass().id())
                            .did("pass.opened", "document", document)
                            .in(portfolio),
                    now);
            return opened;
        });
    }

    private Opened open(
            Transaction tx,
            String document,
            String person,
            @Nullable String invitation,
            String proof,
            @Nullable String userAgent,
            Instant now) {
        PassStore.forget(tx, now.minus(KEPT));
        String token = secrets.token();
        Pass pass = new Pass(
                Secrets.kept(token).hex(), document, person, invitation, proof, now, now, BrowserName.of(userAgent));
        PassStore.insert(tx, pass);
        return new Opened(token, pass);
    }

    /** The one of a token; empty if there is none, or it has run out. */
    public Optional<Pass> find(String token, Instant now) {
        String id = Secrets.kept(token).hex();
        Optional<Pass> found = database.read(tx -> PassStore.find(tx, id)).filter(pass -> !pass.isOver(now));
        found.filter(pass -> pass.seen().plus(FINENESS).isBefore(now)).ifPresent(pass -> saw(id, now));
        return found;
    }

    /** A full disk or a busy database must not keep anybody from reading. */
    private void saw(String id, Instant now) {
        try {
            database.run(tx -> PassStore.saw(tx, id, now));
        } catch (Problem e) {
            if (e.kind() != Problem.Kind.UNAVAILABLE) {
                throw e;
            }
        }
    }

    /** The browsers, in words, in which an invitation is being answered just now, but for one. */
    public List<String> atWork(String invitation, @Nullable String but, Instant now) {
        String own = but == null ? "" : Secrets.kept(but).hex();
        return database.read(tx -> PassStore.ofInvitation(tx, invitation)).stream()
                .filter(pass -> !pass.id().equals(own) && !pass.isOver(now))
                .filter(pass -> pass.seen().plus(AT_WORK).isAfter(now))
                .map(Pass::browser)
                .toList();
    }

    /**
     * Ends one.
     *
     * @param portfolio the id of the one that its paper belongs to
     */
    public void end(Pass pass, String portfolio, Instant now) {
        database.run(tx -> {
            if (PassStore.end(tx, pass.id()) && !pass.isGuest()) {
                trail.add(
                        tx,
                        new Actor(pass.person(), null, pass.id())
                                .did("pass.ended", "document", pass.document())
                                .in(portfolio),
                        now);
            }
        });
    }

    /**
     * Sends six digits to the mailbox of an invitation, in place of those sent before.
     *
     * @return how long to wait if too many were sent; nothing if these were
     */
    public Duration sendCode(Invitation invitation, Instant now, Mailing mailing) {
        List<Attempt> letters = List.of(Attempt.letter(invitation.to().email()));
        Duration wait = throttle.wait(letters, now);
        if (!wait.isZero()) {
            return wait;
        }
        String code = secrets.digits();
        database.run(tx -> {
            throttle.failed(letters, now);
            InvitationStore.keepCode(tx, invitation.id(), kept(invitation, code), now, now.plus(CODE_HOLDS));
            mailing.send(tx, new Mailing.Occasion(Mailing.Occasion.Kind.CODE, invitation, code));
        });
        return Duration.ZERO;
    }

    /** Whether digits can still be typed for an invitation. */
    public boolean awaitsCode(Invitation invitation, Instant now) {
        return database.read(tx -> InvitationStore.code(tx, invitation.id()))
                .filter(code -> isGood(code, now))
                .isPresent();
    }

    /** Takes six digits; those that were right are good once. */
    public CodeAnswer takeCode(Invitation invitation, String typed, Instant now) {
        return database.write(tx -> {
            Optional<InvitationStore.Code> code =
                    InvitationStore.heldCode(tx, invitation.id()).filter(one -> isGood(one, now));
            if (code.isEmpty()) {
                return CodeAnswer.OVER;
            }
            String digits = typed.replaceAll("\\s", "");
            if (MessageDigest.isEqual(
                    kept(invitation, digits).hex().getBytes(StandardCharsets.US_ASCII),
                    code.get().code().hex().getBytes(StandardCharsets.US_ASCII))) {
                InvitationStore.forgetCode(tx, invitation.id());
                return CodeAnswer.RIGHT;
            }
            InvitationStore.countTry(tx, invitation.id());
            return code.get().tries() + 1 < CODE_TRIES ? CodeAnswer.WRONG : CodeAnswer.OVER;
        });
    }

    private static boolean isGood(InvitationStore.Code code, Instant now) {
        return code.tries() < CODE_TRIES && !now.isAfter(code.expires()) && !now.isBefore(code.sent());
    }

    /** Six digits are few: what is kept of them is good for nothing without the link, which is long. */
    private static Digest kept(Invitation invitation, String code) {
        return Digest.of("code of " + invitation.id() + " " + code);
    }

    /**
     * Somebody followed a link that is none.
     *
     * @param address as a trusted proxy or the connection gives it, never as the client says
     * @return how long to wait before the next one; nothing as long as there were few
     */
    public Duration guessed(String address, Instant now) {
        List<Attempt> attempts = List.of(Attempt.link(address));
        Duration left = throttle.wait(attempts, now);
        if (left.isZero()) {
            throttle.failed(attempts, now);
        }
        return left;
    }
}
