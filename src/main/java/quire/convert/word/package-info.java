/** Word files as papers: each .docx becomes an accessible page, and that a tagged, archival PDF. */
@NullMarked
package quire.convert.word;

import org.jspecify.annotations.NullMarked;
