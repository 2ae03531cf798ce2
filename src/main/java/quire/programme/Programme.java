package quire.programme;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quire.core.Definition;
import quire.core.Digest;
import quire.core.Problem;

/**
 * A route through the year. Immutable; made by {@link Programmes} only, which has checked it against the forms.
 *
 * @param id the name for ever
 * @param version from 1; a portfolio keeps the version it began with
 * @param title what it is called
 * @param about one sentence on whom it is for
 * @param basis what it stands on
 * @param settings what may be decided one way or the other
 * @param timeline its dates and stages
 * @param support what everybody is given
 * @param rows the checklist, under all settings
 * @param further the further papers that the year may need, under all settings
 * @param gates what must be signed before a stage opens
 * @param minimums how much evidence there must be
 * @param checks when the portfolio is looked at as a whole
 * @param moderation what panels read and do
 * @param definition the whole file as plain data: what is published and hashed
 */
public record Programme(
        String id,
        int version,
        String title,
        @Nullable String about,
        Basis basis,
        List<Setting> settings,
        Timeline timeline,
        Support support,
        List<Row> rows,
        List<Row> further,
        List<Gate> gates,
        List<Minimum> minimums,
        List<QualityCheck> checks,
        Moderation moderation,
        Definition definition) {

    public Programme {
        settings = List.copyOf(settings);
        rows = List.copyOf(rows);
        further = List.copyOf(further);
        gates = List.copyOf(gates);
        minimums = List.copyOf(minimums);
        checks = List.copyOf(checks);
    }

    /** What holds where nobody has decided anything. */
    public Choices defaults() {
        return Choices.of(settings, Map.of());
    }

    /**
     * What holds after some decisions.
     *
     * @param decided the value chosen, by setting
     * @throws Problem if there is no such setting, or it has no such value
     */
    public Choices choices(Map<String, String> decided) {
        return Choices.of(settings, decided);
    }

    /** The papers of a year under what was decided. */
    public DocumentPlan plan(Choices choices) {
        return new DocumentPlan(under(rows, choices), under(further, choices));
    }

    /** The dates of a year under what was decided and what is known of it. */
    public Timetable timetable(Choices choices, KnownDates known) {
        return new Timetable(timeline, choices, known);
    }

    /** How much evidence there must be under what was decided. */
    public List<Minimum> minimums(Choices choices) {
        return minimums.stream()
                .filter(minimum -> minimum.when().holds(choices))
                .toList();
    }

    /** The looks at the portfolio under what was decided, their titles complete. */
    public List<QualityCheck> checks(Choices choices) {
        return checks.stream()
                .filter(check -> check.when().holds(choices))
                .map(check -> check.under(choices))
                .toList();
    }

    /** The canonical JSON (RFC 8785) of the definition: what is stored at publishing. */
    public String canonicalJson() {
        return definition.canonicalJson();
    }

    /** The SHA-256 of {@link #canonicalJson()}. */
    public Digest digest() {
        return definition.digest();
    }

    private static List<Row> under(List<Row> rows, Choices choices) {
        return rows.stream()
                .filter(row -> row.when().holds(choices))
                .map(row -> row.under(choices))
                .toList();
    }
}
