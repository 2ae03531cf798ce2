/** Looking after people: who there is, what they are, whom a letter lets in, and the tokens of programs. */
@NullMarked
package quire.web.people;

import org.jspecify.annotations.NullMarked;
