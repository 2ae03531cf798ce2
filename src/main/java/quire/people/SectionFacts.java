package quire.people;

import java.util.Set;

/**
 * What has to be known of a section of a paper to say who may read it, write it or comment on it. Roles are the words of
 * the form.
 *
 * @param owner the one role that writes it
 * @param visibleTo the roles that read it from the first word on
 * @param releasedTo the roles that it has been released to by now
 * @param comments the roles that may comment on it
 * @param nature what kind of text it is
 * @param state how far it is
 */
public record SectionFacts(
        String owner, Set<String> visibleTo, Set<String> releasedTo, Set<String> comments, Nature nature, State state) {

    /** What kind of text it is. */
    public enum Nature {
        ORDINARY,
        /** The social worker's own thoughts about their work. */
        REFLECTION,
        /** The social worker's own measure of themselves, for them and their assessor. */
        SELF_ASSESSMENT,
        /** Concerns, appeals, circumstances, equality: for those whom the form names and for nobody else. */
        CONFIDENTIAL
    }

    /** How far it is. */
    public enum State {
        DRAFT,
        COMPLETED,
        SIGNED
    }

    public SectionFacts {
        visibleTo = Set.copyOf(visibleTo);
        releasedTo = Set.copyOf(releasedTo);
        comments = Set.copyOf(comments);
    }

    /** The same as it is, was or will be when it is that far. */
    public SectionFacts in(State other) {
        return new SectionFacts(owner, visibleTo, releasedTo, comments, nature, other);
    }

    /** The deed that reading it now is. */
    public Deed reading() {
        if (state == State.DRAFT) {
            return Deed.READ_DRAFT;
        }
        return switch (nature) {
            case ORDINARY -> state == State.SIGNED ? Deed.READ_SIGNED : Deed.READ_COMPLETED;
            case REFLECTION -> Deed.READ_REFLECTION;
            case SELF_ASSESSMENT -> Deed.READ_SELF_ASSESSMENT;
            case CONFIDENTIAL -> Deed.READ_CONFIDENTIAL;
        };
    }

    /** The roles that the form lets read it now. */
    boolean names(String role) {
        return owner.equals(role) || visibleTo.contains(role) || releasedTo.contains(role);
    }
}
