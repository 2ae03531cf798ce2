package quire.merge;

/** What becomes of a key that the data lacks, and of a required answer that is not given. */
public enum Missing {
    /** The merge is refused, and every such place is listed. */
    ERROR,
    /** A visible mark stands in its place: for drafts. */
    MARK,
    /** Nothing stands in its place. */
    BLANK
}
