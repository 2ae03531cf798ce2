package quire.takeaway;

import org.jspecify.annotations.Nullable;
import quire.people.Permits;
import quire.people.Standing;
import quire.portfolio.Document;
import quire.portfolio.SeenPaper;

/**
 * How much of a portfolio whoever takes it away may read.
 *
 * @param standing what they are to it; null for the record itself, to which nothing is closed
 */
public record Sight(@Nullable Standing standing) {

    /** The whole record. */
    static final Sight ALL = new Sight(null);

    SeenPaper on(Document document) {
        return standing == null ? SeenPaper.whole(document) : SeenPaper.of(document, standing);
    }

    /** Whether they open files of it. */
    boolean opensEvidence(boolean confidential) {
        return standing == null || Permits.opensEvidence(standing, confidential).allowed();
    }
}
