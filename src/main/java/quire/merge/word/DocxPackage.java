package quire.merge.word;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.jspecify.annotations.Nullable;
import quire.core.Finding;
import quire.core.Place;
import quire.core.Problem;

/**
 * A Word file taken apart: every part as its raw, still compressed bytes, and the XML parts unpacked for reading. The
 * limits keep a hostile file from filling the memory; they are far above what any template needs.
 */
final class DocxPackage {

    static final int MAX_FILE = 50 * 1024 * 1024;
    static final int MAX_PARTS = 2_000;
    static final long MAX_UNPACKED = 200L * 1024 * 1024;
    /** Below this size a part may be as repetitive as it likes. */
    private static final long RATIO_FROM = 1024 * 1024;

    private static final int MAX_RATIO = 100;

    private final Map<String, Part> parts;

    /**
     * One part.
     *
     * @param entry the zip entry, with its method, sizes and checksum
     * @param raw the bytes as they stand in the zip
     * @param xml the unpacked bytes of an XML part; null for pictures and fonts
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Part(ZipArchiveEntry entry, byte[] raw, byte @Nullable [] xml) {}

    private DocxPackage(Map<String, Part> parts) {
        this.parts = Collections.unmodifiableMap(parts);
    }

    /**
     * Takes a file apart.
     *
     * @throws Problem if it is not a Word file, is protected, or is larger inside than the limits allow
     */
    static DocxPackage open(byte[] file) {
        refuseWhatIsNoZip(file);
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
                .get()) {
            DocxPackage docx = new DocxPackage(read(zip));
            docx.refuseWhatIsNoWordFile();
            return docx;
        } catch (IOException | IllegalArgumentException e) {
            throw refuse("not-a-zip", "The file is damaged: it cannot be unpacked.")
                    .because(e);
        }
    }

    /** The parts by name, in the order of the file. */
    Map<String, Part> parts() {
        return parts;
    }

    /** The unpacked bytes of an XML part; null if there is no such part. */
    byte @Nullable [] xml(String name) {
        Part part = parts.get(name);
        return part == null ? null : part.xml();
    }

    /** The unpacked bytes of a part that is known to be there. */
    byte[] required(String name) {
        byte[] xml = xml(name);
        if (xml == null) {
            throw new IllegalStateException("No XML part " + name);
        }
        return xml;
    }

    private static void refuseWhatIsNoZip(byte[] file) {
        if (file.length > MAX_FILE) {
            throw Problem.tooLarge(Finding.error(
                    "too-large", "The file must be smaller than " + (MAX_FILE >> 20) + "MB.", Place.UNKNOWN));
        }
        if (file.length == 0) {
            throw refuse("empty", "The file is empty.");
        }
        if (startsWith(file, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw refuse(
                    "protected",
                    "The file is password protected, or in the old .doc format. Save it from Word as a .docx file "
                            + "without a password.");
        }
        if (!startsWith(file, 'P', 'K')) {
            throw refuse("not-a-zip", "The file is not a Word file (.docx).");
        }
    }

    private static boolean startsWith(byte[] file, int... start) {
        if (file.length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if ((file[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }

    private static Map<String, Part> read(ZipFile zip) throws IOException {
        Map<String, Part> parts = new LinkedHashMap<>();
        Set<String> lowerCase = new HashSet<>();
        long unpacked = 0;
        for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
            if (entry.isDirectory()) {
                continue;
            }
            checkName(entry, lowerCase);
            if (parts.size() >= MAX_PARTS) {
                throw bomb("it has more than " + MAX_PARTS + " parts");
            }
            Part part = part(zip, entry, MAX_UNPACKED - unpacked);
            unpacked += part.xml() == null ? Math.max(0, entry.getSize()) : part.xml().length;
            if (unpacked > MAX_UNPACKED) {
                throw bomb("it unpacks to more than " + (MAX_UNPACKED >> 20) + "MB");
            }
            parts.put(entry.getName(), part);
        }
        return parts;
    }

    private static void checkName(ZipArchiveEntry entry, Set<String> lowerCase) {
        String name = entry.getName();
        boolean odd = name.startsWith("/") || name.contains("..") || name.contains("\\") || name.contains(":");
        if (odd || name.chars().anyMatch(Character::isISOControl)) {
            throw refuse("part-name", "The file has a part with a name that Word never writes.");
        }
        // Part names are compared without regard to case (ECMA-376 part 2, 6.2.2.3).
        if (!lowerCase.add(name.toLowerCase(java.util.Locale.ROOT))) {
            throw refuse("part-name", "The file has two parts of the name “" + name + "”.");
        }
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw refuse("protected", "The file is password protected. Save it from Word without a password.");
        }
    }

    private static Part part(ZipFile zip, ZipArchiveEntry entry, long room) throws IOException {
        byte[] raw;
        try (InputStream stream = zip.getRawInputStream(entry)) {
            raw = stream.readAllBytes();
        }
        if (entry.getSize() > RATIO_FROM && entry.getSize() / MAX_RATIO > raw.length) {
            throw bomb("the part “" + entry.getName() + "” unpacks to more than " + MAX_RATIO + " times its size");
        }
        return new Part(new ZipArchiveEntry(entry), raw, isXml(entry.getName()) ? unpack(zip, entry, room) : null);
    }

    private static boolean isXml(String name) {
        return name.endsWith(".xml") || name.endsWith(".rels") || name.endsWith(".vml");
    }

    private static byte[] unpack(ZipFile zip, ZipArchiveEntry entry, long room) throws IOException {
        try (InputStream stream = zip.getInputStream(entry)) {
            // The directory of a zip can lie about sizes, so the bytes themselves are counted.
            byte[] bytes = stream.readNBytes((int) Math.min(room + 1, Integer.MAX_VALUE - 8));
            if (bytes.length > room) {
                throw bomb("it unpacks to more than " + (MAX_UNPACKED >> 20) + "MB");
            }
            return bytes;
        }
    }

    private void refuseWhatIsNoWordFile() {
        if (xml("[Content_Types].xml") == null || xml(mainPart()) == null) {
            throw refuse("not-word", "The file is a zip file, but not a Word file (.docx).");
        }
        List<Finding> findings = new ArrayList<>();
        parts.forEach((name, part) -> {
            if (part.xml() != null && Doctype.isIn(part.xml())) {
                findings.add(XmlPart.doctype(name));
            }
        });
        if (!findings.isEmpty()) {
            throw Problem.badInput(findings.get(0).message(), findings);
        }
    }

    /** The name of the part with the body: the target of the package's office document relationship. */
    String mainPart() {
        byte[] relationships = xml("_rels/.rels");
        if (relationships == null || Doctype.isIn(relationships)) {
            return "word/document.xml";
        }
        return Relationships.read(relationships, "_rels/.rels").stream()
                .filter(relationship -> relationship.type().endsWith("/officeDocument"))
                .map(relationship -> Relationships.resolve("", relationship.target()))
                .findFirst()
                .orElse("word/document.xml");
    }

    private static Problem bomb(String why) {
        return Problem.tooLarge(
                Finding.error("zip-bomb", "The file cannot be used as a template because " + why + ".", Place.UNKNOWN));
    }

    private static Problem refuse(String code, String message) {
        return Problem.badInput(Finding.error(code, message, Place.UNKNOWN));
    }
}
