/** HTML to tagged, archival PDF, without opening anything outside the request. */
@NullMarked
package quire.pdf;

import org.jspecify.annotations.NullMarked;
