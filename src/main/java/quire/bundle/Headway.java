package quire.bundle;

/** Told how far somebody is who reads the papers and files of a portfolio. */
@FunctionalInterface
interface Headway {

    /** For whom nobody waits. */
    Headway UNTOLD = (title, done, total) -> {};

    /**
     * Told of each paper and file before it is read.
     *
     * @param title what it is called
     * @param done how many were read before it
     * @param total how many there are; some of them may not be read
     */
    void reads(String title, int done, int total);
}
