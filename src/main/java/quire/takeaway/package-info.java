/** Portfolios on their way out and in: papers in a zip file, a year to take away, and the record from one installation to another. */
@NullMarked
package quire.takeaway;

import org.jspecify.annotations.NullMarked;
