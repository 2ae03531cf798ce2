package quire.convert;

/**
 * What a camera writes into a picture (Exif, a small TIFF file): we read only which way up the picture is held and whether
 * it says where it was taken. Anything odd in it counts as not said.
 */
final class CameraData {

    private static final int ORIENTATION = 0x0112;
    private static final int PLACE = 0x8825;
    private static final int MOST_ENTRIES = 1_000;
    private static final int ENTRY = 12;

    private final byte[] file;
    private final int start;
    private final int end;
    private final boolean little;

    private CameraData(byte[] file, int start, int end) {
        this.file = file;
        this.start = start;
        this.end = end;
        this.little = Bytes.at(file, start, "II");
    }

    /** The data that stands there, beginning with its byte order. */
    static CameraData in(byte[] file, int start, int end) {
        return new CameraData(file, start, end);
    }

    /** Which way up the picture is held, from 1, as it lies, to 8. */
    int orientation() {
        int entry = entry(ORIENTATION);
        int value = entry < 0 ? 1 : two(entry + 8);
        return value >= 1 && value <= 8 ? value : 1;
    }

    boolean saysWhere() {
        return entry(PLACE) >= 0;
    }

    /** Camera data that says nothing but which way up the picture is held. */
    static byte[] saying(int orientation) {
        return new byte[] {
            'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte) orientation, 0, 0, 0, 0, 0, 0
        };
    }

    /** Where the entry of that tag stands in the first directory; -1 if there is none. */
    private int entry(int tag) {
        long directory = start + four(start + 4);
        if (two(start + 2) != 42 || directory < start + 8 || directory >= end) {
            return -1;
        }
        int count = Math.min(two((int) directory), MOST_ENTRIES);
        for (int i = 0; i < count; i++) {
            int at = (int) directory + 2 + i * ENTRY;
            if (at + ENTRY <= end && two(at) == tag) {
                return at;
            }
        }
        return -1;
    }

    private int two(int at) {
        return little ? Bytes.littleTwo(file, at) : Bytes.two(file, at);
    }

    private long four(int at) {
        return little ? Bytes.littleFour(file, at) : Bytes.four(file, at);
    }
}
