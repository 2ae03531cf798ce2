package quire.people;

import org.jspecify.annotations.Nullable;
import quire.core.Digest;

/**
 * An employer.
 *
 * @param id a random id
 * @param details what it is known by
 */
public record Organisation(String id, Details details) {

    /**
     * What an organisation is known by.
     *
     * @param name no two have the same
     * @param address its lines
     * @param accent its colour as {@code #rrggbb}, dark enough for white words; null for the plain one
     * @param logo the digest of the picture among the blobs; null for none
     * @param host the id of the organisation in whose programme it takes part; null for one with its own
     */
    public record Details(
            String name,
            String address,
            @Nullable String accent,
            @Nullable Digest logo,
            @Nullable String host) {

        /** A name and an address, and nothing else yet. */
        public static Details of(String name, String address) {
            return new Details(name, address, null, null, null);
        }

        /** The same as a member of a host. */
        public Details memberOf(@Nullable String newHost) {
            return new Details(name, address, accent, logo, newHost);
        }
    }

    /** Its name. */
    public String name() {
        return details.name();
    }

    /** The organisation whose people look after its programme: its host, or itself. */
    public String home() {
        return details.host() == null ? id : details.host();
    }
}
