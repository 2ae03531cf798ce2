package quire.convert;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import quire.core.Problem;

/**
 * A JPEG picture, walked segment by segment (ITU-T T.81, annex B). What draws the picture is kept byte for byte, with its
 * colour profile and which way up it is held; everything else a camera or a program wrote into it is left out.
 */
final class JpegFile {

    private static final int START = 0xD8;
    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;
    private static final int FIRST_APPLICATION = 0xE0;
    private static final int LAST_APPLICATION = 0xEF;

    private final byte[] file;
    private final Content.Draft draft;
    private final Set<Removal> removed = EnumSet.noneOf(Removal.class);
    private boolean hasFrame;
    private boolean hasScan;
    private boolean hasOrientation;

    private JpegFile(byte[] file) {
        this.file = file;
        this.draft = new Content.Draft(file);
    }

    /**
     * @param file that begins as a JPEG file does
     * @throws Problem if it is cut short, has too many pixels, or is of a kind that screens do not show
     */
    static Cleaned clean(byte[] file) {
        return new JpegFile(file).walk();
    }

    private Cleaned walk() {
        draft.keep(0, 2);
        int at = 2;
        while (true) {
            int marker = nextMarker(at);
            int code = Bytes.one(file, marker + 1);
            if (code == END) {
                return done(marker + 2);
            }
            at = isBare(code) ? bare(marker, code) : segment(marker, code);
        }
    }

    private Cleaned done(int end) {
        if (!hasFrame || !hasScan) {
            throw Refusal.DAMAGED.problem("There is no picture in it. " + Advice.SAVE_AGAIN);
        }
        draft.keep(end - 2, end);
        if (end < file.length) {
            removed.add(Removal.TAIL);
        }
        return removed.isEmpty() ? Cleaned.asItCame(file) : new Cleaned(draft.done(), removed);
    }

    /** Where the next marker's last 0xFF stands; bytes before it belong to nothing and are left out. */
    private int nextMarker(int from) {
        int at = from;
        while (Bytes.one(file, at) != 0xFF || Bytes.one(file, at + 1) == 0 || Bytes.one(file, at + 1) == 0xFF) {
            if (at + 1 >= file.length) {
                throw Refusal.DAMAGED.problem(Advice.INCOMPLETE);
            }
            at++;
        }
        if (at > from) {
            removed.add(Removal.NOTES);
        }
        return at;
    }

    private static boolean isBare(int code) {
        return code == 0x01 || (code >= 0xD0 && code <= START);
    }

    private int bare(int marker, int code) {
        if (code == START) {
            throw Refusal.DAMAGED.problem("A second picture begins inside it. " + Advice.SAVE_AGAIN);
        }
        draft.keep(marker, marker + 2);
        return marker + 2;
    }

    private int segment(int marker, int code) {
        int length = Bytes.two(file, marker + 2);
        int end = marker + 2 + length;
        if (length < 2 || end > file.length) {
            throw Refusal.DAMAGED.problem(Advice.INCOMPLETE);
        }
        if (code >= FIRST_APPLICATION && code <= LAST_APPLICATION) {
            application(marker, end);
        } else if (code == SCAN) {
            hasScan = true;
            int endOfScan = endOfScan(end);
            draft.keep(marker, endOfScan);
            return endOfScan;
        } else if (drawsThePicture(code)) {
            frame(marker, code);
            draft.keep(marker, end);
        } else {
            removed.add(Removal.NOTES);
        }
        return end;
    }

    /** Frames and tables; what is neither is a comment, or something that no program knows. */
    private static boolean drawsThePicture(int code) {
        return (code >= 0xC0 && code <= 0xCF) || (code >= 0xDB && code <= 0xDD);
    }

    /** The compressed pixels run up to a marker that is no stuffing, no restart and no filling. */
    private int endOfScan(int from) {
        for (int at = from; at + 1 < file.length; at++) {
            int next = file[at + 1] & 0xFF;
            if (file[at] == (byte) 0xFF && next != 0 && next != 0xFF && (next < 0xD0 || next > 0xD7)) {
                return at;
            }
        }
        throw Refusal.DAMAGED.problem(Advice.INCOMPLETE);
    }

    private void frame(int marker, int code) {
        boolean frame = code >= 0xC0 && code <= 0xCF && code != 0xC4 && code != 0xC8 && code != 0xCC;
        if (!frame) {
            return;
        }
        if (hasFrame || code > 0xC2 || Bytes.one(file, marker + 4) != 8) {
            throw Refusal.DAMAGED.problem("It is a rare kind of JPG that most programs cannot show. "
                    + "Open it in the program that made it and save it as an ordinary JPG or as a PNG.");
        }
        hasFrame = true;
        Pixels.check(Bytes.two(file, marker + 7), Bytes.two(file, marker + 5));
        int colours = Bytes.one(file, marker + 9);
        if (colours == 4) {
            throw Refusal.COLOURS.problem("Open it in a picture program and save it as a JPG in colours for screens "
                    + "(RGB), or as a PNG.");
        } else if (colours != 1 && colours != 3) {
            throw Refusal.DAMAGED.problem(Advice.SAVE_AGAIN);
        }
    }

    private void application(int marker, int end) {
        int code = Bytes.one(file, marker + 1);
        if (code == 0xE0 && Bytes.at(file, marker + 4, "JFIF\0")) {
            jfif(marker, end);
        } else if (code == 0xE1 && Bytes.at(file, marker + 4, "Exif\0")) {
            exif(marker, end);
        } else if (isForTheColours(marker, code)) {
            draft.keep(marker, end);
        } else {
            forgotten(marker, code, end);
        }
    }

    private boolean isForTheColours(int marker, int code) {
        return (code == 0xE2 && Bytes.at(file, marker + 4, "ICC_PROFILE\0"))
                || (code == 0xEE && Bytes.at(file, marker + 4, "Adobe"));
    }

    /** The size of a dot is kept, a preview behind it is not. */
    private void jfif(int marker, int end) {
        if (end - marker == 18) {
            draft.keep(marker, end);
        } else if (end - marker > 18) {
            byte[] plain = Arrays.copyOfRange(file, marker, marker + 18);
            plain[2] = 0;
            plain[3] = 16;
            plain[16] = 0;
            plain[17] = 0;
            draft.add(plain);
            removed.add(Removal.PREVIEW);
        } else {
            removed.add(Removal.NOTES);
        }
    }

    private void exif(int marker, int end) {
        CameraData data = CameraData.in(file, marker + 10, end);
        byte[] segment = new byte[0];
        if (data.orientation() > 1 && !hasOrientation) {
            hasOrientation = true;
            segment = orientationSegment(data.orientation());
        }
        if (segment.length == end - marker && Arrays.equals(file, marker, end, segment, 0, segment.length)) {
            draft.keep(marker, end);
            return;
        }
        draft.add(segment);
        removed.add(Removal.CAMERA);
        if (data.saysWhere()) {
            removed.add(Removal.PLACE);
        }
    }

    private static byte[] orientationSegment(int orientation) {
        byte[] data = CameraData.saying(orientation);
        byte[] segment = new byte[10 + data.length];
        byte[] head = {(byte) 0xFF, (byte) 0xE1, 0, (byte) (8 + data.length), 'E', 'x', 'i', 'f', 0, 0};
        System.arraycopy(head, 0, segment, 0, head.length);
        System.arraycopy(data, 0, segment, head.length, data.length);
        return segment;
    }

    private void forgotten(int marker, int code, int end) {
        boolean preview = (code == 0xE0 && Bytes.at(file, marker + 4, "JFXX\0"))
                || (code == 0xE2 && Bytes.at(file, marker + 4, "MPF\0"));
        removed.add(preview ? Removal.PREVIEW : Removal.NOTES);
        if (Bytes.find(file, "GPSL", marker, end) >= 0) {
            removed.add(Removal.PLACE);
        }
    }
}
