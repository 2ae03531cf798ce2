/** The files of a portfolio: taking them in, saying what they are, handing them out. */
@NullMarked
package quire.web.evidence;

import org.jspecify.annotations.NullMarked;
