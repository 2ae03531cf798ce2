package quire.portfolio;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.TreeSet;
import quire.core.Finding;
import quire.core.Place;
import quire.core.Problem;
import quire.forms.Section;
import quire.people.Actor;
import quire.store.Database;
import quire.store.Transaction;
import quire.trail.Entry;

/** Gives sections back to their owners, and opens what all have signed. Whoever may, and whether one is enough, is asked before. */
final class GivingBack {

    private final Turns turns;

    GivingBack(Database database) {
        this.turns = new Turns(database);
    }

    /**
     * Opens a document that is held, and gives sections of it back.
     *
     * @param entry what to write down, without the facts of the document
     * @param by whose words the reason is
     */
    void reopen(
            Transaction tx, Document document, Set<String> sections, String reason, Actor by, Entry entry, Act act) {
        mustBeClosed(document);
        Document open = document;
        for (Section section : document.form().sections()) {
            if (document.state(section.id()) == SectionState.LOCKED) {
                DocumentStore.setState(tx, document.id(), section.id(), SectionState.SIGNED, act.now());
                open = open.turned(section.id(), SectionState.SIGNED);
            }
        }
        act.note(tx, entry.with("revision", document.revision()));
        giveBack(tx, open, sections, reason, by, act);
    }

    /**
     * Gives sections of a document that is held back.
     *
     * @param by whose words the reason is
     */
    void giveBack(Transaction tx, Document document, Set<String> sections, String reason, Actor by, Act act) {
        Document after = document;
        for (String id : new TreeSet<>(sections)) {
            mustBeDone(document, id);
            DocumentStore.setState(tx, document.id(), id, SectionState.IN_PROGRESS, act.now());
            ReturnStore.insert(tx, document.id(), id, reason.strip(), by, act.now());
            after = after.turned(id, SectionState.IN_PROGRESS);
            act.note(tx, Sections.noted(act, "section.returned", document, id));
        }
        DocumentStore.keepProgress(tx, after, act.now());
        turns.tellOwners(tx, after, sections, act, LocalDate.ofInstant(act.now(), ZoneOffset.UTC));
    }

    static void mustBeDone(Document document, String id) {
        Section section = document.form().section(id);
        if (!document.state(id).isDone()) {
            throw Problem.of(
                    Problem.Kind.CONFLICT,
                    "“" + section.title()
                            + "” is not complete, so there is nothing to give back. Nothing was changed.");
        }
    }

    static void mustBeClosed(Document document) {
        if (!document.isClosed()) {
            throw Problem.of(
                    Problem.Kind.CONFLICT,
                    "“" + document.title() + "” is open. Sections can be given back as they are.");
        }
    }

    static void mustBeExplained(Set<String> sections, String reason) {
        if (sections.isEmpty()) {
            throw Problem.badInput(
                    Finding.error("sections", "Choose at least one section to give back", Place.atPath("sections")));
        } else if (reason.isBlank()) {
            throw Problem.badInput(
                    Finding.error("required", "Write what has to be changed, and why", Place.atPath("reason")));
        } else if (reason.strip().length() > Sections.LONGEST_REASON) {
            throw Problem.badInput(
                    Finding.error("too-long", "The reason must be 2,000 characters or fewer", Place.atPath("reason")));
        }
    }
}
