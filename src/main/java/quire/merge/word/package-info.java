/** Word templates: merging into them, laying out a starter template, and marking their faults. */
@NullMarked
package quire.merge.word;

import org.jspecify.annotations.NullMarked;
