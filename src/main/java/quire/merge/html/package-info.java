/** Mustache in HTML: for PDF and for web pages. */
@NullMarked
package quire.merge.html;

import org.jspecify.annotations.NullMarked;
