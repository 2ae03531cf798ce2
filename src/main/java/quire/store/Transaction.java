package quire.store;

import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Work in progress on the record. It belongs to one thread and ends with the work it was handed to. */
public final class Transaction implements AutoCloseable {

    /**
     * What the work may do. A writer takes the lock at its very beginning: a transaction that reads first and asks for the
     * lock later is refused by SQLite at once, however long it would be willing to wait.
     */
    enum Kind {
        READ("begin"),
        WRITE("begin immediate");

        private final String begin;

        Kind(String begin) {
            this.begin = begin;
        }
    }

    private final Handle handle;
    private final Kind kind;
    private boolean open;
    private int depth;
    private @Nullable RuntimeException spoilt;

    private Transaction(Handle handle, Kind kind) {
        this.handle = handle;
        this.kind = kind;
    }

    static Transaction begin(Jdbi database, Kind kind) {
        Transaction transaction = new Transaction(database.open(), kind);
        try {
            transaction.handle.execute(kind.begin);
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
        return new Sql(handle, text, this::spoil);
    }

    <T extends @Nullable Object> T nested(Function<Transaction, T> work) {
        if (kind == Kind.READ) {
            throw new IllegalStateException("Work that only reads may not begin work that writes");
        }
        refuseIfSpoilt();
        String savepoint = "nested" + ++depth;
        handle.execute("savepoint " + savepoint);
        boolean done = false;
        try {
            T result = work.apply(this);
            handle.execute("release " + savepoint);
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
        handle.execute("commit");
        open = false;
    }

    /** Gives the connection back; what was not committed is undone. */
    @Override
    public void close() {
        try (handle) {
            if (open) {
                open = false;
                handle.execute("rollback");
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
    private void spoil(RuntimeException why) {
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
