package quire.convert;

import java.util.List;
import quire.core.Finding;

/**
 * A file that may be kept.
 *
 * @param kind what it is, by its content
 * @param name what to call it: as the person did, without folders and tricks, and ending as its kind should
 * @param content what to keep: the file as it came, or what is left of it after something was removed
 * @param removed what was removed, each a phrase for the sentence “We removed …”; empty if nothing was
 * @param findings what the person should know, each with what to do about it
 */
public record Judged(FileKind kind, String name, Content content, List<String> removed, List<Finding> findings) {

    public Judged {
        removed = List.copyOf(removed);
        findings = List.copyOf(findings);
    }

    /** In bytes, after anything was removed. */
    public long size() {
        return content.size();
    }

    public String mediaType() {
        return kind.mediaType();
    }
}
