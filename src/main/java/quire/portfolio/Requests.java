package quire.portfolio;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import quire.core.Finding;
import quire.core.Place;
import quire.core.Problem;
import quire.forms.Answers;
import quire.forms.Form;
import quire.forms.Role;
import quire.forms.Section;
import quire.forms.Visibility;
import quire.people.Actor;
import quire.people.Asking;
import quire.people.Invitation;
import quire.people.Invitations;
import quire.people.Passes;
import quire.people.Recordings;
import quire.store.Database;
import quire.store.Transaction;

/** Asks people for their part in a paper, and does what follows when they answer. May be shared between threads. */
public final class Requests {

    /** How many days somebody has where the form does not say. */
    private static final int USUAL_DAYS = 30;

    private final Database database;
    private final KeptDocuments kept;
    private final Invitations invitations;
    private final Recordings recordings;
    private final Passes passes;

    Requests(Database database, KeptDocuments kept) {
        this.database = database;
        this.kept = kept;
        this.invitations = new Invitations(database);
        this.recordings = new Recordings(database);
        this.passes = new Passes(database);
    }

    /** The parts of a paper for which somebody is asked who needs no account. */
    public static List<Role> askable(Form form) {
        return form.roles().values().stream()
                .filter(role -> role.source() == Role.Source.INVITE && role.accountOptional())
                .filter(role -> form.sections().stream()
                        .anyMatch(section -> section.owner().equals(role.id())))
                .toList();
    }

    /** Whether a part is one that may be written down for whoever plays it. */
    public static boolean isRecordable(Form form, String role) {
        return form.sections().stream()
                .filter(section -> section.owner().equals(role))
                .flatMap(section -> section.fields().stream())
                .anyMatch(field -> field.question().recordedFor());
    }

    /** Who has written down a section for whom, as the paper prints it, by the section's id. */
    public Map<String, String> recorded(Document document) {
        return RecordedWords.ofAll(document.form(), recordings.ofDocument(document.id()));
    }

    /** Whether whoever plays a part is shown what others write, so that more than a link should be asked for. */
    public static boolean showsOthers(Form form, String role) {
        return form.sections().stream()
                .anyMatch(section ->
                        !section.owner().equals(role) && section.readers().contains(role));
    }

    /** The last day that is proposed for an answer. */
    public static LocalDate usualLastDay(Form form, String role, LocalDate today) {
        Role asked = form.roles().get(role);
        Integer days = asked == null ? null : asked.expiresDays();
        return today.plusDays(days == null ? USUAL_DAYS : days);
    }

    /** The letter that would be sent, as one text; its link is left out. */
    public String preview(Document document, Asking asking, Actor actor, Instant now, LocalDate today) {
        Asking good = asking.checked(today);
        return new InvitationLetters(database, document, now).preview(Invitation.draft(good, actor, now));
    }

    /**
     * Asks somebody.
     *
     * @throws Problem with a finding for each box that is wrong; of the kind CONFLICT if somebody is asked already, what they
     *     said is being written down for them, or the paper is closed
     */
    public Invitation ask(Asking asking, Actor actor, Instant now, LocalDate today) {
        return database.write(tx -> {
            Document document = kept.held(tx, asking.document(), actor);
            mustBeOpen(document, asking.role());
            if (recordings.find(document.id(), asking.role()).isPresent()) {
                throw Problem.of(
                        Problem.Kind.CONFLICT,
                        "What they said is being written down for them, so nobody is asked to write it.");
            }
            return invitations.ask(asking, actor, now, today, letters(document, now));
        });
    }

    private static void mustBeOpen(Document document, String role) {
        boolean known =
                askable(document.form()).stream().anyMatch(one -> one.id().equals(role));
        if (!known) {
            throw Problem.notFound("Nobody is asked for that in this paper.");
        }
        boolean left = document.form().sections().stream()
                .anyMatch(section -> section.owner().equals(role)
                        && !document.state(section.id()).isSigned());
        if (document.isClosed() || !left) {
            throw Problem.of(Problem.Kind.CONFLICT, "That part of “" + document.title() + "” is signed already.");
        }
    }

    /** Writes to somebody again who has not answered. */
    public void remind(String document, String id, Actor actor, Instant now, LocalDate today) {
        database.run(tx -> {
            Document paper = kept.held(tx, document, actor);
            invitations.remind(document, id, actor, now, today, letters(paper, now));
        });
    }

    /** Takes a request back. */
    public void cancel(String document, String id, Actor actor, Instant now, LocalDate today) {
        database.run(tx -> {
            Document paper = kept.held(tx, document, actor);
            invitations.cancel(document, id, actor, now, today, letters(paper, now));
        });
    }

    /** A new link for somebody whose last day is over. */
    public void renew(String document, String id, Actor actor, Instant now, LocalDate today) {
        database.run(tx -> {
            Document paper = kept.held(tx, document, actor);
            Invitation old = invitations.get(document, id);
            mustBeOpen(paper, old.role());
            LocalDate until = usualLastDay(paper.form(), old.role(), today);
            invitations.renew(document, id, until, actor, now, today, letters(paper, now));
        });
    }

    /** Whoever was asked says that it is not for them. */
    public boolean decline(Invitation invitation, Instant now, LocalDate today) {
        return database.write(tx ->
                invitations.decline(invitation, now, today, letters(kept.get(tx, invitation.document()), now)));
    }

    /** Sends six digits to the mailbox of somebody who has pressed “Start”. */
    public Duration sendCode(Invitation invitation, Instant now) {
        Document document = database.read(tx -> kept.get(tx, invitation.document()));
        return passes.sendCode(invitation, now, letters(document, now));
    }

    /** As {@link Sections#giveBack}; guests whose sections these are get a new link. */
    public void giveBack(String id, Set<String> sections, String reason, Actor actor, Instant now, LocalDate today) {
        database.run(tx -> {
            new Sections(database, kept).giveBack(id, sections, reason, actor, now);
            renew(tx, id, sections, actor, now, today);
        });
    }

    /** As {@link Sections#reopenSigned}; guests whose sections these are get a new link. */
    public void reopenSigned(
            String id, Set<String> sections, String reason, Actor actor, Instant now, LocalDate today) {
        database.run(tx -> {
            new Sections(database, kept).reopenSigned(id, sections, reason, actor, now);
            renew(tx, id, sections, actor, now, today);
        });
    }

    void renew(Transaction tx, String id, Set<String> sections, Actor actor, Instant now, LocalDate today) {
        Document document = kept.get(tx, id);
        Set<String> roles = sections.stream()
                .map(section -> document.form().section(section).owner())
                .collect(Collectors.toSet());
        askable(document.form()).stream()
                .filter(role -> roles.contains(role.id()))
                .forEach(role -> invitations.renewAfterReturn(
                        id,
                        role.id(),
                        usualLastDay(document.form(), role.id(), today),
                        actor,
                        now,
                        letters(document, now)));
    }

    /**
     * Whoever plays a part that nobody signs says that they are done.
     *
     * @throws Problem of the kind CONFLICT if a section of theirs is not complete, or the form has them sign
     */
    public void send(String id, String role, Actor actor, Instant now) {
        database.run(tx -> {
            Document document = kept.held(tx, id, actor);
            Form form = document.form();
            boolean signs =
                    form.signOff().stream().anyMatch(step -> step.signers().contains(role));
            Visibility sight = Visibility.of(form, Answers.of(form, document.answers()));
            List<Finding> open = form.sections().stream()
                    .filter(section -> section.owner().equals(role) && sight.shows(section))
                    .filter(section -> !document.state(section.id()).isDone())
                    .map(Requests::unfinished)
                    .toList();
            if (signs || !open.isEmpty()) {
                throw Problem.badInput("There is something to do before this can be sent.", open);
            }
            invitations.answered(tx, id, role, actor, now, letters(document, now));
        });
    }

    private static Finding unfinished(Section section) {
        return Finding.error("required", "Complete “" + section.title() + "” first", Place.atPath(section.id()));
    }

    /** What follows when somebody has signed: their request is answered, and others may have their turn. */
    void afterSignature(Transaction tx, Document document, String role, Act act, LocalDate today) {
        SignOff signOff = SignOff.of(document, SignatureStore.of(tx, document.id()), today);
        boolean left = signOff.places().stream()
                .anyMatch(place -> !place.isSigned() && place.roles().contains(role));
        InvitationLetters letters = letters(document, act.now());
        if (!left) {
            invitations.answered(tx, document.id(), role, act.actor(), act.now(), letters);
        }
        signOff.due().stream()
                .flatMap(place -> place.roles().stream())
                .distinct()
                .filter(other -> !other.equals(role))
                .forEach(other -> invitations.isTheirTurn(tx, document.id(), other, act.now(), today, letters));
    }

    private InvitationLetters letters(Document document, Instant now) {
        return new InvitationLetters(database, document, now);
    }
}
