package quire.convert.word;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import quire.core.Finding;
import quire.core.Place;
import quire.core.Severity;

/** Takes down what of a document does not come to paper as it was. What is everywhere is told a few times, then counted. */
final class Losses {

    private static final int TOLD = 10;
    private static final int EXCERPT = 60;

    private final String file;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private String part = "";
    private Xml nearby = Xml.NONE;

    /** @param file what a person calls the document */
    Losses(String file) {
        this.file = file;
    }

    /** Says which paragraph the reading has come to. */
    void at(String newPart, Xml paragraph) {
        part = newPart;
        nearby = paragraph;
    }

    /** Something is left out or changed, and a person should look at the result. */
    void warning(String code, String message) {
        add(Severity.WARNING, code, message);
    }

    /** Something worth knowing, which takes nothing from the reader. */
    void note(String code, String message) {
        add(Severity.NOTE, code, message);
    }

    /** Something about the whole document. */
    void overall(Severity severity, String code, String message) {
        findings.add(new Finding(severity, code, message, Place.inFile(file), null));
    }

    private void add(Severity severity, String code, String message) {
        if (counts.merge(code, 1, Integer::sum) <= TOLD) {
            findings.add(new Finding(severity, code, message, place(), null));
        }
    }

    private Place place() {
        Place place = Place.inFile(file).part(part);
        String words = nearby.descendants("w:t").stream()
                .map(Xml::text)
                .collect(Collectors.joining())
                .strip();
        return words.isEmpty() ? place : place.excerpt(brief(words));
    }

    private static String brief(String words) {
        return words.length() <= EXCERPT ? words : words.substring(0, words.offsetByCodePoints(0, EXCERPT - 10)) + "…";
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
}
