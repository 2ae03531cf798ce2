package quire.app;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import quire.core.Json;
import quire.forms.FormSchema;
import quire.forms.Forms;

/** Every command and its options; the work is done elsewhere. */
@Command(
        name = "quire",
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

    private static final String TEMPLATE = "a form's id, or a .docx or .html file";

    private final Surroundings here;
    private final Shipped shipped;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = CommandLine.ScopeType.INHERIT,
            description = "Show this help.")
    private boolean help;

    @Option(names = "--debug", scope = CommandLine.ScopeType.INHERIT, description = "Show the details of a fault.")
    private boolean debug;

    Commands(Surroundings here, Shipped shipped) {
        this.here = here;
        this.shipped = shipped;
    }

    boolean debug() {
        return debug;
    }

    @Command(name = "schema", description = "Print the JSON Schema of a form's answers.")
    int schema(@Parameters(paramLabel = "FORM", description = "a form's id") String form) {
        here.out().println(Json.write(FormSchema.of(Forms.load(shipped.forms()).get(form))));
        return ExitCode.DONE;
    }
}
