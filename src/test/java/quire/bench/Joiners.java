package quire.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import quire.testkit.Tools;

/** What other programs need only to join files: no numbers, no links, no tags of the whole and no seal. */
final class Joiners {

    private final Path out;
    private final List<Path> files = new ArrayList<>();

    /** @param folder to write the files and what is made of them to */
    Joiners(Path folder, List<byte[]> contents) throws IOException {
        this.out = folder.resolve("joined.pdf");
        for (byte[] content : contents) {
            files.add(Files.write(folder.resolve("file-" + files.size() + ".pdf"), content));
        }
    }

    Path out() {
        return out;
    }

    void pdfunite() {
        List<String> arguments =
                new ArrayList<>(files.stream().map(Path::toString).toList());
        arguments.add(out.toString());
        Tools.run("pdfunite", arguments.toArray(String[]::new));
    }

    void merger() {
        try {
            PDFMergerUtility merger = new PDFMergerUtility();
            for (Path file : files) {
                merger.addSource(file.toFile());
            }
            merger.setDestinationFileName(out.toString());
            merger.mergeDocuments(IOUtils.createMemoryOnlyStreamCache());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
