package quire.store;

import java.time.Instant;
import java.util.List;
import quire.core.Digest;

/**
 * What a backup holds.
 *
 * @param madeAt the moment of the record that it shows
 * @param rows of all tables
 * @param files that the rows name
 * @param lost files that the rows name and that were missing or damaged already when it was made
 */
public record Backup(Instant madeAt, long rows, long files, List<Digest> lost) {}
