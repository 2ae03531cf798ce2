package quire.app;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import quire.core.Finding;
import quire.core.Json;
import quire.core.Place;
import quire.core.Problem;
import quire.preflight.Outcome;
import quire.preflight.Preflight;
import quire.preflight.Report;
import quire.preflight.RuleSets;

/** {@code preflight}: which rules of its readers a PDF file keeps. It needs no record. */
@Command(
        name = "preflight",
        description = {
            "Say which rules a PDF file keeps and which it breaks, page by page.",
            "Without --rules: all sets that are about such a file. Exit code 0: no rule is broken. 1: one is."
        })
final class PreflightCommand implements Callable<Integer> {

    private final Surroundings here;
    private final Commands commands;

    @Parameters(paramLabel = "FILE.pdf", description = "the PDF file")
    private Path file = Path.of("");

    @Option(names = "--rules", paramLabel = "RULES", description = "the id of a rule set; several times for several")
    private @Nullable List<String> rules;

    @Option(names = "--json", description = "print what was found as JSON")
    private boolean json;

    PreflightCommand(Surroundings here, Commands commands) {
        this.here = here;
        this.commands = commands;
    }

    @Override
    public Integer call() {
        RuleSets sets = sets();
        List<String> asked = rules == null ? List.of() : rules;
        asked.forEach(sets::get);
        Path path = here.folder().resolve(file);
        if (!Files.isRegularFile(path)) {
            throw Problem.notFound("There is no file " + file + ".");
        }
        List<Report> reports = new Preflight(sets)
                .of(path).stream()
                        .filter(report -> asked.isEmpty()
                                ? report.isMeant()
                                : asked.contains(report.set().id()))
                        .toList();
        if (json) {
            here.out().println(Json.write(reports.stream().map(Report::asJson).toList()));
        } else {
            reports.forEach(this::print);
        }
        return reports.stream().allMatch(Report::isGood) ? ExitCode.DONE : ExitCode.INPUT;
    }

    /** @throws Problem if there are none, or one has faults: nobody should take its silence for a pass */
    private RuleSets sets() {
        RuleSets.Read read = RuleSets.read(commands.atHand().ruleSets());
        if (Finding.anyError(read.findings())) {
            throw Problem.badInput("The rule sets have faults.", read.findings());
        } else if (read.sets().list().isEmpty()) {
            String folder = commands.atHand().ruleSets().toString();
            throw Problem.badInput(
                    Finding.error("rules-none", "There are no rule sets in " + folder + ".", Place.inFile(folder)));
        }
        return read.sets();
    }

    private void print(Report report) {
        PrintStream out = here.out();
        out.println(report.set().title() + " (" + report.set().id() + ")");
        for (Report.Line line : report.lines()) {
            out.printf(
                    "  %-14s  %s %s%n",
                    line.outcome().title(), line.rule().text(), line.judgement().sentence());
        }
        List<String> counts = new ArrayList<>();
        for (Outcome outcome : Outcome.values()) {
            if (report.count(outcome) > 0) {
                counts.add(outcome.title().toLowerCase(java.util.Locale.UK) + " " + report.count(outcome));
            }
        }
        out.println("  " + counts.stream().collect(Collectors.joining(", ")) + ".");
    }
}
