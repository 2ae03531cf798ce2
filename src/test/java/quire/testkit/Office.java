package quire.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** LibreOffice as a judge: opens Word files and says what text it sees in them. */
public final class Office {

    private Office() {}

    /**
     * The text of many Word files, all opened by one start of the program.
     *
     * @param files by a name that can be a file name
     * @throws AssertionError if one of them cannot be opened
     */
    public static Map<String, String> text(Map<String, byte[]> files) {
        try {
            Path folder = Files.createTempDirectory("office");
            List<String> arguments = new ArrayList<>(List.of(
                    "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                    "--headless",
                    "--convert-to",
                    "txt:Text (encoded):UTF8,LF",
                    "--outdir",
                    folder.resolve("text").toString()));
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Path docx = folder.resolve(file.getKey() + ".docx");
                Files.write(docx, file.getValue());
                arguments.add(docx.toString());
            }
            Tools.Ran ran = Tools.run("soffice", arguments.toArray(String[]::new));
            Map<String, String> texts = new LinkedHashMap<>();
            for (String name : files.keySet()) {
                Path text = folder.resolve("text").resolve(name + ".txt");
                if (!Files.exists(text)) {
                    throw new AssertionError("LibreOffice could not open " + name + ".docx: " + ran.output());
                }
                texts.put(name, Files.readString(text, StandardCharsets.UTF_8));
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
