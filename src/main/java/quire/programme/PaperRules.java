package quire.programme;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import quire.forms.Form;
import quire.forms.Forms;
import quire.forms.RecordBlock;
import quire.yaml.Part;

/** Each paper is of a form that is there, and says of it what is true. */
final class PaperRules {

    private final Draft draft;
    private final Forms forms;
    private final Set<String> templates;

    private PaperRules(Draft draft, Set<String> templates) {
        this.draft = draft;
        this.forms = draft.forms();
        this.templates = templates;
    }

    /** @param templates the file names of the templates at hand; empty to leave them unchecked */
    static void check(Draft draft, Set<String> templates) {
        PaperRules rules = new PaperRules(draft, templates);
        draft.papers().forEach(rules::check);
        Set<Row> told = new HashSet<>();
        draft.variations().forEach(variation -> rules.checkDoubles(variation, told));
    }

    private void check(Draft.Paper paper) {
        check(paper, paper.part(), paper.row().form());
        FormPin other = paper.row().orForm();
        if (other != null) {
            check(paper, paper.part().member("or_form"), other);
        }
    }

    /** @param named where the form is named */
    private void check(Draft.Paper paper, Part named, FormPin pin) {
        Form form = forms.find(pin.toString()).orElse(null);
        if (form != null) {
            checkResponsible(paper, form);
            checkSignatories(paper, form);
            checkTemplate(named, form, form.print().docx());
            checkTemplate(named, form, form.print().pdf());
            checkRecord(paper, named, form);
            checkNumber(paper, form);
            FillRules.check(draft, paper, form);
        } else if (!pin.form().isEmpty()) {
            missing(named, pin);
        }
    }

    private void missing(Part part, FormPin pin) {
        List<String> versions = forms.everyVersion().stream()
                .filter(form -> form.id().equals(pin.form()))
                .map(form -> String.valueOf(form.version()))
                .toList();
        if (versions.isEmpty()) {
            new Known("form", "", forms.list().stream().map(Form::id).toList()).check(part.member("form"));
        } else {
            part.member("form_version")
                    .fault(
                            "unknown-version",
                            "The form “" + pin.form() + "” has no version " + pin.version() + ". It has version "
                                    + String.join(", ", versions) + ".");
        }
    }

    private void checkResponsible(Draft.Paper paper, Form form) {
        Known roles = new Known(
                "role",
                " in the form “" + form.id() + "”",
                List.copyOf(form.roles().keySet()));
        paper.part().member("responsible").entries().stream()
                .filter(role -> isRole(role.text("")))
                .forEach(roles::check);
    }

    /** Whether the programme has a role; if it has not, that was told. */
    private boolean isRole(String role) {
        return draft.programme().basis().roles().containsKey(role);
    }

    private void checkSignatories(Draft.Paper paper, Form form) {
        List<Signatory> signed = signatories(form);
        boolean roles = paper.row().signatories().stream()
                .flatMap(signatory -> signatory.roles().stream())
                .allMatch(this::isRole);
        if (roles && !signed.equals(paper.row().signatories())) {
            paper.part()
                    .member("signatures")
                    .fault(
                            "signatures",
                            "The form “" + form.id() + "” is signed by " + words(signed) + ", but “signatures” of the "
                                    + "paper “" + paper.row().id() + "” has "
                                    + words(paper.row().signatories()) + ". The two must agree.");
        }
    }

    /** Everybody who signs, in the order of their first signature. */
    private static List<Signatory> signatories(Form form) {
        Set<Signatory> signatories = new LinkedHashSet<>();
        form.signOff().forEach(step -> {
            if (step.everyone()) {
                step.signers().forEach(role -> signatories.add(new Signatory(List.of(role))));
            } else {
                signatories.add(new Signatory(step.signers()));
            }
        });
        return List.copyOf(signatories);
    }

    private static String words(List<Signatory> signatories) {
        return signatories.isEmpty()
                ? "nobody"
                : signatories.stream().map(Signatory::toString).collect(Collectors.joining(", "));
    }

    private void checkTemplate(Part named, Form form, @Nullable String template) {
        if (template != null && !templates.isEmpty() && !templates.contains(template)) {
            new Known("template", ", which the form “" + form.id() + "” is printed with", List.copyOf(templates))
                    .check(named.member("form"), template);
        }
    }

    /** A row of the checklist is about the person, so it stands under the person's record block. */
    private void checkRecord(Draft.Paper paper, Part named, Form form) {
        RecordBlock wanted = draft.recordBlock();
        RecordBlock record = form.record();
        boolean listed = paper.row().occasion() == null;
        if (listed && wanted != null && (record == null || !record.id().equals(wanted.id()))) {
            named.member("form")
                    .fault(
                            "record",
                            "The form “" + form.id() + "” has "
                                    + (record == null ? "no record block" : "the record block “" + record.id() + "”")
                                    + ", but the papers of the checklist stand under “" + wanted.id() + "”.");
        }
    }

    private static void checkNumber(Draft.Paper paper, Form form) {
        Part number = paper.part().member("number");
        if (number.isPresent() && form.series() == null) {
            number.fault(
                    "number", "The form “" + form.id() + "” is no series, so its papers have no number. Take it out.");
        } else if (!number.isPresent() && form.series() != null) {
            paper.part()
                    .fault(
                            "number",
                            "The form “" + form.id() + "” is a series. Say with “number” which one the paper “"
                                    + paper.row().id() + "” is.");
        }
    }

    /** Two papers that nobody could tell apart. */
    private void checkDoubles(Draft.Variation variation, Set<Row> told) {
        Map<String, Draft.Paper> seen = new HashMap<>();
        for (Draft.Paper paper : draft.papers()) {
            Row row = paper.row();
            if (!row.when().holds(variation.choices())) {
                continue;
            }
            String key = row.form().form() + " " + row.number() + (row.number() == 0 ? row.title() : "");
            Draft.Paper before = seen.putIfAbsent(key, paper);
            if (before != null && told.add(row)) {
                paper.part()
                        .fault(
                                "double",
                                "The papers “" + before.row().id() + "” and “" + row.id() + "” are the same one of the "
                                        + "form “" + row.form().form() + "”" + variation.words()
                                        + ". Give them different numbers or titles.");
            }
        }
    }
}
