package quire.portfolio;

import java.time.Instant;

/**
 * Something longer that the social worker has written before.
 *
 * @param document the id of the document it stands in
 * @param title what that is called
 * @param field the id of the question
 * @param label what the question asks
 * @param text the answer
 * @param changed when the document last changed
 */
public record Passage(String document, String title, String field, String label, String text, Instant changed) {}
