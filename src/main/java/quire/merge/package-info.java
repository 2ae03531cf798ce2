/** The template language: what a template may see, how its tags are read, and what can be wrong with them. */
@NullMarked
package quire.merge;

import org.jspecify.annotations.NullMarked;
