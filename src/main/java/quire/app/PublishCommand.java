package quire.app;

import java.time.Instant;
import java.util.List;
import quire.core.Finding;
import quire.forms.Form;
import quire.forms.FormChange;
import quire.portfolio.Publishing;
import quire.store.Database;
import quire.store.RecordPlace;

/** {@code publish}: says what is different in the forms at hand, and puts new versions on record with a note. */
final class PublishCommand {

    private final Surroundings here;
    private final Papers papers;

    PublishCommand(Surroundings here, Papers papers) {
        this.here = here;
        this.papers = papers;
    }

    /** Says what publishing would do, and what would be refused. */
    int preview(RecordPlace place) {
        Papers.AtHand atHand = papers.atHand();
        try (Database database = Database.toRead(place)) {
            Publishing publishing = new Publishing(database);
            publishing.proposals(atHand.forms()).forEach(this::print);
            return refused(publishing.objections(atHand.forms()));
        }
    }

    /**
     * Publishes.
     *
     * @param note what is said of it
     */
    int publish(RecordPlace place, String note) {
        Papers.AtHand atHand = papers.atHand();
        Instant now = here.clock().instant();
        try (Database database = Database.open(place)) {
            new Publishing(database).proposals(atHand.forms()).forEach(this::print);
            return refused(papers.published(atHand, database, note, now).forms().refused());
        }
    }

    private void print(Publishing.Proposal proposal) {
        Form form = proposal.form();
        here.out().println(form.title() + ", version " + form.version() + " (" + form.id() + ")");
        for (FormChange change : proposal.changes()) {
            here.out().println("  " + change.kind().label() + ": " + change.words() + " (" + change.path() + ")");
        }
    }

    private int refused(List<Finding> findings) {
        new Report(here.err()).findings(findings);
        return Finding.anyError(findings) ? ExitCode.INPUT : ExitCode.DONE;
    }
}
