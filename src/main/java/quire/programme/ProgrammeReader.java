package quire.programme;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quire.core.Finding;
import quire.forms.Forms;
import quire.yaml.Definitions;
import quire.yaml.Format;
import quire.yaml.Nouns;
import quire.yaml.OwnWords;

/** Reads the files of programmes, and finds everything that is wrong with one at once. */
final class ProgrammeReader {

    /** The format of programmes. */
    static final Format FORMAT = Format.of(
            ProgrammeReader.class,
            "programme.schema.json",
            new Nouns(
                    "the programme",
                    Map.ofEntries(
                            Map.entry("settings", "setting"),
                            Map.entry("values", "value"),
                            Map.entry("milestones", "milestone"),
                            Map.entry("stages", "stage"),
                            Map.entry("documents", "paper"),
                            Map.entry("further", "paper"),
                            Map.entry("sessions", "session"),
                            Map.entry("minimums", "minimum"),
                            Map.entry("checks", "check"),
                            Map.entry("recipes", "recipe"),
                            Map.entry("panels", "panel"),
                            Map.entry("kinds", "kind"),
                            Map.entry("gates", "entry"),
                            Map.entry("never", "entry"),
                            Map.entry("supervision", "entry"),
                            Map.entry("contents", "entry"),
                            Map.entry("steps", "entry")),
                    Map.of()),
            OwnWords.NONE);

    private final Forms forms;
    private final Set<String> templates;
    private final Set<String> ruleSets;

    /** A reader that leaves the names of rule sets unchecked; otherwise as the other. */
    ProgrammeReader(Forms forms, Set<String> templates) {
        this(forms, templates, Set.of());
    }

    /**
     * A reader that holds programmes against what is at hand.
     *
     * @param templates the file names of templates; empty to leave them unchecked
     * @param ruleSets the ids of rule sets; empty to leave them unchecked
     */
    ProgrammeReader(Forms forms, Set<String> templates, Set<String> ruleSets) {
        this.forms = forms;
        this.templates = templates;
        this.ruleSets = ruleSets;
    }

    /**
     * Reads one programme.
     *
     * @param earlier whether the file is an earlier version
     * @param findings where faults go
     * @return null if there was an error
     */
    @Nullable
    ProgrammeFile read(String yaml, String fileName, boolean earlier, List<Finding> findings) {
        return Definitions.read(yaml, fileName, findings, root -> {
            FORMAT.check(root);
            Draft draft = new Draft(root, new ProgrammeBuilder(root, forms).programme(), forms);
            check(draft, fileName, earlier);
            return new ProgrammeFile(draft.programme(), root.member("version").place());
        });
    }

    private void check(Draft draft, String fileName, boolean earlier) {
        NameRules.check(draft, fileName, earlier);
        ReferenceRules.check(draft);
        DateRules.check(draft);
        BasisRules.check(draft);
        PaperRules.check(draft, templates);
        GateRules.check(draft);
        MinimumRules.check(draft);
        RecipeRules.check(draft, ruleSets);
    }
}
