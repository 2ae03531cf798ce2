package quire.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import quire.core.Finding;
import quire.core.Place;
import quire.core.Problem;
import quire.documents.TemplateFile;
import quire.documents.TemplateLint;
import quire.documents.TemplateShelf;
import quire.forms.Form;
import quire.forms.Forms;
import quire.merge.Delimiters;
import quire.preflight.RuleSets;
import quire.programme.Programmes;

/** {@code check} and {@code lint}: what is wrong with forms, programmes, rule sets and templates, before anybody relies on them. */
final class CheckCommand {

    private static final String PROGRAMMES = "programmes";
    private static final String RULE_SETS = "rule-sets";

    private final Papers papers;
    private final Shipped shipped;

    CheckCommand(Papers papers, Shipped shipped) {
        this.papers = papers;
        this.shipped = shipped;
    }

    /** All forms, programmes and templates that are at hand. */
    List<Finding> all() {
        List<Finding> findings = new ArrayList<>(forms(shipped.forms()));
        if (!Finding.anyError(findings)) {
            findings.addAll(TemplateLint.check(papers.shelf(), papers.forms()));
        }
        return findings;
    }

    /**
     * One file or folder.
     *
     * @throws Problem if it is not there, or holds neither forms nor templates
     */
    List<Finding> at(Path path) {
        if (isProgramme(path)) {
            return programmes(path, papers.forms());
        } else if (isRuleSet(path)) {
            return RuleSets.check(path);
        } else if (Files.isDirectory(path)) {
            return folder(path);
        } else if (path.toString().endsWith(".yaml")) {
            return Forms.check(path);
        }
        TemplateFile file = Papers.file(path.toString(), null);
        return TemplateLint.check(file, papers.forms().find(stem(file.name())).orElse(null));
    }

    /**
     * A template against a form.
     *
     * @param template a form's id, meaning the templates of that form, or a file
     * @param form the id of the form it is for; null to look at the template alone
     * @param delimiters what its tags begin and end with; null for the usual
     */
    List<Finding> lint(String template, @Nullable String form, @Nullable Delimiters delimiters) {
        if (!Papers.isFile(template)) {
            Form own = papers.forms().get(template);
            return papers.shelf().templates(own).stream()
                    .flatMap(file -> TemplateLint.check(file, own).stream())
                    .toList();
        }
        return TemplateLint.check(
                Papers.file(template, delimiters),
                form == null ? null : papers.forms().get(form));
    }

    /** A copy of a Word template with a Word comment at each fault; as {@link #lint} otherwise. */
    byte[] copy(String template, @Nullable String form, @Nullable Delimiters delimiters) {
        if (!Papers.isFile(template)) {
            throw Problem.badInput(
                    Finding.error("lint-copy", "--copy needs a template file, not the id of a form.", Place.UNKNOWN));
        }
        return TemplateLint.copyWithComments(
                Papers.file(template, delimiters),
                form == null ? null : papers.forms().get(form));
    }

    private List<Finding> folder(Path folder) {
        boolean templates = Files.isDirectory(folder.resolve("word")) || Files.isDirectory(folder.resolve("pdf"));
        if (templates) {
            return TemplateLint.check(TemplateShelf.open(folder), papers.forms());
        } else if (holdsForms(folder)) {
            return forms(folder);
        }
        throw Problem.badInput(Finding.error(
                "check-nothing",
                folder + " holds no forms (.yaml) and no templates (word/*.docx, pdf/*.html).",
                Place.inFile(folder.toString())));
    }

    /** A folder of forms with its rule sets; when the forms are sound, the programmes in it too. */
    private List<Finding> forms(Path folder) {
        List<Finding> findings = new ArrayList<>(Forms.check(folder));
        if (Files.isDirectory(folder.resolve(RULE_SETS))) {
            findings.addAll(RuleSets.check(folder.resolve(RULE_SETS)));
        }
        Path programmes = folder.resolve(PROGRAMMES);
        if (!Finding.anyError(findings) && Files.isDirectory(programmes)) {
            findings.addAll(programmes(programmes, Forms.load(folder)));
        }
        return findings;
    }

    /** A folder of programmes, or one of them, held against forms and the templates at hand. */
    private List<Finding> programmes(Path path, Forms forms) {
        return Programmes.check(path, forms, Set.copyOf(papers.shelf().names()));
    }

    /** Whether this is the folder of programmes, or a file of it or of its earlier versions. */
    private static boolean isProgramme(Path path) {
        Path whole = path.toAbsolutePath().normalize();
        Path folder = whole.getParent();
        return Files.isDirectory(whole)
                ? whole.endsWith(PROGRAMMES)
                : folder != null && (folder.endsWith(PROGRAMMES) || folder.endsWith(Path.of(PROGRAMMES, "earlier")));
    }

    /** Whether this is the folder of rule sets, or a file of it. */
    private static boolean isRuleSet(Path path) {
        Path whole = path.toAbsolutePath().normalize();
        Path folder = whole.getParent();
        return Files.isDirectory(whole) ? whole.endsWith(RULE_SETS) : folder != null && folder.endsWith(RULE_SETS);
    }

    /** The form that a template belongs to by its name. */
    private static String stem(String name) {
        return name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }

    private static boolean holdsForms(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> file.toString().endsWith(".yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look into " + folder, e);
        }
    }
}
