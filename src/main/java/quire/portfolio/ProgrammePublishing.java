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
import quire.core.Place;
import quire.core.Problem;
import quire.forms.Forms;
import quire.people.Actor;
import quire.programme.Programme;
import quire.programme.Programmes;
import quire.store.Database;
import quire.store.Transaction;
import quire.trail.Trail;

/**
 * Puts versions of programmes on record, each beside those before it: a year keeps the version that it began with. May be
 * shared between threads.
 */
public final class ProgrammePublishing {

    private final Database database;
    private final Forms forms;
    private final Trail trail;

    /** @param forms everything that is published */
    public ProgrammePublishing(Database database, Forms forms) {
        this.database = database;
        this.forms = forms;
        this.trail = new Trail(database);
    }

    /**
     * Publishes what is at hand and new.
     *
     * @param note what is said of it; may be empty
     * @return everything that is published
     * @throws Problem if a file has faults and no version of its programme is published that could go on
     */
    public Programmes publish(Programmes.Read atHand, String note, Actor actor, Instant now) {
        Set<String> known = database.read(PublicationStore::programmes).keySet();
        List<Finding> faults =
                atHand.findings().stream().filter(Finding::isError).toList();
        if (!known.containsAll(faults.stream().map(ProgrammePublishing::idOf).toList())) {
            throw Problem.badInput("The programmes have faults.", faults);
        }
        Set<String> faulty = faults.stream().map(ProgrammePublishing::idOf).collect(Collectors.toSet());
        List<Programme> sound = atHand.programmes().everyVersion().stream()
                .filter(programme -> !faulty.contains(programme.id()))
                .toList();
        if (database.read(tx -> fresh(tx, sound)).isEmpty()) {
            return database.read(tx -> shelf(tx, sound, faults));
        }
        return database.write(tx -> {
            tx.hold("publishing", "programmes");
            keep(tx, fresh(tx, sound), note, new Act(trail, actor, now));
            return shelf(tx, sound, faults);
        });
    }

    /** Everything that is published, and nothing is published with it. */
    public Programmes onRecord(Programmes.Read atHand) {
        return database.read(tx -> {
            Map<String, NavigableMap<Integer, Digest>> published = PublicationStore.programmes(tx);
            List<Programme> known = atHand.programmes().everyVersion().stream()
                    .filter(one -> published.containsKey(one.id())
                            && one.digest().equals(published.get(one.id()).get(one.version())))
                    .toList();
            return shelf(tx, known, List.of());
        });
    }

    private static List<Programme> fresh(Transaction tx, List<Programme> atHand) {
        Map<String, NavigableMap<Integer, Digest>> published = PublicationStore.programmes(tx);
        return atHand.stream()
                .filter(programme -> {
                    NavigableMap<Integer, Digest> known = published.getOrDefault(programme.id(), new TreeMap<>());
                    return known.isEmpty() || programme.version() > known.lastKey();
                })
                .toList();
    }

    private static void keep(Transaction tx, List<Programme> fresh, String note, Act act) {
        for (Programme programme : fresh) {
            PortfolioStore.keepProgramme(tx, programme, act.now());
            PublicationStore.insertProgramme(
                    tx,
                    new Publication(
                            programme.id(),
                            programme.version(),
                            programme.digest(),
                            note,
                            act.now(),
                            act.actor().person()));
        }
        String names = fresh.stream()
                .map(programme -> programme.id() + "@" + programme.version())
                .collect(Collectors.joining(" "));
        if (!fresh.isEmpty()) {
            act.note(
                    tx,
                    act.actor().did("programmes.published", "programmes", "all").with("versions", names));
        }
    }

    /** Those on record; what is at hand and the same need not be read again. */
    private Programmes shelf(Transaction tx, List<Programme> atHand, List<Finding> faults) {
        List<Programme> shelf = new ArrayList<>();
        Map<String, NavigableMap<Integer, Digest>> published = PublicationStore.programmes(tx);
        published.forEach((id, versions) -> versions.forEach((version, digest) -> shelf.add(atHand.stream()
                .filter(one -> one.id().equals(id) && one.version() == version)
                .filter(one -> one.digest().equals(digest))
                .findFirst()
                .orElseGet(() -> Programmes.stored(
                        PublicationStore.canonicalProgramme(tx, digest),
                        "The published programme “" + id + "”, version " + version,
                        forms)))));
        List<Finding> refused = new ArrayList<>(faults);
        atHand.stream()
                .filter(one -> !one.digest()
                        .equals(published
                                .getOrDefault(one.id(), new TreeMap<>())
                                .get(one.version())))
                .forEach(one -> refused.add(number(one, published.getOrDefault(one.id(), new TreeMap<>()))));
        Set<String> retired = new HashSet<>(published.keySet());
        atHand.forEach(one -> retired.remove(one.id()));
        faults.forEach(fault -> retired.remove(idOf(fault)));
        return Programmes.of(shelf, retired, refused);
    }

    private static Finding number(Programme programme, NavigableMap<Integer, Digest> published) {
        return Finding.error(
                "version",
                "Version " + programme.version() + " of “" + programme.title()
                        + "” is published or older than what is, and"
                        + " this file says something else. A published version never changes: give this one the number "
                        + (published.lastKey() + 1) + ".",
                Place.inFile(programme.id() + ".yaml").path("version"));
    }

    private static String idOf(Finding finding) {
        String name =
                String.valueOf(Path.of(String.valueOf(finding.place().file())).getFileName());
        return name.replaceFirst("\\..*$", "");
    }
}
