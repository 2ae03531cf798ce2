/** What every page stands on: who asks, what they may, what was typed, and how a page or a refusal is sent. */
@NullMarked
package quire.web.frame;

import org.jspecify.annotations.NullMarked;
