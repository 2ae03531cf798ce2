package quire.forms;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The header block of a paper: what the record already knows, merged and never typed.
 *
 * @param id equals the name of its file
 * @param title what the block is called
 * @param fields text, dates, choices and pictures only
 * @param foot the id of the field that stands at the foot of every page; null for none
 */
public record RecordBlock(
        String id,
        String title,
        List<Field> fields,
        @Nullable String foot) {

    public RecordBlock {
        fields = List.copyOf(fields);
    }
}
