/** Finished papers in one file, and a portfolio to take away. */
@NullMarked
package quire.web.takeaway;

import org.jspecify.annotations.NullMarked;
