/** The roof: wires the rooms together, reads the settings, and turns a command line into work. */
@NullMarked
package quire.app;

import org.jspecify.annotations.NullMarked;
