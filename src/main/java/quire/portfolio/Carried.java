package quire.portfolio;

/**
 * An entry that an earlier paper has handed on.
 *
 * @param field the repeat that it stands in
 * @param entry its id there
 * @param from the id of the document that it comes from
 * @param title what that is called
 * @param fromEntry its id in that document
 */
public record Carried(String field, String entry, String from, String title, String fromEntry) {}
