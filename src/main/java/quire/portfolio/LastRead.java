package quire.portfolio;

import java.time.Instant;

/**
 * Somebody has read a section.
 *
 * @param person the id of whoever read it
 * @param revision the document's revision that was shown to them
 * @param at when they last did
 */
public record LastRead(String person, String document, String section, int revision, Instant at) {}
