/** Whether a file is a final paper as it was made: for everybody, signed in or not. */
@NullMarked
package quire.web.verify;

import org.jspecify.annotations.NullMarked;
