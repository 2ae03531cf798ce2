package quire.pdf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jspecify.annotations.Nullable;
import quire.core.Finding;
import quire.core.Place;
import quire.core.Severity;

/** Collects what is found in one page. A fault that is everywhere is told a few times and then counted. */
final class Report {

    private static final int TOLD = 20;
    private static final int EXCERPT = 60;

    private final String file;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Integer> counts = new HashMap<>();

    Report(String file) {
        this.file = file;
    }

    /** Something was changed or left out, and a person should look at the result. */
    void warning(String code, String message, @Nullable Node where) {
        add(Severity.WARNING, code, message, where);
    }

    /** Something was put right without a visible difference. */
    void note(String code, String message, @Nullable Node where) {
        add(Severity.NOTE, code, message, where);
    }

    List<Finding> findings() {
        List<Finding> all = new ArrayList<>(findings);
        counts.forEach((code, count) -> {
            if (count > TOLD) {
                String message = "The same again in " + (count - TOLD) + " more places.";
                all.add(Finding.note(code, message, Place.inFile(file)));
            }
        });
        return all;
    }

    private void add(Severity severity, String code, String message, @Nullable Node where) {
        if (counts.merge(code, 1, Integer::sum) <= TOLD) {
            findings.add(new Finding(severity, code, message, place(where), null));
        }
    }

    private Place place(@Nullable Node where) {
        Place place = Place.inFile(file);
        if (where == null) {
            return place;
        }
        if (where.sourceRange().isTracked()) {
            place = place.line(where.sourceRange().start().lineNumber());
        }
        return where instanceof Element element
                ? place.path(element.normalName()).excerpt(excerpt(element))
                : place;
    }

    private static String excerpt(Element element) {
        String words = element.text().strip();
        return words.length() <= EXCERPT ? words : words.substring(0, words.offsetByCodePoints(0, EXCERPT - 10)) + "…";
    }
}
