package quire.scan;

/** What a scanner said of a file. */
public sealed interface Scan {

    /** Nothing was found. */
    record Clean() implements Scan {}

    /**
     * Something was found.
     *
     * @param name what the scanner calls it
     */
    record Found(String name) implements Scan {}

    /**
     * Nobody knows, because the scanner did not look.
     *
     * @param why for whoever looks after the scanner, without a full stop
     */
    record NotScanned(String why) implements Scan {}
}
