package quire.programme;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.yaml.Part;

/** Every stage can be reached: what opens it can be signed before it. */
final class GateRules {

    private final Draft draft;
    private final List<String> stages;
    private final Map<String, Draft.Paper> papers = new HashMap<>();

    private GateRules(Draft draft) {
        this.draft = draft;
        this.stages = draft.ids("stages");
        draft.papers().forEach(paper -> papers.putIfAbsent(paper.row().id(), paper));
    }

    static void check(Draft draft) {
        GateRules rules = new GateRules(draft);
        Map<String, Part> first = new HashMap<>();
        for (Part gate : draft.root().member("gates").entries()) {
            Part opens = gate.member("opens");
            Part before = opens.text() == null ? null : first.putIfAbsent(opens.text(""), opens);
            if (before != null) {
                opens.fault(
                        "duplicate-gate",
                        "The stage “" + opens.text() + "” has a gate on line "
                                + before.place().line() + " already. Put both together.");
            }
            gate.member("signed").entries().forEach(paper -> rules.check(opens.text(""), paper));
            if (gate.member("whole_pack").truth()) {
                rules.checkPack(opens.text(""), gate.member("whole_pack"));
            }
        }
    }

    private void check(String opens, Part named) {
        Draft.Paper paper = papers.get(named.text(""));
        if (paper == null || !stages.contains(opens)) {
            return; // told by the rules of references
        }
        String obstacle = obstacle(opens, paper.row());
        if (obstacle != null) {
            named.fault("gate", neverOpens(opens) + ": it waits for the paper “" + named.text() + "”, " + obstacle);
            return;
        }
        draft.variations().stream()
                .filter(variation -> !paper.row().when().holds(variation.choices()))
                .findFirst()
                .ifPresent(variation -> named.fault(
                        "gate",
                        neverOpens(opens) + variation.words() + ": then there is no paper “" + named.text() + "”."));
    }

    private void checkPack(String opens, Part wholePack) {
        for (Draft.Paper paper : draft.papers()) {
            Row row = paper.row();
            boolean waits = stages.contains(opens) && row.pack() == Row.Pack.WHOLE && !row.optional();
            String obstacle = waits ? obstacle(opens, row) : null;
            if (obstacle != null) {
                wholePack.fault(
                        "gate",
                        neverOpens(opens) + ": it waits for the whole pack, and so for the paper “" + row.id() + "”, "
                                + obstacle);
                return;
            }
        }
    }

    /** Why a paper cannot be signed before a stage opens; null if it can. */
    private @Nullable String obstacle(String opens, Row row) {
        String stage = row.stage();
        if (stage != null && stages.indexOf(stage) >= stages.indexOf(opens)) {
            return "which belongs to the stage “" + stage + "” and so cannot be written before.";
        }
        return row.signatories().isEmpty() ? "which nobody signs." : null;
    }

    private static String neverOpens(String stage) {
        return "The stage “" + stage + "” can never open";
    }
}
