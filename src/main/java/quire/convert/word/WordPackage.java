package quire.convert.word;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import quire.core.Finding;
import quire.core.Place;
import quire.core.Problem;

/**
 * A Word file as a package of parts (ISO/IEC 29500-2). Parts are unpacked when they are asked for, and no more of them than
 * the limits allow, whatever the directory of the zip file claims.
 */
final class WordPackage implements AutoCloseable {

    static final int MOST_BYTES = 50 * 1024 * 1024;
    static final int MOST_PARTS = 5_000;
    static final int LARGEST_PART = 40 * 1024 * 1024;
    static final long MOST_UNPACKED = 200L * 1024 * 1024;

    private final ZipFile zip;
    private final Map<String, ZipArchiveEntry> parts = new HashMap<>();
    private final Map<String, Map<String, Relation>> relations = new HashMap<>();
    private final Revisions revisions = new Revisions();
    private long unpacked;

    private WordPackage(ZipFile zip) {
        this.zip = zip;
    }

    /**
     * Opens a file.
     *
     * @throws Problem if it is not a Word file, is protected or damaged, or is larger than the limits
     */
    static WordPackage open(byte[] file) {
        refuseByItsBeginning(file);
        try {
            WordPackage docx = new WordPackage(ZipFile.builder()
                    .setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
                    .get());
            docx.list();
            return docx;
        } catch (IOException | IllegalArgumentException e) {
            throw refused("damaged", "The file is damaged: it cannot be unpacked. Save it again from Word.")
                    .because(e);
        }
    }

    private static void refuseByItsBeginning(byte[] file) {
        if (file.length > MOST_BYTES) {
            throw tooLarge("it has more than " + (MOST_BYTES >> 20) + " MB");
        } else if (startsWith(file, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw refused(
                    "protected",
                    "The file is password protected, or in the old .doc format. Save it from Word as a .docx file"
                            + " without a password.");
        } else if (!startsWith(file, 'P', 'K')) {
            throw refused("not-word", "The file is not a Word document (.docx).");
        }
    }

    private static boolean startsWith(byte[] file, int... start) {
        for (int i = 0; i < start.length; i++) {
            if (i >= file.length || (file[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }

    private void list() {
        for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
            if (entry.getGeneralPurposeBit().usesEncryption()) {
                throw refused("protected", "The file is password protected. Save it from Word without a password.");
            } else if (parts.size() >= MOST_PARTS) {
                throw tooLarge("it has more than " + MOST_PARTS + " parts");
            } else if (!entry.isDirectory()) {
                parts.putIfAbsent(key(entry.getName().replace('\\', '/')), entry);
            }
        }
    }

    /** Part names are compared without regard to case (ISO/IEC 29500-2, 6.2.2.3). */
    private static String key(String part) {
        return (part.startsWith("/") ? part.substring(1) : part).toLowerCase(Locale.ROOT);
    }

    /** The part with the body. */
    String mainPart() {
        for (Relation relation : relations("").values()) {
            if (relation.kind().equals("officeDocument") && has(relation.target())) {
                return relation.target();
            }
        }
        if (has("word/document.xml")) {
            return "word/document.xml";
        }
        throw refused("not-word", "The file is a zip file, but not a Word document (.docx).");
    }

    boolean has(String part) {
        return parts.containsKey(key(part));
    }

    /** The root of an XML part; {@link Xml#NONE} if there is no such part. */
    Xml xml(String part) {
        return has(part) ? XmlReader.read(bytes(part), part, revisions) : Xml.NONE;
    }

    /** The root of the part that another part points to as this kind; {@link Xml#NONE} if there is none. */
    Xml related(String part, String kind) {
        String target = partOfKind(part, kind);
        return target.isEmpty() ? Xml.NONE : xml(target);
    }

    /** The name of the part that another points to as this kind; empty if there is none. */
    String partOfKind(String part, String kind) {
        for (Relation relation : relations(part).values()) {
            if (relation.kind().equals(kind) && !relation.external()) {
                return relation.target();
            }
        }
        return "";
    }

    /** What a part points to under this id. */
    Relation relation(String part, String id) {
        return relations(part).getOrDefault(id, Relation.NONE);
    }

    Revisions revisions() {
        return revisions;
    }

    /** The content of a part that is there. */
    byte[] bytes(String part) {
        ZipArchiveEntry entry = parts.get(key(part));
        if (entry == null) {
            throw new IllegalArgumentException("No part " + part);
        }
        try (InputStream stream = zip.getInputStream(entry)) {
            byte[] bytes = stream.readNBytes(LARGEST_PART + 1);
            unpacked += bytes.length;
            if (bytes.length > LARGEST_PART || unpacked > MOST_UNPACKED) {
                throw tooLarge("it unpacks to more than can be printed");
            }
            return bytes;
        } catch (IOException e) {
            throw refused("damaged", "The file is damaged: a part of it cannot be unpacked. Save it again from Word.")
                    .because(e);
        }
    }

    private Map<String, Relation> relations(String part) {
        Map<String, Relation> known = relations.get(part);
        if (known == null) {
            known = readRelations(part);
            relations.put(part, known);
        }
        return known;
    }

    private Map<String, Relation> readRelations(String part) {
        String folder = folder(part);
        Map<String, Relation> found = new HashMap<>();
        for (Xml one : xml(folder + "_rels/" + part.substring(folder.length()) + ".rels")
                .children()) {
            boolean external = one.attribute("TargetMode").equalsIgnoreCase("External");
            String type = one.attribute("Type");
            String target = one.attribute("Target");
            found.put(
                    one.attribute("Id"),
                    new Relation(
                            type.substring(type.lastIndexOf('/') + 1),
                            external ? target : resolved(folder, target),
                            external));
        }
        return found;
    }

    private static String folder(String part) {
        return part.substring(0, part.lastIndexOf('/') + 1);
    }

    /** The name of a part as another part in this folder writes it. */
    private static String resolved(String folder, String target) {
        List<String> steps = new ArrayList<>();
        String path = target.startsWith("/") ? target : folder + target;
        for (String step : path.replace("%20", " ").split("/", -1)) {
            if (step.equals("..") && !steps.isEmpty()) {
                steps.remove(steps.size() - 1);
            } else if (!step.isEmpty() && !step.equals(".") && !step.equals("..")) {
                steps.add(step);
            }
        }
        return String.join("/", steps);
    }

    private static Problem tooLarge(String why) {
        return Problem.tooLarge(Finding.error(
                "too-large",
                "The Word document cannot be printed because " + why + ". Split it, or leave out large pictures.",
                Place.UNKNOWN));
    }

    private static Problem refused(String code, String message) {
        return Problem.badInput(Finding.error(code, message, Place.UNKNOWN));
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new IllegalStateException("Closing memory cannot fail", e);
        }
    }
}
