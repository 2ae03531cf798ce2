/** Programmes: the stages, papers, dates, gates, minimums and bundles of a route through the year, as data. */
@NullMarked
package quire.programme;

import org.jspecify.annotations.NullMarked;
