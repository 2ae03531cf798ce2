package quire.convert;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import quire.core.Problem;

/**
 * The directory at the end of a zip file, read strictly and before anything is unpacked: it is counted while it is read, its
 * entries lie in the file one after the other and from its first byte on, and the two places that name an entry agree.
 * Nothing stands behind it. So all programs that read the file see the same entries as we do.
 */
final class ZipDirectory {

    static final int STORED = 0;
    static final int DEFLATED = 8;
    static final int MOST_ENTRIES = 2_000;
    static final long MOST_UNPACKED = 200_000_000;
    /** Below this size an entry may be as repetitive as it likes. */
    static final long RATIO_FROM = 1_000_000;

    static final int MOST_RATIO = 100;

    private static final int END_LENGTH = 22;
    private static final int CENTRAL_LENGTH = 46;
    private static final int LOCAL_LENGTH = 30;
    private static final int ENCRYPTED = 0x1 | 0x40 | 0x2000;
    private static final int UTF_8 = 0x800;
    private static final int LONGEST_NAME = 260;
    private static final Pattern STRANGE = Pattern.compile("(^|/)\\.\\.(/|$)|[\\\\:\\p{Cntrl}\\p{Cf}]");

    private final byte[] file;

    /**
     * One entry.
     *
     * @param name as it stands there; never a path of ours
     * @param central where the directory tells of it
     * @param local where it begins
     * @param data where its packed bytes begin
     * @param packed bytes in the file
     * @param size in bytes, unpacked, as the directory claims
     * @param method how it is packed
     * @param checksum of the unpacked bytes
     */
    record Entry(String name, int central, int local, int data, int packed, long size, int method, long checksum) {

        int end() {
            return data + packed;
        }
    }

    private ZipDirectory(byte[] file) {
        this.file = file;
    }

    /**
     * The entries in the order of the directory, folders left out.
     *
     * @throws Problem if the file is damaged, protected or a bomb, or has names that no office program writes
     */
    static List<Entry> read(byte[] file) {
        return new ZipDirectory(file).read();
    }

    private List<Entry> read() {
        int end = file.length - END_LENGTH;
        if (!Bytes.at(file, end, "PK\5\6") || Bytes.two(file, end + 20) != 0) {
            throw Refusal.DAMAGED.problem(
                    "It is cut short, or something stands behind its end. " + Advice.SAVE_FROM_WORD);
        }
        int count = Bytes.littleTwo(file, end + 10);
        long start = Bytes.littleFour(file, end + 16);
        if (count > MOST_ENTRIES) {
            throw tooManyEntries();
        } else if (start > end) {
            throw damaged();
        }
        List<Entry> entries = entries((int) start, end);
        if (entries.size() != count) {
            throw damaged();
        }
        check(entries, (int) start);
        return entries.stream().filter(entry -> !entry.name().endsWith("/")).toList();
    }

    private List<Entry> entries(int start, int end) {
        List<Entry> entries = new ArrayList<>();
        int at = start;
        while (Bytes.at(file, at, "PK\1\2")) {
            if (entries.size() == MOST_ENTRIES) {
                throw tooManyEntries();
            }
            int next = at + CENTRAL_LENGTH;
            for (int length = 28; length <= 32; length += 2) {
                next += Math.max(0, Bytes.littleTwo(file, at + length));
            }
            if (next > end) {
                throw damaged();
            }
            entries.add(entry(at));
            at = next;
        }
        return entries;
    }

    private Entry entry(int at) {
        int flags = Bytes.littleTwo(file, at + 8);
        if ((flags & ENCRYPTED) != 0) {
            throw Refusal.PASSWORD.problem("Save it again without a password.");
        }
        int nameLength = Bytes.littleTwo(file, at + 28);
        String name = name(at + CENTRAL_LENGTH, nameLength, flags);
        long packed = Bytes.littleFour(file, at + 20);
        long size = Bytes.littleFour(file, at + 24);
        int method = Bytes.littleTwo(file, at + 10);
        long local = Bytes.littleFour(file, at + 42);
        checkSizes(packed, size, method);
        int data = data(at, local, nameLength, packed);
        return new Entry(name, at, (int) local, data, (int) packed, size, method, Bytes.littleFour(file, at + 16));
    }

    private String name(int from, int length, int flags) {
        Charset charset = (flags & UTF_8) == 0 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
        String name = new String(file, from, length, charset);
        boolean strange = name.isEmpty()
                || length > LONGEST_NAME
                || name.startsWith("/")
                || STRANGE.matcher(name).find();
        if (strange) {
            throw Refusal.DISGUISED.problem(
                    "A part of it has a name that no office program writes. " + Advice.SAVE_FROM_WORD);
        }
        return name;
    }

    private void checkSizes(long packed, long size, int method) {
        if (size > MOST_UNPACKED || isBomb(packed, size)) {
            throw bomb();
        } else if ((method != STORED && method != DEFLATED) || (method == STORED && packed != size)) {
            throw damaged();
        }
    }

    /** Where the packed bytes begin, once the entry's own beginning is found to say the same as the directory. */
    private int data(int central, long local, int nameLength, long packed) {
        if (local + LOCAL_LENGTH > central) {
            throw damaged();
        }
        int at = (int) local;
        int extra = Math.max(0, Bytes.littleTwo(file, at + 28));
        long data = local + LOCAL_LENGTH + nameLength + extra;
        boolean same = Bytes.at(file, at, "PK\3\4")
                && Bytes.littleTwo(file, at + 26) == nameLength
                && Bytes.littleTwo(file, at + 8) == Bytes.littleTwo(file, central + 10)
                && Bytes.at(file, at + LOCAL_LENGTH, Bytes.text(file, central + CENTRAL_LENGTH, nameLength));
        if (!same || data + packed > central) {
            throw damaged();
        }
        return (int) data;
    }

    /** Entries that share bytes are how a small file unpacks to a very large one. */
    private static void check(List<Entry> entries, int start) {
        Set<String> names = new HashSet<>();
        long unpacked = 0;
        int free = 0;
        for (Entry entry :
                entries.stream().sorted(Comparator.comparingInt(Entry::local)).toList()) {
            if (entry.local() < free || (free == 0 && entry.local() > 0) || entry.end() > start) {
                throw damaged();
            }
            free = entry.end();
            unpacked += entry.size();
            // Part names are compared without regard to case (ECMA-376 part 2, 6.2.2.3).
            if (!names.add(entry.name().toLowerCase(Locale.ROOT))) {
                throw Refusal.DISGUISED.problem("Two parts of it have the same name. " + Advice.SAVE_FROM_WORD);
            }
        }
        if (unpacked > MOST_UNPACKED) {
            throw bomb();
        }
    }

    /** Whether that many bytes cannot honestly have been packed so small. */
    static boolean isBomb(long packed, long unpacked) {
        return unpacked > RATIO_FROM && unpacked / MOST_RATIO > packed;
    }

    static Problem bomb() {
        return Refusal.BOMB.problem(
                "Far more comes out of it when it is unpacked than a document holds. " + Advice.PRINT);
    }

    static Problem damaged() {
        return Refusal.DAMAGED.problem("It is damaged. " + Advice.SAVE_FROM_WORD);
    }

    private static Problem tooManyEntries() {
        return Refusal.BOMB.problem("It has more than 2,000 parts. " + Advice.PRINT);
    }
}
