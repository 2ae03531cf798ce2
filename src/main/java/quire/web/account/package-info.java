/** Coming in and one's own account: signing in, passwords, the second step, the look of pages. */
@NullMarked
package quire.web.account;

import org.jspecify.annotations.NullMarked;
