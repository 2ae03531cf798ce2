package quire.forms;

import java.util.Map;
import quire.core.Ordered;

/**
 * What stands in the folders beside a form and can be named by it.
 *
 * @param records record blocks by id
 * @param standards standards by id
 * @param earlier whether the form itself stands in the folder of earlier versions
 */
record Beside(Map<String, RecordFile> records, Map<String, Standard> standards, boolean earlier) {

    static final Beside NOTHING = new Beside(Map.of(), Map.of(), false);

    Beside {
        records = Ordered.copyOf(records);
        standards = Ordered.copyOf(standards);
    }

    /** What the file of a form has to be called, so that it is found. */
    String fileNameOf(Form form) {
        return form.id() + (earlier ? "." + form.version() : "") + ".yaml";
    }
}
