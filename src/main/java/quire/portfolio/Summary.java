package quire.portfolio;

import java.time.Instant;

/**
 * A document as a list shows it.
 *
 * @param id the document
 * @param title what the paper is called
 * @param form the form's id
 * @param created when it was started
 * @param changed when an answer last changed
 * @param completed how many of its sections are completed
 * @param sections how many it has
 */
public record Summary(
        String id, String title, String form, Instant created, Instant changed, int completed, int sections) {}
