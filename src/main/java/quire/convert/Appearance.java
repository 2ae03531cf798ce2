package quire.convert;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quire.convert.PdfObjects.Stored;
import quire.convert.PdfSyntax.Name;
import quire.convert.PdfSyntax.Reference;

/**
 * How an annotation looks on its page (ISO 32000-2, 12.5.5).
 *
 * @param drawing what points to what draws it
 * @param place where that goes, before its own matrix is applied
 */
record Appearance(Reference drawing, Matrix place) {

    private static final int HIDDEN = 1 << 1;
    private static final int NO_VIEW = 1 << 5;

    /** Whether people see it at all. */
    static boolean isSeen(Map<?, ?> annotation, PdfObjects objects) {
        int flags = (int) Numbers.of(objects.resolve(annotation.get("F")), 0);
        return (flags & (HIDDEN | NO_VIEW)) == 0;
    }

    /** Empty if the file does not say how it looks, or it has no size. */
    static Optional<Appearance> of(Map<?, ?> annotation, PdfObjects objects) {
        Object normal = objects.resolve(annotation.get("AP")) instanceof Map<?, ?> looks ? looks.get("N") : null;
        Stored stored = objects.find(state(normal, annotation, objects));
        double[] rectangle = Numbers.list(objects.resolve(annotation.get("Rect")), 4);
        if (stored == null || stored.from() < 0 || rectangle == null) {
            return Optional.empty();
        }
        Map<?, ?> drawing = (Map<?, ?>) stored.value();
        double[] box = Numbers.list(objects.resolve(drawing.get("BBox")), 4);
        double[] own = Numbers.list(objects.resolve(drawing.get("Matrix")), 6);
        Matrix matrix = own == null ? Matrix.PLAIN : Matrix.of(own);
        return box == null
                ? Optional.empty()
                : Optional.ofNullable(Rectangle.of(box).placed(matrix).onto(Rectangle.of(rectangle)))
                        .map(place -> new Appearance(new Reference(stored.number()), place));
    }

    /** A box to tick looks one way or the other. */
    private static @Nullable Object state(@Nullable Object normal, Map<?, ?> annotation, PdfObjects objects) {
        Stored stored = objects.find(normal);
        boolean isDrawing = stored != null && stored.from() >= 0;
        return !isDrawing
                        && objects.resolve(normal) instanceof Map<?, ?> states
                        && objects.resolve(annotation.get("AS")) instanceof Name state
                ? states.get(state.text())
                : normal;
    }

    /** @param name under which the page knows the drawing */
    String operators(String name) {
        return String.format(
                Locale.ROOT,
                "q %.4f %.4f %.4f %.4f %.4f %.4f cm /%s Do Q\n",
                place.a(),
                place.b(),
                place.c(),
                place.d(),
                place.e(),
                place.f(),
                name);
    }
}
