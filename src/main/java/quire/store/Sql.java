package quire.store;

import java.sql.ResultSet;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.result.ResultIterable;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;
import quire.core.Digest;
import quire.core.Problem;

/** One statement with its values. Values never become part of its text. */
public final class Sql {

    private final Transaction transaction;
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();
    private String text;

    Sql(Transaction transaction, String text) {
        this.transaction = transaction;
        this.text = text;
    }

    /**
     * A text.
     *
     * @throws Problem if it holds a character that no database can keep: the character NUL, or half of a pair
     */
    public Sql with(String name, @Nullable String value) {
        values.put(name, value == null ? null : KeepableText.checked(value));
        return this;
    }

    public Sql with(String name, long value) {
        values.put(name, value);
        return this;
    }

    public Sql with(String name, boolean value) {
        values.put(name, value ? 1L : 0L);
        return this;
    }

    /** A moment, kept to the millisecond. */
    public Sql with(String name, Instant value) {
        return with(name, Row.written(value));
    }

    public Sql with(String name, Digest value) {
        return with(name, value.hex());
    }

    public Sql with(String name, byte[] value) {
        values.put(name, value);
        return this;
    }

    /**
     * Holds the rows of this query until the work ends, so that nobody else changes them: for every row by which the work
     * decides what to write. Two pieces of work that each hold several rows must take them in the same order. Where only
     * one writes at a time this is so in any case, and nothing is added.
     *
     * @throws IllegalStateException in work that only reads
     */
    public Sql forUpdate() {
        if (transaction.onlyReads()) {
            throw new IllegalStateException("Work that only reads holds no rows");
        }
        text += transaction.dialect().lockingRows();
        return this;
    }

    /** Runs a statement that changes something; how many rows it changed. */
    public int run() {
        return attempt(() -> {
            try (Update update = transaction.handle().createUpdate(text)) {
                return bound(update).execute();
            }
        });
    }

    /** All rows, in the order of the statement. */
    public <T> List<T> list(Function<Row, T> reader) {
        return ask(reader, ResultIterable::list);
    }

    /** The row, if there is one; more than one is a fault in the statement. */
    public <T> Optional<T> find(Function<Row, T> reader) {
        return ask(reader, ResultIterable::findOne);
    }

    /** The row, which is known to be there. */
    public <T> T get(Function<Row, T> reader) {
        return ask(reader, ResultIterable::one);
    }

    /** Shows every row in turn, holding few at a time: for tables that may be long. */
    public void each(Consumer<Row> reader) {
        attempt(() -> {
            try (Query query = transaction.handle().createQuery(text)) {
                transaction.dialect().readInPortions(query);
                // Shown while it is read: the iterator is one row ahead of whoever follows it.
                bound(query).map((result, context) -> shown(reader, result)).forEach(row -> {});
                return true;
            }
        });
    }

    private static boolean shown(Consumer<Row> reader, ResultSet result) {
        reader.accept(new Row(result));
        return true;
    }

    private <T, R> R ask(Function<Row, T> reader, Function<ResultIterable<T>, R> taker) {
        return attempt(() -> {
            try (Query query = transaction.handle().createQuery(text)) {
                return taker.apply(bound(query).map((result, context) -> reader.apply(new Row(result))));
            }
        });
    }

    private <T> T attempt(Supplier<T> statement) {
        try {
            return statement.get();
        } catch (RuntimeException e) {
            transaction.spoil(e);
            throw e;
        }
    }

    private <S extends SqlStatement<S>> S bound(S statement) {
        values.forEach(statement::bind);
        return statement;
    }
}
