package quire.merge.word;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import quire.core.Digest;
import quire.core.Finding;
import quire.merge.Missing;
import quire.merge.PlacedTag;
import quire.merge.Scope;
import quire.merge.Value;

/** One merge of one template: what its parts share while they are written, and what is known to be missing. */
final class Merging {

    /** More of these say nothing new. */
    private static final int MAX_FINDINGS = 200;
    /** Above every id that a person's template uses. */
    private static final int FIRST_DRAWING = 100_000;

    private static final int FIRST_BOOKMARK = 100_000;

    private final Scope root;
    private final Missing missing;
    private final Map<String, Finding> findings = new LinkedHashMap<>();
    private final Map<Digest, Media> media = new LinkedHashMap<>();
    private final Map<String, Map<Digest, String>> relations = new LinkedHashMap<>();
    private final ListNumbers.Copies lists;
    private final Map<Notes.Kind, Notes.Copies> notes = new EnumMap<>(Notes.Kind.class);
    private final Map<String, String> bookmarks = new HashMap<>();
    private int drawings = FIRST_DRAWING;

    Merging(Value data, Missing missing, ListNumbers numbers, List<Notes> notes) {
        this.root = Scope.root(data);
        this.missing = missing;
        this.lists = numbers.copies();
        notes.forEach(kind -> this.notes.put(kind.kind(), kind.copies()));
    }

    /**
     * A picture that is to be added to the file.
     *
     * @param target the name of its part as relationships give it, from the root of the file
     */
    record Media(String target, Value.Picture picture) {}

    /**
     * A picture and how a part refers to it.
     *
     * @param relation the id of the relationship in the part that shows it
     */
    record PlacedPicture(String relation, Value.Picture picture) {}

    Scope root() {
        return root;
    }

    Missing missing() {
        return missing;
    }

    ListNumbers.Copies lists() {
        return lists;
    }

    Notes.Copies notes(Notes.Kind kind) {
        Notes.Copies copies = notes.get(kind);
        if (copies == null) {
            throw new IllegalStateException("A reference to " + kind + " in a template that has none");
        }
        return copies;
    }

    int nextDrawing() {
        return drawings++;
    }

    /** The id of a bookmark's copy: the same for its start and its end. */
    String bookmark(String original, int section, int copy) {
        String which = original + " " + section + " " + copy;
        return bookmarks.computeIfAbsent(which, key -> Integer.toString(FIRST_BOOKMARK + bookmarks.size()));
    }

    /** Puts on record that the data has no such key. */
    void unknown(PlacedTag tag, String part) {
        String name = tag.tag().name();
        record(
                "unknown " + name,
                new Finding(
                        severity(),
                        "unknown-key",
                        "The data has no “" + name + "”.",
                        tag.place().part(part).path(name),
                        null));
    }

    /** Puts on record that a required answer is not there. */
    void gap(Value.Gap gap, PlacedTag tag, String part) {
        record(
                "gap " + tag.tag().name(),
                new Finding(
                        severity(),
                        "answer-missing",
                        "“" + gap.label() + "” has no answer yet.",
                        tag.place().part(part).path(tag.tag().name()),
                        null));
    }

    private quire.core.Severity severity() {
        return missing == Missing.ERROR ? quire.core.Severity.ERROR : quire.core.Severity.WARNING;
    }

    private void record(String what, Finding finding) {
        if (findings.size() < MAX_FINDINGS) {
            findings.putIfAbsent(what, finding);
        }
    }

    List<Finding> findings() {
        return new ArrayList<>(findings.values());
    }

    /** Adds a picture to the file, once however often it is shown, and to the relationships of a part. */
    PlacedPicture place(Value.Picture picture, String part) {
        Digest digest = picture.digest();
        media.computeIfAbsent(
                digest,
                key -> new Media(
                        "/word/media/quire-" + key.brief() + "."
                                + picture.format().extension(),
                        picture));
        Map<Digest, String> ofPart = relations.computeIfAbsent(part, key -> new LinkedHashMap<>());
        String relation = ofPart.computeIfAbsent(digest, key -> "rIdQuire" + (ofPart.size() + 1));
        return new PlacedPicture(relation, picture);
    }

    Iterable<Media> media() {
        return media.values();
    }

    /** The relationships to add to a part: id and target. */
    Map<String, String> relations(String part) {
        Map<String, String> added = new LinkedHashMap<>();
        relations.getOrDefault(part, Map.of()).forEach((digest, id) -> {
            Media one = media.get(digest);
            if (one != null) {
                added.put(id, one.target());
            }
        });
        return added;
    }
}
