package quire.portfolio;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import quire.core.Finding;
import quire.core.Place;
import quire.core.Problem;
import quire.forms.AnswerCheck;
import quire.forms.Answers;
import quire.forms.Form;
import quire.forms.Section;
import quire.forms.Visibility;
import quire.people.Actor;
import quire.people.Recordings;
import quire.store.Database;
import quire.store.Transaction;
import quire.trail.Entry;
import quire.trail.Trail;

/**
 * How far the sections of a document have come: each step is somebody's word. May be shared between threads.
 *
 * <p>A section is not started, in progress, completed, signed and locked, one after the other. It goes back only where its
 * owner takes their word back before anybody has signed, or where somebody gives it back to them with a reason.
 */
public final class Sections {

    /** The longest reason for giving something back, in characters. */
    public static final int LONGEST_REASON = 2_000;

    private final Database database;
    private final KeptDocuments kept;
    private final Trail trail;
    private final Turns turns;
    private final GivingBack givingBack;

    Sections(Database database, KeptDocuments kept) {
        this.database = database;
        this.kept = kept;
        this.trail = new Trail(database);
        this.turns = new Turns(database);
        this.givingBack = new GivingBack(database);
    }

    /**
     * Marks a section as completed, on its owner's word.
     *
     * @throws Problem with a finding for every answer that is missing or wrong
     */
    public void complete(String id, String section, Actor actor, Instant now, LocalDate today) {
        database.run(tx -> {
            Document document = kept.held(tx, id, actor);
            Form form = document.form();
            AnswerCheck check = AnswerCheck.of(form, Answers.of(form, document.answers()), today);
            List<Finding> findings = check.complete(form.section(section));
            if (Finding.anyError(findings)) {
                throw Problem.badInput("The section is not complete.", findings);
            }
            mustBeConfirmed(id, form.section(section));
            if (!document.state(section).isDone()) {
                Act act = act(actor, now);
                ReturnStore.dealWith(tx, id, section, now);
                Document completed = turn(tx, document, section, SectionState.COMPLETED, act);
                turns.tellSigners(tx, settle(tx, completed, act, today), act, today);
            }
        });
    }

    /** Words that are written down for somebody count when they have said that these are theirs. */
    private void mustBeConfirmed(String id, Section section) {
        new Recordings(database)
                .find(id, section.owner())
                .filter(one -> one.confirmed() == null)
                .ifPresent(one -> {
                    throw Problem.badInput(Finding.error(
                            "unconfirmed",
                            "Say on which day they confirmed that these are their words",
                            Place.UNKNOWN));
                });
    }

    /**
     * Opens a completed section again; one that is open stays as it is.
     *
     * @throws Problem of the kind CONFLICT if somebody has signed for it
     */
    public void reopen(String id, String section, Actor actor, Instant now) {
        database.run(tx -> {
            Document document = kept.held(tx, id, actor);
            document.form().section(section);
            if (document.state(section).isSigned()) {
                throw Problem.of(
                        Problem.Kind.CONFLICT,
                        "Somebody has signed for “"
                                + document.form().section(section).title()
                                + "” as it is. To change it, ask for it to be given back to you.");
            } else if (document.state(section) == SectionState.COMPLETED) {
                turn(tx, document, section, SectionState.IN_PROGRESS, act(actor, now));
            }
        });
    }

    /**
     * Shows a section to one more role, where its form lets somebody decide that; once shown, it stays so.
     *
     * @throws Problem if the form does not leave it to anybody's word
     */
    public void release(String id, String section, String toRole, Actor actor, Instant now) {
        database.run(tx -> {
            Document document = kept.held(tx, id, actor);
            Section.Release how = document.form().section(section).releaseTo().get(toRole);
            if (how == null || how.moment() != Section.Release.Moment.BY_ROLE) {
                throw Problem.badInput(Finding.error(
                        "release", "This section cannot be shown to somebody by hand.", Place.atPath(toRole)));
            }
            Act act = act(actor, now);
            if (ReleaseStore.release(tx, id, section, toRole, act)) {
                act.note(
                        tx,
                        act.did("section.released", document)
                                .with("section", section)
                                .with("to_role", toRole)
                                .with("revision", document.revision()));
            }
        });
    }

    /** What was given back in a document, the first one first. */
    public List<Returned> returned(String id) {
        return database.read(tx -> ReturnStore.of(tx, id));
    }

    /**
     * Gives completed or signed sections back to their owners. Signatures stand until something is changed.
     *
     * @param sections ids
     * @param reason for the owners, in plain text
     * @throws Problem of the kind CONFLICT if one of them is not complete, or all have signed the document
     */
    public void giveBack(String id, Set<String> sections, String reason, Actor actor, Instant now) {
        GivingBack.mustBeExplained(sections, reason);
        database.run(tx -> {
            Document document = kept.held(tx, id, actor);
            if (document.isClosed()) {
                throw Problem.of(
                        Problem.Kind.CONFLICT,
                        "“" + document.title() + "” is signed by all who sign it. It must be opened again first.");
            }
            givingBack.giveBack(tx, document, sections, reason, actor, act(actor, now));
        });
    }

    /**
     * Opens a document again that all have signed, and gives sections of it back to their owners. What was signed, and by
     * whom, is kept.
     *
     * @param sections ids
     * @param reason for the owners, in plain text
     * @throws Problem of the kind CONFLICT if not all have signed the document, or it stands in a bundle, so that a second
     *     person has to agree: {@link Reopenings}
     */
    public void reopenSigned(String id, Set<String> sections, String reason, Actor actor, Instant now) {
        GivingBack.mustBeExplained(sections, reason);
        database.run(tx -> {
            Document document = kept.held(tx, id, actor);
            if (!BindingStore.bundles(tx, id).isEmpty()) {
                throw Problem.of(
                        Problem.Kind.CONFLICT,
                        "“" + document.title()
                                + "” stands in a bundle that was made to decide by, so a second person has"
                                + " to agree before it is opened again.");
            }
            Act act = act(actor, now);
            givingBack.reopen(tx, document, sections, reason, actor, act.did("document.reopened", document), act);
        });
    }

    /**
     * Sections that somebody has signed for are not to be changed, and a paper that all have signed is closed.
     *
     * @return the document as it is then
     */
    static Document settle(Transaction tx, Document document, Act act, LocalDate today) {
        List<Signature> signatures = SignatureStore.of(tx, document.id());
        boolean done = SignOff.of(document, signatures, today).isDone();
        SectionState state = done ? SectionState.LOCKED : SectionState.SIGNED;
        List<Signature> standing = signatures.stream().filter(Signature::stands).toList();
        Document after = document;
        for (String section : finished(document, Superseding.covered(document.form(), standing))) {
            DocumentStore.setState(tx, document.id(), section, state, act.now());
            after = after.turned(section, state);
        }
        DocumentStore.keepProgress(tx, after, act.now());
        if (done) {
            SignedRecord record = Sealing.seal(tx, document, signatures);
            act.note(
                    tx,
                    act.did("document.signed", document)
                            .with("revision", document.revision())
                            .with("record", record.number())
                            .with("digest", record.digest().hex()));
        }
        return after;
    }

    private static Set<String> finished(Document document, Set<String> sections) {
        Form form = document.form();
        Visibility sight = Visibility.of(form, Answers.of(form, document.answers()));
        return form.sections().stream()
                .filter(section -> sections.contains(section.id()) && sight.shows(section))
                .map(Section::id)
                .filter(section -> document.state(section).isDone())
                .collect(Collectors.toSet());
    }

    private static Document turn(Transaction tx, Document document, String section, SectionState state, Act act) {
        String action = state == SectionState.COMPLETED ? "section.completed" : "section.reopened";
        Document turned = document.turned(section, state);
        DocumentStore.setState(tx, document.id(), section, state, act.now());
        DocumentStore.keepProgress(tx, turned, act.now());
        act.note(tx, noted(act, action, document, section));
        return turned;
    }

    static Entry noted(Act act, String action, Document document, String section) {
        return act.did(action, document)
                .with("section", section)
                .with("revision", document.revision())
                .with("digest", History.digest(document.answers()).hex());
    }

    private Act act(Actor actor, Instant now) {
        return new Act(trail, actor, now);
    }
}
