/** Pages that were made for paper, as they can be read in a browser: the same words, without their looks. */
@NullMarked
package quire.reading;

import org.jspecify.annotations.NullMarked;
