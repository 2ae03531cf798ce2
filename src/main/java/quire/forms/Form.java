package quire.forms;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import quire.core.Definition;
import quire.core.Digest;
import quire.core.Ordered;
import quire.core.Problem;

/**
 * The definition of a paper: its sections and fields, who owns and reads each, and who signs in which order. Immutable;
 * made by {@link FormReader} only, which has checked it.
 *
 * @param id the name for ever, lower case with hyphens
 * @param version from 1
 * @param title what the paper is called
 * @param code the printed reference within a catalogue, for example {@code D7}
 * @param reference the printed reference, for example {@code 2: DO}
 * @param about one sentence on what the paper is for
 * @param series how the second, third … paper of this form is called; null where there is only one
 * @param record the header block that is merged from the record and never typed
 * @param print the form's own layouts, where it has any
 * @param roles the parts that people play, by id
 * @param lists what a choice may choose from, by id
 * @param sections in the order of the paper
 * @param signOff in the order of signing
 * @param definition the whole definition as plain data, the record block resolved: what is published and hashed
 */
public record Form(
        String id,
        int version,
        String title,
        @Nullable String code,
        @Nullable String reference,
        @Nullable String about,
        @Nullable Series series,
        @Nullable RecordBlock record,
        PrintFiles print,
        Map<String, Role> roles,
        Map<String, ChoiceList> lists,
        List<Section> sections,
        List<SignOffStep> signOff,
        Definition definition) {

    public Form {
        roles = Ordered.copyOf(roles);
        lists = Ordered.copyOf(lists);
        sections = List.copyOf(sections);
        signOff = List.copyOf(signOff);
    }

    /**
     * The section of that id.
     *
     * @throws Problem if there is no such section
     */
    public Section section(String sectionId) {
        return sections.stream()
                .filter(section -> section.id().equals(sectionId))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("“" + title + "” has no section “" + sectionId + "”."));
    }

    /** All fields that stand directly in a section, in the order of the paper; the fields inside a repeat are not. */
    public Stream<Field> fields() {
        return sections.stream().flatMap(section -> section.fields().stream());
    }

    /** All fields, those inside a repeat after the repeat. */
    public Stream<Field> everyField() {
        return fields().flatMap(field -> field instanceof RepeatField repeat
                ? Stream.concat(Stream.of(field), repeat.items().stream())
                : Stream.of(field));
    }

    /** A field that stands directly in a section. */
    public Optional<Field> field(String fieldId) {
        return fields().filter(field -> field.id().equals(fieldId)).findFirst();
    }

    /** What the paper calls a role, or the id itself if the form knows no such role. */
    public String roleLabel(String roleId) {
        Role role = roles.get(roleId);
        return role == null ? roleId : role.label();
    }

    /** What one paper of this form is called: {@code Direct observation 2}, or the title. */
    public String titleOf(int number) {
        return series == null || number < 1 ? title : series.labelOf(number);
    }

    /** The canonical JSON (RFC 8785) of the definition: what is stored at publishing. */
    public String canonicalJson() {
        return definition.canonicalJson();
    }

    /** The SHA-256 of {@link #canonicalJson()}. */
    public Digest digest() {
        return definition.digest();
    }
}
