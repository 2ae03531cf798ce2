package quire.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import quire.yaml.Part;

/** A document is signed in order, by those whose turn it is, on days on which they work. */
final class SigningRules {

    /** Roles that somebody has towards one portfolio; others are had by whoever is asked. */
    private static final Set<String> ASSIGNED = Set.of("nqsw", "assessor", "manager", "coordinator");

    private final Part root;
    private final SampleDocument document;
    private final SamplePortfolio portfolio;
    private final Cohort cohort;
    private final Signing signing;

    SigningRules(Part root, SampleDocument document, SamplePortfolio portfolio, Cohort cohort, Signing signing) {
        this.root = root;
        this.document = document;
        this.portfolio = portfolio;
        this.cohort = cohort;
        this.signing = signing;
    }

    void check() {
        List<Part> parts = root.member("signed").entries();
        LocalDate before = document.started();
        int step = 0;
        for (int i = 0; i < parts.size(); i++) {
            SampleDocument.Signature signature = document.signatures().get(i);
            checkTurn(parts.get(i), signature);
            if (signature.step() < step || signature.on().isBefore(before)) {
                parts.get(i).fault("order", "This signature comes before the one above it.");
            }
            before = signature.on();
            step = signature.step();
        }
    }

    private void checkTurn(Part part, SampleDocument.Signature signature) {
        boolean asked = signing.steps().stream()
                .anyMatch(step ->
                        step.step() == signature.step() && step.signers().contains(signature.role()));
        if (!asked) {
            part.fault(
                    "step",
                    "The form does not ask for a signature of “" + signature.role() + "” in step " + signature.step()
                            + ", or not with these answers.");
        }
        Names.checkNotAfter(part.member("on"), signature.on(), cohort.day(), "the day of the cohort");
        if (!portfolio.programme().timeline().workingDays().include(signature.on())) {
            part.member("on").fault("day", "Nobody works on " + signature.on() + ".");
        }
        checkSigner(part, signature);
    }

    private void checkSigner(Part part, SampleDocument.Signature signature) {
        String person = signature.signer().person();
        if (person == null) {
            return;
        }
        Names.checkKnown(
                part.member("by"),
                "person",
                cohort.people().stream().map(Member::id).toList());
        if (ASSIGNED.contains(signature.role()) && !portfolio.isHeldBy(person, signature.role(), signature.on())) {
            part.member("by").fault("role", "“" + person + "” is not “" + signature.role() + "” here on that day.");
        }
    }
}
