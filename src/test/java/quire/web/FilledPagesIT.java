package quire.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quire.forms.Form;
import quire.forms.Section;
import quire.portfolio.Sent;
import quire.testkit.Ask;
import quire.testkit.Cast;
import quire.testkit.WebHouse;

/** A review counts what is in the portfolio as its pages are opened, until somebody has signed what they saw. */
class FilledPagesIT {

    private static final Pattern BOX = Pattern.compile("name=\"(_seen|_key|_base)\" value=\"([^\"]+)\"");

    @TempDir
    static Path data;

    private static WebHouse house;
    private static Cast cast;
    private static Papers papers;

    @BeforeAll
    static void open() {
        house = WebHouse.open(data);
        cast = Cast.in(house);
        papers = new Papers(house, cast);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void theReviewCountsUntilItIsSigned() {
        String review = papers.begin("interim-review", "interim-review");
        String evidence = "/documents/" + review + "/sections/evidence";
        Ask assessor = papers.ask("assessor");
        assessor.get(evidence).expect(200);
        assertThat(counted(review)).isEqualTo("0");
        verify("documentation-1");
        assessor.get(evidence).expect(200).says("Verified professional documents");
        int one = Integer.parseInt(counted(review));
        assertThat(one).isPositive();
        verify("documentation-2");
        papers.ask("manager").get("/documents/" + review).expect(200);
        assertThat(counted(review)).isEqualTo(String.valueOf(2 * one));
        finish(review);
        sign(review, "assessor", "0.assessor");
        verify("documentation-3");
        assessor.get(evidence).expect(200);
        papers.ask("nqsw").get("/documents/" + review).expect(200);
        assertThat(counted(review)).isEqualTo(String.valueOf(2 * one));
        assertThat(house.rooms().documents().signing().of(review)).allMatch(signature -> signature.stands());
    }

    private String counted(String review) {
        List<?> rows =
                (List<?>) Objects.requireNonNull(papers.get(review).answers().get("minimums"));
        return rows.stream()
                .map(row -> (Map<?, ?>) row)
                .filter(row -> "documents".equals(row.get("row")))
                .map(row -> String.valueOf(row.get("minimum_count")))
                .findFirst()
                .orElseThrow();
    }

    private void verify(String paper) {
        String document = papers.begin(paper, "documentation-verification");
        finish(document);
        sign(document, "assessor", "0.assessor");
        sign(document, "nqsw", "1.nqsw");
        assertThat(papers.get(document).isClosed()).isTrue();
    }

    private void finish(String document) {
        Form form = papers.get(document).form();
        Map<String, @Nullable Object> sample = sample(form);
        for (Section section : form.sections()) {
            if (!section.id().equals("quality")) {
                finish(document, section, sample);
            }
        }
    }

    private void finish(String document, Section section, Map<String, @Nullable Object> sample) {
        Map<String, @Nullable Object> answers = new LinkedHashMap<>();
        section.fields().stream()
                .filter(field -> field.asksPeople() && sample.containsKey(field.id()))
                .forEach(field -> answers.put(field.id(), sample.get(field.id())));
        answers.remove("evidence_received");
        house.rooms()
                .documents()
                .save(
                        document,
                        Sent.of(section.id(), answers, papers.get(document).revision()),
                        papers.actor(section.owner()),
                        WebHouse.CLOCK.instant(),
                        house.rooms().today())
                .orThrow();
        house.rooms()
                .documents()
                .sections()
                .complete(
                        document,
                        section.id(),
                        papers.actor(section.owner()),
                        WebHouse.CLOCK.instant(),
                        house.rooms().today());
    }

    private static Map<String, @Nullable Object> sample(Form form) {
        return WebHouse.sampleAnswers(form);
    }

    private static void sign(String document, String who, String place) {
        String page = "/documents/" + document + "/sign/" + place;
        Ask.Answer asked = papers.ask(who).get(page).expect(200).says("Your statement");
        Map<String, String> boxes = new LinkedHashMap<>();
        Matcher matcher = BOX.matcher(asked.text());
        while (matcher.find()) {
            boxes.put(matcher.group(1), matcher.group(2));
        }
        assertThat(papers.ask(who).post(page, boxes).location()).endsWith("?done=signed");
    }
}
