package quire.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import quire.people.SectionFacts.Nature;
import quire.people.SectionFacts.State;

/** S-30: walks the whole table, and says again in other words what must never change in it. */
class PermitsTest {

    private static final Set<Deed> READING = EnumSet.of(
            Deed.READ_DRAFT,
            Deed.READ_COMPLETED,
            Deed.READ_SIGNED,
            Deed.READ_REFLECTION,
            Deed.READ_SELF_ASSESSMENT,
            Deed.READ_CONFIDENTIAL);

    /** Those of which a form may have a word; {@code of} answers for them as if the form named nobody. */
    private static final Set<Deed> BY_FORM =
            EnumSet.of(Deed.WRITE_SECTION, Deed.COMMENT, Deed.RELEASE_SECTION, Deed.SIGN);

    /** What each may do that no form has a word about, copied from nowhere but the specification. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        nqsw          | see_portfolio see_trail_of_portfolio add_evidence remove_evidence read_evidence read_confidential_evidence download_draft download_completed download_signed take_away ask_observer preview_pack move_paper
        assessor      | see_portfolio return_section add_evidence read_evidence read_confidential_evidence download_completed download_signed ask_observer record_for request_hand_over move_paper
        manager       | see_portfolio download_signed
        coordinator   | see_portfolio see_trail_of_portfolio read_signed request_return read_evidence download_signed book_dates pause reopen_signed move_paper move_papers hand_over see_cohort enrol assign set_panel see_people see_trail
        administrator | see_portfolio see_trail_of_portfolio read_completed read_signed read_reflection read_evidence book_dates reopen_signed move_paper move_papers hand_over break_glass preview_pack build_pack build_packs release_pack read_pack see_cohort enrol assign see_people manage_people import_people export_people give_role change_organisation see_trail verify_trail
        lead          | see_portfolio see_cohort
        director      |
        senior_manager|
        panel         | read_pack
        asked         |
        operator      | see_people manage_people give_role change_organisation add_organisation give_operator verify_trail export_trail settings backup
        """)
    void s30_eachMayDoExactlyThis(String capacity, String deeds) {
        List<String> may = new ArrayList<>();
        for (Deed deed : Deed.values()) {
            if (Permits.of(as(capacity), deed).allowed() && deed != Deed.USE_ACCOUNT) {
                may.add(deed.name().toLowerCase(Locale.ROOT));
            }
        }
        assertThat(may).containsExactlyInAnyOrder(deeds == null ? new String[0] : deeds.split(" ", -1));
    }

    @ParameterizedTest
    @EnumSource(Deed.class)
    void s30_everyDeedHasARuleAndSomebodyWhoMayDoIt(Deed deed) {
        Stream<PermitTable.Cell> cells =
                Arrays.stream(Capacity.values()).map(capacity -> PermitTable.cell(deed, capacity));
        assertThat(cells).anyMatch(cell -> cell != PermitTable.Cell.NO);
    }

    /** Ended, or never begun: there is nothing that such a person is today. */
    @ParameterizedTest
    @EnumSource(Deed.class)
    void s30_whoeverIsNothingMayDoNothing(Deed deed) {
        assertThat(Permits.of(Standing.plain("p"), deed).allowed()).isEqualTo(deed == Deed.USE_ACCOUNT);
        Standing ended = new Standing(
                "p",
                false,
                EnumSet.allOf(Role.class),
                EnumSet.allOf(Role.class),
                List.of(new Standing.Tie(PortfolioRole.ASSESSOR, null)),
                true,
                true);
        assertThat(Permits.of(ended, deed)).isEqualTo(Permit.NO);
        if (READING.contains(deed)) {
            everySection()
                    .forEach(
                            section -> assertThat(Permits.reads(ended, section)).isEqualTo(Permit.NO));
        }
    }

    /** Another organisation: the roles are held, and do not count here. */
    @ParameterizedTest
    @EnumSource(Role.class)
    void s30_aRoleElsewhereIsNothingHere(Role role) {
        Standing elsewhere = new Standing("p", true, Set.of(role), Set.of(), List.of(), false, true);
        for (Deed deed : Deed.values()) {
            boolean near = deed.scope() == Deed.Scope.PORTFOLIO || deed.scope() == Deed.Scope.ORGANISATION;
            if (near) {
                assertThat(Permits.of(elsewhere, deed)).as("%s", deed).isEqualTo(Permit.NO);
            }
        }
        everySection().forEach(section -> {
            assertThat(Permits.reads(elsewhere, section)).isEqualTo(Permit.NO);
            assertThat(Permits.writes(elsewhere, section)).isEqualTo(Permit.NO);
            assertThat(Permits.comments(elsewhere, section)).isEqualTo(Permit.NO);
        });
    }

    /** Every capacity × every nature × every state × {named by the form, released to, owner, not named}. */
    @ParameterizedTest
    @MethodSource("everyCapacity")
    void s30_readsWhatTheSpecificationSays(String capacity) {
        for (SectionFacts section : sections(capacity)) {
            boolean named = section.names(capacity);
            boolean glass = capacity.equals("administrator");
            assertThat(Permits.reads(as(capacity), section).allowed())
                    .as("%s reads %s", capacity, section)
                    .isEqualTo((mayBeNamed(capacity) && named) || mayReadUnnamed(capacity, section));
            assertThat(Permits.reads(as(capacity).brokeGlass(true), section).allowed())
                    .as("%s reads %s through the glass", capacity, section)
                    .isEqualTo((mayBeNamed(capacity) && named) || mayReadUnnamed(capacity, section) || glass);
        }
    }

    /** The rule in words: administrators what is completed, co-ordinators what is signed, the private parts excepted. */
    private static boolean mayReadUnnamed(String capacity, SectionFacts section) {
        boolean open = section.nature() == Nature.ORDINARY;
        return switch (capacity) {
            case "administrator" -> section.state() != State.DRAFT && (open || section.nature() == Nature.REFLECTION);
            case "coordinator" -> section.state() == State.SIGNED && open;
            default -> false;
        };
    }

    private static boolean mayBeNamed(String capacity) {
        return !capacity.equals("operator") && !capacity.equals("panel");
    }

    @ParameterizedTest
    @MethodSource("everyCapacity")
    void s30_onlyTheOwnerWritesAndOnlyUntilItIsSigned(String capacity) {
        for (SectionFacts section : sections(capacity)) {
            boolean own = section.owner().equals(capacity) && mayBeNamed(capacity);
            assertThat(Permits.writes(as(capacity).brokeGlass(true), section).allowed())
                    .isEqualTo(own && section.state() != State.SIGNED);
        }
    }

    @ParameterizedTest
    @MethodSource("everyCapacity")
    void s30_commentsAreForThoseWhomTheFormLets(String capacity) {
        SectionFacts open = new SectionFacts(
                "nqsw",
                Set.of("nqsw", "assessor", "manager", "administrator"),
                Set.of(),
                Set.of(capacity),
                Nature.ORDINARY,
                State.DRAFT);
        SectionFacts unread =
                new SectionFacts("observer", Set.of(), Set.of(), Set.of(capacity), Nature.ORDINARY, State.DRAFT);
        boolean may = capacity.equals("nqsw") || capacity.equals("assessor");
        assertThat(Permits.comments(as(capacity), open).allowed()).isEqualTo(may);
        assertThat(Permits.comments(as(capacity), unread).allowed()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("everyCapacity")
    void s30_aStepIsSignedByThoseWhoAreToSignIt(String capacity) {
        assertThat(Permits.signs(as(capacity), Set.of(capacity)).allowed()).isEqualTo(mayBeNamed(capacity));
        assertThat(Permits.signs(as(capacity), Set.of("somebody_else")).allowed())
                .isFalse();
    }

    @Test
    void s38_anAdministratorReadsDraftsAndPrivatePartsOnlyThroughTheGlass() {
        Standing administrator = as("administrator");
        for (SectionFacts section : List.of(
                section("nqsw", Nature.REFLECTION, State.DRAFT),
                section("nqsw", Nature.SELF_ASSESSMENT, State.SIGNED),
                section("coordinator", Nature.CONFIDENTIAL, State.COMPLETED))) {
            assertThat(Permits.reads(administrator, section)).isEqualTo(Permit.NO);
            Permit through = Permits.reads(administrator.brokeGlass(true), section);
            assertThat(through).isEqualTo(new Permit(true, Capacity.ADMINISTRATOR, null, true));
        }
        SectionFacts signed = section("nqsw", Nature.ORDINARY, State.SIGNED);
        assertThat(Permits.reads(administrator.brokeGlass(true), signed).throughGlass())
                .isFalse();
        assertThat(Permits.of(administrator.brokeGlass(true), Deed.READ_CONFIDENTIAL_EVIDENCE)
                        .throughGlass())
                .isTrue();
        assertThat(Permits.of(as("operator").brokeGlass(true), Deed.READ_CONFIDENTIAL_EVIDENCE)
                        .allowed())
                .isFalse();
    }

    /** The glass lets nobody do more than read. */
    @ParameterizedTest
    @MethodSource("everyCapacity")
    void s38_behindTheGlassNothingIsChanged(String capacity) {
        for (Deed deed : Deed.values()) {
            Permit before = Permits.of(as(capacity), deed);
            Permit after = Permits.of(as(capacity).brokeGlass(true), deed);
            if (!before.equals(after)) {
                assertThat(deed.name()).startsWith("READ_");
                assertThat(capacity).isEqualTo("administrator");
            }
        }
    }

    @Test
    void s39_aLineManagerReadsNoReflectionThatTheFormDoesNotGive() {
        for (State state : State.values()) {
            SectionFacts log = new SectionFacts(
                    "nqsw", Set.of("nqsw", "assessor"), Set.of("assessor"), Set.of(), Nature.REFLECTION, state);
            assertThat(Permits.reads(as("manager"), log)).isEqualTo(Permit.NO);
            assertThat(Permits.reads(as("assessor"), log).allowed()).isTrue();
        }
    }

    /** Beside somebody's own part, an assessor learns of an appeal, of equality and of circumstances only by the form. */
    @Test
    void readersOfTheFormAreTheOnlyOnesForAssessorsAndSocialWorkers() {
        SectionFacts appeal =
                new SectionFacts("nqsw", Set.of("nqsw", "lead"), Set.of(), Set.of(), Nature.CONFIDENTIAL, State.SIGNED);
        for (String other :
                List.of("assessor", "manager", "coordinator", "administrator", "director", "operator", "panel")) {
            assertThat(Permits.reads(as(other), appeal)).as(other).isEqualTo(Permit.NO);
        }
        SectionFacts feedback = new SectionFacts(
                "observer", Set.of("observer", "assessor"), Set.of(), Set.of(), Nature.ORDINARY, State.COMPLETED);
        assertThat(Permits.reads(as("nqsw"), feedback)).isEqualTo(Permit.NO);
        SectionFacts released = new SectionFacts(
                "observer", Set.of("observer", "assessor"), Set.of("nqsw"), Set.of(), Nature.ORDINARY, State.SIGNED);
        assertThat(Permits.reads(as("nqsw"), released).allowed()).isTrue();
    }

    /** Deputies may what the one may for whom they stand in, and that one is named. */
    @ParameterizedTest
    @EnumSource(value = PortfolioRole.class, mode = EnumSource.Mode.EXCLUDE, names = "NQSW")
    void aDeputyMayTheSameAndIsNamed(PortfolioRole role) {
        Standing principal = tied(new Standing.Tie(role, null));
        Standing deputy = tied(new Standing.Tie(role, "the-other"));
        for (Deed deed : Deed.values()) {
            Permit permit = Permits.of(deputy, deed);
            assertThat(permit.allowed()).isEqualTo(Permits.of(principal, deed).allowed());
            if (permit.allowed() && deed != Deed.USE_ACCOUNT) {
                assertThat(permit.deputyFor()).isEqualTo("the-other");
                assertThat(permit.as()).isEqualTo(Capacity.valueOf(role.name()));
            }
        }
        for (SectionFacts section : sections(role.word())) {
            assertThat(Permits.reads(deputy, section).allowed())
                    .isEqualTo(Permits.reads(principal, section).allowed());
            assertThat(Permits.writes(deputy, section).allowed())
                    .isEqualTo(Permits.writes(principal, section).allowed());
        }
    }

    @Test
    void whoeverMayThemselvesIsNobodysDeputyInIt() {
        Standing both = tied(
                new Standing.Tie(PortfolioRole.ASSESSOR, "the-other"), new Standing.Tie(PortfolioRole.MANAGER, null));
        assertThat(Permits.of(both, Deed.SEE_PORTFOLIO)).isEqualTo(new Permit(true, Capacity.MANAGER, null, false));
        assertThat(Permits.of(both, Deed.RETURN_SECTION))
                .isEqualTo(new Permit(true, Capacity.ASSESSOR, "the-other", false));
    }

    static Stream<String> everyCapacity() {
        return Arrays.stream(Capacity.values())
                .filter(capacity -> capacity != Capacity.ANYONE)
                .map(Capacity::word);
    }

    private static Standing as(String capacity) {
        return switch (capacity) {
            case "nqsw", "assessor", "manager" ->
                tied(new Standing.Tie(PortfolioRole.find(capacity).orElseThrow(), null));
            case "panel" -> Standing.plain("p").onPanel(true);
            case "asked" -> Standing.plain("p").inPaper(Set.of("asked"), Set.of());
            default -> {
                Set<Role> role = Set.of(Role.find(capacity).orElseThrow());
                yield new Standing("p", true, role, role, List.of(), false, false);
            }
        };
    }

    /** The co-ordinator of one portfolio may to it what a co-ordinator of the organisation may. */
    @Test
    void theCoordinatorOfAPortfolioMayWhatTheOneOfTheOrganisationMay() {
        Standing ofPortfolio = tied(new Standing.Tie(PortfolioRole.COORDINATOR, null));
        for (Deed deed : Deed.values()) {
            if (deed.scope() == Deed.Scope.PORTFOLIO) {
                assertThat(Permits.of(ofPortfolio, deed)).isEqualTo(Permits.of(as("coordinator"), deed));
            }
        }
        assertThat(Permits.of(ofPortfolio, Deed.SEE_COHORT).allowed()).isFalse();
    }

    private static Standing tied(Standing.Tie... ties) {
        return new Standing("p", true, Set.of(), Set.of(), List.of(ties), false, false);
    }

    private static SectionFacts section(String owner, Nature nature, State state) {
        return new SectionFacts(owner, Set.of(owner), Set.of(), Set.of(), nature, state);
    }

    private static Stream<SectionFacts> everySection() {
        return everyCapacity().flatMap(capacity -> sections(capacity).stream());
    }

    private static List<SectionFacts> sections(String word) {
        List<SectionFacts> sections = new ArrayList<>();
        for (Nature nature : Nature.values()) {
            for (State state : State.values()) {
                sections.add(new SectionFacts("observer", Set.of(), Set.of(), Set.of(), nature, state));
                sections.add(new SectionFacts("observer", Set.of(word), Set.of(), Set.of(), nature, state));
                sections.add(new SectionFacts("observer", Set.of(), Set.of(word), Set.of(), nature, state));
                sections.add(new SectionFacts(word, Set.of(), Set.of(), Set.of(), nature, state));
            }
        }
        return sections;
    }

    @Test
    void deedsOfFormsAreNeverAnsweredWithoutTheForm() {
        for (Deed deed : BY_FORM) {
            everyCapacity()
                    .forEach(capacity ->
                            assertThat(Permits.of(as(capacity), deed).allowed()).isFalse());
        }
    }
}
