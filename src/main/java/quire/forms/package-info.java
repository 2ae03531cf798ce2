/** Form definitions: reading and checking them, checking answers, and turning answers into merge values. */
@NullMarked
package quire.forms;

import org.jspecify.annotations.NullMarked;
