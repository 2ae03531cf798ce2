package quire.programme;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import quire.forms.Form;
import quire.yaml.Part;

/** Whatever a programme names is there: sources, milestones, stages, roles, papers, settings, forms, standards. */
final class ReferenceRules {

    /** Objects whose keys are names that authors choose, so that they mean nothing here. */
    private static final Set<String> OWN_NAMES =
            Set.of("sources", "roles", "when", "required_when", "rules", "members", "fills", "where", "so_far");

    private static final Pattern SOURCE = Pattern.compile("([A-Z][0-9]{0,3})( .+)?");
    private static final Pattern COMPLETED_TITLE = Pattern.compile("(documents|further|checks)\\[\\d+]\\.title");

    private final Known sources;
    private final Known milestones;
    private final Known stages;
    private final Known roles;
    private final Known papers;
    private final Known recipes;
    private final Known evidence;
    private final Known forms;
    private final SettingRules settings;

    private ReferenceRules(Draft draft) {
        Part root = draft.root();
        sources = new Known(
                "source",
                " under “sources”",
                List.copyOf(root.member("sources").members().keySet()));
        milestones = Known.ofProgramme("milestone", milestones(draft));
        stages = Known.ofProgramme("stage", draft.ids("stages"));
        roles = new Known(
                "role",
                " under “roles”",
                List.copyOf(root.member("roles").members().keySet()));
        papers = Known.ofProgramme(
                "paper",
                Stream.of("documents", "further")
                        .flatMap(list -> draft.ids(list).stream())
                        .toList());
        recipes = Known.ofProgramme("recipe", draft.ids("recipes"));
        evidence = new Known(
                "evidence",
                " under “kinds” of “evidence”",
                root.member("evidence").member("kinds").entries().stream()
                        .map(kind -> kind.member("id").text(""))
                        .toList());
        forms = new Known(
                "form", "", draft.forms().list().stream().map(Form::id).toList());
        settings = new SettingRules(draft);
    }

    /** Those of the file; if the two that there must be are missing, that is told once. */
    private static Set<String> milestones(Draft draft) {
        Set<String> ids = new LinkedHashSet<>(draft.ids("milestones"));
        ids.addAll(List.of(Milestone.START, Milestone.END));
        return ids;
    }

    static void check(Draft draft) {
        ReferenceRules rules = new ReferenceRules(draft);
        rules.walk("", draft.root());
        Known standards =
                new Known("standard", "", List.copyOf(draft.forms().standards().keySet()));
        standards.checkAll(draft.root().member("standards"));
    }

    private void walk(String key, Part part) {
        check(key, part);
        if (!OWN_NAMES.contains(key)) {
            part.members().forEach(this::walk);
        }
        part.entries().forEach(entry -> walk("", entry));
    }

    private void check(String key, Part part) {
        switch (key) {
            case "source" -> source(part);
            case "due", "draft", "from", "until" -> rule(part);
            case "target" -> target(part);
            case "stage", "opens", "stages", "in_each" -> stages.checkAll(part);
            case "responsible", "signatures", "any", "attend", "role", "to", "by" -> roles.checkAll(part);
            case "so_far" -> part.members().forEach((stage, count) -> stages.check(count, stage));
            case "members" -> part.members().forEach((role, count) -> roles.check(count, role));
            case "signed", "papers", "paper", "beside" -> papers.checkAll(part);
            case "recipes" -> recipes.checkAll(part);
            case "evidence" -> evidence.checkAll(part);
            case "forms" -> forms.checkAll(part);
            case "when", "required_when" -> settings.checkWhen(part);
            case "title" -> title(part);
            case "settings" -> part.entries().forEach(SettingRules::checkDefault);
            default -> {
                // nothing that is named elsewhere
            }
        }
    }

    private void source(Part part) {
        for (String reference : part.text("").split("; ", -1)) {
            Matcher matcher = SOURCE.matcher(reference);
            if (matcher.matches()) {
                sources.check(part, matcher.group(1));
            }
        }
    }

    private void title(Part part) {
        if (COMPLETED_TITLE.matcher(part.path()).matches()) {
            settings.checkTitle(part);
        } else {
            settings.checkPlainTitle(part);
        }
    }

    private void rule(Part part) {
        DueRule.parse(part.text("")).ifPresent(rule -> milestones.check(part, rule.milestone()));
    }

    private void target(Part part) {
        rule(part);
        part.member("rules").members().values().forEach(this::rule);
        settings.checkTarget(part);
    }
}
