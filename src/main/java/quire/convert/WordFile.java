package quire.convert;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;
import quire.core.Problem;

/**
 * A Word document (ECMA-376), judged part by part: every byte is unpacked once, counted and checked, every XML part is read
 * for what reaches out of the file or starts a program. Nothing is written anywhere, and files inside it are not opened.
 */
final class WordFile {

    private static final String TYPES = "[Content_Types].xml";
    private static final String POINTERS = ".rels";
    private static final int MOST_POINTERS = 20_000;
    private static final int LONGEST_TARGET = 8_000;

    private final byte[] file;
    private final List<ZipDirectory.Entry> entries;
    private final PartTypes types = new PartTypes();
    private final Map<String, List<Pointer>> pointers = new LinkedHashMap<>();
    private int countOfPointers;

    private WordFile(byte[] file) {
        this.file = file;
        this.entries = ZipDirectory.read(file);
    }

    /**
     * @param file that begins as a zip file does
     * @throws Problem if it is no Word document, or one that is not safe to keep
     */
    static Cleaned clean(byte[] file) {
        WordFile word = new WordFile(file);
        word.checkThatItIsAPackage();
        // What the parts are is told by one of them, and where things are by others: these first.
        word.entries.stream().sorted(Comparator.comparingInt(WordFile::rank)).forEach(entry -> word.look(entry));
        word.checkThatItIsADocument();
        return new WordCleaning(file, word.entries).without(word.pointers);
    }

    private static int rank(ZipDirectory.Entry entry) {
        return entry.name().equalsIgnoreCase(TYPES) ? 0 : isPointers(entry.name()) ? 1 : 2;
    }

    private static boolean isPointers(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(POINTERS);
    }

    private void checkThatItIsAPackage() {
        if (entries.stream().noneMatch(entry -> entry.name().equalsIgnoreCase(TYPES))) {
            throw Refusal.KIND.problem(OtherFiles.adviceOnZip(file));
        }
    }

    private void look(ZipDirectory.Entry entry) {
        if (types.isProgram(entry.name())) {
            throw programs();
        }
        try (Unpacking unpacking = new Unpacking(file, entry);
                InputStream part = new BufferedInputStream(unpacking, 16_384)) {
            byte[] head = head(part);
            if (OtherFiles.isPackedOrProgram(head)) {
                throw programs();
            } else if (types.mayBeXml(entry.name(), head)) {
                readXml(entry, part);
            }
            unpacking.finish();
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot fail to be read", e);
        }
    }

    private static byte[] head(InputStream part) throws IOException {
        part.mark(64);
        byte[] head = part.readNBytes(64);
        part.reset();
        return head;
    }

    private void readXml(ZipDirectory.Entry entry, InputStream part) {
        if (entry.name().equalsIgnoreCase(TYPES)) {
            XmlLook.at(part, types::look);
            types.refuseOtherThanDocuments();
        } else if (isPointers(entry.name())) {
            List<Pointer> found = new ArrayList<>();
            XmlLook.at(part, reader -> pointer(reader, found));
            pointers.put(entry.name(), found);
        } else {
            WordFields fields = new WordFields();
            XmlLook.at(part, fields::look);
            fields.finish();
        }
    }

    private void pointer(XMLStreamReader reader, List<Pointer> found) {
        boolean isOne = reader.getEventType() == XMLStreamConstants.START_ELEMENT
                && reader.getLocalName().equals("Relationship");
        if (!isOne) {
            return;
        }
        Pointer pointer = new Pointer(
                PartTypes.attribute(reader, "Id"),
                PartTypes.attribute(reader, "Type"),
                PartTypes.attribute(reader, "Target"),
                PartTypes.attribute(reader, "TargetMode").equalsIgnoreCase("External"));
        if (++countOfPointers > MOST_POINTERS || pointer.target().length() > LONGEST_TARGET) {
            throw ZipDirectory.damaged();
        }
        check(pointer);
        found.add(pointer);
    }

    private static void check(Pointer pointer) {
        if (pointer.leadsToAProgram()) {
            throw programs();
        }
        boolean mayLeadOutside = pointer.isHyperlink() || DocumentSettings.canDoWithout(pointer);
        if (pointer.leadsOutside() && !mayLeadOutside) {
            throw Refusal.FETCHES.problem("It points to something outside itself (" + pointer.kind()
                    + "). In Word, put the thing itself into the document, or save the document as a PDF.");
        }
    }

    private void checkThatItIsADocument() {
        List<Pointer> root = pointers.getOrDefault("_rels/.rels", List.of());
        List<String> main = root.stream()
                .filter(pointer -> pointer.kind().equals("officedocument"))
                .map(pointer -> pointer.target().replaceFirst("^/", ""))
                .toList();
        boolean isThere = main.size() == 1
                && entries.stream().anyMatch(entry -> entry.name().equalsIgnoreCase(main.get(0)));
        if (!isThere || !types.isDocument(main.get(0))) {
            throw Refusal.KIND.problem("It is not a Word document inside. " + Advice.SAVE_FROM_WORD);
        }
    }

    private static Problem programs() {
        return Refusal.PROGRAMS.problem(
                "Save it from Word without them: as a Word document (.docx), with nothing embedded "
                        + "in it, or as a PDF.");
    }
}
