/** One paper: writing it section by section, what stands beside it, checking it and taking it away. */
@NullMarked
package quire.web.paper;

import org.jspecify.annotations.NullMarked;
