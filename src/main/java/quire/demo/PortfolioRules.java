package quire.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import quire.programme.EvidenceKind;
import quire.programme.Gate;
import quire.yaml.Part;

/** A portfolio names only what is there, and no stage has begun whose gate is shut. */
final class PortfolioRules {

    private final Part root;
    private final SamplePortfolio portfolio;
    private final Cohort cohort;
    private final Path samples;

    private PortfolioRules(Part root, SamplePortfolio portfolio, Cohort cohort, Path samples) {
        this.root = root;
        this.portfolio = portfolio;
        this.cohort = cohort;
        this.samples = samples;
    }

    static void check(Part root, SamplePortfolio portfolio, Cohort cohort, Path samples) {
        PortfolioRules rules = new PortfolioRules(root, portfolio, cohort, samples);
        rules.checkNames();
        rules.checkAssignments();
        rules.checkEvidence();
        rules.checkGates();
    }

    private void checkNames() {
        String folder = String.valueOf(root.place().file());
        if (!folder.contains("/" + portfolio.code() + "/")) {
            root.member("portfolio").fault("name", "The folder is not named “" + portfolio.code() + "”.");
        }
        Names.checkKnown(root.member("nqsw"), "person", people());
        Names.checkKnown(
                root.member("employer"),
                "organisation",
                cohort.organisations().stream().map(Employer::id).toList());
        if (portfolio.firstDay().isBefore(cohort.since())) {
            root.member("start")
                    .fault("day", "This portfolio begins before the cohort does, which is " + cohort.since() + ".");
        }
        Names.checkNotAfter(root.member("start"), portfolio.dates().start(), cohort.day(), "the day of the cohort");
    }

    private void checkAssignments() {
        List<String> roles = List.copyOf(portfolio.programme().basis().roles().keySet());
        for (Part part : root.member("assigned").entries()) {
            Names.checkKnown(part.member("role"), "role", roles);
            Names.checkKnown(part.member("person"), "person", people());
        }
    }

    private void checkEvidence() {
        List<String> kinds = portfolio.programme().moderation().evidence().stream()
                .map(EvidenceKind::id)
                .toList();
        List<String> documents =
                portfolio.documents().stream().map(SampleDocument::name).toList();
        List<Part> parts = root.member("evidence").entries();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            SamplePortfolio.Evidence evidence = portfolio.evidence().get(i);
            Names.checkKnown(part.member("kind"), "kind of evidence", kinds);
            Names.checkKnown(part.member("for"), "document", documents);
            Names.checkKnown(part.member("by"), "person", people());
            Names.checkNotAfter(part.member("on"), evidence.on(), cohort.day(), "the day of the cohort");
            if (!Files.isRegularFile(samples.resolve("evidence").resolve(evidence.file()))) {
                part.member("file")
                        .fault("missing", "There is no file “" + evidence.file() + "” in the folder “evidence”.");
            }
            portfolio.documents().stream()
                    .filter(document -> document.name().equals(evidence.document()))
                    .flatMap(document -> document.signatures().stream())
                    .filter(signature -> signature.on().isBefore(evidence.on()))
                    .findFirst()
                    .ifPresent(signature -> part.member("on")
                            .fault(
                                    "order",
                                    "The paper that this file is for was signed on " + signature.on()
                                            + ", and a signature stands for the files too."));
        }
    }

    private void checkGates() {
        for (Gate gate : portfolio.programme().gates()) {
            for (String needed : gate.signed()) {
                boolean planned = portfolio
                        .programme()
                        .plan(portfolio.choices())
                        .all()
                        .anyMatch(row -> row.id().equals(needed));
                if (planned
                        && signed().noneMatch(document -> document.row().id().equals(needed))) {
                    signed().filter(document ->
                                    gate.opens().equals(document.row().stage()))
                            .forEach(document -> root.member("portfolio")
                                    .fault(
                                            "gate",
                                            "“" + document.name() + "” is signed, but “" + needed
                                                    + "”, which opens its stage, is not."));
                }
            }
        }
    }

    private Stream<SampleDocument> signed() {
        return portfolio.documents().stream().filter(document -> document.state() == SampleDocument.State.SIGNED);
    }

    private List<String> people() {
        return cohort.people().stream().map(Member::id).toList();
    }
}
