package quire.convert.word;

import java.util.Set;

/**
 * Which parts of its style a table shows (ISO/IEC 29500-1, 17.4.55 and 17.4.56).
 *
 * @param firstRow whether the first row looks like a head
 * @param lastRow whether the last row looks like a sum
 * @param firstColumn whether the first column looks like headings of the rows
 * @param lastColumn whether the last column looks different
 * @param horizontalBands whether rows have two looks in turn
 * @param verticalBands whether columns have two looks in turn
 */
record TableOptions(
        boolean firstRow,
        boolean lastRow,
        boolean firstColumn,
        boolean lastColumn,
        boolean horizontalBands,
        boolean verticalBands) {

    private static final Set<String> TRUE = Set.of("1", "true", "on");

    private static final TableOptions NONE = new TableOptions(false, false, false, false, false, false);

    static TableOptions of(Xml look) {
        return look.isThere() ? read(look) : NONE;
    }

    private static TableOptions read(Xml look) {
        int bits = bits(look.value());
        return new TableOptions(
                is(look, "firstRow", bits, 0x20),
                is(look, "lastRow", bits, 0x40),
                is(look, "firstColumn", bits, 0x80),
                is(look, "lastColumn", bits, 0x100),
                !is(look, "noHBand", bits, 0x200),
                !is(look, "noVBand", bits, 0x400));
    }

    private static boolean is(Xml look, String name, int bits, int bit) {
        return look.has(name) ? TRUE.contains(look.attribute(name)) : (bits & bit) != 0;
    }

    private static int bits(String hexadecimal) {
        try {
            return Integer.parseInt(hexadecimal, 16);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
