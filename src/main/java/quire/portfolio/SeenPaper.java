package quire.portfolio;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import quire.forms.Answers;
import quire.forms.Field;
import quire.forms.Section;
import quire.people.Standing;

/** A paper as far as somebody may see it: what they may not read is not in it. */
public final class SeenPaper {

    private final Document document;
    private final @Nullable PaperRights rights;
    private final List<Section> shown;

    private SeenPaper(Document document, @Nullable PaperRights rights) {
        this.document = document;
        this.rights = rights;
        this.shown = document.shown();
    }

    public static SeenPaper of(Document document, Standing standing) {
        return new SeenPaper(document, PaperRights.of(document, standing));
    }

    /** As the record itself has it, to which nothing is closed; for nobody to read. */
    public static SeenPaper whole(Document document) {
        return new SeenPaper(document, null);
    }

    public Document document() {
        return document;
    }

    /** The sections that are part of the paper as it is answered now, also those that they may not read. */
    public List<Section> shown() {
        return shown;
    }

    /** Those whose text they may read. */
    public List<Section> readable() {
        return shown.stream().filter(this::reads).toList();
    }

    public boolean reads(Section section) {
        return rights == null || rights.reads(section.id()).allowed();
    }

    /** Whether they may also read what it said while it was being written. */
    public boolean readsDraft(Section section) {
        return rights == null || rights.readsDraft(section.id()).allowed();
    }

    public boolean writes(Section section) {
        return rights != null && rights.writes(section.id()).allowed();
    }

    public boolean comments(Section section) {
        return rights != null && rights.comments(section.id()).allowed();
    }

    /** Whether they read what was said beside a section. */
    public boolean discussed(Section section) {
        return rights == null || rights.discussed(section.id()).allowed();
    }

    /** Whether the whole paper lies open to them. */
    public boolean isWhole() {
        return shown.stream().allMatch(this::reads);
    }

    /** Whether all that was ever written in it lies open to them. */
    public boolean isWholeSinceItsBeginning() {
        return document.form().sections().stream().allMatch(this::readsDraft);
    }

    /** Whether some sections, all of them part of the form, lie open to them. */
    public boolean readsAll(Set<String> sections) {
        return document.form().sections().stream()
                .filter(section -> sections.contains(section.id()))
                .allMatch(this::reads);
    }

    /** Whether there is something in it for them that they may take away as it is now. */
    public boolean isTheirsToTake() {
        return rights == null || (!readable().isEmpty() && rights.takesAway().allowed());
    }

    /** Whether they may take away what all had signed, if they read all of that. */
    public boolean isTheirsOnceSigned() {
        return rights == null || rights.takesSigned().allowed();
    }

    /** The answers, but for those of sections that are closed to them. */
    public Answers answers() {
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
