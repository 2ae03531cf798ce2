/** What the program writes to people: an outbox in the record, and the mail that goes out of it. */
@NullMarked
package quire.post;

import org.jspecify.annotations.NullMarked;
