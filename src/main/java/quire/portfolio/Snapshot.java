package quire.portfolio;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quire.core.Digest;
import quire.core.Json;
import quire.core.Ordered;
import quire.forms.Answers;
import quire.forms.Form;
import quire.forms.ShownAnswers;
import quire.forms.SignOffStep;
import quire.forms.Visibility;

/**
 * Everything that one signature stands for, as canonical JSON (RFC 8785): what it covers of the answers, the record at the
 * head, the statement, who signs as what, who wrote down what for whom, and the digests of the form, the templates and the attached files. Its meaning
 * needs nothing that a later version of the program would have to know.
 *
 * @param json canonical
 */
public record Snapshot(String json) {

    /** The same files in whatever order are the same. */
    private static final Comparator<EvidenceFile> BY_CONTENT =
            Comparator.comparing((EvidenceFile file) -> file.digest().hex()).thenComparing(EvidenceFile::name);

    /**
     * Who signs.
     *
     * @param role in the word of the form
     * @param person their id
     * @param deputyOf the id of the person they stand in for; null for nobody
     * @param name as they are called, and whom they stand in for: what is printed
     */
    record Signer(String role, String person, @Nullable String deputyOf, String name) {

        /** Whoever has signed. */
        static Signer of(Signature signature) {
            return new Signer(signature.role(), signature.by(), signature.deputyOf(), signature.name());
        }
    }

    /**
     * What a step stands for now.
     *
     * @param files that are attached to the document besides those that its answers name
     * @param templates the digests of the layouts that the paper would be printed with, by kind
     * @param recorded who wrote down a section for whom, by the section's id
     */
    static Snapshot of(
            Document document,
            SignOffStep step,
            Signer signer,
            List<EvidenceFile> files,
            Map<String, Digest> templates,
            Map<String, String> recorded) {
        Form form = document.form();
        Answers answers = Answers.of(form, document.answers());
        Map<String, @Nullable Object> sections = new LinkedHashMap<>();
        SignOff.covered(form, step, Visibility.of(form, answers))
                .forEach(section -> sections.put(section.id(), ShownAnswers.of(form, answers, section)));
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("document", document.id());
        all.put("title", document.title());
        all.put(
                "form",
                Ordered.of(
                        "id",
                        form.id(),
                        "version",
                        form.version(),
                        "sha256",
                        form.digest().hex()));
        all.put("templates", hexes(templates));
        all.put("step", step.step());
        all.put("statement", step.statement());
        all.put("role", signer.role());
        all.put("signer", signer.person());
        all.put("deputy_of", signer.deputyOf());
        all.put("name", signer.name());
        all.put("record", answers.record());
        all.put("sections", sections);
        all.put("recorded", recorded(recorded, sections.keySet()));
        all.put("files", files.stream().sorted(BY_CONTENT).map(Snapshot::file).toList());
        return new Snapshot(Json.canonical(all));
    }

    /** The same step and signer over the document as it is now. */
    Snapshot again(Document document, SignOffStep step, Signature signature, List<EvidenceFile> files) {
        return of(document, step, Signer.of(signature), files, templates(), recorded());
    }

    /** Who had written down a section for whom, by the section's id. */
    Map<String, String> recorded() {
        Map<String, String> recorded = new LinkedHashMap<>();
        if (content().get("recorded") instanceof Map<?, ?> map) {
            map.forEach((section, words) -> recorded.put(section.toString(), words.toString()));
        }
        return recorded;
    }

    /** The digests of the layouts that the paper would have been printed with, by kind. */
    Map<String, Digest> templates() {
        Map<String, Digest> templates = new LinkedHashMap<>();
        if (content().get("templates") instanceof Map<?, ?> map) {
            map.forEach((kind, hex) -> templates.put(kind.toString(), new Digest(hex.toString())));
        }
        return templates;
    }

    public Digest digest() {
        return Digest.of(json);
    }

    /** As plain JSON data. */
    public Map<String, @Nullable Object> content() {
        return Json.readObject(json, "A snapshot");
    }

    private static Map<String, String> recorded(Map<String, String> all, Set<String> sections) {
        Map<String, String> covered = new LinkedHashMap<>(all);
        covered.keySet().retainAll(sections);
        return covered;
    }

    private static Map<String, Object> file(EvidenceFile file) {
        return Ordered.of("name", file.name(), "sha256", file.digest().hex());
    }

    private static Map<String, Object> hexes(Map<String, Digest> digests) {
        Map<String, Object> hexes = new LinkedHashMap<>();
        digests.forEach((kind, digest) -> hexes.put(kind, digest.hex()));
        return hexes;
    }
}
