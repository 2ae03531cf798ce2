package quire.merge;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The name in a tag: {@code nqsw}, {@code meeting.date}, or {@code .} for the current item.
 *
 * @param segments the names between the dots; none for {@code .}
 */
public record Key(List<String> segments) {

    public static final Key CURRENT = new Key(List.of());

    private static final Pattern WELL_FORMED = Pattern.compile("[\\p{L}\\p{N}_@$-]+(\\.[\\p{L}\\p{N}_@$-]+)*");

    public Key {
        segments = List.copyOf(segments);
    }

    public static boolean isWellFormed(String name) {
        return name.equals(".") || WELL_FORMED.matcher(name).matches();
    }

    public static Key parse(String name) {
        return name.equals(".") ? CURRENT : new Key(List.of(name.split("\\.", -1)));
    }

    @Override
    public String toString() {
        return segments.isEmpty() ? "." : String.join(".", segments);
    }
}
