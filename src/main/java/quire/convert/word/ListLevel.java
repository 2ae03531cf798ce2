package quire.convert.word;

/**
 * How the items of one level of a list are counted.
 *
 * @param start the first number
 * @param format how numbers are written
 * @param text what stands before an item, numbers of this and higher levels as {@code %1}
 * @param suffix what separates it from the item: {@code tab}, {@code space} or {@code nothing}
 * @param restart the level, from 1, whose next item restarts this one; 0 for none; less for the usual
 * @param isLegal whether the numbers of higher levels are written in digits, whatever they are otherwise
 * @param style the style of paragraphs that belongs to the level
 * @param paragraph what its items look like
 * @param run what the numbers look like
 */
record ListLevel(
        int start,
        String format,
        String text,
        String suffix,
        int restart,
        boolean isLegal,
        String style,
        Properties paragraph,
        Properties run) {

    /** No list starts here. */
    private static final int NOWHERE = Integer.MIN_VALUE;

    static final ListLevel NONE =
            new ListLevel(NOWHERE, "none", "", "nothing", -1, false, "", Properties.NONE, Properties.NONE);

    static ListLevel of(Xml level) {
        if (!level.isThere()) {
            return NONE;
        }
        String format = level.child("w:numFmt").value();
        String suffix = level.child("w:suff").value();
        Properties run = Properties.of(level.child("w:rPr"));
        boolean picture = level.child("w:lvlPicBulletId").isThere();
        return new ListLevel(
                Lengths.whole(level.child("w:start").value(), 1),
                format.isEmpty() ? "decimal" : format,
                picture ? Symbols.BULLET : text(level.child("w:lvlText").value(), run),
                suffix.isEmpty() ? "tab" : suffix,
                Lengths.whole(level.child("w:lvlRestart").value(), -1),
                level.child("w:isLgl").isOn(),
                level.child("w:pStyle").value(),
                Properties.of(level.child("w:pPr")),
                run);
    }

    private static String text(String written, Properties run) {
        return Symbols.readable(written, run.value("rFonts", "ascii"));
    }

    boolean isThere() {
        return start != NOWHERE;
    }

    boolean isBullet() {
        return format.equals("bullet");
    }

    /** Whether an item of a level above makes this one begin again. */
    boolean restartsAfter(int above) {
        return restart != 0 && (restart < 0 || above < restart);
    }
}
