/** Hints that a text may identify somebody. */
@NullMarked
package quire.hints;

import org.jspecify.annotations.NullMarked;
