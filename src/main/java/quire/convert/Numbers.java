package quire.convert;

import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import quire.convert.PdfSyntax.Word;

/** Numbers among the objects that {@link PdfSyntax} gives: whole ones are numbers there, all others words. */
final class Numbers {

    private static final Pattern WRITTEN = Pattern.compile("[+-]{0,2}([0-9]{1,15}\\.?[0-9]{0,15}|\\.[0-9]{1,15})");

    private Numbers() {}

    static boolean isOne(@Nullable Object object) {
        return object instanceof Long
                || (object instanceof Word word && WRITTEN.matcher(word.text()).matches());
    }

    /** Empty if it is no number. */
    static OptionalDouble of(@Nullable Object object) {
        if (object instanceof Long whole) {
            return OptionalDouble.of(whole);
        }
        return object instanceof Word word && WRITTEN.matcher(word.text()).matches()
                ? OptionalDouble.of(Double.parseDouble(word.text().replaceFirst("^[+-](?=[+-])", "")))
                : OptionalDouble.empty();
    }

    static double of(@Nullable Object object, double otherwise) {
        return of(object).orElse(otherwise);
    }

    /** The numbers of a list, if it has so many and nothing else; otherwise null. */
    static double @Nullable [] list(@Nullable Object object, int count) {
        if (!(object instanceof List<?> list)
                || list.size() != count
                || !list.stream().allMatch(Numbers::isOne)) {
            return null;
        }
        return list.stream().mapToDouble(one -> of(one, 0)).toArray();
    }
}
