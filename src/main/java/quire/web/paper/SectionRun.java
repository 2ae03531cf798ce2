package quire.web.paper;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import quire.forms.Answers;
import quire.forms.Section;
import quire.forms.Visibility;
import quire.portfolio.Document;

/** The sections of one document as somebody goes through them. */
final class SectionRun {

    private final Document document;
    private final Visibility sight;

    SectionRun(Document document) {
        this.document = document;
        this.sight = Visibility.of(document.form(), Answers.of(document.form(), document.answers()));
    }

    /** Those that are part of this paper as it is answered now. */
    List<Section> shown() {
        return document.shown();
    }

    /** Whether what has to come first has been done. */
    boolean mayStart(Section section) {
        return document.mayStart(section);
    }

    /**
     * The next one that may be written in.
     *
     * @param writes whether it is the visitor’s to write
     */
    Optional<Section> after(Section section, Predicate<Section> writes) {
        List<Section> shown = shown();
        int index = shown.indexOf(section);
        return shown.stream()
                .skip(index + 1L)
                .filter(this::mayStart)
                .filter(writes)
                .findFirst();
    }

    /** The questions of a section that are asked now. */
    Set<String> asked(Section section) {
        Set<String> asked = new LinkedHashSet<>();
        section.fields().stream().filter(sight::shows).forEach(field -> asked.add(field.id()));
        return asked;
    }
}
