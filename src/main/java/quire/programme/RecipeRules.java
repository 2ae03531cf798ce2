package quire.programme;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import quire.yaml.Part;

/** A bundle holds what travels to a panel, each paper once, and nothing that never may. */
final class RecipeRules {

    private final Draft draft;
    private final Map<String, Row> papers = new HashMap<>();
    private final Map<String, String> never = new HashMap<>();

    private RecipeRules(Draft draft) {
        this.draft = draft;
        draft.papers().forEach(paper -> papers.putIfAbsent(paper.row().id(), paper.row()));
        draft.programme()
                .moderation()
                .never()
                .forEach(rule -> rule.forms().forEach(form -> never.putIfAbsent(form, rule.because())));
    }

    /** @param ruleSets the ids of those at hand; empty to leave their names unchecked */
    static void check(Draft draft, Set<String> ruleSets) {
        RecipeRules rules = new RecipeRules(draft);
        if (!ruleSets.isEmpty()) {
            Known known = new Known(
                    "rule set",
                    " beside the programmes",
                    ruleSets.stream().sorted().toList());
            draft.root().member("recipes").entries().forEach(recipe -> known.checkAll(recipe.member("rules")));
        }
        List<Recipe> recipes = draft.programme().moderation().recipes();
        for (int i = 0; i < recipes.size(); i++) {
            rules.check(draft.root().member("recipes").entry(i), recipes.get(i));
        }
        List<Part> never = draft.root().member("never").entries();
        for (int i = 0; i < never.size(); i++) {
            checkNames(never.get(i), i + 1);
        }
    }

    private void check(Part part, Recipe recipe) {
        List<Part> contents = part.member("contents").entries();
        contents.forEach(RecipeRules::checkItem);
        checkOnce(contents.stream().map(item -> item.member("page")).toList());
        List<Part> inside = contents.stream()
                .flatMap(item -> item.member("papers").entries().stream())
                .toList();
        checkOnce(Stream.concat(inside.stream(), part.member("beside").entries().stream())
                .toList());
        inside.forEach(paper -> checkTravels(paper, recipe));
        part.member("beside").entries().forEach(paper -> checkTravels(paper, recipe));
        checkWhole(part, recipe);
        checkIdentity(part, recipe);
    }

    private static void checkItem(Part item) {
        boolean page = item.member("page").isPresent();
        boolean papers = item.member("papers").isPresent();
        if (page && (papers || item.member("part").isPresent())) {
            item.fault("content", "A page stands by itself. Put the papers into an entry of their own.");
        } else if (!page && !papers && item.member("part").isPresent()) {
            item.fault("content", "The part “" + item.member("part").text() + "” has no “papers”. Add them.");
        }
    }

    private static void checkOnce(List<Part> things) {
        Map<String, Part> first = new HashMap<>();
        for (Part thing : things) {
            Part before = thing.text() == null ? null : first.putIfAbsent(thing.text(""), thing);
            if (before != null) {
                thing.fault(
                        "twice",
                        "“" + thing.text() + "” stands in this bundle twice, here and on line "
                                + before.place().line() + ". Keep one.");
            }
        }
    }

    private void checkTravels(Part paper, Recipe recipe) {
        Row row = papers.get(paper.text(""));
        if (row == null) {
            return; // told by the rules of references
        }
        String because = because(row);
        if (row.pack() == Row.Pack.CONFIRMATION) {
            paper.fault(
                    "pack",
                    "Only the confirmation of “" + row.id() + "” travels to a panel, so the paper cannot stand in a "
                            + "bundle or beside one. Take it out.");
        } else if (because != null) {
            paper.fault("never", "“" + row.id() + "” may stand in no bundle. " + because);
        } else if (recipe.onlySigned() && row.signatories().isEmpty()) {
            paper.fault(
                    "unsigned",
                    "Nobody signs “" + row.id() + "”, and the bundle “" + recipe.id() + "” takes only what is signed. "
                            + "Take it out, or write “only: completed”.");
        }
    }

    /** Why a paper never travels; null if it may. */
    private @Nullable String because(Row row) {
        return row.forms().stream()
                .map(pin -> never.get(pin.form()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static void checkNames(Part never, int number) {
        if (!never.member("forms").isPresent() && !never.member("evidence").isPresent()) {
            never.fault(
                    "never", "Entry " + number + " of “never” names neither “forms” nor “evidence”. Add one of them.");
        }
    }

    private void checkWhole(Part part, Recipe recipe) {
        Set<String> inside = Set.copyOf(recipe.papers());
        List<String> missing = new ArrayList<>(draft.papers().stream()
                .map(Draft.Paper::row)
                .filter(row -> row.pack() == Row.Pack.WHOLE && !inside.contains(row.id()))
                .map(Row::id)
                .toList());
        if (!recipe.partOnly() && !missing.isEmpty()) {
            part.member("contents")
                    .fault(
                            "incomplete",
                            "The bundle “" + recipe.id() + "” lacks papers that travel to a panel: "
                                    + missing.stream().collect(Collectors.joining("”, “", "“", "”"))
                                    + ". Add them, or write “part_only: true”.");
        }
    }

    private static void checkIdentity(Part part, Recipe recipe) {
        if (recipe.coded() && recipe.keeps().isEmpty()) {
            part.fault(
                    "identity",
                    "The bundle “" + recipe.id() + "” is coded. Say with “keeps” which facts of the record block it "
                            + "still shows.");
        } else if (!recipe.coded() && part.member("keeps").isPresent()) {
            part.member("keeps")
                    .fault(
                            "identity",
                            "The bundle “" + recipe.id() + "” names people and shows every fact. Take “keeps” out, or "
                                    + "write “identity: coded”.");
        }
    }
}
