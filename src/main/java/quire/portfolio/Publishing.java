package quire.portfolio;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import quire.core.Digest;
import quire.core.Finding;
import quire.core.Problem;
import quire.forms.Form;
import quire.forms.FormChange;
import quire.forms.Forms;
import quire.forms.InUse;
import quire.people.Actor;
import quire.store.Database;
import quire.store.Transaction;
import quire.trail.Trail;

/**
 * Puts versions of forms on record, each beside those before it, for ever. What would change the meaning of answers that
 * people have given, or who may read them, is refused; the version before goes on then. May be shared between threads.
 */
public final class Publishing {

    private final Database database;
    private final Trail trail;
    private final PinnedForms pinned = new PinnedForms();

    public Publishing(Database database) {
        this.database = database;
        this.trail = new Trail(database);
    }

    /**
     * Publishes what is at hand and new.
     *
     * @param note what is said of it; may be empty
     * @return everything that is published, and what was refused
     * @throws Problem if a file has faults and no version of its form is published that could go on
     */
    public Forms publish(Forms.Read atHand, String note, Actor actor, Instant now) {
        Set<String> known = database.read(PublicationStore::forms).keySet();
        List<Finding> faults =
                atHand.findings().stream().filter(Finding::isError).toList();
        if (!known.containsAll(faults.stream().map(Publishing::formOf).toList())) {
            throw Problem.badInput("The forms have faults.", faults);
        }
        atHand.forms().everyVersion().forEach(pinned::know);
        boolean news = database.read(tx -> !check(tx, atHand.forms()).fresh().isEmpty());
        return news
                ? database.write(tx -> publish(tx, atHand, note, new Act(trail, actor, now)))
                : database.read(tx -> shelf(tx, atHand, check(tx, atHand.forms())));
    }

    /** Everything that is published, and nothing is published with it. */
    public Forms onRecord(Forms.Read atHand) {
        atHand.forms().everyVersion().forEach(pinned::know);
        return database.read(tx -> shelf(tx, atHand, new Checked(List.of(), List.of())));
    }

    /** What publishing would find, and publish nothing: each new version with what is different about it. */
    public List<Proposal> proposals(Forms.Read atHand) {
        return database.read(tx -> check(tx, atHand.forms()).fresh());
    }

    /** What publishing would refuse, and why. */
    public List<Finding> objections(Forms.Read atHand) {
        List<Finding> objections = new ArrayList<>(
                atHand.findings().stream().filter(Finding::isError).toList());
        objections.addAll(database.read(tx -> check(tx, atHand.forms()).refused()));
        return objections;
    }

    /** Everything that is on record, by form. */
    public Map<String, List<Publication>> all() {
        return database.read(PublicationStore::all).stream()
                .collect(Collectors.groupingBy(Publication::form, TreeMap::new, Collectors.toList()));
    }

    /** The versions of a form that are on record, the first one first. */
    public List<Publication> of(String form) {
        return database.read(tx -> PublicationStore.of(tx, form));
    }

    /**
     * A version that may be published.
     *
     * @param form the version
     * @param changes what is different from the one before; empty for the first
     */
    public record Proposal(Form form, List<FormChange> changes) {

        public Proposal {
            changes = List.copyOf(changes);
        }
    }

    /** What a look at the versions at hand has found. */
    private record Checked(List<Proposal> fresh, List<Finding> refused) {}

    private Forms publish(Transaction tx, Forms.Read atHand, String note, Act act) {
        tx.hold("publishing", "forms");
        Checked checked = check(tx, atHand.forms());
        for (Proposal proposal : checked.fresh()) {
            Form form = proposal.form();
            Digest digest = pinned.know(form);
            DocumentStore.keepForm(tx, form, digest, act.now());
            PublicationStore.insertForm(
                    tx,
                    new Publication(
                            form.id(),
                            form.version(),
                            digest,
                            note,
                            act.now(),
                            act.actor().person()));
        }
        String names = checked.fresh().stream()
                .map(proposal -> proposal.form().id() + "@" + proposal.form().version())
                .collect(Collectors.joining(" "));
        act.note(tx, act.actor().did("forms.published", "forms", "all").with("versions", names));
        return shelf(tx, atHand, checked);
    }

    private Checked check(Transaction tx, Forms atHand) {
        Map<String, NavigableMap<Integer, Digest>> published = PublicationStore.forms(tx);
        Set<String> before = Set.copyOf(published.keySet());
        List<Proposal> fresh = new ArrayList<>();
        List<Finding> refused = new ArrayList<>();
        for (Form form : atHand.everyVersion()) {
            NavigableMap<Integer, Digest> known = published.computeIfAbsent(form.id(), id -> new TreeMap<>());
            Digest digest = pinned.know(form);
            if (digest.equals(known.get(form.version()))) {
                continue;
            }
            // Versions that were in use before there was a record of publishing have proved themselves.
            InUse use = before.contains(form.id()) ? inUse(tx, form.id()) : InUse.NOT;
            PublishCheck check = new PublishCheck(form, earlier(tx, known), use);
            List<Finding> objections = check.objections();
            if (objections.isEmpty()) {
                fresh.add(new Proposal(form, check.changes()));
                known.put(form.version(), digest);
            } else {
                refused.addAll(objections);
            }
        }
        return new Checked(fresh, refused);
    }

    private List<Form> earlier(Transaction tx, Map<Integer, Digest> known) {
        return known.values().stream().map(digest -> pinned.get(tx, digest)).toList();
    }

    private static InUse inUse(Transaction tx, String form) {
        return new InUse() {
            @Override
            public boolean isStarted() {
                return PublicationStore.isStarted(tx, form);
            }

            @Override
            public boolean holds(String question, String item) {
                return PublicationStore.holds(tx, form, question, item);
            }
        };
    }

    private Forms shelf(Transaction tx, Forms.Read atHand, Checked checked) {
        Map<String, NavigableMap<Integer, Digest>> published = PublicationStore.forms(tx);
        List<Form> forms = new ArrayList<>();
        published.values().forEach(versions -> forms.addAll(earlier(tx, versions)));
        Set<String> retired = new HashSet<>(published.keySet());
        retired.removeAll(atHand.named());
        List<Finding> refused = new ArrayList<>(
                atHand.findings().stream().filter(Finding::isError).toList());
        refused.addAll(checked.refused());
        return atHand.forms().holding(forms, retired, refused);
    }

    private static String formOf(Finding finding) {
        String name =
                String.valueOf(Path.of(String.valueOf(finding.place().file())).getFileName());
        return name.replaceFirst("\\..*$", "");
    }
}
