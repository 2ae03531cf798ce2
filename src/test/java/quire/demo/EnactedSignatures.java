package quire.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static quire.demo.LivedCohort.COHORT;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import quire.forms.Role;
import quire.people.Invitation;
import quire.people.Invitations;
import quire.people.Passes;
import quire.people.Recording;
import quire.portfolio.Requests;
import quire.portfolio.Signature;
import quire.post.KeptLetter;

/** Everybody has signed whose signature the samples know, also those who were only asked to. */
abstract class EnactedSignatures {

    private static final int ALL = 10_000;

    private final LivedCohort lived;

    EnactedSignatures(LivedCohort lived) {
        this.lived = lived;
    }

    @Test
    void everybodyHasSignedOnTheirDay() {
        eachPaper((portfolio, sample) -> {
            List<SampleDocument.Signature> wanted = sample.signatures().stream()
                    .takeWhile(one -> source(sample, one.role()) != Role.Source.PANEL)
                    .toList();
            List<Signature> signed = signatures(portfolio, sample);
            assertThat(signed).as("%s of %s", sample.name(), portfolio.code()).hasSameSizeAs(wanted);
            for (int i = 0; i < wanted.size(); i++) {
                assertThat(signed.get(i).stands()).isTrue();
                assertThat(signed.get(i).role()).isEqualTo(wanted.get(i).role());
                assertThat(LocalDate.ofInstant(signed.get(i).at(), Cohort.ZONE))
                        .isEqualTo(wanted.get(i).on());
                assertIsTheirs(signed.get(i), wanted.get(i).signer());
            }
        });
    }

    /** Those without an account are printed with what they do, and have come by their link. */
    private void assertIsTheirs(Signature signed, SampleDocument.Signer wanted) {
        if (wanted.person() == null) {
            assertThat(Invitations.isGuest(signed.by())).isTrue();
            assertThat(signed.proof()).isIn(Passes.BY_LINK, Passes.BY_CODE);
            assertThat(signed.name()).startsWith(wanted.name() + ", " + wanted.post());
        } else if (Invitations.isGuest(signed.by())) {
            Member member = LivedCohort.member(wanted.person());
            assertThat(signed.name()).startsWith(member.name() + ", " + member.post());
        } else {
            assertThat(signed.by()).isEqualTo(lived.person(wanted.person()));
        }
    }

    /** An account counts in the organisation that gave it; elsewhere its owner is asked like anybody. */
    @Test
    void whoeverHasAnAccountThereSignsWithIt() {
        SamplePortfolio portfolio = LivedCohort.sample("EM-2025-007");
        assertThat(observer(portfolio, "presentation-observer-d").by()).isEqualTo(lived.person("piotr-zielinski"));
        assertThat(observer(portfolio, "presentation-observer-c").name())
                .startsWith("Moira Kettleby, ASYE co-ordinator");
        assertThat(Invitations.isGuest(
                        observer(portfolio, "presentation-observer-c").by()))
                .isTrue();
    }

    private Signature observer(SamplePortfolio portfolio, String name) {
        return signatures(portfolio, portfolio.document(name).orElseThrow()).get(0);
    }

    @Test
    void whoeverHasSignedWasAskedBeforeAndHasAnswered() {
        eachPaper((portfolio, sample) -> {
            for (Role role : Requests.askable(sample.form())) {
                Optional<Signature> signature = signatures(portfolio, sample).stream()
                        .filter(one -> one.role().equals(role.id()))
                        .findFirst();
                signature.ifPresent(one -> assertThat(requests(portfolio, sample))
                        .as("%s of %s", sample.name(), portfolio.code())
                        .singleElement()
                        .satisfies(request -> {
                            assertThat(request.state(COHORT.day())).isEqualTo(Invitation.State.SUBMITTED);
                            assertThat(request.moments().submitted()).isEqualTo(one.at());
                            assertThat(request.asked().at()).isBefore(one.at());
                        }));
            }
        });
    }

    /** Of those whom the samples have asked, whoever says nothing in them is waited for until their last day. */
    @Test
    void whoeverHasNotAnsweredIsWaitedFor() {
        Set<Invitation.State> seen = EnumSet.noneOf(Invitation.State.class);
        eachPaper((portfolio, sample) -> {
            for (SampleDocument.Request asked : sample.asked()) {
                Invitation.State wanted = state(sample, asked);
                assertThat(requests(portfolio, sample))
                        .as("%s of %s", sample.name(), portfolio.code())
                        .filteredOn(one -> one.role().equals(asked.role()))
                        .singleElement()
                        .extracting(one -> one.state(COHORT.day()))
                        .isEqualTo(wanted);
                seen.add(wanted);
            }
        });
        assertThat(seen)
                .containsExactlyInAnyOrder(Invitation.State.SENT, Invitation.State.SUBMITTED, Invitation.State.EXPIRED);
        assertThat(lived.doors().people().invitations().waitingFor(lived.person("hester-quayle"), COHORT.day()))
                .hasSize(1);
    }

    private static Invitation.State state(SampleDocument sample, SampleDocument.Request asked) {
        boolean signed = sample.signatures().stream()
                .anyMatch(signature -> signature.role().equals(asked.role()));
        boolean sent = sample.form().sections().stream()
                .anyMatch(section -> section.owner().equals(asked.role())
                        && sample.completed().containsKey(section.id()));
        LocalDate usual = Requests.usualLastDay(sample.form(), asked.role(), asked.on());
        LocalDate last = asked.until() == null ? usual : asked.until();
        return signed || sent
                ? Invitation.State.SUBMITTED
                : last.isBefore(COHORT.day()) ? Invitation.State.EXPIRED : Invitation.State.SENT;
    }

    @Test
    void whatPeopleWhoUseServicesSaidIsRecordedForThemAndConfirmed() {
        List<Recording> all = new ArrayList<>();
        eachPaper((portfolio, sample) -> {
            SampleDocument.Recorded wanted = sample.recorded();
            List<Recording> found = lived.doors()
                    .people()
                    .recordings()
                    .ofDocument(lived.document(portfolio, sample).id());
            all.addAll(found);
            assertThat(found).hasSize(wanted == null ? 0 : 1);
            if (wanted != null) {
                assertThat(found.get(0).saidBy()).isEqualTo(wanted.speaker());
                assertThat(found.get(0).confirmed()).isEqualTo(wanted.on());
                assertThat(found.get(0).by()).isNotEqualTo(lived.person(portfolio.nqsw()));
            }
        });
        assertThat(all).hasSizeGreaterThan(20);
    }

    /** Whoever was asked has their letter, and none has left the house. */
    @Test
    void everyRequestHasItsLettersAndNoneIsSent() {
        List<KeptLetter> letters = lived.outbox().list(null, 0, ALL);
        assertThat(letters)
                .isNotEmpty()
                .allSatisfy(letter -> assertThat(letter.state()).isEqualTo(KeptLetter.State.WAITING))
                .allSatisfy(letter -> assertThat(letter.letter().to()).endsWith(".example"));
        eachPaper((portfolio, sample) -> requests(portfolio, sample)
                .forEach(request -> assertThat(lived.outbox().about("invitation", request.id()))
                        .isNotEmpty()));
    }

    private static Role.Source source(SampleDocument sample, String role) {
        return Optional.ofNullable(sample.form().roles().get(role))
                .orElseThrow()
                .source();
    }

    private List<Invitation> requests(SamplePortfolio portfolio, SampleDocument sample) {
        return lived.doors()
                .people()
                .invitations()
                .ofDocument(lived.document(portfolio, sample).id());
    }

    private List<Signature> signatures(SamplePortfolio portfolio, SampleDocument sample) {
        return lived.doors()
                .documents()
                .signing()
                .of(lived.document(portfolio, sample).id());
    }

    private static void eachPaper(BiConsumer<SamplePortfolio, SampleDocument> look) {
        for (SamplePortfolio portfolio : COHORT.portfolios()) {
            portfolio.documents().forEach(sample -> look.accept(portfolio, sample));
        }
    }
}
