package quire.takeaway;

import org.jspecify.annotations.Nullable;
import quire.forms.Section;
import quire.people.Deed;
import quire.people.Permits;
import quire.people.SectionFacts;
import quire.people.Standing;
import quire.portfolio.Document;
import quire.portfolio.EvidenceFile;
import quire.portfolio.Reading;

/**
 * How much of a portfolio whoever takes it away may read.
 *
 * @param standing what they are to it; null for the record itself, to which nothing is closed
 */
public record Sight(@Nullable Standing standing) {

    /** The whole record. */
    static final Sight ALL = new Sight(null);

    /** Whether they read a section as it is now. */
    boolean reads(Document document, Section section) {
        return standing == null
                || Permits.reads(standing, Reading.facts(document, section)).allowed();
    }

    /** Whether they might read it also while it was being written. */
    boolean readsDraft(Document document, Section section) {
        SectionFacts draft = Reading.facts(document, section).in(SectionFacts.State.DRAFT);
        return standing == null
                || (reads(document, section) && Permits.reads(standing, draft).allowed());
    }

    /** Whether they read what was said beside a section: those do who comment on it or write it. */
    boolean discusses(Document document, Section section) {
        if (standing == null) {
            return true;
        }
        SectionFacts facts = Reading.facts(document, section);
        return Permits.comments(standing, facts).allowed()
                || Permits.writes(standing, facts.in(SectionFacts.State.DRAFT)).allowed();
    }

    /** Whether the whole history of a document lies open to them. */
    boolean knowsAll(Document document) {
        return document.form().sections().stream().allMatch(section -> readsDraft(document, section));
    }

    boolean opens(EvidenceFile file) {
        return may(Deed.READ_EVIDENCE) && (!file.confidential() || may(Deed.READ_CONFIDENTIAL_EVIDENCE));
    }

    boolean may(Deed deed) {
        return standing == null || Permits.of(standing, deed).allowed();
    }
}
