package quire.bundle;

import java.util.List;
import java.util.Optional;
import quire.core.Digest;
import quire.store.Row;
import quire.store.Transaction;

/** The SQL of bundles. */
final class BundleStore {

    private static final String COLUMNS =
            "select id, portfolio, recipe, edition, number, title, input, digest, size, pages, manifest, made_at, by_person"
                    + " from bundle";

    private BundleStore() {}

    static void insert(Transaction tx, Bundle bundle) {
        tx.sql(
                        "insert into bundle (id, portfolio, recipe, edition, number, title, input, digest, size, pages, manifest,"
                                + " made_at, by_person) values (:id, :portfolio, :recipe, :edition, :number, :title, :input,"
                                + " :digest, :size, :pages, :manifest, :made, :by)")
                .with("id", bundle.id())
                .with("portfolio", bundle.portfolio())
                .with("recipe", bundle.recipe())
                .with("edition", bundle.edition().word())
                .with("number", bundle.number())
                .with("title", bundle.title())
                .with("input", bundle.input())
                .with("digest", bundle.digest())
                .with("size", bundle.size())
                .with("pages", bundle.pages())
                .with("manifest", bundle.manifest())
                .with("made", bundle.made())
                .with("by", bundle.by())
                .run();
    }

    static Optional<Bundle> find(Transaction tx, String id) {
        return tx.sql(COLUMNS + " where id = :id").with("id", id).find(BundleStore::bundle);
    }

    /** The bundle that was made of the same. */
    static Optional<Bundle> same(Transaction tx, String portfolio, String recipe, Edition edition, Digest input) {
        return tx.sql(COLUMNS + " where portfolio = :portfolio and recipe = :recipe and edition = :edition"
                        + " and input = :input")
                .with("portfolio", portfolio)
                .with("recipe", recipe)
                .with("edition", edition.word())
                .with("input", input)
                .find(BundleStore::bundle);
    }

    /** All of a portfolio, the newest first. */
    static List<Bundle> ofPortfolio(Transaction tx, String portfolio) {
        return tx.sql(COLUMNS + " where portfolio = :portfolio order by made_at desc, number desc, id")
                .with("portfolio", portfolio)
                .list(BundleStore::bundle);
    }

    /** The newest of one kind; empty before the first. */
    static Optional<Bundle> newest(Transaction tx, String portfolio, String recipe, Edition edition) {
        return ofPortfolio(tx, portfolio).stream()
                .filter(bundle -> bundle.recipe().equals(recipe) && bundle.edition() == edition)
                .max(java.util.Comparator.comparingInt(Bundle::number));
    }

    /** Those whose file has this digest. */
    static List<Bundle> ofFile(Transaction tx, Digest file) {
        return tx.sql(COLUMNS + " where digest = :digest order by made_at, id")
                .with("digest", file)
                .list(BundleStore::bundle);
    }

    private static Bundle bundle(Row row) {
        return new Bundle(
                row.text("id"),
                row.text("portfolio"),
                row.text("recipe"),
                Edition.find(row.text("edition")).orElseThrow(),
                row.count("number"),
                row.text("title"),
                row.digest("input"),
                row.digest("digest"),
                row.number("size"),
                row.count("pages"),
                row.text("manifest"),
                row.instant("made_at"),
                row.text("by_person"));
    }
}
