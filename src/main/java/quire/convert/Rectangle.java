package quire.convert;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A part of a page, its corners in order. */
record Rectangle(double left, double bottom, double right, double top) {

    /** @param four as they stand in a file, any corner first */
    static Rectangle of(double[] four) {
        return new Rectangle(
                Math.min(four[0], four[2]),
                Math.min(four[1], four[3]),
                Math.max(four[0], four[2]),
                Math.max(four[1], four[3]));
    }

    double width() {
        return right - left;
    }

    double height() {
        return top - bottom;
    }

    /** The smallest one, its sides along the page, that holds all of this after it was placed. */
    Rectangle placed(Matrix matrix) {
        double[] across = new double[4];
        double[] up = new double[4];
        for (int i = 0; i < 4; i++) {
            double x = i % 2 == 0 ? left : right;
            double y = i < 2 ? bottom : top;
            across[i] = matrix.a() * x + matrix.c() * y + matrix.e();
            up[i] = matrix.b() * x + matrix.d() * y + matrix.f();
        }
        Arrays.sort(across);
        Arrays.sort(up);
        return new Rectangle(across[0], up[0], across[3], up[3]);
    }

    /** What moves and stretches this one onto the other; null if it has no size. */
    @Nullable
    Matrix onto(Rectangle other) {
        if (width() <= 0 || height() <= 0) {
            return null;
        }
        double across = other.width() / width();
        double up = other.height() / height();
        return new Matrix(across, 0, 0, up, other.left - left * across, other.bottom - bottom * up);
    }
}
