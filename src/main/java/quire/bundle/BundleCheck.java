package quire.bundle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quire.core.Digest;
import quire.pdf.ByteSpan;
import quire.store.Database;

/**
 * Tells whether a file is a bundle as it left this house, and if not, which of its items was changed. The digest of the file
 * decides; what the file says of itself is asked only to find the bundle that it may have been. May be shared between threads.
 */
public final class BundleCheck {

    private static final String BETWEEN = "The end of the file: its attachments, bookmarks or seal";

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
        boolean newest = database.read(
                        tx -> BundleStore.earlier(tx, bundle.portfolio(), bundle.recipe(), bundle.edition()))
                .find()
                .filter(last -> last.id().equals(version(bundle)))
                .isPresent();
        BundleVerdict.Kind kind = newest ? BundleVerdict.Kind.UNCHANGED : BundleVerdict.Kind.SUPERSEDED;
        return verdict(kind, bundle, file, List.of());
    }

    /** A supplement holds as long as what it continues. */
    private static String version(Bundle bundle) {
        Bundle.Final base = bundle.base();
        return base == null ? bundle.id() : base.id();
    }

    private static BundleVerdict changed(Bundle bundle, byte[] file, Digest digest) {
        Map<String, @Nullable Object> manifest = Assembly.read(bundle.manifest());
        Map<String, String> titles = Manifest.titles(manifest);
        List<String> changed = new ArrayList<>();
        Manifest.spans(manifest).forEach((key, span) -> {
            if (!isIntact(span, file)) {
                changed.add(titles.getOrDefault(key, key));
            }
        });
        if (changed.isEmpty()) {
            changed.add(BETWEEN);
        }
        return verdict(BundleVerdict.Kind.CHANGED, bundle, digest, changed);
    }

    private static boolean isIntact(ByteSpan span, byte[] file) {
        return span.end() <= file.length
                && Digest.of(Arrays.copyOfRange(file, (int) span.start(), (int) span.end()))
                        .equals(span.digest());
    }

    private static BundleVerdict verdict(BundleVerdict.Kind kind, Bundle bundle, Digest file, List<String> changed) {
        Bundle.Final base = bundle.base();
        int version = base == null ? bundle.number() : base.version();
        int supplement = base == null ? 0 : bundle.number();
        return new BundleVerdict(kind, file, bundle.title(), version, supplement, bundle.made(), changed);
    }
}
