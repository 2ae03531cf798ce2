package quire.app;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import quire.core.Finding;
import quire.forms.Form;
import quire.forms.FormChange;
import quire.portfolio.Publishing;
import quire.store.Database;
import quire.store.RecordPlace;

/** {@code publish}: says what is different in the forms at hand, and puts new versions on record with a note. */
@Command(
        name = "publish",
        description = {
            "Put new versions of forms and programmes on record, as the server does when it starts.",
            "What is different is printed first; what would change the meaning of answers is refused."
        })
final class PublishCommand implements Callable<Integer> {

    private final Surroundings here;
    private final Commands all;

    @Option(names = "--preview", description = "only say what would be published, and what refused")
    private boolean preview;

    @Option(names = "--note", paramLabel = "TEXT", defaultValue = "", description = "what is new, in a sentence")
    private String note = "";

    @Mixin
    private PlaceOptions place = new PlaceOptions();

    /** @param all knows which forms and templates are at hand */
    PublishCommand(Surroundings here, Commands all) {
        this.here = here;
        this.all = all;
    }

    @Override
    public Integer call() {
        RecordPlace record = place.place(here.environment());
        return preview ? preview(record, all.papers()) : publish(record, all.papers());
    }

    /** Says what publishing would do, and what would be refused. */
    private int preview(RecordPlace record, Papers papers) {
        Papers.AtHand atHand = papers.atHand();
        try (Database database = Database.toRead(record)) {
            Publishing publishing = new Publishing(database);
            publishing.proposals(atHand.forms()).forEach(this::print);
            return refused(publishing.objections(atHand.forms()));
        }
    }

    private int publish(RecordPlace record, Papers papers) {
        Papers.AtHand atHand = papers.atHand();
        Instant now = here.clock().instant();
        try (Database database = Database.open(record)) {
            new Publishing(database).proposals(atHand.forms()).forEach(this::print);
            return refused(papers.published(atHand, database, note.strip(), now)
                    .forms()
                    .refused());
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
