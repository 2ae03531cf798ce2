package quire.store;

import java.nio.file.Path;

/**
 * A data folder: an SQLite database and, beside it, the files it speaks of.
 *
 * @param path the folder; its last part is made if it is missing
 */
public record RecordFolder(Path path) implements RecordPlace {

    @Override
    public String name() {
        return path.toString();
    }
}
