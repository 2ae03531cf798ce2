package quire.takeaway;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import quire.core.Ordered;
import quire.store.Row;
import quire.store.Sql;
import quire.store.Transaction;

/**
 * A table of the record as it travels.
 *
 * @param name in the database and in the file
 * @param reach how the rows of one portfolio are found
 * @param columns in the order of the file
 */
record RecordTable(String name, Reach reach, List<RecordColumn> columns) {

    /** How the rows of one portfolio are found. */
    enum Reach {
        PROGRAMME("digest in (select programme_digest from portfolio where id = :portfolio)"),
        /** The versions that its papers have, and had before they went to another one. */
        FORMS("digest in (select form_digest from document where portfolio = :portfolio)"
                + " or digest in (select from_digest from document_move where " + Reach.OF_ITS_PAPERS + ")"
                + " or digest in (select to_digest from document_move where " + Reach.OF_ITS_PAPERS + ")"
                + " or digest in (select form_digest from earlier_answer where " + Reach.OF_ITS_PAPERS + ")"),
        ITSELF("id = :portfolio"),
        PORTFOLIO("portfolio = :portfolio"),
        DOCUMENT(Reach.OF_ITS_PAPERS),
        EVIDENCE("evidence in (select id from evidence where portfolio = :portfolio)");

        private static final String OF_ITS_PAPERS =
                "document in (select id from document where portfolio = :portfolio)";

        private final String condition;

        Reach(String condition) {
            this.condition = condition;
        }
    }

    RecordTable {
        columns = List.copyOf(columns);
    }

    /** The rows of a portfolio, sorted by their key, so that every database gives the same. */
    List<RecordRow> read(Transaction tx, String portfolio) {
        return tx
                .sql("select " + names("") + " from " + name + " where " + reach.condition)
                .with("portfolio", portfolio)
                .list(this::row)
                .stream()
                .sorted(Comparator.comparing(this::key))
                .toList();
    }

    void insert(Transaction tx, RecordRow row) {
        Sql sql = tx.sql("insert into " + name + " (" + names("") + ") values (" + names(":") + ")");
        columns.forEach(column -> column.bind(sql, row.get(column.name())));
        sql.run();
    }

    /** What tells a row apart, to be compared; numbers in the order of numbers. */
    String key(RecordRow row) {
        return columns.stream()
                .filter(RecordColumn::key)
                .map(column -> row.get(column.name()))
                .map(value -> value instanceof Long number ? "%019d".formatted(number) : String.valueOf(value))
                .collect(Collectors.joining("\0"));
    }

    /** The columns in which it stands who somebody is. */
    List<RecordColumn> ofPeople() {
        return columns.stream()
                .filter(column -> column.kind() == RecordColumn.Kind.PERSON || column.kind() == RecordColumn.Kind.ACTOR)
                .toList();
    }

    /** What the JSON Schema of the file says of a row. */
    Map<String, @Nullable Object> schema() {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        columns.forEach(column -> properties.put(column.name(), column.schema()));
        Map<String, @Nullable Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("required", columns.stream().map(RecordColumn::name).toList());
        schema.put("additionalProperties", false);
        return Ordered.copyOf(schema);
    }

    private RecordRow row(Row row) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        columns.forEach(column -> values.put(column.name(), column.read(row)));
        return new RecordRow(values);
    }

    private String names(String before) {
        return columns.stream().map(column -> before + column.name()).collect(Collectors.joining(", "));
    }
}
