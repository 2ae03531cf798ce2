package quire.forms;

import java.util.Map;

/**
 * What stands in the folders beside a form and can be named by it.
 *
 * @param records record blocks by id
 * @param standards standards by id
 */
record Beside(Map<String, RecordFile> records, Map<String, Standard> standards) {

    static final Beside NOTHING = new Beside(Map.of(), Map.of());

    Beside {
        records = Ordered.copyOf(records);
        standards = Ordered.copyOf(standards);
    }
}
