package quire.portfolio;

import java.time.Instant;

/**
 * Something that was done, in words.
 *
 * @param seq its number in the trail
 * @param at when
 * @param by the id of whoever did it, or the word for a part of the program
 * @param action as the trail calls it
 * @param sentence who did what to what, and when; plain text, to be escaped by whoever shows it
 */
public record AccessLine(long seq, Instant at, String by, String action, String sentence) {}
