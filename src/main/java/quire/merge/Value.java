package quire.merge;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import quire.core.Digest;

/**
 * What a template may see, and all it may see. Formatting belongs to the data: whoever makes the values decides how a
 * date or a choice reads, and offers its other faces as members ({@code {{date.iso}}}, {@code {{choice.id}}}).
 */
public sealed interface Value {

    /** What {@code {{key}}} prints; empty for groups. */
    String text();

    /** Whether {@code {{#key}}} shows its section: everything but no, empty text, an empty list and a gap. */
    boolean truthy();

    /** The part of this value that a dotted key names; null if there is no such part. */
    default @Nullable Value member(String name) {
        return null;
    }

    /** Plain text on one line, or lines that only break. */
    record Text(String text) implements Value {
        @Override
        public boolean truthy() {
            return !text.isEmpty();
        }
    }

    /** Long text as people write it: paragraphs, and lists whose lines start with {@code - } or {@code 1. }. */
    record Prose(String text) implements Value {
        @Override
        public boolean truthy() {
            return !text.isEmpty();
        }
    }

    /** A number, printed with the digits it was given. */
    record Num(BigDecimal number) implements Value {
        @Override
        public String text() {
            return number.toPlainString();
        }

        @Override
        public boolean truthy() {
            return true;
        }
    }

    /** Yes or no without words of its own. */
    record Flag(boolean truthy) implements Value {
        public static final Flag YES = new Flag(true);
        public static final Flag NO = new Flag(false);

        public static Flag of(boolean truth) {
            return truth ? YES : NO;
        }

        @Override
        public String text() {
            return truthy ? "true" : "false";
        }
    }

    /**
     * A formatted value: a date, a choice, a yes or no.
     *
     * @param text how it reads
     * @param truthy whether a section on it shows
     * @param members its other faces
     */
    record Shown(String text, boolean truthy, Map<String, Value> members) implements Value {
        public Shown {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }

        @Override
        public @Nullable Value member(String name) {
            return members.get(name);
        }
    }

    /** Named values. */
    record Group(Map<String, Value> members) implements Value {
        public static final Group EMPTY = new Group(Map.of());

        public Group {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }

        @Override
        public String text() {
            return "";
        }

        @Override
        public boolean truthy() {
            return true;
        }

        @Override
        public @Nullable Value member(String name) {
            return members.get(name);
        }
    }

    /** Values one after the other; a section on it repeats, and printed as one they stand with commas between them. */
    record Items(List<Value> items) implements Value {
        public static final Items NONE = new Items(List.of());

        public Items {
            items = List.copyOf(items);
        }

        @Override
        public String text() {
            return items.stream()
                    .map(Value::text)
                    .filter(text -> !text.isEmpty())
                    .collect(Collectors.joining(", "));
        }

        @Override
        public boolean truthy() {
            return !items.isEmpty();
        }
    }

    /**
     * A picture: a logo, a drawn signature.
     *
     * @param bytes a PNG or JPEG file
     * @param alt what the picture says to somebody who cannot see it
     * @param format which of the two it is
     * @param width in pixels
     * @param height in pixels
     */
    @SuppressWarnings("ArrayRecordComponent") // Compared by digest, never by equals.
    record Picture(byte[] bytes, String alt, PictureFormat format, int width, int height) implements Value {

        @Override
        public String text() {
            return "";
        }

        @Override
        public boolean truthy() {
            return true;
        }

        public Digest digest() {
            return Digest.of(bytes);
        }

        @Override
        public @Nullable Value member(String name) {
            return name.equals("alt") ? new Text(alt) : null;
        }
    }

    /**
     * A required answer that is not there: blank to a template, shown as a mark on drafts and refused on final papers.
     *
     * @param label what the form calls the question
     * @param members the faces that the answer would have, all blank, so that {@code {{date.iso}}} stays a known key
     */
    record Gap(String label, Map<String, Value> members) implements Value {
        public Gap {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }

        @Override
        public String text() {
            return "";
        }

        @Override
        public boolean truthy() {
            return false;
        }

        @Override
        public @Nullable Value member(String name) {
            return members.get(name);
        }
    }

    /**
     * Plain data as values: an object becomes a group, a list a list, null an empty text; a text that is a
     * {@code data:image/png} or {@code data:image/jpeg} address becomes a picture.
     *
     * @param data what {@link quire.core.Json} reads
     */
    static Value of(@Nullable Object data) {
        if (data == null) {
            return new Text("");
        } else if (data instanceof Map<?, ?> map) {
            Map<String, Value> members = new LinkedHashMap<>();
            map.forEach((key, member) -> members.put((String) key, of(member)));
            return new Group(members);
        } else if (data instanceof List<?> list) {
            List<Value> items = new ArrayList<>(list.size());
            list.forEach(item -> items.add(of(item)));
            return new Items(items);
        } else if (data instanceof String text) {
            return text.startsWith("data:image/") ? Pictures.fromDataAddress(text) : new Text(text);
        } else if (data instanceof Boolean truth) {
            return Flag.of(truth);
        } else if (data instanceof BigDecimal number) {
            return new Num(number);
        }
        throw new IllegalArgumentException("Not plain data: " + data.getClass());
    }
}
