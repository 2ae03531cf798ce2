package quire.store;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Work in progress on the record. It belongs to one thread and ends with the work it was handed to. */
public final class Transaction implements AutoCloseable {

    /** What the work may do. */
    enum Kind {
        READ,
        WRITE
    }

    private final Engine engine;
    private final Handle handle;
    private final Kind kind;
    private boolean open;
    private int depth;
    private int statements;
    private final Set<String> topics = new LinkedHashSet<>();
    private @Nullable RuntimeException spoilt;

    private Transaction(Engine engine, Handle handle, Kind kind) {
        this.engine = engine;
        this.handle = handle;
        this.kind = kind;
    }

    static Transaction begin(Engine engine, Jdbi database, Kind kind) {
        Transaction transaction = new Transaction(engine, database.open(), kind);
        try {
            engine.begin(transaction.handle, kind);
            transaction.open = true;
            return transaction;
        } catch (RuntimeException e) {
            transaction.handle.close();
            throw e;
        }
    }

    /**
     * A statement, ready to be given its values.
     *
     * @param text SQL that both SQLite and PostgreSQL understand, with {@code :name} where a value goes
     */
    public Sql sql(String text) {
        refuseIfSpoilt();
        statements++;
        return new Sql(this, text);
    }

    /**
     * Makes everybody else who holds the same thing wait until the work ends: for a decision that rests on rows which may
     * not be there yet, so that {@link Sql#forUpdate} has nothing to hold. Where only one writes at a time this is so in
     * any case. Hold things first, in one order, and rows after them.
     *
     * @param kind what sort of thing
     * @param id which one of that sort
     * @throws IllegalStateException in work that only reads
     */
    public void hold(String kind, String id) {
        if (onlyReads()) {
            throw new IllegalStateException("Work that only reads holds nothing");
        }
        String holding = dialect().holding();
        if (!holding.isEmpty()) {
            sql(holding).with("thing", kind + " " + id).find(row -> row);
        }
    }

    /** Has those who {@linkplain Database#listen listen} told once the work is kept; if it is not, nobody is told. */
    public void tell(String topic) {
        topics.add(topic);
    }

    Set<String> topics() {
        return Set.copyOf(topics);
    }

    int statements() {
        return statements;
    }

    Handle handle() {
        return handle;
    }

    Dialect dialect() {
        return engine.dialect();
    }

    boolean onlyReads() {
        return kind == Kind.READ;
    }

    /** A statement of this room's own, sent as it is. */
    void execute(String text) {
        try (Statement statement = handle.getConnection().createStatement()) {
            statement.execute(text);
        } catch (SQLException e) {
            IllegalStateException failed = new IllegalStateException("Cannot run: " + text, e);
            spoil(failed);
            throw failed;
        }
    }

    <T extends @Nullable Object> T nested(Function<Transaction, T> work) {
        if (kind == Kind.READ) {
            throw new IllegalStateException("Work that only reads may not begin work that writes");
        }
        refuseIfSpoilt();
        String savepoint = "nested" + ++depth;
        execute("savepoint " + savepoint);
        boolean done = false;
        try {
            T result = work.apply(this);
            execute("release " + savepoint);
            done = true;
            return result;
        } finally {
            depth--;
            if (!done) {
                undo(savepoint);
            }
        }
    }

    void commit() {
        refuseIfSpoilt();
        engine.commit(handle);
        open = false;
    }

    /** Gives the connection back; what was not committed is undone. */
    @Override
    public void close() {
        try (handle) {
            if (open) {
                open = false;
                engine.rollback(handle);
            }
        }
    }

    private void undo(String savepoint) {
        try {
            handle.execute("rollback to " + savepoint);
            handle.execute("release " + savepoint);
            spoilt = null;
        } catch (RuntimeException e) {
            spoil(e);
        }
    }

    /**
     * A statement failed. SQLite may have ended the whole transaction with it (a full disk does that), and would run the
     * next statement outside any; PostgreSQL would refuse it. So nothing runs until the work that failed is undone.
     */
    void spoil(RuntimeException why) {
        if (spoilt == null) {
            spoilt = why;
        }
    }

    private void refuseIfSpoilt() {
        if (spoilt != null) {
            throw new IllegalStateException("A statement of this transaction failed, so nothing of it is kept", spoilt);
        }
    }
}
