package quire.convert;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import quire.testkit.Docx;

/** Zip files that are not what they say, made from good ones by changing what stands in their headers. */
final class Zips {

    private Zips() {}

    /** A document with that many more parts, each of no bytes. */
    static byte[] ofParts(int count) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (var part : Docx.parts(Docx.line("x").bytes()).entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
            for (int i = 0; i < count; i++) {
                zip.putNextEntry(new ZipEntry("word/" + i + ".txt"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A zip file of one entry that is not packed. */
    static byte[] stored(String name, byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            CRC32 sum = new CRC32();
            sum.update(content);
            ZipEntry entry = new ZipEntry(name);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(content.length);
            entry.setCrc(sum.getValue());
            zip.putNextEntry(entry);
            zip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Where the directory tells of a part. */
    static int central(byte[] zip, String part) {
        byte[] name = part.getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at + 46 + name.length <= zip.length; at++) {
            boolean found = Bytes.at(zip, at, "PK\1\2")
                    && Bytes.littleTwo(zip, at + 28) == name.length
                    && Bytes.at(zip, at + 46, part);
            if (found) {
                return at;
            }
        }
        throw new AssertionError("No part " + part);
    }

    /** Where the last record of the directory begins. */
    static int end(byte[] zip) {
        return zip.length - 22;
    }

    static byte[] with(byte[] zip, int at, int four) {
        ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).putInt(at, four);
        return zip;
    }

    static byte[] withShort(byte[] zip, int at, int two) {
        ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).putShort(at, (short) two);
        return zip;
    }

    /** A container as older office programs write it, whose directory has these names. */
    static byte[] ole(String... names) {
        ByteBuffer file = ByteBuffer.allocate(512 * 6).order(ByteOrder.LITTLE_ENDIAN);
        file.put(Verdicts.bytes("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1"));
        for (int i = 0; i < names.length; i++) {
            int at = 1024 + 128 * i;
            file.position(at).put(names[i].getBytes(StandardCharsets.UTF_16LE));
            file.putShort(at + 64, (short) (names[i].length() * 2 + 2)).put(at + 66, (byte) 2);
        }
        return file.array();
    }
}
