/** Programs that measure; run by hand, never part of a test. The README has the command. */
@org.jspecify.annotations.NullMarked
package quire.bench;
