package quire.portfolio;

import java.util.HashSet;
import java.util.Set;
import quire.forms.Section;
import quire.people.SectionFacts;

/** What {@code people.Permits} has to know of a section of a document. The roles of a form are the words of the people. */
public final class Reading {

    private Reading() {}

    /** A section as it is now. */
    public static SectionFacts facts(Document document, Section section) {
        return new SectionFacts(
                section.owner(),
                Set.copyOf(section.visibleTo()),
                released(document, section),
                Set.copyOf(section.comments()),
                nature(section),
                state(document, section));
    }

    private static Set<String> released(Document document, Section section) {
        Set<String> released = new HashSet<>();
        Set<String> shown = document.releases().getOrDefault(section.id(), Set.of());
        section.releaseTo().forEach((role, how) -> {
            boolean open =
                    switch (how.moment()) {
                        case BY_ROLE -> shown.contains(role);
                        case ON_SIGN -> document.state(section.id()).isSigned();
                        case ON_DOCUMENT_SIGNED -> document.isClosed();
                    };
            if (open) {
                released.add(role);
            }
        });
        return released;
    }

    private static SectionFacts.Nature nature(Section section) {
        return switch (section.nature()) {
            case ORDINARY -> SectionFacts.Nature.ORDINARY;
            case REFLECTION -> SectionFacts.Nature.REFLECTION;
            case SELF_ASSESSMENT -> SectionFacts.Nature.SELF_ASSESSMENT;
            case CONFIDENTIAL -> SectionFacts.Nature.CONFIDENTIAL;
        };
    }

    private static SectionFacts.State state(Document document, Section section) {
        SectionState state = document.state(section.id());
        if (state.isSigned()) {
            return SectionFacts.State.SIGNED;
        }
        return state.isDone() ? SectionFacts.State.COMPLETED : SectionFacts.State.DRAFT;
    }
}
