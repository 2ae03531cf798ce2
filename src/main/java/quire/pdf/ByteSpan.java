package quire.pdf;

import quire.core.Digest;

/**
 * A stretch of a file.
 *
 * @param start its first byte, counted from 0
 * @param end the byte after its last
 * @param digest of what lies between
 */
public record ByteSpan(long start, long end, Digest digest) {}
