package quire.pdf;

import java.nio.file.Path;

/**
 * Binds documents into one PDF: one numbering over every page, labels, bookmarks and links that agree with it, the tags
 * of all, and room for a seal. The same volume gives the same bytes. Thread-safe.
 */
public final class Binder {

    /**
     * Counts the pages of a file as {@link #bind} would bind them.
     *
     * @throws Unbindable if it cannot be bound at all
     */
    public int pages(byte[] content) {
        try (SourceFile source = SourceFile.open(content)) {
            return source.pages().size();
        }
    }

    /**
     * Writes a volume; what stands at that place is replaced.
     *
     * @throws Unbindable if an item is damaged or has another number of pages than planned; the file is then of no use
     */
    public Bound bind(Volume volume, Path file) {
        return Binding.bind(volume, false, file);
    }

    /** Writes a volume with room for a seal, see {@link #bind}. */
    public Bound bindForSeal(Volume volume, Path file) {
        return Binding.bind(volume, true, file);
    }
}
