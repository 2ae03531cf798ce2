package quire.takeaway;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Everything of a portfolio that travels from one installation to another: the tables, in an order in which each row comes
 * after those that it names. What does not stand here stays behind. A change of it is another version of the format.
 */
final class RecordTables {

    /**
     * A name, how its rows are found, and its columns: {@code *} for the key, what stands there after a colon (text if
     * nothing is said), {@code ?} where nothing may stand.
     */
    private static final String TABLE = """
            programme_version programme *digest:digest programme version:count canonical:json stored_at:moment
            form_version      forms     *digest:digest form version:count canonical:json stored_at:moment
            portfolio         itself    *id code nqsw:person organisation:organisation programme version:count programme_digest:programme team setting started_on:day hours:count enrolled_at:moment closed_on:day?
            portfolio_choice  portfolio *portfolio:portfolio *setting value
            portfolio_booking portfolio *portfolio:portfolio *milestone day:day
            portfolio_pause   portfolio *portfolio:portfolio *from_day:day until_day:day reason
            assignment        portfolio *id portfolio:portfolio role person:person deputy_for:person? from_day:day until_day:day? made_at:moment
            broken_glass      portfolio *id person:person portfolio:portfolio reason opened_at:moment ends_at:moment
            document          portfolio *id form form_digest:form number:count created_at:moment changed_at:moment revision:count answers:json portfolio:portfolio paper progress started_by:actor awaits
            revision          document  *document:document *number:count base:count section? changes:json answers_digest:digest saved_at:moment saved_by:actor deputy_of:actor?
            set_aside         document  *document:document *number:count base:count section answers:json set_aside_at:moment sent_by:actor deputy_of:actor? clashes settled_at:moment?
            section_state     document  *document:document *section state changed_at:moment
            carried_entry     document  *document:document *field *entry from_document:document from_title from_entry
            document_move     document  *document:document *revision:count from_digest:form to_digest:form
            earlier_answer    document  *document:document *number:count revision:count form_digest:form section question label answer:json kept_at:moment written_by:actor
            recording         document  *document:document *role said_by recorded_by:actor deputy_of:actor? name recorded_at:moment confirmed_on:day?
            section_release   document  *document:document *section *to_role released_at:moment released_by:actor deputy_of:actor?
            section_comment   portfolio *id portfolio:portfolio document:document section answers:comment? text revision:count written_by:actor deputy_of:actor? written_at:moment dealt_with_by:actor? dealt_with_at:moment? taken_back_at:moment?
            signature         document  *id document:document number:count place step:count role signed_by:actor deputy_of:actor? name signed_at:moment proof sent_key snapshot:json digest:digest superseded_at:moment?
            signed_record     document  *document:document *number:count content:json digest:digest mark signed_at:moment
            rendition         document  *document:document *number:count *kind digest:digest size:bytes templates program made_at:moment
            section_return    document  *document:document *section *number:count reason returned_by:actor deputy_of:actor? returned_at:moment dealt_with_at:moment?
            evidence          portfolio *id portfolio:portfolio name kind size:bytes digest:digest sent_digest:digest taken_out:json description confidential:flag added_by:actor deputy_of:actor? added_at:moment removed_by:actor? removed_at:moment?
            evidence_support  evidence  *evidence:evidence *document:document attached_at:moment
            arrival           portfolio *portfolio:portfolio *journey:count organisation exported_at:moment arrived_at:moment head manifest complete:flag
            earlier_entry     portfolio *portfolio:portfolio *journey:count *seq:count at:moment actor action subject_kind subject details:json previous:digest hash:digest
            trail             portfolio *seq:count at:moment actor action subject_kind subject portfolio:portfolio details:json previous:digest hash:digest
            """;

    /** The entries of the trail travel, and arrive as what an earlier trail says. */
    static final String TRAIL = "trail";

    private static final List<RecordTable> ALL = read();

    private RecordTables() {}

    static List<RecordTable> all() {
        return ALL;
    }

    /** Those whose rows arrive as they left. */
    static List<RecordTable> kept() {
        return ALL.stream().filter(table -> !table.name().equals(TRAIL)).toList();
    }

    static RecordTable get(String name) {
        return ALL.stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No such table travels: " + name));
    }

    private static List<RecordTable> read() {
        List<RecordTable> tables = new ArrayList<>();
        TABLE.lines().forEach(line -> {
            List<String> words = List.of(line.strip().split(" +", -1));
            RecordTable.Reach reach = RecordTable.Reach.valueOf(words.get(1).toUpperCase(Locale.ROOT));
            List<RecordColumn> columns =
                    words.stream().skip(2).map(RecordColumn::of).toList();
            tables.add(new RecordTable(words.get(0), reach, columns));
        });
        return List.copyOf(tables);
    }
}
