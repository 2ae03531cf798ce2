/** Bundles: a portfolio becomes one sealed PDF for a panel. Recipe → plan → PDF → seal → verify. */
@NullMarked
package quire.bundle;

import org.jspecify.annotations.NullMarked;
