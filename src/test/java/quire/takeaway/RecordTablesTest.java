package quire.takeaway;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import quire.testkit.TestDatabase;

/** Every table that speaks of a portfolio travels with it, column by column, or it is said here why it stays. */
class RecordTablesTest {

    /** What is there for the running of one installation only. */
    private static final Map<String, String> STAY = Map.ofEntries(
            Map.entry("sent_save", "keys of what browsers have sent"),
            Map.entry("section_reading", "marks of what is new to somebody here"),
            Map.entry(
                    "invitation",
                    "who is asked here, by links that lead here; who has signed stands in the signatures"),
            Map.entry("pass", "browsers that are let in here"),
            Map.entry("bundle_order", "what is being built here"),
            Map.entry("redaction", "what was decided for the panels of this installation"),
            Map.entry("redaction_file", "what was decided for the panels of this installation"),
            Map.entry("bundle_code", "the key to codes that were given here, which leaves with nobody"),
            Map.entry("bound_paper", "which bundles of this installation a paper stands in"),
            Map.entry(
                    "reopening",
                    "what is asked of people here; what was agreed stands in the trail and beside the sections"),
            Map.entry("quarantined_file", "what waits here for the virus scanner, and is part of no portfolio yet"),
            Map.entry("bundle", "sealed by this installation, which alone can tell one; what it was made of travels"));

    private static final TestDatabase PLACE = TestDatabase.of(TestDatabase.Kind.SQLITE);
    private static final Map<String, Set<String>> TABLES = new LinkedHashMap<>();

    @BeforeAll
    static void look() throws SQLException {
        PLACE.open().close();
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:sqlite:" + PLACE.folder().resolve("quire.db"));
                Statement statement = connection.createStatement();
                ResultSet columns = statement.executeQuery("select t.name as in_table, c.name as in_column"
                        + " from sqlite_master t join pragma_table_info(t.name) c where t.type = 'table'")) {
            while (columns.next()) {
                TABLES.computeIfAbsent(columns.getString("in_table"), name -> new TreeSet<>())
                        .add(columns.getString("in_column"));
            }
        }
    }

    @AfterAll
    static void close() {
        PLACE.close();
    }

    @Test
    void everyTableOfAPortfolioTravelsOrStaysForAReason() {
        Set<String> speak = TABLES.entrySet().stream()
                .filter(table ->
                        table.getValue().stream().anyMatch(Set.of("portfolio", "document", "evidence")::contains))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        Set<String> known = RecordTables.all().stream().map(RecordTable::name).collect(Collectors.toSet());
        known.addAll(STAY.keySet());
        assertThat(known).containsAll(speak);
    }

    @Test
    void everyColumnTravels() {
        for (RecordTable table : RecordTables.all()) {
            Set<String> columns =
                    table.columns().stream().map(RecordColumn::name).collect(Collectors.toSet());
            assertThat(columns).as(table.name()).isEqualTo(TABLES.get(table.name()));
        }
    }

    @Test
    void theSchemaRefusesWhatTheReaderRefuses() {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(CarriedSchema.text(), InputFormat.JSON);
        List<Error> errors = schema.validate("{\"format\": \"other\"}", InputFormat.JSON);
        assertThat(errors).isNotEmpty();
    }
}
