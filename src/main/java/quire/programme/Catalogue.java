package quire.programme;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import quire.forms.Form;
import quire.forms.Forms;

/**
 * Every paper of a programme in words: its code, who completes it, who signs it and when it is due. What people read who
 * ask what the year holds.
 *
 * @param programme the programme, under its default settings
 * @param parts its stages in order, then the further papers
 */
public record Catalogue(Programme programme, List<Part> parts) {

    private static final String NOBODY = "Nobody";

    /**
     * A stage, or another reason to stand together.
     *
     * @param title what the part is called
     * @param entries its papers in order
     */
    public record Part(String title, List<Entry> entries) {
        public Part {
            entries = List.copyOf(entries);
        }
    }

    /**
     * One paper.
     *
     * @param form the id of the form
     * @param title what the paper is called
     * @param code the programme's own reference; empty for none
     * @param formCode the form's number in the whole set; empty for none
     * @param completes who writes it
     * @param signs who signs it, in order
     * @param due when, in words; empty for no rule
     * @param notes what else is worth knowing, a sentence each
     */
    public record Entry(
            String form,
            String title,
            String code,
            String formCode,
            String completes,
            String signs,
            String due,
            List<String> notes) {
        public Entry {
            notes = List.copyOf(notes);
        }
    }

    public Catalogue {
        parts = List.copyOf(parts);
    }

    /** The catalogue of a programme whose forms are all at hand. */
    public static Catalogue of(Programme programme, Forms forms) {
        DocumentPlan plan = programme.plan(programme.defaults());
        List<Part> parts = new ArrayList<>();
        for (Stage stage : programme.timeline().stages()) {
            add(parts, stage.title(), entries(plan.ofStage(stage.id()), programme, forms));
        }
        add(parts, "When they are needed", entries(plan.further(), programme, forms));
        return new Catalogue(programme, parts);
    }

    /** The papers that no programme plans for, such as those of panels, surveys and partners. */
    public static Part outside(List<Programme> programmes, Forms forms) {
        Set<String> planned = new LinkedHashSet<>();
        for (Programme programme : programmes) {
            programme.rows().forEach(row -> row.forms().forEach(pin -> planned.add(pin.form())));
            programme.further().forEach(row -> row.forms().forEach(pin -> planned.add(pin.form())));
        }
        return new Part(
                "Around the year",
                forms.list().stream()
                        .filter(form -> !planned.contains(form.id()))
                        .map(Catalogue::entry)
                        .toList());
    }

    private static void add(List<Part> parts, String title, List<Entry> entries) {
        if (!entries.isEmpty()) {
            parts.add(new Part(title, entries));
        }
    }

    private static List<Entry> entries(List<Row> rows, Programme programme, Forms forms) {
        return rows.stream().map(row -> entry(row, programme, forms)).toList();
    }

    private static Entry entry(Row row, Programme programme, Forms forms) {
        Form form = forms.get(row.form().form(), row.form().version());
        return new Entry(
                form.id(),
                row.title(),
                row.code() == null ? "" : row.code(),
                form.code() == null ? "" : form.code(),
                roles(row.responsible(), programme, " and "),
                signs(row, programme),
                row.due() == null ? occasion(row) : inWords(row.due(), programme.timeline()),
                notes(row, forms));
    }

    private static String signs(Row row, Programme programme) {
        String signs = row.signatories().stream()
                .map(signatory -> roles(signatory.roles(), programme, " or "))
                .collect(Collectors.joining(", "));
        return signs.isEmpty() ? NOBODY : signs;
    }

    private static String roles(List<String> roles, Programme programme, String between) {
        return roles.stream()
                .map(role -> programme.basis().roles().getOrDefault(role, role))
                .collect(Collectors.joining(between));
    }

    private static String occasion(Row row) {
        return row.occasion() == null ? "" : row.occasion();
    }

    /** Such as “4 weeks after: Start”. */
    private static String inWords(DueRule rule, Timeline timeline) {
        String milestone =
                timeline.milestone(rule.milestone()).map(Milestone::title).orElse(rule.milestone());
        if (rule.offset().amount() == 0) {
            return milestone;
        }
        return rule.offset() + (rule.offset().amount() < 0 ? " before: " : " after: ") + milestone;
    }

    private static List<String> notes(Row row, Forms forms) {
        List<String> notes = new ArrayList<>();
        if (row.orForm() != null) {
            String other =
                    forms.get(row.orForm().form(), row.orForm().version()).title();
            notes.add("Or: “" + other + "”.");
        }
        if (row.more()) {
            notes.add("More may be added.");
        }
        if (row.optional()) {
            notes.add("It may be left out.");
        }
        switch (row.pack()) {
            case CONFIRMATION -> notes.add("The pack only says that it was written, and when.");
            case NONE -> notes.add("It is not part of the pack.");
            case WHOLE -> {
                // What is usual needs no words.
            }
        }
        return notes;
    }

    private static Entry entry(Form form) {
        String completes = form.sections().stream()
                .map(section -> form.roleLabel(section.owner()))
                .distinct()
                .collect(Collectors.joining(", "));
        String signs = form.signOff().stream()
                .flatMap(step -> step.signers().stream())
                .map(form::roleLabel)
                .distinct()
                .collect(Collectors.joining(", "));
        return new Entry(
                form.id(),
                form.title(),
                form.reference() == null ? "" : form.reference(),
                form.code() == null ? "" : form.code(),
                completes,
                signs.isEmpty() ? NOBODY : signs,
                "",
                List.of());
    }
}
