package quire.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import quire.forms.Form;
import quire.forms.Role;
import quire.forms.Section;
import quire.portfolio.Requests;
import quire.yaml.Part;

/** Whoever writes in a document without a part in its portfolio was asked before, or somebody wrote it down for them. */
final class AskedRules {

    private final Part root;
    private final SampleDocument document;
    private final Cohort cohort;
    private final Course course;
    private final List<String> askable;

    AskedRules(Part root, SampleDocument document, Cohort cohort, Course course) {
        this.root = root;
        this.document = document;
        this.cohort = cohort;
        this.course = course;
        this.askable = Requests.askable(document.form()).stream().map(Role::id).toList();
    }

    void check() {
        Names.checkOnce(root.member("asked").entries(), "role");
        for (int i = 0; i < document.asked().size(); i++) {
            checkRequest(root.member("asked").entry(i), document.asked().get(i));
        }
        SampleDocument.Recorded recorded = document.recorded();
        if (recorded != null) {
            checkRecorded(root.member("recorded"), recorded);
        }
        document.form().sections().stream()
                .filter(section -> askable.contains(section.owner()))
                .filter(section -> course.isCompleted(section) || isBegun(section))
                .forEach(this::checkWritten);
    }

    private void checkRequest(Part part, SampleDocument.Request request) {
        Names.checkKnown(part.member("role"), "part for which somebody is asked", askable);
        List<String> people = cohort.people().stream().map(Member::id).toList();
        Names.checkKnown(part.member("who"), "person", people);
        checkDay(part.member("on"), request.on());
        LocalDate until = request.until();
        if (until != null && !until.isAfter(request.on())) {
            part.member("until").fault("day", "This is not after the day on which they were asked.");
        }
    }

    private void checkRecorded(Part part, SampleDocument.Recorded recorded) {
        Form form = document.form();
        List<String> recordable = Stream.of(recorded.role())
                .filter(role -> askable.contains(role) && Requests.isRecordable(form, role))
                .toList();
        Names.checkKnown(part.member("role"), "part that is written down for somebody", recordable);
        checkDay(part.member("on"), recorded.on());
        if (course.asked().request(recorded.role()).isPresent()) {
            part.fault("asked", "Whoever was asked writes this part themselves.");
        }
    }

    private void checkDay(Part part, LocalDate day) {
        Names.checkNotAfter(part, day, cohort.day(), "the day of the cohort");
        if (day.isBefore(document.started())) {
            part.fault("day", "The document was not begun before " + document.started() + ".");
        }
    }

    private void checkWritten(Section section) {
        String role = section.owner();
        boolean heard = course.asked().recorded(role).isPresent();
        boolean asked = course.asked().request(role).isPresent();
        if (!heard && !asked) {
            root.member("answers")
                    .fault("asked", "Nobody was asked for “" + section.title() + "”, and nobody wrote it down.");
        } else if (asked && !askedBefore(section)) {
            root.member("started")
                    .fault("day", "“" + section.title() + "” was written on the day on which it was asked for.");
        }
    }

    private boolean askedBefore(Section section) {
        return course.asked()
                .request(section.owner())
                .filter(request -> request.on().isBefore(course.written(section)))
                .isPresent();
    }

    private boolean isBegun(Section section) {
        return section.fields().stream().anyMatch(field -> document.answers().containsKey(field.id()));
    }
}
