/** Where Quire keeps what it must not lose: one database and a folder of files, behind words of our own. */
@NullMarked
package quire.store;

import org.jspecify.annotations.NullMarked;
