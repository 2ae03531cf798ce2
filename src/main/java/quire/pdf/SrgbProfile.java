package quire.pdf;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The colour space that every paper names as its own, as PDF/A asks: sRGB, computed from its published primaries and
 * curve (IEC 61966-2-1, adapted to D50) as a version 2.1 display profile of the ICC (ICC.1:2001-04).
 */
final class SrgbProfile {

    private static final int HEADER = 128;
    private static final int TAG = 12;
    private static final int CURVE_POINTS = 64;
    private static final double[] WHITE = {0.9642, 1, 0.8249};
    private static final double[] RED = {0.4360747, 0.2225045, 0.0139322};
    private static final double[] GREEN = {0.3850649, 0.7168786, 0.0971045};
    private static final double[] BLUE = {0.1430804, 0.0606169, 0.7141733};

    private SrgbProfile() {}

    static byte[] make() {
        byte[] curve = curve();
        Map<String, byte[]> tags = new LinkedHashMap<>();
        tags.put("desc", description("sRGB"));
        tags.put("cprt", typed("text").text("No copyright").uint16(0).toArray());
        tags.put("wtpt", colour(WHITE));
        tags.put("rXYZ", colour(RED));
        tags.put("gXYZ", colour(GREEN));
        tags.put("bXYZ", colour(BLUE));
        tags.put("rTRC", curve);
        tags.put("gTRC", curve);
        tags.put("bTRC", curve);
        return file(tags);
    }

    private static byte[] file(Map<String, byte[]> tags) {
        Bytes table = new Bytes(4 + tags.size() * TAG).uint32(tags.size());
        Bytes body = new Bytes(1024);
        int start = HEADER + 4 + tags.size() * TAG;
        int curvePlace = 0;
        for (Map.Entry<String, byte[]> tag : tags.entrySet()) {
            boolean curve = tag.getKey().endsWith("TRC");
            int place = start + body.size();
            if (!curve || curvePlace == 0) {
                body.write(tag.getValue());
                body.padToFour();
            }
            // The three colours share one curve.
            curvePlace = curve && curvePlace == 0 ? place : curvePlace;
            table.text(tag.getKey()).uint32(curve ? curvePlace : place).uint32(tag.getValue().length);
        }
        Bytes file = header(start + body.size());
        file.write(table.toArray());
        file.write(body.toArray());
        return file.toArray();
    }

    private static Bytes header(int size) {
        Bytes header = new Bytes(size).uint32(size).uint32(0).uint32(0x02100000);
        header.text("mntrRGB XYZ ");
        header.uint16(2026).uint16(1).uint16(1).uint16(0).uint16(0).uint16(0);
        header.text("acsp")
                .uint32(0)
                .uint32(0)
                .uint32(0)
                .uint32(0)
                .uint32(0)
                .uint32(0)
                .uint32(0);
        for (double part : WHITE) {
            header.uint32(fixed(part));
        }
        while (header.size() < HEADER) {
            header.write(0);
        }
        return header;
    }

    private static Bytes typed(String type) {
        return new Bytes(64).text(type).uint32(0);
    }

    private static byte[] description(String name) {
        Bytes description = typed("desc").uint32(name.length() + 1).text(name);
        // No Unicode and no Macintosh name follow.
        description.write(new byte[1 + 4 + 4 + 2 + 1 + 67]);
        return description.toArray();
    }

    private static byte[] colour(double[] parts) {
        Bytes colour = typed("XYZ ");
        for (double part : parts) {
            colour.uint32(fixed(part));
        }
        return colour.toArray();
    }

    private static byte[] curve() {
        Bytes curve = typed("curv").uint32(CURVE_POINTS);
        for (int point = 0; point < CURVE_POINTS; point++) {
            double value = point / (CURVE_POINTS - 1.0);
            double light = value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
            curve.uint16((int) Math.round(light * 65535));
        }
        return curve.toArray();
    }

    private static long fixed(double value) {
        return Math.round(value * 65536);
    }
}
