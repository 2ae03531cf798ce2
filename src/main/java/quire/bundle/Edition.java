package quire.bundle;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a bundle is made for. */
public enum Edition {
    /** To look at: it says on every page that it is a draft, and is not sealed. */
    DRAFT("Draft"),
    /** To decide by: it is sealed and never changes. */
    FINAL("Final"),
    /** What came late, to a final bundle that is there already: it is sealed, too, and goes on where that one ends. */
    SUPPLEMENT("Supplement");

    private final String title;

    Edition(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /** Whether somebody decides by it: it is sealed, and may be released. */
    public boolean isSealed() {
        return this != DRAFT;
    }

    /** The word in addresses and in the record. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The edition of that word, of anybody's making. */
    public static Optional<Edition> find(String word) {
        return Stream.of(values())
                .filter(edition -> edition.word().equals(word))
                .findFirst();
    }
}
