package quire.forms;

import java.util.List;

/**
 * The header block of a paper: what the record already knows, merged and never typed.
 *
 * @param id equals the name of its file
 * @param title what the block is called
 * @param fields text, dates and choices only
 */
public record RecordBlock(String id, String title, List<Field> fields) {

    public RecordBlock {
        fields = List.copyOf(fields);
    }
}
