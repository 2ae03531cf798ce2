package quire.programme;

import java.util.List;
import java.util.Optional;

/**
 * What panels read and do.
 *
 * @param recipes what the bundles hold
 * @param never what no bundle may hold
 * @param evidence what the files can be that people add
 * @param panels the panels
 */
public record Moderation(List<Recipe> recipes, List<Never> never, List<EvidenceKind> evidence, List<Panel> panels) {

    public Moderation {
        recipes = List.copyOf(recipes);
        never = List.copyOf(never);
        evidence = List.copyOf(evidence);
        panels = List.copyOf(panels);
    }

    public Optional<Recipe> recipe(String id) {
        return recipes.stream().filter(recipe -> recipe.id().equals(id)).findFirst();
    }

    public Optional<Panel> panel(String id) {
        return panels.stream().filter(panel -> panel.id().equals(id)).findFirst();
    }
}
