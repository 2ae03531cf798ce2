package quire.programme;

/**
 * What a file can be that somebody adds.
 *
 * @param id unique in the programme
 * @param text what people read
 */
public record EvidenceKind(String id, String text) {}
