/** What must not be known from a coded bundle: names that the record knows, hints in what people wrote, and what a person decided. */
@NullMarked
package quire.redaction;

import org.jspecify.annotations.NullMarked;
