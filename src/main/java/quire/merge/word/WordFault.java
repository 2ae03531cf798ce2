package quire.merge.word;

import quire.core.Finding;

/**
 * A finding in a Word template with its exact spot, so that a comment can be put there.
 *
 * @param finding what is wrong
 * @param part the part it is in, for example {@code word/document.xml}
 * @param paragraph which paragraph of that part, counted from 0 over all depths; -1 where it is in none
 */
record WordFault(Finding finding, String part, int paragraph) {}
