package quire.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Gathers the changes between two versions of a form, each at the place where it was found. */
final class ChangeList {

    private final List<FormChange> changes;
    private final @Nullable String section;
    private final @Nullable String question;
    private final String path;

    ChangeList() {
        this(new ArrayList<>(), null, null, "");
    }

    private ChangeList(List<FormChange> changes, @Nullable String section, @Nullable String question, String path) {
        this.changes = changes;
        this.section = section;
        this.question = question;
        this.path = path;
    }

    List<FormChange> all() {
        return List.copyOf(changes);
    }

    /** The same list, for what is found in a section. */
    ChangeList inSection(String id) {
        return new ChangeList(changes, id, null, "sections." + id + ".");
    }

    /** The same list, for what is found about a question. */
    ChangeList about(String id, String inside) {
        return new ChangeList(changes, section, id, path + inside + "." + id + ".");
    }

    void add(FormChange.Kind kind, String key, String words) {
        changes.add(new FormChange(kind, section, question, path + key, words));
    }

    /** Notes a change of one thing, if it has changed. */
    ChangeList compare(
            FormChange.Kind kind, String key, @Nullable Object before, @Nullable Object after, String words) {
        if (!Objects.equals(before, after)) {
            add(kind, key, words);
        }
        return this;
    }
}
