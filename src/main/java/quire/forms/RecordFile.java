package quire.forms;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record block as it was read.
 *
 * @param block the block
 * @param definition the same as plain data, for the definition of the forms that use it
 */
record RecordFile(RecordBlock block, Map<String, @Nullable Object> definition) {}
