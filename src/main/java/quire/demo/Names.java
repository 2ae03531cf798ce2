package quire.demo;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import quire.core.Nearest;
import quire.yaml.Part;

/** What is said of names and days wherever they stand. */
final class Names {

    private Names() {}

    static void checkKnown(Part part, String thing, List<String> known) {
        String name = part.text();
        if (name != null && !known.contains(name)) {
            part.fault("unknown", "There is no " + thing + " “" + name + "”.", Nearest.to(name, known));
        }
    }

    static void checkOnce(List<Part> entries, String key) {
        Set<String> seen = new HashSet<>();
        for (Part entry : entries) {
            String name = entry.member(key).text("");
            if (!name.isEmpty() && !seen.add(name)) {
                entry.member(key).fault("twice", "“" + name + "” is there twice.");
            }
        }
    }

    static void checkNotAfter(Part part, LocalDate day, LocalDate last, String what) {
        if (day.isAfter(last)) {
            part.fault("day", "This is after " + what + ", which is " + last + ".");
        }
    }
}
