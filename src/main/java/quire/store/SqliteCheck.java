package quire.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import quire.core.Problem;

/** Looks whether a database file is whole, and copies it as it is. */
final class SqliteCheck implements Schema.Care {

    private final DataSource source;
    private final DataFolder folder;

    SqliteCheck(DataSource source, DataFolder folder) {
        this.source = source;
        this.folder = folder;
    }

    /** Every page and every row, but not whether the indexes agree with the rows: some seconds for a gigabyte. */
    @Override
    public void beforeAnything() {
        verdict(source, "quick_check").ifPresent(finding -> {
            throw Faults.damaged(folder.database().toString(), finding);
        });
    }

    /**
     * Keeps the database as it was before its tables change, beside it.
     *
     * @throws Problem if there is no room for it
     */
    @Override
    public void beforeChange(String step) {
        Path copy = folder.copyBefore(step);
        Path half = copy.resolveSibling(copy.getFileName() + ".part");
        try {
            Files.deleteIfExists(half);
            copyTo(half);
            Files.move(half, copy, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw Faults.notWritable(copy).because(e);
        }
    }

    /** Everything, indexes included. Where the damage is such that nothing can be looked at, that is the finding. */
    static Optional<String> thorough(DataSource source) {
        try {
            return verdict(source, "integrity_check");
        } catch (IllegalStateException e) {
            Trouble trouble = Trouble.of(e);
            if (trouble == Trouble.DAMAGED || trouble == Trouble.NOT_A_DATABASE) {
                return Optional.of("it cannot be read any more");
            }
            throw e;
        }
    }

    private void copyTo(Path file) {
        try (Connection connection = source.getConnection();
                PreparedStatement copy = connection.prepareStatement("vacuum into ?")) {
            copy.setString(1, file.toString());
            copy.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot copy the database", e);
        }
    }

    private static Optional<String> verdict(DataSource source, String check) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("pragma " + check + "(1)")) {
            String verdict = result.next() ? result.getString(1) : "no answer";
            return verdict.equals("ok") ? Optional.empty() : verdict.lines().findFirst();
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot check the database", e);
        }
    }
}
