package quire.core;

import java.util.List;

/**
 * A finished file: what it is called, what it is, its bytes, and what a person should know about it.
 *
 * @param name a file name without folders, for example {@code direct-observation.docx}
 * @param type what kind of file it is
 * @param bytes the content; not copied, so treat it as read-only
 * @param findings warnings and notes that arose while it was made
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by digest, never by equals.
public record MadeFile(String name, MediaType type, byte[] bytes, List<Finding> findings) {

    public MadeFile {
        findings = List.copyOf(findings);
    }

    /** The same under another name. */
    public MadeFile called(String other) {
        return new MadeFile(other, type, bytes, findings);
    }

    public Digest digest() {
        return Digest.of(bytes);
    }
}
