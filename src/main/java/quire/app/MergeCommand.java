package quire.app;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import quire.core.Finding;
import quire.core.Json;
import quire.core.MadeFile;
import quire.core.MediaType;
import quire.core.Place;
import quire.core.Problem;
import quire.forms.Form;
import quire.merge.Missing;

/** {@code merge}: one file from one set of data, or one for every line of a batch. */
@Command(
        name = "merge",
        description = {
            "Fill a template in: one file from --data, or one for every line of --batch.",
            "A batch is NDJSON (one object a line) or CSV (the first row names the keys)."
        })
final class MergeCommand implements Callable<Integer> {

    /** More than the answers of any form can be; a merge holds all of it in memory. */
    private static final long MAX_DATA = 256L * 1024 * 1024;

    private final Surroundings here;
    private final Commands all;
    private final Report report;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "TEMPLATE", description = Commands.TEMPLATE)
    private String template = "";

    @Option(names = "--data", paramLabel = "FILE", description = "the answers, as a JSON object")
    private @Nullable Path data;

    @Option(names = "-o", paramLabel = "OUT", description = "the file to write, .docx or .pdf")
    private @Nullable Path out;

    @Option(names = "--batch", paramLabel = "FILE", description = "an .ndjson or .csv file")
    private @Nullable Path batch;

    @Option(names = "--out", paramLabel = "DIR", description = "the folder for the files of a batch")
    private @Nullable Path folder;

    @Option(
            names = "--name",
            paramLabel = "PATTERN",
            description = "what those files are called (default: line-{{_number}}, and .docx or .pdf)")
    private @Nullable String name;

    @Option(
            names = "--missing",
            paramLabel = "error|mark|blank",
            description = "what becomes of keys that the data lacks (default: error with a form, else blank)")
    private @Nullable Missing missing;

    @Option(names = "--delimiters", paramLabel = "'{ }'", description = Commands.DELIMITERS)
    private @Nullable String delimiters;

    /** @param all knows which forms and templates are at hand */
    MergeCommand(Surroundings here, Commands all) {
        this.here = here;
        this.all = all;
        this.report = new Report(here.err());
    }

    @Override
    public Integer call() {
        if (data != null && out != null && batch == null && folder == null && name == null) {
            return one(order(type(out)), data, out);
        } else if (batch != null && folder != null && data == null && out == null) {
            NamePattern pattern = NamePattern.parse(name == null ? usualName() : name);
            return batch(order(pattern.type()), batch, folder, pattern);
        }
        throw new CommandLine.ParameterException(
                spec.commandLine(), "Give either --data and -o, or --batch and --out (and then --name if you like).");
    }

    private MergeOrder order(MediaType type) {
        return new MergeOrder(template, type, missing, Commands.parsed(delimiters));
    }

    private String usualName() {
        return "line-{{_number}}" + (template.toLowerCase(Locale.ROOT).endsWith(".html") ? ".pdf" : ".docx");
    }

    /** Makes one file. */
    private int one(MergeOrder order, Path answers, Path to) {
        OutputFile.refuseHopeless(to);
        MadeFile made = all.papers().maker(order).apply(read(answers));
        OutputFile.write(to, made.bytes());
        report.findings(made.findings());
        return ExitCode.DONE;
    }

    /**
     * Makes a file for every line.
     *
     * @param into where they go; its last part is made if it is missing
     */
    private int batch(MergeOrder order, Path input, Path into, NamePattern pattern) {
        Papers papers = all.papers();
        Function<Map<String, @Nullable Object>, MadeFile> maker = papers.maker(order);
        if (BatchInput.isTable(input) && !Papers.isFile(order.template())) {
            Form form = papers.forms().get(order.template());
            maker = maker.compose(cells -> TableAnswers.of(form, cells));
        }
        makeFolder(into);
        BatchResult result = new Batch(maker, pattern, into, new Progress(here.err(), here.terminal())).run(input);
        result.failed().forEach(failure -> explain(input, failure));
        PrintStream summary = result.failed().isEmpty() ? here.out() : here.err();
        summary.println(summary(result, into));
        if (result.isOurFault()) {
            return ExitCode.FAULT;
        }
        return result.failed().isEmpty() ? ExitCode.DONE : ExitCode.INPUT;
    }

    /** The kind of file that a name asks for. */
    private static MediaType type(Path out) {
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
        if (all.debug() && failure.fault() != null) {
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
