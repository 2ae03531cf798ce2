package quire.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static quire.demo.LivedCohort.COHORT;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import quire.core.Digest;
import quire.people.PortfolioRole;
import quire.portfolio.Checklist;
import quire.portfolio.Conversation;
import quire.portfolio.Document;
import quire.portfolio.Progress;
import quire.portfolio.Returned;
import quire.portfolio.Revision;
import quire.portfolio.Summary;

/** The papers of a cohort that has lived stand as the samples say. */
abstract class EnactedPapers {

    private final LivedCohort lived;

    EnactedPapers(LivedCohort lived) {
        this.lived = lived;
    }

    @Test
    void everyAnswerOfEveryPaperIsThere() {
        for (SamplePortfolio portfolio : COHORT.portfolios()) {
            Map<String, List<SampleDocument>> papers = portfolio.documents().stream()
                    .collect(Collectors.groupingBy(sample -> sample.row().id()));
            List<Summary> written = lived.documents(portfolio);
            assertThat(written).hasSameSizeAs(portfolio.documents());
            papers.forEach((paper, samples) -> assertThat(answers(written, paper))
                    .as("%s of %s", paper, portfolio.code())
                    .containsExactlyInAnyOrderElementsOf(samples.stream()
                            .map(sample -> lived.answers(sample, portfolio))
                            .toList()));
        }
    }

    @Test
    void papersAreAsFarAsTheSamplesSay() {
        for (SamplePortfolio portfolio : COHORT.portfolios()) {
            for (SampleDocument sample : portfolio.documents()) {
                assertThat(lived.document(portfolio, sample).progress())
                        .as("%s of %s", sample.name(), portfolio.code())
                        .isIn(far(sample));
            }
        }
    }

    /** What nobody signs, and what is for a panel, ends with being written. */
    private static List<Progress> far(SampleDocument sample) {
        return switch (sample.state()) {
            case SIGNED ->
                sample.signatures().isEmpty() || LivedCohort.needsPanel(sample.form())
                        ? List.of(Progress.COMPLETE)
                        : List.of(Progress.SIGNED);
            case RETURNED -> List.of(Progress.IN_PROGRESS);
            case DRAFT -> List.of(Progress.NOT_STARTED, Progress.IN_PROGRESS, Progress.COMPLETE);
            case AWAITING -> List.of(Progress.IN_PROGRESS, Progress.COMPLETE);
        };
    }

    /** A paper is unfinished where its sample is, or where a panel has yet to sign it. */
    @Test
    void everyYearIsAsWholeAsItsSample() {
        for (SamplePortfolio portfolio : COHORT.portfolios()) {
            Map<String, List<SampleDocument>> samples = portfolio.documents().stream()
                    .collect(Collectors.groupingBy(sample -> sample.row().id()));
            Checklist checklist = checklist(portfolio);
            assertThat(Stream.concat(checklist.items(), checklist.further().stream()))
                    .filteredOn(item -> samples.containsKey(item.row().id()))
                    .hasSameSizeAs(samples.keySet())
                    .allSatisfy(item -> assertThat(item.status() == Checklist.Status.COMPLETE)
                            .as("%s of %s", item.row().id(), portfolio.code())
                            .isEqualTo(Objects.requireNonNull(
                                            samples.get(item.row().id()))
                                    .stream()
                                    .allMatch(EnactedPapers::isWhole)));
        }
    }

    /** Nothing that must be there is left out of a year that was signed off, but for what a panel writes. */
    @Test
    void everythingThatMustBeThereIsWholeInAYearThatWasSignedOff() {
        List<SamplePortfolio> over = COHORT.portfolios().stream()
                .filter(portfolio -> portfolio
                        .document("final-assessment")
                        .filter(EnactedPapers::isWhole)
                        .isPresent())
                .toList();
        assertThat(over)
                .extracting(SamplePortfolio::code)
                .containsExactlyInAnyOrder("NV-2022-006", "NV-2025-014", "NV-2025-016");
        for (SamplePortfolio portfolio : over) {
            assertThat(checklist(portfolio).items())
                    .filteredOn(item -> !item.row().optional() && !LivedCohort.needsPanel(item.row()))
                    .isNotEmpty()
                    .allSatisfy(item -> assertThat(item.status())
                            .as("%s of %s", item.row().id(), portfolio.code())
                            .isEqualTo(Checklist.Status.COMPLETE));
        }
    }

    private Checklist checklist(SamplePortfolio portfolio) {
        return lived.doors().documents().checklist(lived.portfolio(portfolio), COHORT.day());
    }

    private static boolean isWhole(SampleDocument sample) {
        return sample.state() == SampleDocument.State.SIGNED && !LivedCohort.needsPanel(sample.form());
    }

    @Test
    void whatWasGivenBackSaysWhy() {
        for (SamplePortfolio portfolio : COHORT.portfolios()) {
            for (SampleDocument sample : portfolio.documents()) {
                assertThat(lived.doors()
                                .documents()
                                .sections()
                                .returned(lived.document(portfolio, sample).id()))
                        .extracting(Returned::reason)
                        .hasSameElementsAs(sample.returns().stream()
                                .map(SampleDocument.Return::because)
                                .toList());
            }
        }
    }

    @Test
    void sectionsWereWrittenByThoseWhoOwnedThemThen() {
        SamplePortfolio portfolio = LivedCohort.sample("NV-2026-007");
        Document plan = lived.document("NV-2026-007", "plan-3-6");
        Map<String, String> writers = new LinkedHashMap<>();
        for (Revision revision : lived.doors().documents().history(plan.id())) {
            if (revision.section() != null) {
                writers.put(plan.form().section(revision.section()).owner(), revision.by());
            }
        }
        assertThat(writers)
                .containsOnly(
                        Map.entry("nqsw", lived.person(portfolio.nqsw())),
                        Map.entry("assessor", lived.person("merryn-penhaligon")));
        assertThat(holder("NV-2026-007", LocalDate.of(2026, 6, 30))).isEqualTo(lived.person("merryn-penhaligon"));
        assertThat(holder("NV-2026-007", LocalDate.of(2026, 7, 1))).isEqualTo(lived.person("anil-deshpande-wray"));
    }

    @Test
    void whatWasSaidBesideAPaperIsThereAndOpenOnlyWhereItIsNotSigned() {
        for (SamplePortfolio portfolio : COHORT.portfolios()) {
            for (SampleDocument sample : portfolio.documents()) {
                List<Conversation> said = lived.doors()
                        .comments()
                        .ofDocument(lived.document(portfolio, sample).id());
                assertThat(said).hasSameSizeAs(sample.comments());
                boolean signed = sample.state() == SampleDocument.State.SIGNED;
                assertThat(said)
                        .allSatisfy(one ->
                                assertThat(one.first().dealtWith() != null).isEqualTo(signed));
            }
        }
    }

    @Test
    void filesThatAnswersNameCanBeRead() {
        int files = 0;
        for (SamplePortfolio portfolio : COHORT.portfolios()) {
            for (Summary summary : lived.documents(portfolio)) {
                Map<String, @Nullable Object> answers =
                        lived.doors().documents().get(summary.id()).answers();
                for (String digest : digests(answers)) {
                    assertThat(lived.doors().attachments().read(answers, new Digest(digest)))
                            .isPresent();
                    files++;
                }
            }
        }
        assertThat(files).isPositive();
    }

    private List<Map<String, @Nullable Object>> answers(List<Summary> written, String paper) {
        return written.stream()
                .filter(summary -> paper.equals(summary.paper()))
                .map(summary -> lived.doors().documents().get(summary.id()).answers())
                .toList();
    }

    private String holder(String code, LocalDate day) {
        return lived.doors()
                .people()
                .assignments()
                .holder(lived.portfolio(LivedCohort.sample(code)).id(), PortfolioRole.ASSESSOR, day)
                .orElseThrow()
                .person();
    }

    private static List<String> digests(@Nullable Object data) {
        if (data instanceof Map<?, ?> map) {
            return map.get("sha256") instanceof String digest
                    ? List.of(digest)
                    : map.values().stream()
                            .flatMap(value -> digests(value).stream())
                            .toList();
        }
        return data instanceof List<?> list
                ? list.stream().flatMap(value -> digests(value).stream()).toList()
                : List.of();
    }
}
