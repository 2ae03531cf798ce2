/** Papers: which template belongs to which form, and the Word and PDF files made from answers with it. */
@NullMarked
package quire.documents;

import org.jspecify.annotations.NullMarked;
