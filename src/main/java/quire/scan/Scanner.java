package quire.scan;

/** Looks for viruses in what people hand in. May be shared between threads. */
public interface Scanner {

    /** Where no scanner is set up: nothing is found, and nothing waits. */
    Scanner NONE = new Scanner() {
        @Override
        public Scan scan(byte[] content) {
            return new Scan.Clean();
        }

        @Override
        public String place() {
            return "";
        }

        @Override
        public boolean answers() {
            return true;
        }
    };

    /**
     * Looks through a file. It may take minutes where a scanner has much to do, and ends by itself.
     *
     * @param content not changed and not kept
     */
    Scan scan(byte[] content);

    /** Where the scanner is asked, as an operator set it; empty where there is none. */
    String place();

    /** Whether a scan would be answered now. It takes seconds at most. */
    boolean answers();
}
