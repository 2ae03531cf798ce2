/** Who did what: an append-only record whose entries are chained by their hashes, so that a change of it shows. */
@NullMarked
package quire.trail;

import org.jspecify.annotations.NullMarked;
