/** Bundles: what is in them, building them, handing them out, and those who read them. */
@NullMarked
package quire.web.bundle;

import org.jspecify.annotations.NullMarked;
