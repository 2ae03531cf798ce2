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
