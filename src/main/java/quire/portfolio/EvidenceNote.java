package quire.portfolio;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import quire.core.Finding;
import quire.core.Place;
import quire.forms.Words;

/**
 * What somebody says about a file that they hand in.
 *
 * @param description what it is; one line
 * @param supports the ids of the documents of the same portfolio that it supports; may be none
 * @param confidential whether only those may open it who may read confidential evidence
 */
public record EvidenceNote(String description, Set<String> supports, boolean confidential) {

    /** The most characters of a description, counted as {@link Words#characters} does. */
    public static final int LONGEST = 200;

    public EvidenceNote {
        description = Words.trim(Words.printable(description).replace('\n', ' '));
        supports = new TreeSet<>(supports);
    }

    /** Something about a file that supports no document in particular. */
    public static EvidenceNote of(String description) {
        return new EvidenceNote(description, Set.of(), false);
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        if (description.isEmpty()) {
            findings.add(wrong("empty", "Enter a description of the file"));
        } else if (Words.characters(description) > LONGEST) {
            findings.add(wrong("too-long", "The description must be " + LONGEST + " characters or fewer"));
        }
        return findings;
    }

    private static Finding wrong(String code, String message) {
        return Finding.error(code, message, Place.atPath("description"));
    }
}
