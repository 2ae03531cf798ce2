package quire.convert;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.zip.CRC32;
import quire.core.Problem;

/**
 * A PNG picture, walked chunk by chunk (ISO/IEC 15948). What draws the picture is kept byte for byte, with its colours, the
 * size of its dots and which way up it is held; texts, times, chunks that we do not know and what stands behind the end are
 * left out. Of a moving picture the still one stays that every program shows.
 */
final class PngFile {

    /** What draws the picture, and what colours and sizes it. */
    private static final Set<String> KEPT = Set.of(
            "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "sBIT", "sRGB", "cICP", "mDCV", "cLLI", "bKGD",
            "hIST", "pHYs");

    private static final Set<String> MOVING = Set.of("acTL", "fcTL", "fdAT");
    private static final int FIRST_CHUNK = 8;
    /** Length, type and checksum. */
    private static final int AROUND = 12;
    /** Larger than any profile of a camera, scanner or screen, and no room for a flood. */
    private static final int LONGEST_PROFILE = 1_000_000;

    private final byte[] file;
    private final Content.Draft draft;
    private final Set<Removal> removed = EnumSet.noneOf(Removal.class);
    private boolean hasPixels;
    private boolean hasPalette;
    private boolean hasOrientation;
    private int colourType;

    private PngFile(byte[] file) {
        this.file = file;
        this.draft = new Content.Draft(file);
    }

    /**
     * @param file that begins as a PNG file does
     * @throws Problem if it is cut short, is damaged, or has too many pixels
     */
    static Cleaned clean(byte[] file) {
        return new PngFile(file).walk();
    }

    private Cleaned walk() {
        draft.keep(0, FIRST_CHUNK);
        int at = FIRST_CHUNK;
        header();
        while (true) {
            int end = end(at);
            String type = Bytes.text(file, at + 4, 4);
            take(type, at, end);
            if (type.equals("IEND")) {
                return done(end);
            }
            at = end;
        }
    }

    private Cleaned done(int end) {
        if (!hasPixels || (colourType == 3 && !hasPalette)) {
            throw Refusal.DAMAGED.problem("There is no picture in it. " + Advice.SAVE_AGAIN);
        }
        if (end < file.length) {
            removed.add(Removal.TAIL);
        }
        return removed.isEmpty() ? Cleaned.asItCame(file) : new Cleaned(draft.done(), removed);
    }

    private void header() {
        if (!Bytes.at(file, FIRST_CHUNK, "\0\0\0\rIHDR")) {
            throw Refusal.DAMAGED.problem(Advice.SAVE_AGAIN);
        }
        Pixels.check(Bytes.four(file, 16), Bytes.four(file, 20));
        colourType = Bytes.one(file, 25);
        boolean known = isDepth(Bytes.one(file, 24), colourType)
                && Bytes.two(file, 26) == 0
                && Bytes.one(file, 28) >= 0
                && Bytes.one(file, 28) <= 1;
        if (!known) {
            throw Refusal.DAMAGED.problem(Advice.SAVE_AGAIN);
        }
    }

    private static boolean isDepth(int depth, int colourType) {
        return switch (colourType) {
            case 0 -> Set.of(1, 2, 4, 8, 16).contains(depth);
            case 3 -> Set.of(1, 2, 4, 8).contains(depth);
            case 2, 4, 6 -> depth == 8 || depth == 16;
            default -> false;
        };
    }

    /** Where the chunk ends, once its checksum is found to be right. */
    private int end(int at) {
        long length = Bytes.four(file, at);
        if (length < 0 || at + AROUND + length > file.length) {
            throw Refusal.DAMAGED.problem(Advice.INCOMPLETE);
        }
        int end = at + AROUND + (int) length;
        if (checksum(file, at + 4, end - 4) != Bytes.four(file, end - 4)) {
            throw Refusal.DAMAGED.problem("A part of it has changed since it was saved. " + Advice.SAVE_AGAIN);
        }
        return end;
    }

    private void take(String type, int at, int end) {
        if (type.equals("IHDR") && at > FIRST_CHUNK) {
            throw Refusal.DAMAGED.problem("A second picture begins inside it. " + Advice.SAVE_AGAIN);
        }
        hasPixels |= type.equals("IDAT");
        hasPalette |= type.equals("PLTE");
        if (KEPT.contains(type) || (type.equals("iCCP") && end - at < LONGEST_PROFILE)) {
            draft.keep(at, end);
        } else if (type.equals("eXIf")) {
            exif(at, end);
        } else if (MOVING.contains(type)) {
            removed.add(Removal.MOVEMENT);
        } else if ((type.charAt(0) & 0x20) == 0) {
            throw Refusal.DAMAGED.problem("It needs a program of its own to be shown. " + Advice.SAVE_AGAIN);
        } else {
            removed.add(Removal.NOTES);
            if (Bytes.find(file, "GPSL", at, end) >= 0) {
                removed.add(Removal.PLACE);
            }
        }
    }

    private void exif(int at, int end) {
        CameraData data = CameraData.in(file, at + 8, end - 4);
        byte[] chunk = data.orientation() > 1 && !hasOrientation ? orientationChunk(data.orientation()) : new byte[0];
        hasOrientation |= chunk.length > 0;
        if (chunk.length == end - at && Arrays.equals(file, at, end, chunk, 0, chunk.length)) {
            draft.keep(at, end);
            return;
        }
        draft.add(chunk);
        removed.add(Removal.CAMERA);
        if (data.saysWhere()) {
            removed.add(Removal.PLACE);
        }
    }

    private static byte[] orientationChunk(int orientation) {
        byte[] data = CameraData.saying(orientation);
        ByteBuffer chunk = ByteBuffer.allocate(AROUND + data.length);
        chunk.putInt(data.length).put(new byte[] {'e', 'X', 'I', 'f'}).put(data);
        chunk.putInt((int) checksum(chunk.array(), 4, chunk.position()));
        return chunk.array();
    }

    private static long checksum(byte[] file, int from, int to) {
        CRC32 sum = new CRC32();
        sum.update(file, from, to - from);
        return sum.getValue();
    }
}
