package quire.bundle;

import quire.core.Digest;

/**
 * What a plan must know of a file that will be bound.
 *
 * @param digest of the file
 * @param pages how many it has
 */
record Measured(Digest digest, int pages) {}
