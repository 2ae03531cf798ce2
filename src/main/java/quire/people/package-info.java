/** Organisations, persons, what they are to each other's work, how they sign in, and every “may this person …?”. */
@NullMarked
package quire.people;

import org.jspecify.annotations.NullMarked;
