package quire.seal;

import java.net.URI;
import java.time.Duration;

/**
 * Somebody who vouches for the time of a seal (a time-stamping authority, RFC 3161). It gets the digest of a signature and
 * nothing of the file.
 *
 * @param address where it is asked, by HTTP or HTTPS
 * @param patience how long a seal waits for its answer
 * @param required whether nothing is sealed without it; otherwise a seal goes without its stamp while it is away
 */
public record TimeAuthority(URI address, Duration patience, boolean required) {}
