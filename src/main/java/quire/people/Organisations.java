package quire.people;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import quire.core.Problem;
import quire.store.Database;
import quire.store.Transaction;
import quire.trail.Trail;

/** The employers that use this installation: hosts of a programme, and members that take part in it. May be shared. */
public final class Organisations {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_ADDRESS = 500;

    private final Database database;
    private final Trail trail;

    public Organisations(Database database) {
        this.database = database;
        this.trail = new Trail(database);
    }

    /**
     * Takes in an organisation.
     *
     * @throws Problem if something about it is missing or wrong
     */
    public Organisation add(Organisation.Details details, Actor actor, Instant now) {
        return database.write(tx -> {
            holdAll(tx);
            Organisation organisation = new Organisation(UUID.randomUUID().toString(), checked(tx, null, details));
            OrganisationStore.insert(tx, organisation, folded(organisation.name()), now);
            trail.add(tx, actor.did("organisation.added", "organisation", organisation.id()), now);
            return organisation;
        });
    }

    /**
     * Changes what an organisation is known by.
     *
     * @throws Problem if something about it is missing or wrong
     */
    public Organisation change(String id, Organisation.Details details, Actor actor, Instant now) {
        return database.write(tx -> {
            holdAll(tx);
            Organisation before = get(id);
            Organisation after = new Organisation(id, checked(tx, id, details));
            if (!after.equals(before)) {
                OrganisationStore.update(tx, after, folded(after.name()), now);
                trail.add(tx, actor.did("organisation.changed", "organisation", id), now);
            }
            return after;
        });
    }

    /**
     * The organisation of that id.
     *
     * @throws Problem if there is none
     */
    public Organisation get(String id) {
        return find(id).orElseThrow(() -> Problem.notFound("There is no such organisation."));
    }

    public Optional<Organisation> find(String id) {
        return database.read(tx -> OrganisationStore.find(tx, id));
    }

    /** The organisation of that name, in whatever case it is typed. */
    public Optional<Organisation> findByName(String name) {
        return database.read(tx -> OrganisationStore.findByName(tx, folded(name)));
    }

    /** All of them, by name. */
    public List<Organisation> list() {
        return database.read(OrganisationStore::list);
    }

    /** Those that take part in the programme of a host, by name. */
    public List<Organisation> members(String host) {
        return database.read(tx -> OrganisationStore.members(tx, host));
    }

    /** Who hosts whom is a question to all of them at once. They are few, and seldom changed. */
    private static void holdAll(Transaction tx) {
        tx.hold("organisations", "all");
    }

    /** What two spellings of a name have in common. */
    static String folded(String name) {
        return Typed.normal(name).toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    }

    private static Organisation.Details checked(Transaction tx, @Nullable String id, Organisation.Details details) {
        Typed typed = new Typed();
        String name = typed.required("name", "name of the organisation", details.name(), LONGEST_NAME);
        String address = typed.lines("address", "address", details.address(), LONGEST_ADDRESS);
        OrganisationStore.findByName(tx, folded(name))
                .filter(other -> !other.id().equals(id))
                .ifPresent(other -> typed.wrong(
                        "name", "name-taken", "There is already an organisation called " + other.name() + "."));
        String host = details.host();
        if (host != null) {
            checkHost(tx, typed, id, host);
        }
        typed.refuse("The organisation cannot be saved.");
        String accent =
                details.accent() == null || details.accent().isBlank() ? null : Colour.checked(details.accent());
        return new Organisation.Details(name, address, accent, details.logo(), host);
    }

    /** One level deep, so that it is always plain whose people look after whom. */
    private static void checkHost(Transaction tx, Typed typed, @Nullable String id, String host) {
        Optional<Organisation> found = OrganisationStore.find(tx, host);
        if (found.isEmpty() || host.equals(id)) {
            typed.wrong("host", "host", "Choose another organisation as the host.");
        } else if (found.get().details().host() != null) {
            typed.wrong(
                    "host", "host-is-member", found.get().name() + " is itself a member, so it cannot host others.");
        } else if (id != null && !OrganisationStore.members(tx, id).isEmpty()) {
            typed.wrong("host", "host-of-others", "This organisation hosts others, so it cannot be a member.");
        }
    }
}
