package quire.portfolio;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import quire.programme.DocumentPlan;
import quire.programme.Gate;
import quire.programme.Programme;
import quire.programme.Row;
import quire.programme.Stage;
import quire.programme.Timetable;

/**
 * The papers of one year as they stand on a day: what is there, what is due, what has to wait.
 *
 * @param parts the stages of the programme that have papers, in their order
 * @param further papers that the year may need, in the order of the programme
 */
public record Checklist(List<Part> parts, List<Item> further) {

    public Checklist {
        parts = List.copyOf(parts);
        further = List.copyOf(further);
    }

    /**
     * One stage.
     *
     * @param from when it begins
     * @param until when it ends
     * @param waitsFor the titles of the papers that have to be complete and signed before it opens; empty once it is open
     */
    public record Part(Stage stage, LocalDate from, LocalDate until, List<String> waitsFor, List<Item> items) {

        public Part {
            waitsFor = List.copyOf(waitsFor);
            items = List.copyOf(items);
        }

        public boolean isOpen() {
            return waitsFor.isEmpty();
        }
    }

    /**
     * One paper.
     *
     * @param draft when the others can read it; null for no day
     * @param due when it is to be complete and signed; null for no day
     * @param documents what has been started of it, the first one first
     */
    public record Item(
            Row row,
            @Nullable LocalDate draft,
            @Nullable LocalDate due,
            List<Summary> documents,
            Status status,
            boolean overdue) {

        public Item {
            documents = List.copyOf(documents);
        }
    }

    /** How a paper stands, in the words that people read elsewhere. */
    public enum Status {
        /** Papers of an earlier stage have to come first. */
        CANNOT_START,
        NOT_STARTED,
        IN_PROGRESS,
        /** Everything is written, and not everybody has signed. */
        TO_SIGN,
        /** Everything is written, and signed by all who sign it. */
        COMPLETE;

        /** Whether somebody has to write in it still. */
        public boolean isToWrite() {
            return this != TO_SIGN && this != COMPLETE;
        }
    }

    /**
     * The checklist of a portfolio.
     *
     * @param documents everything that was started in it
     * @param today the day on which it is looked at
     */
    static Checklist of(Portfolio portfolio, List<Summary> documents, LocalDate today) {
        return Drawing.of(portfolio, documents, today).checklist();
    }

    /** When something in the portfolio was last written; empty if nothing was started. */
    public Optional<Instant> lastActivity() {
        return Stream.concat(items(), further.stream())
                .flatMap(item -> item.documents().stream())
                .map(Summary::changed)
                .max(Comparator.naturalOrder());
    }

    /** Every paper of the checklist, without the further ones. */
    public Stream<Item> items() {
        return parts.stream().flatMap(part -> part.items().stream());
    }

    /**
     * What somebody should do next: of the papers that can be written now and are theirs to see to, the one that is due
     * first. Overdue ones are due first of all.
     *
     * @param role the role in the year, such as {@code nqsw}
     */
    public Optional<Item> next(String role) {
        return parts.stream()
                .filter(Part::isOpen)
                .flatMap(part -> part.items().stream())
                .filter(item -> item.status().isToWrite()
                        && !item.row().optional()
                        && item.row().responsible().contains(role))
                .min(Comparator.comparing(item -> item.due() == null ? LocalDate.MAX : item.due()));
    }

    /** The papers that wait for the signature of a role, the first one of the year first. */
    public List<Summary> toSign(String role) {
        return Stream.concat(items(), further.stream())
                .flatMap(item -> item.documents().stream())
                .filter(document -> document.awaits().contains(role))
                .distinct()
                .toList();
    }

    public Optional<Item> find(String paper) {
        return Stream.concat(items(), further.stream())
                .filter(item -> item.row().id().equals(paper))
                .findFirst();
    }

    /**
     * What one checklist is drawn from. Plan and dates are worked out from what was decided, so this is done once for all
     * their rows.
     */
    private record Drawing(
            Programme programme, DocumentPlan plan, Timetable dates, List<Summary> documents, LocalDate today) {

        static Drawing of(Portfolio portfolio, List<Summary> documents, LocalDate today) {
            return new Drawing(portfolio.programme(), portfolio.plan(), portfolio.timetable(), documents, today);
        }

        Checklist checklist() {
            List<Part> parts = programme.timeline().stages().stream()
                    .map(this::part)
                    .filter(part -> !part.items().isEmpty())
                    .toList();
            List<Item> further =
                    plan.further().stream().map(row -> item(row, true)).toList();
            return new Checklist(parts, further);
        }

        private Part part(Stage stage) {
            List<String> waitsFor = waitsFor(stage);
            List<Item> items = plan.ofStage(stage.id()).stream()
                    .map(row -> item(row, waitsFor.isEmpty()))
                    .toList();
            return new Part(stage, dates.on(stage.from()), dates.on(stage.until()), waitsFor, items);
        }

        private List<String> waitsFor(Stage stage) {
            return programme.gates().stream()
                    .filter(gate -> gate.opens().equals(stage.id()))
                    .flatMap(this::needed)
                    .filter(row -> status(row, true) != Status.COMPLETE)
                    .map(Row::title)
                    .distinct()
                    .toList();
        }

        private Stream<Row> needed(Gate gate) {
            return plan.all().filter(row -> gate.signed().contains(row.id()) || isOfThePack(gate, row));
        }

        private static boolean isOfThePack(Gate gate, Row row) {
            return gate.wholePack() && row.pack() == Row.Pack.WHOLE && !row.optional() && row.stage() != null;
        }

        private Item item(Row row, boolean open) {
            LocalDate due = dates.dueOn(row).orElse(null);
            Status status = status(row, open);
            boolean overdue = due != null && due.isBefore(today) && status != Status.COMPLETE && row.stage() != null;
            return new Item(row, dates.draftOn(row).orElse(null), due, of(row), status, overdue);
        }

        private Status status(Row row, boolean open) {
            List<Summary> written = of(row);
            if (!written.isEmpty()
                    && written.stream().allMatch(one -> one.progress().isWritten())) {
                boolean signed = written.stream().allMatch(Summary::isFinished);
                return signed ? Status.COMPLETE : Status.TO_SIGN;
            } else if (written.stream().anyMatch(one -> one.progress() != Progress.NOT_STARTED)) {
                return Status.IN_PROGRESS;
            }
            return open ? Status.NOT_STARTED : Status.CANNOT_START;
        }

        private List<Summary> of(Row row) {
            return documents.stream()
                    .filter(document -> row.id().equals(document.paper()))
                    .toList();
        }
    }
}
