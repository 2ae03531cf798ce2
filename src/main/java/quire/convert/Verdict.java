package quire.convert;

import java.util.List;
import quire.core.Finding;

/**
 * What a file that was taken is like for those who read it, print it, or bind it with others. Nothing in it is a reason to
 * refuse the file; each finding says what can be done about it.
 *
 * @param summary in a few words, for example {@code 14 pages, A4, text can be searched, not accessible}
 * @param pages how many there are; 1 for a picture, 0 where only the program that wrote it can tell
 * @param findings of the pages first, each with the pages as its place, then of the file as a whole
 */
public record Verdict(String summary, int pages, List<Finding> findings) {

    public Verdict {
        findings = List.copyOf(findings);
    }
}
