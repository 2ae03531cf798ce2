package quire.portfolio;

import java.util.Set;
import java.util.function.Function;
import quire.forms.Section;
import quire.people.Deed;
import quire.people.Permit;
import quire.people.Permits;
import quire.people.SectionFacts;
import quire.people.Standing;

/** What somebody may do with one paper, section by section. */
public final class PaperRights {

    private final Document document;
    private final Standing standing;

    private PaperRights(Document document, Standing standing) {
        this.document = document;
        this.standing = standing;
    }

    public static PaperRights of(Document document, Standing standing) {
        return new PaperRights(document, standing);
    }

    /** Whether they may know that there is such a paper and how far it has come. */
    public Permit sees() {
        if (document.place() == null) {
            return own();
        }
        Permit sees = Permits.of(standing, Deed.SEE_PORTFOLIO);
        return sees.allowed() ? sees : Permits.plays(standing);
    }

    public Permit reads(String section) {
        return section(section, facts -> Permits.reads(standing, facts));
    }

    /** Whether they may read what a section said before it was complete. */
    public Permit readsDraft(String section) {
        return section(section, facts -> Permits.reads(standing, facts.in(SectionFacts.State.DRAFT)));
    }

    public Permit writes(String section) {
        return section(section, facts -> Permits.writes(standing, facts));
    }

    /** Whoever may comment, and whoever writes the section, who answers. */
    public Permit discusses(String section) {
        Permit comments = comments(section);
        return comments.allowed() ? comments : writes(section);
    }

    /** Whether they read what was said beside a section: whoever could say something there, before it was signed as well. */
    Permit discussed(String section) {
        Permit comments = comments(section);
        return comments.allowed()
                ? comments
                : section(section, facts -> Permits.writes(standing, facts.in(SectionFacts.State.DRAFT)));
    }

    /** Whether they take it away as a file, as far as it has come: the further that is, the more people do. */
    Permit takesAway() {
        Deed deed = document.isComplete() ? Deed.DOWNLOAD_COMPLETED : Deed.DOWNLOAD_DRAFT;
        return document.place() == null
                ? own()
                : Permits.of(standing, document.isClosed() ? Deed.DOWNLOAD_SIGNED : deed);
    }

    /** Whether they take away what all had signed at some time, however far the paper is now. */
    Permit takesSigned() {
        return document.place() == null ? Permit.NO : Permits.of(standing, Deed.DOWNLOAD_SIGNED);
    }

    /** Whether they decide that one more role may read a section; nobody does where its form leaves it to nobody's word. */
    public Permit releases(String section, String to) {
        Section.Release how = document.form().section(section).releaseTo().get(to);
        String by = how == null || how.moment() != Section.Release.Moment.BY_ROLE ? null : how.by();
        return by == null || document.place() == null
                ? Permit.NO
                : section(section, facts -> Permits.releases(standing, facts, by));
    }

    /**
     * Whether they sign at a place of the paper, now or when it is their turn.
     *
     * @param place the key of it, of anybody's making
     */
    public Permit signs(String place) {
        Set<String> signers = SignOff.signers(document.form(), place);
        return signers.isEmpty() || document.place() == null ? Permit.NO : Permits.signs(standing, signers);
    }

    public Permit comments(String section) {
        return section(section, facts -> Permits.comments(standing, facts));
    }

    private Permit section(String id, Function<SectionFacts, Permit> asked) {
        Section section = document.form().section(id);
        return document.place() == null ? own() : asked.apply(Reading.facts(document, section));
    }

    private Permit own() {
        return document.isHiddenFrom(standing.person()) ? Permit.NO : Permits.of(standing, Deed.USE_ACCOUNT);
    }
}
