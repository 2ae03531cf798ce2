package quire.forms;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quire.core.Ordered;

/**
 * One part of a form, written by exactly one role.
 *
 * @param id unique in the form
 * @param title the heading
 * @param intro plain text under the heading
 * @param nature what kind of text it holds
 * @param owner the role that writes it
 * @param visibleTo the roles that read it while it is a draft, the owner among them
 * @param releaseTo the roles that read it later, and when
 * @param startWhen what has to have happened before it may be started
 * @param comments the roles that may comment
 * @param showIf when it is part of the paper; null for always
 * @param fields in the order of the paper
 */
public record Section(
        String id,
        String title,
        @Nullable String intro,
        Nature nature,
        String owner,
        List<String> visibleTo,
        Map<String, Release> releaseTo,
        @Nullable StartWhen startWhen,
        List<String> comments,
        @Nullable Condition showIf,
        List<Field> fields) {

    public Section {
        visibleTo = List.copyOf(visibleTo);
        releaseTo = Ordered.copyOf(releaseTo);
        comments = List.copyOf(comments);
        fields = List.copyOf(fields);
    }

    /** The roles that read this section at some time, the owner among them. */
    public Set<String> readers() {
        Set<String> readers = new LinkedHashSet<>(visibleTo);
        readers.add(owner);
        readers.addAll(releaseTo.keySet());
        return readers;
    }

    /**
     * When a role that may not read the draft may read the section.
     *
     * @param moment what opens it
     * @param by the role that opens it by hand; null unless the moment is {@link Moment#BY_ROLE}
     */
    public record Release(Moment moment, @Nullable String by) {

        /** What opens a section to a reader. */
        public enum Moment {
            ON_SIGN,
            ON_DOCUMENT_SIGNED,
            BY_ROLE
        }
    }

    /**
     * What has to have happened to another section before this one may be started.
     *
     * @param section the other section's id
     * @param signed whether it must be signed; otherwise it must only be completed
     */
    public record StartWhen(String section, boolean signed) {}
}
