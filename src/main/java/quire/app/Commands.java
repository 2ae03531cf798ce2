package quire.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import quire.core.Finding;
import quire.core.Json;
import quire.forms.FormSchema;
import quire.merge.Delimiters;
import quire.takeaway.Arrivals;

/** What every command knows, and the shorter of them; the work is done elsewhere. */
@Command(
        name = "quire",
        addMethodSubcommands = false,
        description = "Turns forms into Word files and PDFs.",
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:the input is at fault; standard error says where",
            "2:the command was not understood",
            "3:our own fault; standard error gives a reference"
        })
final class Commands {

    static final String TEMPLATE = "a form's id, or a .docx or .html file";
    static final String DELIMITERS = "what tags begin and end with (default: '{{ }}')";

    private final Surroundings here;
    private final Shipped shipped;

    @SuppressWarnings("UnusedVariable") // Read by picocli, which wants a place for it.
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = CommandLine.ScopeType.INHERIT,
            description = "Show this help.")
    private boolean help;

    @Option(names = "--debug", scope = CommandLine.ScopeType.INHERIT, description = "Show the details of a fault.")
    private boolean debug;

    @Option(
            names = "--forms",
            paramLabel = "DIR",
            scope = CommandLine.ScopeType.INHERIT,
            description = "The forms (QUIRE_FORMS; default: forms, or else the shipped ones).")
    private @Nullable Path forms;

    @Option(
            names = "--templates",
            paramLabel = "DIR",
            scope = CommandLine.ScopeType.INHERIT,
            description = "The templates (QUIRE_TEMPLATES; default: templates, or else the shipped ones).")
    private @Nullable Path templates;

    Commands(Surroundings here, Shipped shipped) {
        this.here = here;
        this.shipped = shipped;
    }

    /** The whole command line, in the order in which its help tells of it. */
    CommandLine line() {
        CommandLine line = new CommandLine(this);
        line.addSubcommand(new ServeCommand(here, this));
        line.addSubcommand(new MergeCommand(here, this));
        line.getCommandSpec().addMethodSubcommands();
        line.addSubcommand(new PublishCommand(here, this));
        line.addSubcommand(new TrailCommand(here));
        line.addSubcommand(new VerifyCommand(here));
        line.addSubcommand(new PreflightCommand(here, this));
        return line;
    }

    boolean debug() {
        return debug;
    }

    @Command(
            name = "lint",
            description = {
                "Say what is wrong with a template: unknown keys, sections that cross, what is not safe.",
                "A template named by a form's id is held against that form."
            })
    int lint(
            @Parameters(paramLabel = "TEMPLATE", description = TEMPLATE) String template,
            @Option(names = "--form", paramLabel = "FORM", description = "the id of the form it is for") @Nullable
                    String form,
            @Option(names = "--delimiters", paramLabel = "'{ }'", description = DELIMITERS) @Nullable String delimiters,
            @Option(names = "--json", description = "print the findings as JSON on standard output") boolean json,
            @Option(
                            names = "--copy",
                            paramLabel = "OUT.docx",
                            description = "write a copy with a Word comment at each fault")
                    @Nullable
                    Path copy) {
        CheckCommand checks = checks();
        if (copy != null) {
            OutputFile.write(copy, checks.copy(template, form, parsed(delimiters)));
        }
        List<Finding> findings = checks.lint(template, form, parsed(delimiters));
        return findings(findings, json, "Nothing is wrong with " + template + ".");
    }

    @Command(
            name = "check",
            description = {
                "Say what is wrong with forms, programmes, rule sets and templates.",
                "Without a path: all that are at hand."
            })
    int check(
            @Parameters(paramLabel = "PATH", arity = "0..*", description = "files or folders") @Nullable
                    List<Path> paths) {
        if (paths == null) {
            return findings(checks().all(), false, "Nothing is wrong.");
        }
        List<Finding> findings = new ArrayList<>();
        CheckCommand checks = checks();
        paths.forEach(path -> findings.addAll(checks.at(path)));
        return findings(findings, false, "Nothing is wrong.");
    }

    @Command(name = "schema", description = "Print the JSON Schema of a form's answers.")
    int schema(@Parameters(paramLabel = "FORM", description = "a form's id") String form) {
        here.out().println(Json.write(FormSchema.of(papers().forms().get(form))));
        return ExitCode.DONE;
    }

    @Command(name = "scaffold", description = "Write a starter Word template for a form.")
    int scaffold(
            @Parameters(paramLabel = "FORM", description = "a form's id") String form,
            @Option(names = "-o", paramLabel = "FILE.docx", required = true, description = "the file to write")
                    Path out) {
        OutputFile.refuseHopeless(out);
        OutputFile.write(out, papers().scaffold(form));
        return ExitCode.DONE;
    }

    @Command(
            name = "backup",
            description = {
                "Copy the whole record into one file: every row and every file.",
                "The server may go on working meanwhile."
            })
    int backup(
            @Parameters(paramLabel = "FILE", description = "the file to write; it must not exist") Path file,
            @Mixin PlaceOptions place) {
        return new BackupCommand(here).backup(place.place(here.environment()), file);
    }

    @Command(
            name = "restore",
            description = {"Put a backup into an empty data folder or database, and check it there."})
    int restore(
            @Parameters(paramLabel = "FILE", description = "a file that backup made") Path file,
            @Mixin PlaceOptions place) {
        return new BackupCommand(here).restore(file, place.place(here.environment()));
    }

    @Command(
            name = "verify-backup",
            description = {
                "Restore a backup for a trial into a passing folder, check everything, and take the folder away.",
                "If the place it was made of is named, that place keeps a note of how it ended."
            })
    int verifyBackup(
            @Parameters(paramLabel = "FILE", description = "a file that backup made") Path file,
            @Mixin PlaceOptions place) {
        return new BackupCommand(here).verify(file, place.said(here.environment()));
    }

    @Command(
            name = "export",
            description = {
                "Take the whole record of one portfolio out, for another installation. It holds what only some may read.",
                "The server may go on working meanwhile."
            })
    int export(
            @Parameters(paramLabel = "CODE", description = "the code of the portfolio") String code,
            @Option(
                            names = "-o",
                            paramLabel = "FILE.zip",
                            required = true,
                            description = "the file to write; it must not exist")
                    Path out,
            @Mixin PlaceOptions place) {
        return new PortfolioCommand(here, papers()).export(code, out, place.place(here.environment()));
    }

    @Command(
            name = "import",
            description = {
                "Take a portfolio in that another installation has taken out, and check every digest and signature.",
                "Everything of it is here then, or nothing. Stop the server before."
            })
    int takeIn(
            @Parameters(paramLabel = "FILE.zip", description = "a file that export made, or a social worker's own")
                    Path file,
            @Option(
                            names = "--organisation",
                            paramLabel = "NAME",
                            description =
                                    "the organisation here that it is to belong to (default: the one it comes from, as a new one)")
                    @Nullable
                    String organisation,
            @Option(
                            names = "--code",
                            paramLabel = "CODE",
                            description = "what to call it here (default: what it was called)")
                    @Nullable
                    String code,
            @Mixin PlaceOptions place) {
        return new PortfolioCommand(here, papers())
                .takeIn(file, new Arrivals.Wish(organisation, code), place.place(here.environment()));
    }

    /** What is shipped, or what stands in the folders that were named. */
    Shipped atHand() {
        return shipped.preferring(folder(forms, "QUIRE_FORMS"), folder(templates, "QUIRE_TEMPLATES"));
    }

    private @Nullable Path folder(@Nullable Path said, String variable) {
        String inEnvironment = here.environment().get(variable);
        return said != null || inEnvironment == null ? said : Path.of(inEnvironment);
    }

    Papers papers() {
        return new Papers(here, atHand());
    }

    private CheckCommand checks() {
        return new CheckCommand(papers(), atHand());
    }

    static @Nullable Delimiters parsed(@Nullable String delimiters) {
        return delimiters == null ? null : Delimiters.parse(delimiters);
    }

    private int findings(List<Finding> findings, boolean json, String good) {
        if (json) {
            here.out().println(Json.write(findings.stream().map(Finding::asJson).toList()));
        } else if (findings.isEmpty()) {
            here.out().println(good);
        } else {
            new Report(here.err()).findings(findings);
        }
        return Finding.anyError(findings) ? ExitCode.INPUT : ExitCode.DONE;
    }
}
