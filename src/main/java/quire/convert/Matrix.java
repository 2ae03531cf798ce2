package quire.convert;

/**
 * Where things on a page end up (ISO 32000-2, 8.3.3): x' = ax + cy + e, y' = bx + dy + f.
 *
 * @param a of the six numbers the first, and so on
 */
record Matrix(double a, double b, double c, double d, double e, double f) {

    static final Matrix PLAIN = new Matrix(1, 0, 0, 1, 0, 0);

    private static final int QUARTER = 90;

    /** @param six as they stand in a file */
    static Matrix of(double[] six) {
        return new Matrix(six[0], six[1], six[2], six[3], six[4], six[5]);
    }

    /** First this one, then the other. */
    Matrix then(Matrix next) {
        return new Matrix(
                a * next.a + b * next.c,
                a * next.b + b * next.d,
                c * next.a + d * next.c,
                c * next.b + d * next.d,
                e * next.a + f * next.c + next.e,
                e * next.b + f * next.d + next.f);
    }

    /** How long something of the length 1 becomes that lies along. */
    double width() {
        return Math.hypot(a, b);
    }

    /** How long something of the length 1 becomes that stands upright. */
    double height() {
        return Math.hypot(c, d);
    }

    /** How far what lies along is turned against the clock, to the next quarter of a circle, in degrees from 0 to 270. */
    int turn() {
        int quarters = (int) Math.round(Math.toDegrees(Math.atan2(b, a)) / QUARTER);
        return Math.floorMod(quarters, 4) * QUARTER;
    }
}
