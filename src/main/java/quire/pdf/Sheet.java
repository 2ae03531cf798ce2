package quire.pdf;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.jspecify.annotations.Nullable;

/**
 * A page as its reader sees it: what is left of it after cropping, turned the way it is shown. Lengths are in units of
 * the page's own space; {@code unit} of them make one point (ISO 32000-1, 7.7.3.3 and 14.11.2).
 */
record Sheet(float left, float bottom, float right, float top, int rotation, float unit) {

    private static final COSName USER_UNIT = COSName.getPDFName("UserUnit");

    /** Boxes narrower than this are mistakes, in points. */
    private static final float NARROW = 3;

    /** Nothing is drawn beyond this, in points (ISO 32000-1, annex C). */
    private static final float FAR = 14_400;

    private static final float[] A4 = {0, 0, 595.276f, 841.89f};

    /** Puts the boxes and the rotation of a page right, and says what they come to. */
    static Sheet settle(COSDictionary page) {
        float[] media = box(page.getDictionaryObject(COSName.MEDIA_BOX));
        if (isNarrow(media)) {
            media = A4;
        }
        float[] crop = common(media, box(page.getDictionaryObject(COSName.CROP_BOX)));
        page.setItem(COSName.MEDIA_BOX, array(media));
        if (isNarrow(crop)) {
            page.removeItem(COSName.CROP_BOX);
            crop = media;
        } else {
            page.setItem(COSName.CROP_BOX, array(crop));
        }
        int quarters = Math.round(
                page.getDictionaryObject(COSName.ROTATE) instanceof COSNumber number ? number.floatValue() / 90 : 0);
        int rotation = Math.floorMod(quarters, 4) * 90;
        page.setInt(COSName.ROTATE, rotation);
        return new Sheet(crop[0], crop[1], crop[2], crop[3], rotation, unit(page));
    }

    /** How wide the reader sees it, in points. */
    float width() {
        return (rotation % 180 == 0 ? right - left : top - bottom) * unit;
    }

    /** How high the reader sees it, in points. */
    float height() {
        return (rotation % 180 == 0 ? top - bottom : right - left) * unit;
    }

    /** The matrix (ISO 32000-1, 8.3.3) from points, counted from the corner at the reader's lower left, to the page. */
    double[] matrix() {
        float one = 1 / unit;
        return switch (rotation) {
            case 90 -> new double[] {0, one, -one, 0, right, bottom};
            case 180 -> new double[] {-one, 0, 0, -one, right, top};
            case 270 -> new double[] {0, -one, one, 0, left, top};
            default -> new double[] {one, 0, 0, one, left, bottom};
        };
    }

    /** Where a rectangle in points, counted from the reader's lower left, lies on the page. */
    COSArray rectangle(float fromX, float fromY, float toX, float toY) {
        float[] a = place(fromX / unit, fromY / unit);
        float[] b = place(toX / unit, toY / unit);
        return array(Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1]));
    }

    /** Where a place on the page lies, in points counted from the reader's lower left. */
    float[] seen(float x, float y) {
        float[] seen =
                switch (rotation) {
                    case 90 -> new float[] {y - bottom, right - x};
                    case 180 -> new float[] {right - x, top - y};
                    case 270 -> new float[] {top - y, x - left};
                    default -> new float[] {x - left, y - bottom};
                };
        return new float[] {seen[0] * unit, seen[1] * unit};
    }

    /** The same of a rectangle: left, bottom, right, top. */
    float[] seen(@Nullable COSBase rectangle) {
        float[] box = box(rectangle);
        float[] a = seen(box[0], box[1]);
        float[] b = seen(box[2], box[3]);
        return new float[] {Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1])};
    }

    /** All that is seen of the page. */
    COSArray box() {
        return array(left, bottom, right, top);
    }

    private float[] place(float x, float y) {
        return switch (rotation) {
            case 90 -> new float[] {right - y, bottom + x};
            case 180 -> new float[] {right - x, top - y};
            case 270 -> new float[] {left + y, top - x};
            default -> new float[] {left + x, bottom + y};
        };
    }

    private static float unit(COSDictionary page) {
        float unit = page.getFloat(USER_UNIT, 1);
        if (unit >= 0.1 && unit <= 100) {
            return unit;
        }
        page.removeItem(USER_UNIT);
        return 1;
    }

    private static float[] box(@Nullable COSBase value) {
        float[] box = new float[4];
        if (value instanceof COSArray array && array.size() >= 4) {
            for (int i = 0; i < 4; i++) {
                float edge = array.getObject(i) instanceof COSNumber number ? number.floatValue() : 0;
                box[i] = Float.isFinite(edge) ? Math.max(-FAR, Math.min(FAR, edge)) : 0;
            }
        }
        return new float[] {
            Math.min(box[0], box[2]), Math.min(box[1], box[3]), Math.max(box[0], box[2]), Math.max(box[1], box[3])
        };
    }

    private static float[] common(float[] a, float[] b) {
        return new float[] {Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])};
    }

    private static boolean isNarrow(float[] box) {
        return box[2] - box[0] < NARROW || box[3] - box[1] < NARROW;
    }

    static COSArray array(float... numbers) {
        COSArray array = new COSArray();
        for (float number : numbers) {
            array.add(new COSFloat(number));
        }
        return array;
    }
}
