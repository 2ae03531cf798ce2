package quire.programme;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        }
    }

    private void check(String opens, Part named) {
        Draft.Paper paper = papers.get(named.text(""));
        if (paper == null || !stages.contains(opens)) {
            return; // told by the rules of references
        }
        String stage = paper.row().stage();
        if (stage != null && stages.indexOf(stage) >= stages.indexOf(opens)) {
            named.fault(
                    "gate",
                    "The stage “" + opens + "” can never open: it waits for the paper “" + named.text()
                            + "”, which belongs to the stage “" + stage + "” and so cannot be written before.");
        } else if (paper.row().signatories().isEmpty()) {
            named.fault(
                    "gate",
                    "The stage “" + opens + "” can never open: it waits for the paper “" + named.text()
                            + "”, which nobody signs.");
        } else {
            draft.variations().stream()
                    .filter(variation -> !paper.row().when().holds(variation.choices()))
                    .findFirst()
                    .ifPresent(variation -> named.fault(
                            "gate",
                            "The stage “" + opens + "” can never open" + variation.words()
                                    + ": then there is no paper “" + named.text() + "”."));
        }
    }
}
