package quire.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintWriter;
import java.util.UUID;
import picocli.CommandLine;
import quire.core.Problem;

/** The entry point: {@code java -jar quire.jar COMMAND}. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(Surroundings.ofThisProcess(), arguments));
    }

    /** Does what the arguments ask for; the exit code. */
    static int run(Surroundings here, String... arguments) {
        try (Shipped shipped = Shipped.beside(here.folder())) {
            return run(here, new Commands(here, shipped), arguments);
        }
    }

    private static int run(Surroundings here, Commands commands, String... arguments) {
        CommandLine line = commands.line();
        line.setOut(new PrintWriter(here.out(), true, UTF_8));
        line.setErr(new PrintWriter(here.err(), true, UTF_8));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler((fault, parsed) -> explainUsage(fault));
        line.setExecutionExceptionHandler((fault, command, parsed) -> explain(here, fault, commands.debug()));
        try {
            return line.execute(arguments);
        } catch (StackOverflowError | OutOfMemoryError e) {
            return explain(here, e, commands.debug());
        }
    }

    private static int explainUsage(CommandLine.ParameterException fault) {
        CommandLine command = fault.getCommandLine();
        command.getErr().println(fault.getMessage());
        command.usage(command.getErr());
        return ExitCode.USAGE;
    }

    private static int explain(Surroundings here, Throwable fault, boolean debug) {
        Report report = new Report(here.err());
        if (fault instanceof Problem problem) {
            report.problem(problem);
            if (debug) {
                problem.printStackTrace(here.err());
            }
            return ExitCode.INPUT;
        }
        report.fault(fault, UUID.randomUUID().toString().substring(0, 8), debug);
        return ExitCode.FAULT;
    }
}
