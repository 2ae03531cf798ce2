package quire.convert.word;

import java.util.LinkedHashMap;
import java.util.Map;

/** The looks of a page: each different set of declarations becomes a class, and all of them one style sheet. */
final class Looks {

    private final Map<String, String> names = new LinkedHashMap<>();
    private final StringBuilder pages = new StringBuilder();

    /** The class for these declarations; empty for none. */
    String named(String declarations) {
        return declarations.isEmpty() ? "" : names.computeIfAbsent(declarations, key -> "w" + names.size());
    }

    /** Adds a rule as it stands. */
    void rule(String rule) {
        pages.append(rule).append('\n');
    }

    String sheet() {
        StringBuilder sheet = new StringBuilder(pages);
        names.forEach((declarations, name) ->
                sheet.append('.').append(name).append('{').append(declarations).append("}\n"));
        return sheet.toString();
    }
}
