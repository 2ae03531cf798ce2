/** Keys, sealing a PDF file with them, and finding out whether a sealed file is as it was. */
@NullMarked
package quire.seal;

import org.jspecify.annotations.NullMarked;
