package quire.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import quire.forms.Role;
import quire.portfolio.Requests;

/** Who came into one paper without a part in its portfolio: those who were asked, and those whose words were written down. */
final class Asked {

    /** Those who may ask somebody, in the words of forms. */
    private static final List<String> ASKERS = List.of("nqsw", "assessor");

    private final SampleDocument document;
    private final SamplePortfolio portfolio;

    Asked(SampleDocument document, SamplePortfolio portfolio) {
        this.document = document;
        this.portfolio = portfolio;
    }

    /** Everybody who was asked; whoever has signed was asked as the paper was begun, if the sample does not know better. */
    List<SampleDocument.Request> requests() {
        List<SampleDocument.Request> all = new ArrayList<>(document.asked());
        for (Role role : Requests.askable(document.form())) {
            boolean known = all.stream().anyMatch(one -> one.role().equals(role.id()));
            document.signatures().stream()
                    .filter(signature -> !known && signature.role().equals(role.id()))
                    .findFirst()
                    .ifPresent(signature -> all.add(
                            new SampleDocument.Request(role.id(), signature.signer(), document.started(), null)));
        }
        return all;
    }

    Optional<SampleDocument.Request> request(String role) {
        return requests().stream().filter(one -> one.role().equals(role)).findFirst();
    }

    /** What somebody said in a part that they do not write themselves. */
    Optional<SampleDocument.Recorded> recorded(String role) {
        return Optional.ofNullable(document.recorded()).filter(one -> one.role().equals(role));
    }

    /** Who asks others on a day: whoever sees to the paper, if they may. */
    String asker(LocalDate day) {
        return Stream.concat(document.row().responsible().stream(), Stream.of("assessor"))
                .filter(ASKERS::contains)
                .flatMap(role -> holder(role, day).stream())
                .findFirst()
                .orElse(portfolio.nqsw());
    }

    /** Who writes down what somebody says: it is never the one whom it is about. */
    String recorder(LocalDate day) {
        return holder("assessor", day)
                .orElseThrow(() -> new IllegalStateException(document.name() + " has nobody who writes down"));
    }

    private Optional<String> holder(String role, LocalDate day) {
        return role.equals("nqsw") ? Optional.of(portfolio.nqsw()) : portfolio.holder(role, day);
    }
}
