package quire.convert;

/** How much reading one file may cost, counted in bytes: what is written to keep us busy is given up. */
final class Work {

    /** A file is read a few times over at most; object streams come out larger than they are packed. */
    private static final int TIMES = 12;

    private static final long AT_LEAST = 32_000_000;

    private long left;

    Work(byte[] file) {
        this.left = AT_LEAST + (long) TIMES * file.length;
    }

    void spend(long bytes) {
        left -= bytes;
        if (left < 0) {
            throw Refusal.BOMB.problem("Reading it would take far too long. " + Advice.PRINT);
        }
    }

    /** How many more bytes may be read. */
    long left() {
        return left;
    }
}
