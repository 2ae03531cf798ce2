package quire.store;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What a database means by its error, whichever database it is. */
enum Trouble {
    /** Somebody else holds what is needed; later it may work. */
    BUSY,
    /** Two transactions were in each other's way and this one was given up; at once it may work. */
    GIVEN_UP,
    DISK_FULL,
    NOT_WRITABLE,
    DAMAGED,
    NOT_A_DATABASE,
    /** The server does not answer, or has hung up. */
    UNREACHABLE,
    NO_SUCH_DATABASE,
    SIGN_IN;

    /** PostgreSQL's code for a row whose key is there already. */
    private static final String TAKEN = "23505";

    /** Empty where the fault is none of the database's making, or one in our own statements. */
    static @Nullable Trouble of(Throwable fault) {
        SQLException cause = sqlCause(fault);
        if (cause instanceof SQLiteException lite) {
            // The primary code; SQLite keeps its finer distinctions in the higher bits.
            return of(SQLiteErrorCode.getErrorCode(lite.getResultCode().code & 0xff));
        } else if (cause instanceof SQLTransientConnectionException) {
            return BUSY;
        }
        String state = cause == null ? null : cause.getSQLState();
        return state == null ? null : ofState(state);
    }

    /**
     * Whether what was in the way is gone by now: another transaction that this one was given up for, or one that has just
     * put a row where this one wanted to put its own. Whoever looks again sees what the other did, and can say so.
     */
    static boolean isOver(Throwable fault) {
        SQLException cause = sqlCause(fault);
        return of(fault) == GIVEN_UP || (cause != null && TAKEN.equals(cause.getSQLState()));
    }

    private static @Nullable Trouble of(SQLiteErrorCode code) {
        return switch (code) {
            case SQLITE_BUSY, SQLITE_LOCKED -> BUSY;
            case SQLITE_FULL -> DISK_FULL;
            case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_IOERR -> NOT_WRITABLE;
            case SQLITE_CORRUPT -> DAMAGED;
            case SQLITE_NOTADB -> NOT_A_DATABASE;
            default -> null;
        };
    }

    /** PostgreSQL's own list of codes, of which the first two characters are the class. */
    private static @Nullable Trouble ofState(String state) {
        return switch (state) {
            case "40001", "40P01" -> GIVEN_UP;
            case "55P03", "53300", "53400", "25P03", "57014" -> BUSY;
            case "53100" -> DISK_FULL;
            case "25006", "42501", "58030", "3F000" -> NOT_WRITABLE;
            case "XX001", "XX002" -> DAMAGED;
            case "3D000" -> NO_SUCH_DATABASE;
            case "57P01", "57P02", "57P03", "57P05" -> UNREACHABLE;
            default -> state.startsWith("08") ? UNREACHABLE : state.startsWith("28") ? SIGN_IN : null;
        };
    }

    private static @Nullable SQLException sqlCause(Throwable fault) {
        SQLException found = null;
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException e) {
                found = e;
            }
        }
        return found;
    }
}
