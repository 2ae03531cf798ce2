package quire.demo;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import quire.forms.Role;
import quire.forms.Section;
import quire.forms.SignOffStep;

/** The course that a paper took, told from where it stands: who wrote each section, and when it was complete. */
final class Course {

    private final SampleDocument document;
    private final SamplePortfolio portfolio;
    private final Signing signing;

    Course(SampleDocument document, SamplePortfolio portfolio, Signing signing) {
        this.document = document;
        this.portfolio = portfolio;
        this.signing = signing;
    }

    /** Who wrote a section; what somebody without an account said was typed in by whoever sees to the paper. */
    String writer(Section section) {
        String role = section.owner();
        LocalDate day = written(section);
        return holder(role, day)
                .or(() -> signer(role))
                .or(() -> document.row().responsible().stream()
                        .flatMap(one -> holder(one, day).stream())
                        .findFirst())
                .orElse(portfolio.nqsw());
    }

    /** The day on which a section was last written in. */
    LocalDate written(Section section) {
        return isCompleted(section) ? completed(section) : document.started();
    }

    /** Whether its owner has said at some time that it was complete. */
    boolean isCompleted(Section section) {
        if (!signing.shows(section)) {
            return false;
        }
        boolean said = document.completed().containsKey(section.id());
        return switch (document.state()) {
            case DRAFT -> said;
            case AWAITING -> said || isCovered(section) || isAwaited(section);
            case RETURNED -> said || isCovered(section);
            case SIGNED -> true;
        };
    }

    /** The day on which its owner said so for the first time: at the latest when a signature covered it. */
    LocalDate completed(Section section) {
        LocalDate said = document.completed().get(section.id());
        LocalDate day = said == null ? signed(section) : said;
        return document.returns().stream()
                .filter(one -> one.sections().contains(section.id()))
                .map(SampleDocument.Return::on)
                .filter(back -> back.isBefore(day))
                .findFirst()
                .orElse(day);
    }

    /** The day on which what was given back was complete again; empty while it is open. */
    Optional<LocalDate> again(SampleDocument.Return back) {
        boolean last = back.equals(document.returns().get(document.returns().size() - 1));
        if (last && document.state() == SampleDocument.State.RETURNED) {
            return Optional.empty();
        }
        return Optional.of(document.signatures().stream()
                .map(SampleDocument.Signature::on)
                .filter(day -> !day.isBefore(back.on()))
                .min(Comparator.naturalOrder())
                .orElse(back.on()));
    }

    /** The day of the last signature of a paper that everybody has signed. */
    Optional<LocalDate> done() {
        return document.state() == SampleDocument.State.SIGNED
                ? document.signatures().stream()
                        .map(SampleDocument.Signature::on)
                        .max(Comparator.naturalOrder())
                : Optional.empty();
    }

    /**
     * The signatures of those who have a part in the portfolio, as far as nobody else has to sign before them: whoever was
     * asked signs by a link of their own, and whoever sits on a panel signs there.
     */
    List<SampleDocument.Signature> byParts() {
        return document.signatures().stream().takeWhile(this::isByPart).toList();
    }

    private boolean isByPart(SampleDocument.Signature signature) {
        Role role = document.form().roles().get(signature.role());
        return role != null
                && role.source() == Role.Source.PORTFOLIO
                && signature.signer().person() != null;
    }

    private LocalDate signed(Section section) {
        List<Integer> covering =
                covering(section).map(SignOffStep::step).distinct().toList();
        return firstSignature(signature -> covering.contains(signature.step()))
                .or(() -> firstSignature(signature -> signature.role().equals(section.owner())))
                .or(() -> firstSignature(signature -> true))
                .orElse(document.started());
    }

    private Optional<LocalDate> firstSignature(Predicate<SampleDocument.Signature> wanted) {
        return document.signatures().stream()
                .filter(wanted)
                .map(SampleDocument.Signature::on)
                .min(Comparator.naturalOrder());
    }

    private boolean isCovered(Section section) {
        return covering(section).anyMatch(signing::isSigned);
    }

    /** Those who are to sign next fill in theirs as they sign. */
    private boolean isAwaited(Section section) {
        return signing.next()
                .filter(step ->
                        step.covers().contains(section.id()) && !step.signers().contains(section.owner()))
                .isPresent();
    }

    private Stream<SignOffStep> covering(Section section) {
        return signing.steps().stream().filter(step -> step.covers().contains(section.id()));
    }

    private Optional<String> holder(String role, LocalDate day) {
        return role.equals("nqsw") ? Optional.of(portfolio.nqsw()) : portfolio.holder(role, day);
    }

    private Optional<String> signer(String role) {
        return document.signatures().stream()
                .filter(signature -> signature.role().equals(role))
                .flatMap(signature -> Optional.ofNullable(signature.signer().person()).stream())
                .findFirst();
    }
}
