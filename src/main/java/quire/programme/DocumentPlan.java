package quire.programme;

import java.util.List;
import java.util.stream.Stream;
import quire.core.Problem;

/**
 * The papers of one year, once the settings are decided.
 *
 * @param rows the checklist, in its order
 * @param further what else the year may need
 */
public record DocumentPlan(List<Row> rows, List<Row> further) {

    public DocumentPlan {
        rows = List.copyOf(rows);
        further = List.copyOf(further);
    }

    /** The checklist and the further papers. */
    public Stream<Row> all() {
        return Stream.concat(rows.stream(), further.stream());
    }

    /**
     * The paper of that id.
     *
     * @throws Problem if the plan has no such paper
     */
    public Row get(String id) {
        return all().filter(row -> row.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("The plan has no paper “" + id + "”."));
    }

    /** The rows of a stage. */
    public List<Row> ofStage(String stage) {
        return rows.stream().filter(row -> stage.equals(row.stage())).toList();
    }
}
