package quire.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import quire.core.Finding;
import quire.forms.AnswerCheck;
import quire.forms.Answers;
import quire.forms.Section;
import quire.yaml.Part;

/** A document holds what its form takes, and has come as far as it says. */
final class DocumentRules {

    private final Part root;
    private final SampleDocument document;
    private final Cohort cohort;
    private final AnswerCheck check;
    private final Answers answers;
    private final Signing signing;
    private final Course course;
    private final SigningRules signatures;
    private final AskedRules asked;

    DocumentRules(Part root, SampleDocument document, SamplePortfolio portfolio, Cohort cohort) {
        this.root = root;
        this.document = document;
        this.cohort = cohort;
        Answers answers = document.answers(
                new HeadBlock(cohort, portfolio).of(document.form(), document.row(), document.started()));
        this.check = AnswerCheck.of(document.form(), answers, cohort.day());
        this.signing = new Signing(document, answers);
        this.course = new Course(document, portfolio, signing);
        this.answers = answers;
        this.signatures = new SigningRules(root, document, portfolio, cohort, signing);
        this.asked = new AskedRules(root, document, cohort, course);
    }

    void check() {
        Names.checkNotAfter(root.member("started"), document.started(), cohort.day(), "the day of the cohort");
        check.draft().forEach(this::report);
        signatures.check();
        asked.check();
        checkReaders();
        checkState();
        document.form().sections().forEach(this::checkComplete);
    }

    /** Everybody who did something to the document is somebody, and did it to a section that is there. */
    private void checkReaders() {
        List<String> people = cohort.people().stream().map(Member::id).toList();
        List<String> sections =
                document.form().sections().stream().map(Section::id).toList();
        for (Part part : root.member("returned").entries()) {
            Names.checkKnown(part.member("by"), "person", people);
            part.member("sections").entries().forEach(section -> Names.checkKnown(section, "section", sections));
        }
        for (Part part : root.member("comments").entries()) {
            Names.checkKnown(part.member("by"), "person", people);
            Names.checkKnown(part.member("section"), "section", sections);
        }
        root.member("completed").members().forEach((section, day) -> {
            if (!sections.contains(section)) {
                day.fault("unknown", "There is no section “" + section + "”.");
            }
        });
    }

    private void checkState() {
        switch (document.state()) {
            case SIGNED -> signing.next().ifPresent(step -> wrong("Step " + step.step() + " is not signed yet."));
            case AWAITING -> {
                if (signing.next().isEmpty()) {
                    wrong("Every step is signed.");
                }
            }
            case RETURNED -> checkReturned();
            case DRAFT -> {
                if (!document.signatures().isEmpty()) {
                    wrong("Somebody has signed.");
                }
            }
        }
    }

    /** What its owner has said to be complete was so on that day. */
    private void checkComplete(Section section) {
        if (course.isCompleted(section)) {
            AnswerCheck.of(document.form(), answers, course.completed(section))
                    .complete(section)
                    .forEach(this::report);
        }
    }

    private void checkReturned() {
        List<LocalDate> after = new ArrayList<>();
        document.signatures().forEach(signature -> after.add(signature.on()));
        boolean last = document.returns().stream()
                .anyMatch(one -> after.stream().noneMatch(signed -> signed.isAfter(one.on())));
        if (!last) {
            wrong("Nothing was given back after the last signature.");
        }
    }

    private void wrong(String why) {
        root.member("state")
                .fault("state", "The document cannot be “" + CohortBuilder.text(root, "state") + "”. " + why);
    }

    /** Puts a finding on an answer at the line where the answer stands. */
    private void report(Finding finding) {
        String path = finding.place().path();
        Part part = root.member("sample").isPresent() ? root.member("sample") : root.member("answers");
        for (String step : String.valueOf(path).split("[.\\[\\]]+", -1)) {
            Part inside = step.matches("\\d+") ? part.entry(Integer.parseInt(step)) : part.member(step);
            part = inside.isPresent() ? inside : part;
        }
        root.add(finding.at(part.place().path("answers." + path)));
    }
}
