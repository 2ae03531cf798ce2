package quire.forms;

import java.util.List;
import java.util.Map;
import quire.core.Ordered;

/** The ways in which JSON says “not answered” besides leaving the key out: null and a text of spaces. */
final class Blank {

    /** Accepts nothing but these. */
    static final Map<String, Object> SCHEMA = Ordered.of("type", List.of("null", "string"), "pattern", "^\\s*$");

    private Blank() {}
}
