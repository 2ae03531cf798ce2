package quire.forms;

import java.util.List;

/**
 * What the next paper of a form takes over from the entries of a repeat in the last one.
 *
 * @param fields the ids of the fields that are taken along; the others are to be answered anew
 * @param condition which entries are taken, by what stands in them
 */
public record Carry(List<String> fields, Condition condition) {

    public Carry {
        fields = List.copyOf(fields);
    }
}
