package quire.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import quire.core.Finding;
import quire.core.Place;
import quire.core.Problem;

/** What the database says when it cannot go on, in words for people; faults of our own pass unchanged. */
final class Faults {

    private Faults() {}

    static Problem busy() {
        return Problem.of(
                Problem.Kind.UNAVAILABLE, "The record is busy and nothing was changed. Try again in a few seconds.");
    }

    static RuntimeException whileWorking(RuntimeException fault) {
        if (fault instanceof Problem) {
            return fault;
        }
        SQLException cause = sqlCause(fault);
        if (cause instanceof SQLTransientConnectionException) {
            return busy().because(fault);
        }
        String sentence = sentence(code(cause));
        return sentence == null
                ? fault
                : Problem.of(Problem.Kind.UNAVAILABLE, sentence).because(fault);
    }

    static RuntimeException whileOpening(RuntimeException fault, Path database) {
        if (fault instanceof Problem) {
            return fault;
        }
        SQLiteErrorCode code = code(sqlCause(fault));
        if (code == null) {
            return fault;
        }
        return switch (code) {
            case SQLITE_NOTADB ->
                refuse("data-not-database", database, "is not a database. Move it away or name another data folder")
                        .because(fault);
            case SQLITE_CORRUPT -> damaged(database, "").because(fault);
            case SQLITE_BUSY, SQLITE_LOCKED ->
                refuse("data-in-use", database, "is in use by another program. Stop that program and start again")
                        .because(fault);
            case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_IOERR ->
                refuse(
                                "data-not-writable",
                                database,
                                "cannot be read and written. Give the account that runs Quire the right to do both")
                        .because(fault);
            case SQLITE_FULL ->
                refuse("data-disk-full", database, "cannot grow: the disk is full. Make room first")
                        .because(fault);
            default -> fault;
        };
    }

    static Problem damaged(Path database, String detail) {
        return refuse(
                "data-damaged",
                database,
                "is damaged" + (detail.isEmpty() ? "" : " (" + detail + ")") + ". Restore it from a backup");
    }

    /** A refusal that names the file and says what to do. */
    static Problem refuse(String code, Path path, String whatAndWhatToDo) {
        return Problem.badInput(Finding.error(code, path + " " + whatAndWhatToDo + ".", Place.inFile(path.toString())));
    }

    private static @Nullable String sentence(@Nullable SQLiteErrorCode code) {
        if (code == null) {
            return null;
        }
        return switch (code) {
            case SQLITE_BUSY, SQLITE_LOCKED -> busy().getMessage();
            case SQLITE_FULL -> "The disk is full and nothing was changed. Make room on the disk, then try again.";
            case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_IOERR ->
                "The data folder cannot be read or"
                        + " written just now and nothing was changed. Look at the disk, then try again.";
            case SQLITE_CORRUPT, SQLITE_NOTADB ->
                "The database is damaged and nothing was changed. Stop the server and"
                        + " restore the data folder from a backup.";
            default -> null;
        };
    }

    /** The primary code; SQLite keeps its finer distinctions in the higher bits. */
    private static @Nullable SQLiteErrorCode code(@Nullable SQLException cause) {
        return cause instanceof SQLiteException e ? SQLiteErrorCode.getErrorCode(e.getResultCode().code & 0xff) : null;
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
