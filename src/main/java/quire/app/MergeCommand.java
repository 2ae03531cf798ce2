package quire.app;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import quire.core.Finding;
import quire.core.Json;
import quire.core.MadeFile;
import quire.core.MediaType;
import quire.core.Place;
import quire.core.Problem;
import quire.forms.Form;

/** {@code merge}: one file from one set of data, or one for every line of a batch. */
final class MergeCommand {

    /** More than the answers of any form can be; a merge holds all of it in memory. */
    private static final long MAX_DATA = 256L * 1024 * 1024;

    private final Surroundings here;
    private final Papers papers;
    private final boolean debug;
    private final Report report;

    MergeCommand(Surroundings here, Papers papers, boolean debug) {
        this.here = here;
        this.papers = papers;
        this.debug = debug;
        this.report = new Report(here.err());
    }

    /** Makes one file. */
    int one(MergeOrder order, Path data, Path out) {
        OutputFile.refuseHopeless(out);
        MadeFile made = papers.maker(order).apply(read(data));
        OutputFile.write(out, made.bytes());
        report.findings(made.findings());
        return ExitCode.DONE;
    }

    /**
     * Makes a file for every line.
     *
     * @param folder where they go; its last part is made if it is missing
     */
    int batch(MergeOrder order, Path input, Path folder, NamePattern pattern) {
        Function<Map<String, @Nullable Object>, MadeFile> maker = papers.maker(order);
        if (BatchInput.isTable(input) && !Papers.isFile(order.template())) {
            Form form = papers.forms().get(order.template());
            maker = maker.compose(cells -> TableAnswers.of(form, cells));
        }
        makeFolder(folder);
        BatchResult result = new Batch(maker, pattern, folder, new Progress(here.err(), here.terminal())).run(input);
        result.failed().forEach(failure -> explain(input, failure));
        PrintStream summary = result.failed().isEmpty() ? here.out() : here.err();
        summary.println(summary(result, folder));
        if (result.isOurFault()) {
            return ExitCode.FAULT;
        }
        return result.failed().isEmpty() ? ExitCode.DONE : ExitCode.INPUT;
    }

    /** The kind of file that a name asks for. */
    static MediaType type(Path out) {
        String name = out.toString().toLowerCase(Locale.ROOT);
        for (MediaType type : MediaType.values()) {
            if (name.endsWith("." + type.extension())) {
                return type;
            }
        }
        throw Problem.badInput(Finding.error(
                "output-kind", "The output " + out + " must end in .docx or .pdf.", Place.inFile(out.toString())));
    }

    private static Map<String, @Nullable Object> read(Path data) {
        String name = data.toString();
        try {
            if (Files.size(data) > MAX_DATA) {
                throw Problem.tooLarge(
                        Finding.error("data-too-large", name + " is larger than 256 MB.", Place.inFile(name)));
            }
            return Json.readObject(Utf8.decode(Files.readAllBytes(data), name), name);
        } catch (NoSuchFileException e) {
            throw unreadable(name, " does not exist.", e);
        } catch (IOException e) {
            throw unreadable(name, " cannot be read.", e);
        }
    }

    private void explain(Path input, BatchResult.Failure failure) {
        here.err().println(input + ":" + failure.line() + ": " + failure.reason());
        if (debug && failure.fault() != null) {
            failure.fault().printStackTrace(here.err());
        }
    }

    private static String summary(BatchResult result, Path folder) {
        long failed = result.failed().size();
        String made =
                String.format(Locale.UK, "%,d %s in %s", result.made(), result.made() == 1 ? "file" : "files", folder);
        return failed == 0 ? "Made " + made + "." : "Made " + made + String.format(Locale.UK, "; %,d failed.", failed);
    }

    private static void makeFolder(Path folder) {
        if (Files.isDirectory(folder)) {
            return;
        }
        try {
            Files.createDirectory(folder);
        } catch (IOException e) {
            throw unreadable(folder.toString(), " cannot be made. Name a folder for the files.", e);
        }
    }

    private static Problem unreadable(String name, String what, IOException cause) {
        return Problem.badInput(Finding.error("file", name + what, Place.inFile(name)))
                .because(cause);
    }
}
