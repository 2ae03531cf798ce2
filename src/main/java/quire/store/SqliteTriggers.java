package quire.store;

import java.util.ArrayList;
import java.util.List;

/** SQLite cannot leave triggers unasked, so they are taken away for one transaction and then made again, word by word. */
final class SqliteTriggers {

    private record Trigger(String name, String words) {}

    private final List<Trigger> taken = new ArrayList<>();

    void loosen(Transaction tx) {
        taken.clear();
        taken.addAll(tx.sql("select name, sql from sqlite_schema where type = 'trigger' order by name")
                .list(row -> new Trigger(row.text("name"), row.text("sql"))));
        for (Trigger trigger : taken) {
            tx.execute("drop trigger " + Table.quoted(trigger.name()));
        }
    }

    void tighten(Transaction tx) {
        for (Trigger trigger : taken) {
            tx.execute(trigger.words());
        }
    }
}
