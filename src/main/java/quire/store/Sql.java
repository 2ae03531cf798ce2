package quire.store;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterable;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;
import quire.core.Digest;

/** One statement with its values. Values never become part of its text. */
public final class Sql {

    private final Handle handle;
    private final String text;
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    private final Consumer<RuntimeException> failed;

    Sql(Handle handle, String text, Consumer<RuntimeException> failed) {
        this.handle = handle;
        this.text = text;
        this.failed = failed;
    }

    public Sql with(String name, @Nullable String value) {
        values.put(name, value);
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

    /** Runs a statement that changes something; how many rows it changed. */
    public int run() {
        return attempt(() -> {
            try (Update update = handle.createUpdate(text)) {
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

    /** Shows every row in turn, holding one at a time: for tables that may be long. */
    public void each(Consumer<Row> reader) {
        ask(
                row -> {
                    reader.accept(row);
                    return true;
                },
                rows -> {
                    rows.forEach(shown -> {});
                    return true;
                });
    }

    private <T, R> R ask(Function<Row, T> reader, Function<ResultIterable<T>, R> taker) {
        return attempt(() -> {
            try (Query query = handle.createQuery(text)) {
                return taker.apply(bound(query).map((result, context) -> reader.apply(new Row(result))));
            }
        });
    }

    private <T> T attempt(Supplier<T> statement) {
        try {
            return statement.get();
        } catch (RuntimeException e) {
            failed.accept(e);
            throw e;
        }
    }

    private <S extends SqlStatement<S>> S bound(S statement) {
        values.forEach(statement::bind);
        return statement;
    }
}
