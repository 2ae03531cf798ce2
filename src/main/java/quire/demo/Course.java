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
    private final Asked asked;

    Course(SampleDocument document, SamplePortfolio portfolio, Signing signing) {
        this.document = document;
        this.portfolio = portfolio;
        this.signing = signing;
        this.asked = new Asked(document, portfolio);
    }

    /** Who was asked for a part in it. */
    Asked asked() {
        return asked;
    }

    /** Who of those with a part in the portfolio wrote a section, or saw to it that it was written. */
    String writer(Section section) {
        String role = section.owner();
        LocalDate day = written(section);
        if (asked.recorded(role).isPresent()) {
            return asked.recorder(day);
        } else if (asked.request(role).isPresent()) {
            return asked.asker(day);
        }
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
        LocalDate day = said == null ? seen(section) : said;
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

    /** The signatures, as far as nobody on a panel has to sign before them: a panel has no room in the record yet. */
    List<SampleDocument.Signature> signatures() {
        return document.signatures().stream()
                .takeWhile(signature -> !isOfPanel(signature))
                .toList();
    }

    private boolean isOfPanel(SampleDocument.Signature signature) {
        Role role = document.form().roles().get(signature.role());
        return role != null && role.source() == Role.Source.PANEL;
    }

    /** Nobody says on which day: it was heard, or asked about, or signed. */
    private LocalDate seen(Section section) {
        LocalDate day =
                asked.recorded(section.owner()).map(SampleDocument.Recorded::on).orElseGet(() -> signed(section));
        return awaitedFrom(section).filter(awaited -> awaited.isBefore(day)).orElse(day);
    }

    /** The day on which somebody was asked who cannot begin before a section is complete. */
    private Optional<LocalDate> awaitedFrom(Section section) {
        return document.form().sections().stream()
                .filter(other ->
                        other.startWhen() != null && other.startWhen().section().equals(section.id()))
                .flatMap(other -> asked.request(other.owner()).stream())
                .map(SampleDocument.Request::on)
                .min(Comparator.naturalOrder());
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
