/** Word templates: begins one from an outline, compiles a .docx once, merges it many times, and tells what is wrong with it. */
@NullMarked
package quire.merge.word;

import org.jspecify.annotations.NullMarked;
