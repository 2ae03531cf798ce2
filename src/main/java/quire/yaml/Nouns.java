package quire.yaml;

import java.util.Map;

/**
 * What the things in a kind of file are called, so that a finding can speak of “the field “plan”” and not of a path.
 *
 * @param whole what the file is: “the form”
 * @param entries by the key of a list, what one of its entries is; {@code entry} for entries that have no ids
 * @param members by the key of an object, what one of its members is
 */
public record Nouns(String whole, Map<String, String> entries, Map<String, String> members) {

    /** What entries are called that nothing better is known of. */
    static final String ENTRY = "entry";

    public Nouns {
        entries = Map.copyOf(entries);
        members = Map.copyOf(members);
    }
}
