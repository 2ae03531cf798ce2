package quire.store;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Java tells a full disk only in the words of the operating system. */
final class FullDisk {

    private static final List<String> WORDS =
            List.of("no space left", "quota exceeded", "not enough space", "file too large");

    private FullDisk() {}

    static boolean caused(IOException fault) {
        String message = String.valueOf(fault.getMessage()).toLowerCase(Locale.ROOT);
        return WORDS.stream().anyMatch(message::contains);
    }
}
