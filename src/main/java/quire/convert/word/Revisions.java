package quire.convert.word;

/** How much of a document was changed while Word kept track, and nobody has accepted or rejected it yet. */
final class Revisions {

    private int insertions;
    private int deletions;

    void insertion() {
        insertions++;
    }

    void deletion() {
        deletions++;
    }

    int insertions() {
        return insertions;
    }

    int deletions() {
        return deletions;
    }
}
