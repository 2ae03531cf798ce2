package quire.bundle;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quire.core.Digest;
import quire.store.Database;

/**
 * Tells whether a file is a bundle as it left this house, and if not, which of its items was changed. The digest of the file
 * decides; what the file says of itself is asked only to find the bundle that it may have been. May be shared between threads.
 */
public final class BundleCheck {

    private final Database database;

    public BundleCheck(Database database) {
        this.database = database;
    }

    /**
     * Looks at a file.
     *
     * @param file whatever it is
     */
    public BundleVerdict of(byte[] file) {
        Digest digest = Digest.of(file);
        List<Bundle> same = database.read(tx -> BundleStore.ofFile(tx, digest));
        if (!same.isEmpty()) {
            return issued(same.get(same.size() - 1), digest);
        }
        Optional<Bundle> claimed = BundleMark.in(file).flatMap(id -> database.read(tx -> BundleStore.find(tx, id)));
        return claimed.map(bundle -> changed(bundle, file, digest)).orElseGet(() -> BundleVerdict.unknown(digest));
    }

    private BundleVerdict issued(Bundle bundle, Digest file) {
        Earlier newest =
                database.read(tx -> BundleStore.earlier(tx, bundle.portfolio(), bundle.recipe(), bundle.edition()));
        boolean holds =
                newest.find().filter(last -> last.id().equals(version(bundle))).isPresent();
        BundleVerdict.Kind kind = holds ? BundleVerdict.Kind.UNCHANGED : BundleVerdict.Kind.SUPERSEDED;
        int supplements = holds && bundle.base() == null ? newest.supplements().size() : 0;
        return verdict(kind, bundle, supplements, file, List.of());
    }

    /** A supplement holds as long as what it continues. */
    private static String version(Bundle bundle) {
        Bundle.Final base = bundle.base();
        return base == null ? bundle.id() : base.id();
    }

    private static BundleVerdict changed(Bundle bundle, byte[] file, Digest digest) {
        Map<String, @Nullable Object> manifest = Assembly.read(bundle.manifest());
        return verdict(BundleVerdict.Kind.CHANGED, bundle, 0, digest, Manifest.changedSomewhere(manifest, file));
    }

    private static BundleVerdict verdict(
            BundleVerdict.Kind kind, Bundle bundle, int supplements, Digest file, List<String> changed) {
        Bundle.Final base = bundle.base();
        int version = base == null ? bundle.number() : base.version();
        int supplement = base == null ? 0 : bundle.number();
        return new BundleVerdict(kind, file, bundle.title(), version, supplement, supplements, bundle.made(), changed);
    }
}
