/** What an uploaded file is, what is wrong with it, and what of it may be kept. */
@NullMarked
package quire.convert;

import org.jspecify.annotations.NullMarked;
