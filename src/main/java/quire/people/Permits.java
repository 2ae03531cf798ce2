package quire.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The only place that answers “may this person …?”. Pure: the facts come in, and {@link PermitTable} has the rule. */
public final class Permits {

    /** One of the things that somebody is. */
    private record Hat(
            Capacity capacity, String word, @Nullable String deputyFor) {

        static Hat of(Capacity capacity, @Nullable String deputyFor) {
            return new Hat(capacity, capacity.word(), deputyFor);
        }
    }

    private Permits() {}

    /** Whether somebody may do something that no form has a word about. */
    public static Permit of(Standing standing, Deed deed) {
        return decide(standing, deed, role -> false);
    }

    /** Whether somebody may read a section as it is now. */
    public static Permit reads(Standing standing, SectionFacts section) {
        return decide(standing, section.reading(), section::names);
    }

    /** Whether somebody may write a section as it is now: its owner, until it is signed. */
    public static Permit writes(Standing standing, SectionFacts section) {
        if (section.state() == SectionFacts.State.SIGNED) {
            return Permit.NO;
        }
        Permit own = decide(standing, Deed.WRITE_SECTION, section.owner()::equals);
        return own.allowed() || !standing.records().contains(section.owner())
                ? own
                : new Permit(standing.active(), Capacity.ASKED, section.owner(), null, false);
    }

    /** Whether somebody may open files of a portfolio, those that are confidential or the others. */
    public static Permit opensEvidence(Standing standing, boolean confidential) {
        Permit opens = of(standing, Deed.READ_EVIDENCE);
        return confidential && opens.allowed() ? of(standing, Deed.READ_CONFIDENTIAL_EVIDENCE) : opens;
    }

    /**
     * Whether somebody may open a bundle.
     *
     * @param draft whether it is one to look through before the final one is made
     */
    public static Permit opensPack(Standing standing, boolean draft) {
        return of(standing, draft ? Deed.PREVIEW_PACK : Deed.READ_PACK);
    }

    /** Whether somebody was asked to play a part in the paper, and so may know that it is there. */
    public static Permit plays(Standing standing) {
        return standing.active() && !standing.asked().isEmpty()
                ? new Permit(true, Capacity.ASKED, null, false)
                : Permit.NO;
    }

    /** Whether somebody may comment on a section as it is now: those whom the form names, of what they may read. */
    public static Permit comments(Standing standing, SectionFacts section) {
        return decide(standing, Deed.COMMENT, role -> section.comments().contains(role) && section.names(role));
    }

    /**
     * Whether somebody may let another role read a section, now or at any time: whoever the form says, of what they may read
     * themselves.
     *
     * @param by the role that decides it, in the word of the form
     */
    public static Permit releases(Standing standing, SectionFacts section, String by) {
        return decide(standing, Deed.RELEASE_SECTION, role -> by.equals(role) && section.names(role));
    }

    /**
     * Whether somebody may sign a step.
     *
     * @param signers the roles that sign it, in the words of the form
     */
    public static Permit signs(Standing standing, Set<String> signers) {
        return decide(standing, Deed.SIGN, signers::contains);
    }

    private static Permit decide(Standing standing, Deed deed, Predicate<String> named) {
        return hats(standing, deed.scope()).stream()
                .map(hat -> decide(standing, deed, hat, named))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(Permit.NO);
    }

    private static Optional<Permit> decide(Standing standing, Deed deed, Hat hat, Predicate<String> named) {
        boolean form = named.test(hat.word());
        boolean allowed =
                switch (PermitTable.cell(deed, hat.capacity())) {
                    case NO -> false;
                    case YES -> true;
                    case FORM -> form;
                    case GLASS -> form || standing.brokeGlass();
                };
        boolean glass = PermitTable.cell(deed, hat.capacity()) == PermitTable.Cell.GLASS && !form;
        return allowed
                ? Optional.of(new Permit(true, hat.capacity(), hat.word(), hat.deputyFor(), glass))
                : Optional.empty();
    }

    /** One's own part first, then what one is for an organisation, and last whom one stands in for. */
    private static List<Hat> hats(Standing standing, Deed.Scope scope) {
        List<Hat> hats = new ArrayList<>();
        if (!standing.active()) {
            return hats;
        }
        List<Hat> deputies = new ArrayList<>();
        if (scope == Deed.Scope.PORTFOLIO) {
            for (Standing.Tie tie : standing.ties()) {
                Hat hat = Hat.of(Capacity.valueOf(tie.role().name()), tie.deputyFor());
                (tie.deputyFor() == null ? hats : deputies).add(hat);
            }
        }
        if (scope != Deed.Scope.OWN) {
            Set<Role> roles = scope == Deed.Scope.INSTALLATION ? standing.roles() : standing.here();
            roles.stream().sorted().flatMap(role -> capacity(role).stream()).forEach(as -> hats.add(Hat.of(as, null)));
        }
        if (scope == Deed.Scope.PORTFOLIO && standing.onPanel()) {
            hats.add(Hat.of(Capacity.PANEL, null));
        }
        hats.addAll(deputies);
        if (scope == Deed.Scope.PORTFOLIO) {
            standing.asked().stream().sorted().forEach(role -> hats.add(new Hat(Capacity.ASKED, role, null)));
        }
        hats.add(Hat.of(Capacity.ANYONE, null));
        return hats;
    }

    /** Those who judge have no part in a portfolio but through their panel. */
    private static Optional<Capacity> capacity(Role role) {
        return switch (role) {
            case ADMINISTRATOR -> Optional.of(Capacity.ADMINISTRATOR);
            case COORDINATOR -> Optional.of(Capacity.COORDINATOR);
            case LEAD -> Optional.of(Capacity.LEAD);
            case DIRECTOR -> Optional.of(Capacity.DIRECTOR);
            case SENIOR_MANAGER -> Optional.of(Capacity.SENIOR_MANAGER);
            case OPERATOR -> Optional.of(Capacity.OPERATOR);
            case MODERATOR, CHAIR, EXTERNAL_MODERATOR, PARTNERSHIP_CHAIR -> Optional.empty();
        };
    }
}
