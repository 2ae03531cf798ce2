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
    COMPLETE,
    /** All who sign it have signed. */
    SIGNED;

    /** Whether everything is written. */
    public boolean isWritten() {
        return this == COMPLETE || this == SIGNED;
    }

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
        if (states.contains(SectionState.LOCKED)) {
            return SIGNED;
        }
        return states.stream().allMatch(SectionState::isDone) ? COMPLETE : IN_PROGRESS;
    }
}
