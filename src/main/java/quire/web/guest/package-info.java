/** People without accounts: who is asked for a part in a paper, what their link opens, and two people on one device. */
@NullMarked
package quire.web.guest;

import org.jspecify.annotations.NullMarked;
