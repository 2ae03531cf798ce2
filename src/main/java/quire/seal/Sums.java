package quire.seal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.Optional;

/** The digests that seals and time-stamps may be made of: the SHA-2 family (ETSI TS 119 312). */
final class Sums {

    private static final String SHA_256 = "2.16.840.1.101.3.4.2.1";
    private static final Map<String, String> BY_IDENTIFIER =
            Map.of(SHA_256, "SHA-256", "2.16.840.1.101.3.4.2.2", "SHA-384", "2.16.840.1.101.3.4.2.3", "SHA-512");

    private Sums() {}

    /** @param identifier the number by which CMS knows it; empty for what is too weak or not known */
    static Optional<MessageDigest> of(String identifier) {
        return Optional.ofNullable(BY_IDENTIFIER.get(identifier)).map(Sums::named);
    }

    static MessageDigest sha256() {
        return named("SHA-256");
    }

    private static MessageDigest named(String name) {
        try {
            return MessageDigest.getInstance(name);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform must know " + name, e);
        }
    }
}
