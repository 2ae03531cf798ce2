package quire.programme;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import quire.yaml.Part;

/** From the start, every date of the year can be found: no milestone waits for itself. */
final class DateRules {

    private final Part root;
    private final Map<String, Milestone> milestones = new TreeMap<>();
    private final Map<String, Set<String>> settings = new TreeMap<>();
    private final Set<String> told = new HashSet<>();

    /** That a setting has a value. */
    private record Assumption(String setting, String value) {

        static final Assumption NONE = new Assumption("", "");

        /** The rules of a target that may hold. */
        Collection<DueRule> of(Target target) {
            DueRule rule = target.rules().get(value);
            return !setting.equals(target.setting()) ? target.all() : rule == null ? List.of() : List.of(rule);
        }
    }

    private DateRules(Draft draft) {
        this.root = draft.root();
        draft.programme().timeline().milestones().forEach(this::add);
    }

    private void add(Milestone milestone) {
        milestones.putIfAbsent(milestone.id(), milestone);
        Target target = milestone.target();
        String setting = target == null ? null : target.setting();
        if (target != null && setting != null) {
            settings.computeIfAbsent(setting, key -> new TreeSet<>())
                    .addAll(target.rules().keySet());
        }
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
        List<String> circle = circle(id);
        // each circle is told once, at the first of its milestones
        if (!circle.isEmpty() && told.addAll(circle)) {
            List<String> way = new ArrayList<>(circle.subList(1, circle.size()));
            way.add(id);
            target.fault(
                    "circular",
                    "The milestone “" + id + "” waits for itself: it is counted from “"
                            + String.join("”, this from “", way) + "”. Count one of them from “start”.");
        }
    }

    /** The way from a milestone back to itself that no setting makes impossible; empty if there is none. */
    private List<String> circle(String id) {
        List<String> circle = circle(id, Assumption.NONE);
        for (Map.Entry<String, Set<String>> setting : settings.entrySet()) {
            circle = circle.isEmpty() ? circle : circle(id, setting.getKey(), setting.getValue());
        }
        return circle;
    }

    private List<String> circle(String id, String setting, Set<String> values) {
        return values.stream()
                .map(value -> circle(id, new Assumption(setting, value)))
                .filter(circle -> !circle.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private List<String> circle(String id, Assumption assumed) {
        return way(id, id, new HashSet<>(), assumed);
    }

    /** The way from a milestone to another, without the other; empty if there is none. */
    private List<String> way(String from, String to, Set<String> seen, Assumption assumed) {
        for (String next : countedFrom(from, assumed)) {
            List<String> rest = next.equals(to) || !seen.add(next) ? List.of() : way(next, to, seen, assumed);
            if (next.equals(to) || !rest.isEmpty()) {
                List<String> way = new ArrayList<>(List.of(from));
                way.addAll(rest);
                return way;
            }
        }
        return List.of();
    }

    private List<String> countedFrom(String id, Assumption assumed) {
        Milestone milestone = milestones.get(id);
        Target target = milestone == null || id.equals(Milestone.START) ? null : milestone.target();
        return target == null
                ? List.of()
                : assumed.of(target).stream().map(DueRule::milestone).toList();
    }

    private static void checkDay(Part holiday) {
        String text = holiday.text("");
        if (text.matches("\\d{4}-\\d{2}-\\d{2}") && ProgrammeBuilder.day(text) == null) {
            holiday.fault("format", "“" + text + "” is no day of the calendar. Write one such as 2026-12-25.");
        }
    }
}
