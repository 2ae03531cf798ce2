package quire.bundle;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quire.seal.SealCertificate;
import quire.seal.SealCheck;
import quire.seal.SealVerdict;

/**
 * Tells from a file and the public certificates alone whether it is a bundle as it was sealed, and if not, which of its items
 * was changed. It needs no record, so anybody can do it anywhere. May be shared between threads.
 */
public final class OfflineCheck {

    private final SealCheck seals;
    private final boolean knowsAny;

    /** @param ours the certificates whose seals count; none if nobody knows them */
    public OfflineCheck(Collection<SealCertificate> ours) {
        this.seals = new SealCheck(ours);
        this.knowsAny = !ours.isEmpty();
    }

    /**
     * Looks at a file.
     *
     * @param file whatever it is
     */
    public OfflineVerdict of(byte[] file) {
        SealVerdict seal = seals.of(file);
        int length = seal.covered() > 0 ? (int) seal.covered() : file.length;
        Optional<Map<String, @Nullable Object>> manifest = AttachedManifest.in(file, length);
        return new OfflineVerdict(
                seal,
                knowsAny,
                manifest.map(Manifest::facts).orElse(null),
                manifest.map(one -> Manifest.changed(one, file)).orElse(List.of()));
    }
}
