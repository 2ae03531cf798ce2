package quire.store;

import quire.core.Digest;

/**
 * A file that is kept.
 *
 * @param digest the name it is known by
 * @param size in bytes
 */
public record Blob(Digest digest, long size) {}
