package quire.bundle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import quire.core.Finding;
import quire.core.Place;
import quire.core.Problem;
import quire.people.Actor;
import quire.portfolio.Portfolio;
import quire.programme.Recipe;
import quire.redaction.Redactions;
import quire.store.Database;
import quire.store.Transaction;
import quire.trail.Trail;

/**
 * Bundles of many portfolios at once, such as all of a panel. What would be in each is found out when it is built, so nobody
 * has looked at it: a final one that lacks something is not made. May be shared between threads.
 */
public final class Batches {

    private static final int LISTED = 100;

    private final Database database;
    private final Trail trail;
    private final Redactions redactions;

    Batches(Database database, Redactions redactions) {
        this.database = database;
        this.trail = new Trail(database);
        this.redactions = redactions;
    }

    /**
     * Asks for the bundles of some portfolios. Whoever asks for the same again while it is being made gets that.
     *
     * @param recipe the id of the recipe, which each of their programmes must know
     * @param edition a draft or a final bundle
     * @throws Problem if nothing is chosen, a programme has no such bundle, or more would wait than somebody may have waiting;
     *     nothing is asked for then
     */
    public Batch order(List<Portfolio> portfolios, String recipe, Edition edition, Actor actor, Instant now) {
        if (portfolios.isEmpty()) {
            throw refused("portfolios", "Select at least one portfolio");
        } else if (edition == Edition.SUPPLEMENT) {
            throw refused("edition", "Select drafts or final bundles");
        }
        List<Recipe> recipes =
                portfolios.stream().map(portfolio -> recipe(portfolio, recipe)).toList();
        Batch batch = new Batch(
                UUID.randomUUID().toString(),
                recipe,
                recipes.get(0).title(),
                edition,
                actor.person(),
                actor.deputyOf(),
                now);
        return database.write(tx -> {
            tx.hold("bundle_batch", actor.person());
            return open(tx, batch, portfolios).orElseGet(() -> {
                refuseTooMany(tx, portfolios.size(), actor.person());
                for (int i = 0; i < portfolios.size(); i++) {
                    if (recipes.get(i).coded()) {
                        redactions.giveCode(portfolios.get(i).id(), now);
                    }
                }
                return insert(tx, batch, portfolios, actor, now);
            });
        });
    }

    private static Recipe recipe(Portfolio portfolio, String recipe) {
        return portfolio
                .programme()
                .moderation()
                .recipe(recipe)
                .orElseThrow(() -> refused(
                        "portfolios", "The programme of " + portfolio.code() + " has no such bundle. Leave it out."));
    }

    /** The same of the same person, of which something is still to be made. */
    private static Optional<Batch> open(Transaction tx, Batch wanted, List<Portfolio> portfolios) {
        Set<String> ids = portfolios.stream().map(Portfolio::id).collect(Collectors.toSet());
        return BatchStore.list(tx, LISTED).stream()
                .filter(batch -> batch.by().equals(wanted.by())
                        && batch.recipe().equals(wanted.recipe())
                        && batch.edition() == wanted.edition())
                .filter(batch -> {
                    List<Order> orders = OrderStore.ofBatch(tx, batch.id());
                    return orders.stream()
                                    .map(Order::portfolio)
                                    .collect(Collectors.toSet())
                                    .equals(ids)
                            && orders.stream().noneMatch(order -> order.state().isOver());
                })
                .findFirst();
    }

    private static void refuseTooMany(Transaction tx, int wanted, String person) {
        int room = Math.max(0, Bundles.room(tx, person));
        if (wanted > room) {
            String left = room == 0 ? "none" : room == 1 ? "only 1 more" : "only " + room + " more";
            throw refused(
                    "portfolios",
                    "You have selected " + wanted + " portfolios, and " + left
                            + " can be asked for now. Select fewer, or wait until some of those are ready that are being"
                            + " made");
        }
    }

    private Batch insert(Transaction tx, Batch batch, List<Portfolio> portfolios, Actor actor, Instant now) {
        BatchStore.insert(tx, batch);
        trail.add(
                tx,
                actor.did("bundle.batch_ordered", "bundle_batch", batch.id())
                        .with("recipe", batch.recipe())
                        .with("edition", batch.edition().word())
                        .with("portfolios", portfolios.size()),
                now);
        for (Portfolio portfolio : portfolios) {
            Order.Wish wish = new Order.Wish(portfolio.id(), batch.recipe(), batch.edition(), "");
            Order order = Order.of(wish, null, batch.id(), actor, now);
            OrderStore.insert(tx, order);
            trail.add(
                    tx,
                    actor.did("bundle.ordered", "bundle_order", order.id())
                            .in(portfolio.id())
                            .with("recipe", batch.recipe())
                            .with("edition", batch.edition().word())
                            .with("batch", batch.id()),
                    now);
        }
        tx.tell(Bundles.TOPIC);
        return batch;
    }

    /**
     * The batch of that id.
     *
     * @throws Problem if there is none
     */
    public Batch get(String id) {
        return database.read(tx -> BatchStore.find(tx, id))
                .orElseThrow(() -> Problem.notFound("There is no such batch of bundles."));
    }

    /** The last hundred, the newest first. */
    public List<Batch> list() {
        return database.read(tx -> BatchStore.list(tx, LISTED));
    }

    /** What was asked for in a batch. */
    public List<Order> orders(Batch batch) {
        return database.read(tx -> OrderStore.ofBatch(tx, batch.id()));
    }

    private static Problem refused(String box, String message) {
        return Problem.badInput(Finding.error("batch", message, Place.atPath(box)));
    }
}
