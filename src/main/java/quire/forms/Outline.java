package quire.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quire.yaml.Part;

/** What stands where in a form file, right or wrong: the rules look things up here. */
final class Outline {

    private final Part root;
    private final Map<String, Part> sections = new LinkedHashMap<>();
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Entry> byId = new LinkedHashMap<>();

    /**
     * A field in its place.
     *
     * @param id its id; empty if it has none
     * @param part the field
     * @param section the section around it
     * @param repeat the repeat around it; null where there is none
     */
    record Entry(
            String id, Part part, Part section, @Nullable Entry repeat) {

        String type() {
            return part.member("type").text("");
        }
    }

    Outline(Part root) {
        this.root = root;
        for (Part section : root.member("sections").entries()) {
            sections.putIfAbsent(section.member("id").text(""), section);
            for (Part field : section.member("fields").entries()) {
                Entry entry = add(field, section, null);
                field.member("item").entries().forEach(item -> add(item, section, entry));
            }
        }
    }

    private Entry add(Part field, Part section, @Nullable Entry repeat) {
        Entry entry = new Entry(field.member("id").text(""), field, section, repeat);
        entries.add(entry);
        byId.putIfAbsent(entry.id(), entry);
        return entry;
    }

    Part root() {
        return root;
    }

    List<Part> sections() {
        return root.member("sections").entries();
    }

    Set<String> sectionIds() {
        return sections.keySet();
    }

    Set<String> roles() {
        return root.member("roles").members().keySet();
    }

    /** Every field, those inside repeats after the repeat. */
    List<Entry> entries() {
        return entries;
    }

    @Nullable
    Entry find(String fieldId) {
        return byId.get(fieldId);
    }

    /** The ids of the fields that a condition or limit at this place may look at. */
    Set<String> inSightOf(@Nullable Entry place) {
        Set<String> ids = new LinkedHashSet<>();
        for (Entry entry : entries) {
            boolean sameItem =
                    place != null && entry.repeat() != null && entry.repeat().equals(place.repeat());
            if (!entry.equals(place) && (entry.repeat() == null || sameItem)) {
                ids.add(entry.id());
            }
        }
        return ids;
    }

    /** The roles that read a section as a draft, the owner among them. */
    Set<String> draftReaders(Part section) {
        Part visibleTo = section.member("visible_to");
        Set<String> readers = new LinkedHashSet<>(visibleTo.isPresent() ? visibleTo.texts() : List.copyOf(roles()));
        String owner = section.member("owner").text();
        if (owner != null) {
            readers.add(owner);
        }
        return readers;
    }

    /** The roles that read a section at some time. */
    Set<String> readers(Part section) {
        Set<String> readers = draftReaders(section);
        readers.addAll(section.member("release_to").members().keySet());
        return readers;
    }
}
