package quire.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quire.core.Digest;

/** One row of an answer. It may be read only while it is being shown. */
public final class Row {

    /** Fixed width, so that moments sort as text on every database. */
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    @FunctionalInterface
    private interface Reading<T> {
        T read() throws SQLException;
    }

    private final ResultSet result;

    Row(ResultSet result) {
        this.result = result;
    }

    public String text(String column) {
        return present(findText(column), column);
    }

    public Optional<String> findText(String column) {
        return read(() -> Optional.ofNullable(result.getString(column)));
    }

    public long number(String column) {
        return present(findNumber(column), column);
    }

    public Optional<Long> findNumber(String column) {
        return read(() -> {
            long number = result.getLong(column);
            return result.wasNull() ? Optional.empty() : Optional.of(number);
        });
    }

    /** A number that is known to be small, such as a revision. */
    public int count(String column) {
        return Math.toIntExact(number(column));
    }

    public boolean flag(String column) {
        return number(column) != 0;
    }

    public Instant instant(String column) {
        return Instant.parse(text(column));
    }

    public Optional<Instant> findInstant(String column) {
        return findText(column).map(Instant::parse);
    }

    public Digest digest(String column) {
        return new Digest(text(column));
    }

    public byte[] bytes(String column) {
        return present(read(() -> Optional.ofNullable(result.getBytes(column))), column);
    }

    /** Every value of the row as the database has it: text, number, bytes or null. */
    List<@Nullable Object> values() {
        return read(() -> {
            List<@Nullable Object> values = new ArrayList<>();
            for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                values.add(result.getObject(column));
            }
            return values;
        });
    }

    /** A moment as it stands in a column. */
    public static String written(Instant moment) {
        return MOMENT.format(moment);
    }

    private static <T> T present(Optional<T> value, String column) {
        return value.orElseThrow(() -> new IllegalStateException("Column " + column + " is empty"));
    }

    private static <T> T read(Reading<T> reading) {
        try {
            return reading.read();
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot read a column", e);
        }
    }
}
