/** Forms by themselves: the catalogue, trying a form, and the interface for programs. */
@NullMarked
package quire.web.forms;

import org.jspecify.annotations.NullMarked;
