package quire.app;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import quire.core.Finding;
import quire.core.Place;
import quire.core.Problem;
import quire.seal.SealKey;
import quire.seal.TimeAuthority;

/**
 * What bundles are sealed with. All of it stands in the environment, because a password does not belong on a command line.
 *
 * @param key the operator's own; null for one that is made and kept in the record
 * @param authority who vouches for the time of each seal; null for nobody
 */
record SealSettings(@Nullable SealKey key, @Nullable TimeAuthority authority) {

    static final SealSettings NONE = new SealSettings(null, null);

    private static final String KEY = "QUIRE_SEAL_KEY";
    private static final String PASSWORD = "QUIRE_SEAL_KEY_PASSWORD";
    private static final String AUTHORITY = "QUIRE_TIMESTAMP_URL";

    /** Authorities answer within a second; a seal waits longer than that, but not for ever. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** So long before its end, an operator is told of it at each start. */
    private static final Duration SOON = Duration.ofDays(60);

    private static final long LARGEST = 1_000_000;
    private static final Pattern ADDRESS =
            Pattern.compile("https?://([A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+])(:[0-9]{1,5})?(/[^\\s#]*)?");

    /**
     * What is wrong is added to the findings.
     *
     * @param now by which the certificate must be valid
     */
    static SealSettings read(Map<String, String> environment, boolean demo, Instant now, List<Finding> findings) {
        Optional<String> path = said(environment, KEY);
        Optional<String> address = said(environment, AUTHORITY);
        if (demo && (path.isPresent() || address.isPresent())) {
            findings.add(
                    wrong("The papers of the demo are made up, so nobody's own key seals them and nobody vouches for"
                            + " their time. Leave " + KEY + " and " + AUTHORITY + " out."));
            return NONE;
        }
        Optional<String> password = Secret.find(environment, PASSWORD, findings);
        if (path.isEmpty()
                && (password.isPresent()
                        || said(environment, PASSWORD + "_FILE").isPresent())) {
            findings.add(wrong("The password of a key for seals is set, but not " + KEY + ". Set it to the PKCS#12 file"
                    + " of the key, or leave the password out."));
        }
        return new SealSettings(
                path.map(file -> key(file, password.orElse(""), now, findings)).orElse(null),
                address.map(words -> authority(words, findings)).orElse(null));
    }

    /** What an operator should know while there is time; empty if there is nothing. */
    Optional<String> warning(Instant now) {
        return Optional.ofNullable(key)
                .map(own -> own.certificate().validUntil())
                .filter(end -> end.isBefore(now.plus(SOON)))
                .map(end -> "the certificate for seals (" + KEY + ") ends in "
                        + Duration.between(now, end).toDays()
                        + " days. After that, no final bundle can be made with it.");
    }

    private static @Nullable SealKey key(String path, String password, Instant now, List<Finding> findings) {
        try {
            Path file = Path.of(path);
            if (Files.size(file) > LARGEST) {
                findings.add(unusable(path, "It is larger than any key."));
                return null;
            }
            return SealKey.read(Files.readAllBytes(file), password, now);
        } catch (Problem refused) {
            findings.add(unusable(path, refused.getMessage()));
        } catch (IOException | IllegalArgumentException e) {
            findings.add(unusable(path, "The file cannot be read."));
        }
        return null;
    }

    private static @Nullable TimeAuthority authority(String words, List<Finding> findings) {
        if (!ADDRESS.matcher(words).matches()) {
            findings.add(wrong(AUTHORITY + " must be the address of a time-stamping authority, such as"
                    + " http://timestamp.example.org/tsr, not “" + words + "”."));
            return null;
        }
        try {
            return new TimeAuthority(URI.create(words), PATIENCE, true);
        } catch (IllegalArgumentException e) {
            findings.add(wrong(AUTHORITY + " is not an address: “" + words + "”."));
            return null;
        }
    }

    private static Finding unusable(String path, String why) {
        return wrong("The key for seals that " + KEY + " names, " + path + ", cannot be used. " + why);
    }

    private static Optional<String> said(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(words -> !words.isEmpty());
    }

    private static Finding wrong(String message) {
        return Finding.error("setting", message, Place.UNKNOWN);
    }
}
