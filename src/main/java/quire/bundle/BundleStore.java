package quire.bundle;

import java.util.List;
import java.util.Optional;
import quire.core.Digest;
import quire.store.Row;
import quire.store.Transaction;

/** The SQL of bundles. */
final class BundleStore {

    private static final String COLUMNS =
            "select id, portfolio, recipe, edition, case when base is null then number else supplement end as number,"
                    + " title, input, digest, size, pages, manifest, made_at, by_person, base,"
                    + " (select version.number from bundle as version where version.id = bundle.base) as version"
                    + " from bundle";

    private BundleStore() {}

    static void insert(Transaction tx, Bundle bundle) {
        Bundle.Final base = bundle.base();
        tx.sql(
                        "insert into bundle (id, portfolio, recipe, edition, number, title, input, digest, size, pages, manifest,"
                                + " made_at, by_person, base, supplement) values (:id, :portfolio, :recipe, :edition, :number,"
                                + " :title, :input, :digest, :size, :pages, :manifest, :made, :by, :base, :supplement)")
                .with("id", bundle.id())
                .with("portfolio", bundle.portfolio())
                .with("recipe", bundle.recipe())
                .with("edition", bundle.edition().word())
                .with("number", base == null ? bundle.number() : nextNumber(tx, bundle))
                .with("title", bundle.title())
                .with("input", free(tx, bundle))
                .with("digest", bundle.digest())
                .with("size", bundle.size())
                .with("pages", bundle.pages())
                .with("manifest", bundle.manifest())
                .with("made", bundle.made())
                .with("by", bundle.by())
                .with("base", base == null ? null : base.id())
                .with("supplement", base == null ? 0 : bundle.number())
                .run();
    }

    /** Supplements of all versions of a kind are counted in one row, in which their own number is not. */
    private static int nextNumber(Transaction tx, Bundle bundle) {
        return tx.sql(
                                "select coalesce(max(number), 0) as last from bundle where portfolio = :portfolio and recipe = :recipe"
                                        + " and edition = :edition")
                        .with("portfolio", bundle.portfolio())
                        .with("recipe", bundle.recipe())
                        .with("edition", bundle.edition().word())
                        .get(row -> row.count("last"))
                + 1;
    }

    /** What an earlier version was made of may come again after another one: it is told from that, and known by the newest. */
    private static Digest free(Transaction tx, Bundle bundle) {
        Digest input = bundle.input();
        while (isTaken(tx, bundle, input)) {
            input = Digest.of(input.hex() + " again, in version " + bundle.number());
        }
        return input;
    }

    static Optional<Bundle> find(Transaction tx, String id) {
        return tx.sql(COLUMNS + " where id = :id").with("id", id).find(BundleStore::bundle);
    }

    private static boolean isTaken(Transaction tx, Bundle bundle, Digest input) {
        return tx.sql(COLUMNS + " where portfolio = :portfolio and recipe = :recipe and edition = :edition"
                        + " and input = :input")
                .with("portfolio", bundle.portfolio())
                .with("recipe", bundle.recipe())
                .with("edition", bundle.edition().word())
                .with("input", input)
                .find(BundleStore::bundle)
                .isPresent();
    }

    /** The supplements of a final bundle, in their order. */
    static List<Bundle> supplements(Transaction tx, String base) {
        return tx.sql(COLUMNS + " where base = :base order by supplement")
                .with("base", base)
                .list(BundleStore::bundle);
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

    /** What was made before the next one of an edition: a supplement continues the newest final version. */
    static Earlier earlier(Transaction tx, String portfolio, String recipe, Edition edition) {
        Edition known = edition == Edition.SUPPLEMENT ? Edition.FINAL : edition;
        return newest(tx, portfolio, recipe, known)
                .map(bundle -> new Earlier(bundle, supplements(tx, bundle.id())))
                .orElse(Earlier.NOTHING);
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
                row.text("by_person"),
                row.findText("base")
                        .map(base -> new Bundle.Final(base, row.count("version")))
                        .orElse(null));
    }
}
