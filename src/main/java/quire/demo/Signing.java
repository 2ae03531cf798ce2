package quire.demo;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quire.forms.Answers;
import quire.forms.Section;
import quire.forms.SignOffStep;
import quire.forms.Visibility;

/** Which steps of signing a paper has, and how far they are. */
final class Signing {

    private final SampleDocument document;
    private final Visibility sight;

    Signing(SampleDocument document, Answers answers) {
        this.document = document;
        this.sight = Visibility.of(document.form(), answers);
    }

    /** @param record the values of the paper's head block */
    static Signing of(SampleDocument document, Map<String, @Nullable Object> record) {
        return new Signing(document, document.answers(record));
    }

    boolean shows(Section section) {
        return sight.shows(section);
    }

    /** Those that are taken with these answers. */
    List<SignOffStep> steps() {
        return document.form().signOff().stream().filter(sight::shows).toList();
    }

    /** The first step that is not signed; empty when all are. */
    Optional<SignOffStep> next() {
        return steps().stream().filter(step -> !isSigned(step)).findFirst();
    }

    boolean isSigned(SignOffStep step) {
        return step.everyone()
                ? step.signers().stream().allMatch(role -> isSigned(step, role))
                : step.signers().stream().anyMatch(role -> isSigned(step, role));
    }

    private boolean isSigned(SignOffStep step, String role) {
        return document.signatures().stream()
                .anyMatch(signature ->
                        signature.step() == step.step() && signature.role().equals(role));
    }
}
