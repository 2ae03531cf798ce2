package quire.convert;

/**
 * What a picture says of itself before its dots begin. The picture was taken by {@link Uploads}, so it is whole.
 *
 * @param width of the dots as they lie, before anybody turns them
 * @param height the same
 * @param orientation which way up it is held, from 1, as it lies, to 8 (Exif 2.32, 4.6.4)
 */
record PictureHead(int width, int height, int orientation) {

    private static final int SCAN = 0xDA;
    private static final int FIRST_CHUNK = 8;
    private static final int AROUND = 12;
    private static final int ON_ITS_SIDE = 5;

    static PictureHead of(FileKind kind, byte[] file) {
        return kind == FileKind.PNG ? png(file) : jpeg(file);
    }

    /** How many dots it is across as somebody sees it. */
    int seenWidth() {
        return isOnItsSide() ? height : width;
    }

    int seenHeight() {
        return isOnItsSide() ? width : height;
    }

    boolean isOnItsSide() {
        return orientation >= ON_ITS_SIDE;
    }

    private static PictureHead png(byte[] file) {
        int orientation = 1;
        for (long at = FIRST_CHUNK; at + AROUND <= file.length; at += AROUND + Bytes.four(file, (int) at)) {
            int data = (int) at + 8;
            if (Bytes.at(file, (int) at + 4, "eXIf")) {
                int end = (int) Math.min(file.length, data + Bytes.four(file, (int) at));
                orientation = CameraData.in(file, data, end).orientation();
            }
        }
        return new PictureHead((int) Bytes.four(file, 16), (int) Bytes.four(file, 20), orientation);
    }

    private static PictureHead jpeg(byte[] file) {
        int orientation = 1;
        int at = 2;
        int marker = Bytes.one(file, at + 1);
        while (at + 4 < file.length && marker != SCAN && !isFrame(marker)) {
            int end = Math.min(file.length, at + 2 + Bytes.two(file, at + 2));
            if (marker == 0xE1 && Bytes.at(file, at + 4, "Exif\0")) {
                orientation = CameraData.in(file, at + 10, end).orientation();
            }
            at = end;
            marker = Bytes.one(file, at + 1);
        }
        return new PictureHead(Math.max(0, Bytes.two(file, at + 7)), Math.max(0, Bytes.two(file, at + 5)), orientation);
    }

    /** Of the kinds that are taken. */
    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xC2;
    }
}
