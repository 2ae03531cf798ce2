package quire.programme;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import quire.yaml.Part;

/** From the start, every date of the year can be found: no milestone waits for itself. */
final class DateRules {

    private final Part root;
    private final Map<String, Milestone> milestones = new TreeMap<>();
    private final Set<String> told = new LinkedHashSet<>();

    private DateRules(Draft draft) {
        this.root = draft.root();
        draft.programme().timeline().milestones().forEach(one -> milestones.putIfAbsent(one.id(), one));
    }

    static void check(Draft draft) {
        DateRules rules = new DateRules(draft);
        rules.checkNeeded(Milestone.START);
        rules.checkNeeded(Milestone.END);
        rules.root.member("milestones").entries().forEach(rules::checkTarget);
        rules.root.member("holidays").entries().forEach(DateRules::checkDay);
    }

    private void checkNeeded(String id) {
        Part list = root.member("milestones");
        if (list.isPresent() && !milestones.containsKey(id)) {
            list.fault("missing-milestone", "A programme needs the milestone “" + id + "”. Add it.");
        }
    }

    private void checkTarget(Part milestone) {
        String id = milestone.member("id").text("");
        Part target = milestone.member("target");
        if (id.equals(Milestone.START) && target.isPresent()) {
            target.fault("target", "Everything is counted from “start”, so it has no target. Take it out.");
        } else if (!id.equals(Milestone.START) && !id.isEmpty() && !target.isPresent()) {
            milestone.fault("target", "The milestone “" + id + "” has no target. Add one, such as “start + 3 months”.");
        }
        checkCircle(id, target);
    }

    private void checkCircle(String id, Part target) {
        List<String> circle = circle(id, List.of());
        // each circle is told once, at the first of its milestones
        if (!circle.isEmpty() && told.addAll(circle)) {
            target.fault(
                    "circular",
                    "The milestone “" + id + "” waits for itself: "
                            + circle.stream()
                                    .map(one -> "“" + one + "”")
                                    .collect(Collectors.joining(" is counted from "))
                            + " is counted from “" + id + "”. Count one of them from “start”.");
        }
    }

    /** The way from a milestone back to itself; empty if there is none. */
    private List<String> circle(String id, List<String> way) {
        if (!way.isEmpty() && way.get(0).equals(id)) {
            return way;
        }
        Milestone milestone = milestones.get(id);
        if (milestone == null || milestone.target() == null || way.contains(id)) {
            return List.of();
        }
        List<String> longer = new ArrayList<>(way);
        longer.add(id);
        return milestone.target().all().stream()
                .map(rule -> circle(rule.milestone(), longer))
                .filter(circle -> !circle.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static void checkDay(Part holiday) {
        String text = holiday.text("");
        if (text.matches("\\d{4}-\\d{2}-\\d{2}") && ProgrammeBuilder.day(text) == null) {
            holiday.fault("format", "“" + text + "” is no day of the calendar. Write one such as 2026-12-25.");
        }
    }
}
