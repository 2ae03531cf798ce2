package quire.convert.word;

/**
 * What a part points to.
 *
 * @param kind the last word of its type, for example {@code image} or {@code hyperlink}
 * @param target the name of another part, or an address outside the file
 * @param external whether it is an address outside
 */
record Relation(String kind, String target, boolean external) {

    static final Relation NONE = new Relation("", "", false);
}
