package quire.portfolio;

/**
 * Where a document belongs.
 *
 * @param portfolio the portfolio's id
 * @param paper the paper of its programme that the document is
 */
public record Placement(String portfolio, String paper) {}
