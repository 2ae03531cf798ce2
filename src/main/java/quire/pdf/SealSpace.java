package quire.pdf;

/**
 * Where in a file its seal belongs: the hexadecimal string of the signature's contents (ISO 32000-1, 12.8.1), which is
 * all zeros until somebody seals. The byte range beside it is already true: all of the file but this.
 *
 * @param start the place of its opening bracket, in bytes from the beginning of the file
 * @param end the place after its closing bracket
 */
public record SealSpace(long start, long end) {

    /** The most bytes that a seal can have here. */
    public int capacity() {
        return (int) ((end - start - 2) / 2);
    }
}
