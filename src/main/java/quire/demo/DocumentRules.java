package quire.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.core.Finding;
import quire.forms.AnswerCheck;
import quire.forms.Answers;
import quire.forms.Section;
import quire.forms.SignOffStep;
import quire.yaml.Part;

/** A document holds what its form takes, and has come as far as it says. */
final class DocumentRules {

    private final Part root;
    private final SampleDocument document;
    private final Cohort cohort;
    private final Answers answers;
    private final AnswerCheck check;
    private final SigningRules signing;

    DocumentRules(Part root, SampleDocument document, SamplePortfolio portfolio, Cohort cohort) {
        this.root = root;
        this.document = document;
        this.cohort = cohort;
        Map<String, @Nullable Object> all = new LinkedHashMap<>(document.answers());
        if (document.form().record() != null) {
            all.put(
                    Answers.RECORD,
                    new HeadBlock(cohort, portfolio).of(document.form(), document.row(), document.started()));
        }
        this.answers = Answers.of(document.form(), all);
        this.check = AnswerCheck.of(document.form(), answers, cohort.day());
        this.signing = new SigningRules(root, document, portfolio, cohort, answers);
    }

    void check() {
        Names.checkNotAfter(root.member("started"), document.started(), cohort.day(), "the day of the cohort");
        check.draft().forEach(this::report);
        signing.check();
        checkReaders();
        checkState();
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
            case SIGNED -> {
                signing.nextStep().ifPresent(step -> wrong("Step " + step.step() + " is not signed yet."));
                check.complete().forEach(this::report);
            }
            case AWAITING -> {
                if (signing.nextStep().isEmpty()) {
                    wrong("Every step is signed.");
                }
                signing.nextStep().ifPresent(this::checkComplete);
            }
            case RETURNED -> checkReturned();
            case DRAFT -> {
                if (!document.signatures().isEmpty()) {
                    wrong("Somebody has signed.");
                }
            }
        }
    }

    /** Complete are the sections of everybody but those who are to sign: they may fill in theirs as they sign. */
    private void checkComplete(SignOffStep next) {
        for (Section section : document.form().sections()) {
            boolean waits =
                    next.covers().contains(section.id()) && !next.signers().contains(section.owner());
            if (waits && signing.shows(section)) {
                check.complete(section).forEach(this::report);
            }
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
