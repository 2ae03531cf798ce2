package quire.convert;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes a zip file again with some entries changed; the others are copied as they lie, still packed. */
final class ZipCopy {

    private static final int LOCAL_LENGTH = 30;
    private static final int CENTRAL_LENGTH = 46;
    private static final int VERSION = 20;
    private static final int UTF_8 = 0x800;

    private final byte[] file;

    ZipCopy(byte[] file) {
        this.file = file;
    }

    /**
     * The file with the same entries in the same order.
     *
     * @param changed the new bytes of some entries, by name
     */
    Content of(List<ZipDirectory.Entry> entries, Map<String, byte[]> changed) {
        Content.Draft draft = new Content.Draft(file);
        Content.Draft directory = new Content.Draft(file);
        int at = 0;
        for (ZipDirectory.Entry entry : entries) {
            byte[] replacement = changed.get(entry.name());
            byte[] packed = replacement == null ? new byte[0] : packed(replacement);
            Facts facts = replacement == null
                    ? new Facts(entry.method(), entry.checksum(), entry.packed(), entry.size())
                    : new Facts(ZipDirectory.DEFLATED, checksum(replacement), packed.length, replacement.length);
            byte[] name = name(entry);
            draft.add(local(entry, facts, name));
            if (replacement == null) {
                draft.keep(entry.data(), entry.end());
            } else {
                draft.add(packed);
            }
            directory.add(central(entry, facts, name, at));
            at += LOCAL_LENGTH + name.length + (int) facts.packed();
        }
        byte[] central = directory.done().bytes();
        return draft.add(central).add(end(entries.size(), central.length, at)).done();
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** What a zip file says of an entry, twice. */
    private record Facts(int method, long checksum, long packed, long size) {

        void putInto(ByteBuffer header) {
            header.putInt((int) checksum).putInt((int) packed).putInt((int) size);
        }
    }

    /** The bytes of the name, as they stand in the file. */
    private byte[] name(ZipDirectory.Entry entry) {
        int from = entry.central() + CENTRAL_LENGTH;
        return Arrays.copyOfRange(file, from, from + Bytes.littleTwo(file, entry.central() + 28));
    }

    private byte[] local(ZipDirectory.Entry entry, Facts facts, byte[] name) {
        byte[] bytes = new byte[LOCAL_LENGTH + name.length];
        ByteBuffer header = header(bytes, 0x04034B50);
        header.putShort((short) VERSION);
        putHow(header, entry, facts);
        header.putShort((short) name.length).putShort((short) 0);
        header.put(name);
        return bytes;
    }

    private byte[] central(ZipDirectory.Entry entry, Facts facts, byte[] name, int local) {
        byte[] bytes = new byte[CENTRAL_LENGTH + name.length];
        ByteBuffer header = header(bytes, 0x02014B50);
        header.putShort((short) VERSION).putShort((short) VERSION);
        putHow(header, entry, facts);
        header.putShort((short) name.length).putShort((short) 0).putShort((short) 0);
        header.putShort((short) 0).putShort((short) 0).putInt(0).putInt(local);
        header.put(name);
        return bytes;
    }

    /** How the name is written, how the bytes are packed, when it was made, and its sizes. */
    private void putHow(ByteBuffer header, ZipDirectory.Entry entry, Facts facts) {
        int flags = Bytes.littleTwo(file, entry.central() + 8) & UTF_8;
        header.putShort((short) flags).putShort((short) facts.method());
        header.putInt((int) Bytes.littleFour(file, entry.central() + 12));
        facts.putInto(header);
    }

    private static byte[] end(int count, int length, int at) {
        byte[] bytes = new byte[22];
        ByteBuffer end = header(bytes, 0x06054B50);
        end.putShort((short) 0).putShort((short) 0);
        end.putShort((short) count).putShort((short) count);
        end.putInt(length).putInt(at).putShort((short) 0);
        return bytes;
    }

    private static ByteBuffer header(byte[] bytes, int signature) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(signature);
    }

    private static byte[] packed(byte[] bytes) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try {
            deflater.setInput(bytes);
            deflater.finish();
            byte[] packed = new byte[bytes.length + bytes.length / 1_000 + 64];
            return Arrays.copyOf(packed, deflater.deflate(packed));
        } finally {
            deflater.end();
        }
    }

    private static long checksum(byte[] bytes) {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        return sum.getValue();
    }
}
