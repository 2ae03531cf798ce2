/** Whether a finished PDF file keeps the rules of those who will read it: rule sets, and the checks that they name. */
@NullMarked
package quire.preflight;

import org.jspecify.annotations.NullMarked;
