package quire.portfolio;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quire.convert.FileKind;
import quire.core.Digest;

/**
 * A file that somebody put into a portfolio.
 *
 * @param id a random id
 * @param portfolio where it belongs
 * @param name as the person called it, cleaned; to be escaped by whoever shows it
 * @param kind what it is, by its content
 * @param size of what is kept, in bytes
 * @param digest of what is kept
 * @param sent of what arrived; the same unless something was taken out
 * @param takenOut what was taken out, each a phrase for the sentence “We removed …”
 * @param description one line, to be escaped by whoever shows it
 * @param confidential whether only those may open it who may read confidential evidence
 * @param by the id of the person who added it
 * @param deputyOf the id of the person they stood in for; null if they acted for themselves
 * @param added when
 * @param supports the ids of the documents that it supports
 * @param removed when and by whom it was removed; null while it is there
 */
public record EvidenceFile(
        String id,
        String portfolio,
        String name,
        FileKind kind,
        long size,
        Digest digest,
        Digest sent,
        List<String> takenOut,
        String description,
        boolean confidential,
        String by,
        @Nullable String deputyOf,
        Instant added,
        List<String> supports,
        @Nullable Removed removed) {

    /**
     * Somebody removed it.
     *
     * @param by the id of the person
     */
    public record Removed(String by, Instant at) {}

    public EvidenceFile {
        takenOut = List.copyOf(takenOut);
        supports = List.copyOf(supports);
    }

    /** Whether a browser may show it. Word files are taken away only. */
    public boolean canBeShown() {
        return kind != FileKind.DOCX;
    }

    /** Whether it is a picture, of which no program can tell what it shows. */
    public boolean isPicture() {
        return kind == FileKind.JPEG || kind == FileKind.PNG;
    }

    EvidenceFile supporting(List<String> documents) {
        return new EvidenceFile(
                id,
                portfolio,
                name,
                kind,
                size,
                digest,
                sent,
                takenOut,
                description,
                confidential,
                by,
                deputyOf,
                added,
                documents,
                removed);
    }
}
