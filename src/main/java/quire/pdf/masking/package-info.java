/** Words are taken out of the pages of a PDF: what lay on such a page becomes a picture without them. */
@NullMarked
package quire.pdf.masking;

import org.jspecify.annotations.NullMarked;
