package quire.web.paper;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import quire.forms.Answers;
import quire.forms.Field;
import quire.forms.Section;
import quire.portfolio.Document;
import quire.web.frame.PaperRights;
import quire.web.frame.Visit;

/** A paper as far as its visitor may see it: what they may not read is not in it. */
final class SeenPaper {

    private final Document document;
    private final PaperRights rights;
    private final SectionRun run;

    private SeenPaper(Document document, PaperRights rights) {
        this.document = document;
        this.rights = rights;
        this.run = new SectionRun(document);
    }

    static SeenPaper of(Document document, Visit visit) {
        return new SeenPaper(document, PaperRights.of(document, visit.stands()));
    }

    Document document() {
        return document;
    }

    /** The sections that are part of the paper as it is answered now, also those that the visitor may not read. */
    List<Section> shown() {
        return run.shown();
    }

    /** Those whose text the visitor may read. */
    List<Section> readable() {
        return run.shown().stream().filter(this::reads).toList();
    }

    boolean reads(Section section) {
        return rights.reads(section.id()).allowed();
    }

    /** Whether the visitor may also read what it said while it was being written. */
    boolean readsDraft(Section section) {
        return rights.readsDraft(section.id()).allowed();
    }

    boolean writes(Section section) {
        return rights.writes(section.id()).allowed();
    }

    boolean comments(Section section) {
        return rights.comments(section.id()).allowed();
    }

    /** Whether what has to come first is complete. */
    boolean mayStart(Section section) {
        return run.mayStart(section);
    }

    /** Whether the whole paper lies open to the visitor. */
    boolean isWhole() {
        return run.shown().stream().allMatch(this::reads);
    }

    /** Whether some sections, all of them part of the form, lie open to the visitor. */
    boolean readsAll(Set<String> sections) {
        return document.form().sections().stream()
                .filter(section -> sections.contains(section.id()))
                .allMatch(this::reads);
    }

    /** The answers, but for those of sections that are closed to the visitor. */
    Answers answers() {
        Set<String> closed = document.form().sections().stream()
                .filter(section -> !reads(section))
                .flatMap(section -> section.fields().stream())
                .map(Field::id)
                .collect(Collectors.toSet());
        Map<String, @Nullable Object> open = new LinkedHashMap<>(document.answers());
        open.keySet().removeAll(closed);
        return Answers.of(document.form(), open);
    }
}
