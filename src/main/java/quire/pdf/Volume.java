package quire.pdf;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What is bound into one PDF file: documents in their order, under one numbering.
 *
 * @param title what the file is called
 * @param language of the volume itself, such as {@code en-GB}; items have their own
 * @param made the time that the file says it was made
 * @param identifier what the file says it is known by; empty for nothing
 * @param claims which standards it says that it keeps
 * @param items in their order; at least one, each key once
 * @param numbering which number the first page gets, and up to which the pages are counted
 * @param contents the key of the item to which every page links back; empty for no such links
 * @param watermark printed across every page; empty for nothing
 * @param inside the files to attach, once it is known which bytes of the volume belong to which item
 */
public record Volume(
        String title,
        String language,
        Instant made,
        String identifier,
        Claims claims,
        List<Item> items,
        Numbering numbering,
        String contents,
        String watermark,
        Function<List<Span>, List<Attachment>> inside) {

    public Volume {
        items = List.copyOf(items);
        Map<String, Long> keys = items.stream().collect(Collectors.groupingBy(Item::key, Collectors.counting()));
        if (items.isEmpty() || keys.size() < items.size()) {
            throw new IllegalArgumentException("A volume has items, and each has a key of its own: " + keys);
        }
    }

    /** How many pages it has. */
    public int pages() {
        return items.stream().mapToInt(Item::pages).sum();
    }

    /**
     * How pages are numbered.
     *
     * @param first the number of the first page
     * @param last the number of the last page, which all pages name
     */
    public record Numbering(int first, int last) {

        /** All pages of a volume that stands alone. */
        public static Numbering of(int pages) {
            return new Numbering(1, pages);
        }
    }

    /**
     * The part of the file that belongs to one item.
     *
     * @param key of the item
     * @param firstPage the number of its first page, as stamped
     * @param pages how many it has
     * @param bytes where it lies
     */
    public record Span(String key, int firstPage, int pages, ByteSpan bytes) {}

    /**
     * A file that travels in the volume.
     *
     * @param name with its extension; unique in the volume
     * @param type its media type
     * @param description what it is, for people
     * @param relation what it is to the volume, as PDF/A-3 names it: {@code Data}, {@code Source}, {@code Supplement}
     * @param content not copied, so treat it as read-only
     */
    @SuppressWarnings("ArrayRecordComponent") // Written, never compared.
    public record Attachment(String name, String type, String description, String relation, byte[] content) {}
}
