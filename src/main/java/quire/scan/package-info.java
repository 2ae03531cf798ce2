/** Asks the operator's virus scanner about what people hand in. */
@NullMarked
package quire.scan;

import org.jspecify.annotations.NullMarked;
