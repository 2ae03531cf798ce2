/** The few words that every room speaks: findings and problems for people, digests, finished files, plain JSON data. */
@NullMarked
package quire.core;

import org.jspecify.annotations.NullMarked;
