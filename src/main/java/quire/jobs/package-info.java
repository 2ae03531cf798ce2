/** Work that outlives a request: what is due, on one of the nodes at a time, and again if that one dies. */
@NullMarked
package quire.jobs;

import org.jspecify.annotations.NullMarked;
