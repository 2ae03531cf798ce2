package quire.bundle;

import java.time.Instant;
import quire.trail.Head;

/**
 * Under which circumstances a bundle is made.
 *
 * @param number which version of it it is, or which supplement, from 1
 * @param earlier what was made before
 * @param code what stands for the portfolio in a coded bundle
 * @param builder the name of whoever asked for it
 * @param made when
 * @param program the version of the program
 * @param head how far the trail had come
 */
record Making(int number, Earlier earlier, String code, String builder, Instant made, String program, Head head) {}
