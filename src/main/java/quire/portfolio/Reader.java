package quire.portfolio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quire.forms.Form;
import quire.forms.Section;
import quire.people.Permits;
import quire.people.Role;
import quire.people.SectionFacts;
import quire.people.Standing;

/**
 * Somebody who can read a section, now or later.
 *
 * @param role the word of the role
 * @param who what people call whoever has it: {@code The assessor}
 * @param later when they will be able to: {@code once it is signed}; null if they can now
 */
public record Reader(String role, String who, @Nullable String later) {

    /** The whole as words: {@code The assessor, once it is signed}. */
    public String words() {
        return later == null ? who : who + ", " + later;
    }

    /** Everybody who can read a section, now or later: whoever writes it, whom the form names, who looks after all. */
    public static List<Reader> of(Document document, Section section) {
        List<Reader> readers = new ArrayList<>();
        SectionFacts facts = Reading.facts(document, section);
        Set<String> now = new LinkedHashSet<>(List.of(section.owner()));
        now.addAll(section.visibleTo());
        now.addAll(facts.releasedTo());
        Form form = document.form();
        now.forEach(role -> readers.add(new Reader(role, who(form.roleLabel(role)), null)));
        section.releaseTo().forEach((role, how) -> {
            if (!now.contains(role)) {
                readers.add(new Reader(role, who(form.roleLabel(role)), when(form, how)));
            }
        });
        Arrays.stream(Role.values())
                .filter(role -> !section.readers().contains(role.word()))
                .flatMap(role -> beside(role, facts).stream())
                .forEach(readers::add);
        return readers;
    }

    private static String when(Form form, Section.Release how) {
        String by = how.by();
        return switch (how.moment()) {
            case ON_SIGN -> "once it is signed";
            case ON_DOCUMENT_SIGNED -> "once the whole paper is signed";
            case BY_ROLE -> "once " + inside(who(form.roleLabel(by == null ? "" : by))) + " shows it to them";
        };
    }

    /** Whoever reads by what they are for the whole programme, whatever the form says. */
    private static Optional<Reader> beside(Role role, SectionFacts facts) {
        Standing standing = new Standing("anybody", true, Set.of(role), Set.of(role), List.of(), false, false);
        for (SectionFacts.State state : SectionFacts.State.values()) {
            boolean reached = state.compareTo(facts.state()) <= 0;
            if (Permits.reads(standing, at(facts, state)).allowed()) {
                String later = state == SectionFacts.State.SIGNED ? "once it is signed" : "once it is completed";
                return Optional.of(new Reader(role.word(), "The " + role.label(), reached ? null : later));
            }
        }
        return Optional.empty();
    }

    private static SectionFacts at(SectionFacts facts, SectionFacts.State state) {
        return new SectionFacts(
                facts.owner(), facts.visibleTo(), facts.releasedTo(), facts.comments(), facts.nature(), state);
    }

    /** {@code The assessor}, but {@code The ASYE co-ordinator}. */
    private static String who(String label) {
        boolean word = label.length() > 1 && Character.isLowerCase(label.charAt(1));
        return "The " + (word ? label.substring(0, 1).toLowerCase(Locale.UK) + label.substring(1) : label);
    }

    private static String inside(String who) {
        return "t" + who.substring(1);
    }
}
