package quire.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import quire.forms.Answers;
import quire.forms.Section;
import quire.forms.SignOffStep;
import quire.forms.Visibility;
import quire.yaml.Part;

/** A document is signed in order, by those whose turn it is, on days on which they work. */
final class SigningRules {

    /** Roles that somebody has towards one portfolio; others are had by whoever is asked. */
    private static final Set<String> ASSIGNED = Set.of("nqsw", "assessor", "manager", "coordinator");

    private final Part root;
    private final SampleDocument document;
    private final SamplePortfolio portfolio;
    private final Cohort cohort;
    private final Visibility sight;

    SigningRules(Part root, SampleDocument document, SamplePortfolio portfolio, Cohort cohort, Answers answers) {
        this.root = root;
        this.document = document;
        this.portfolio = portfolio;
        this.cohort = cohort;
        this.sight = Visibility.of(document.form(), answers);
    }

    boolean shows(Section section) {
        return sight.shows(section);
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

    /** The first step that is not signed; empty when all are. */
    Optional<SignOffStep> nextStep() {
        return steps().stream().filter(step -> !isSigned(step)).findFirst();
    }

    private List<SignOffStep> steps() {
        return document.form().signOff().stream().filter(sight::shows).toList();
    }

    private boolean isSigned(SignOffStep step) {
        return step.everyone()
                ? step.signers().stream().allMatch(role -> isSigned(step, role))
                : step.signers().stream().anyMatch(role -> isSigned(step, role));
    }

    private boolean isSigned(SignOffStep step, String role) {
        return document.signatures().stream()
                .anyMatch(signature ->
                        signature.step() == step.step() && signature.role().equals(role));
    }

    private void checkTurn(Part part, SampleDocument.Signature signature) {
        boolean asked = steps().stream()
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
