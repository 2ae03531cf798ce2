package quire.convert;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What of a page is seen, and how it is turned (ISO 32000-2, 7.7.3.3).
 *
 * @param left in the units of the page, as all four
 * @param unit how many points one of them is
 * @param rotation with the clock, in degrees: 0, 90, 180 or 270
 */
record PageBox(double left, double bottom, double right, double top, double unit, int rotation) {

    /** What most readers take where a page does not say: US letter. */
    private static final double[] LETTER = {0, 0, 612, 792};

    private static final double LARGEST_UNIT = 100;

    static PageBox of(Map<String, Object> page, PdfObjects objects) {
        double[] media = box(page.get("MediaBox"), objects, LETTER);
        double[] crop = box(page.get("CropBox"), objects, media);
        double unit = Numbers.of(objects.resolve(page.get("UserUnit")), 1);
        long turn = Math.round(Numbers.of(objects.resolve(page.get("Rotate")), 0) / 90) * 90;
        double left = Math.max(media[0], crop[0]);
        double bottom = Math.max(media[1], crop[1]);
        double right = Math.min(media[2], crop[2]);
        double top = Math.min(media[3], crop[3]);
        boolean isThere = right > left && top > bottom;
        return new PageBox(
                isThere ? left : media[0],
                isThere ? bottom : media[1],
                isThere ? right : media[2],
                isThere ? top : media[3],
                unit > 0 && unit <= LARGEST_UNIT ? unit : 1,
                (int) Math.floorMod(turn, 360L));
    }

    double width() {
        return right - left;
    }

    double height() {
        return top - bottom;
    }

    /** In points, as somebody sees the page. */
    double seenWidth() {
        return unit * (isOnItsSide() ? height() : width());
    }

    /** In points, as somebody sees the page. */
    double seenHeight() {
        return unit * (isOnItsSide() ? width() : height());
    }

    private boolean isOnItsSide() {
        return rotation % 180 != 0;
    }

    private static double[] box(@Nullable Object object, PdfObjects objects, double[] otherwise) {
        double[] four = Numbers.list(objects.resolve(object), 4);
        if (four == null) {
            return otherwise;
        }
        double[] box = {
            Math.min(four[0], four[2]),
            Math.min(four[1], four[3]),
            Math.max(four[0], four[2]),
            Math.max(four[1], four[3])
        };
        return box[2] - box[0] > 0 && box[3] - box[1] > 0 ? box : otherwise;
    }
}
