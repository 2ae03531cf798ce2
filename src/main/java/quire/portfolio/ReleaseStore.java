package quire.portfolio;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import quire.store.Transaction;

/** The SQL of sections that were shown to one more role by somebody's word. */
final class ReleaseStore {

    private ReleaseStore() {}

    /** The roles by section. */
    static Map<String, Set<String>> of(Transaction tx, String document) {
        Map<String, Set<String>> releases = new HashMap<>();
        tx.sql("select section, to_role from section_release where document = :document")
                .with("document", document)
                .each(row -> releases.computeIfAbsent(row.text("section"), section -> new TreeSet<>())
                        .add(row.text("to_role")));
        return releases;
    }

    /** Whether it had not been released to them before. */
    static boolean release(Transaction tx, String document, String section, String role, Act act) {
        return tx.sql("insert into section_release (document, section, to_role, released_at, released_by, deputy_of)"
                                + " values (:document, :section, :role, :now, :by, :deputy)"
                                + " on conflict (document, section, to_role) do nothing")
                        .with("document", document)
                        .with("section", section)
                        .with("role", role)
                        .with("now", act.now())
                        .with("by", act.actor().person())
                        .with("deputy", act.actor().deputyOf())
                        .run()
                == 1;
    }
}
