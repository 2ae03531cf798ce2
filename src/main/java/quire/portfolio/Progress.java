package quire.portfolio;

import java.util.List;
import quire.forms.Answers;
import quire.forms.Form;
import quire.forms.Section;
import quire.forms.Visibility;

/** How far a document has come, judged by those of its sections that its answers show. */
public enum Progress {
    NOT_STARTED,
    IN_PROGRESS,
    /** Every section was said to be complete. */
    COMPLETE;

    static Progress of(Document document) {
        Form form = document.form();
        Visibility sight = Visibility.of(form, Answers.of(form, document.answers()));
        List<SectionState> states = form.sections().stream()
                .filter(sight::shows)
                .map(Section::id)
                .map(document::state)
                .toList();
        if (states.stream().allMatch(state -> state == SectionState.NOT_STARTED)) {
            return NOT_STARTED;
        }
        return states.stream().allMatch(state -> state == SectionState.COMPLETED) ? COMPLETE : IN_PROGRESS;
    }
}
