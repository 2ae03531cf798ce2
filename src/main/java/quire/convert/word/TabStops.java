package quire.convert.word;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The tab stops of a paragraph: those that were set, the hanging indent, and then one at every usual distance. In points. */
final class TabStops {

    /** Nearer than this, text already stands at a stop. */
    private static final double NEAR = 0.5;

    private static final double FARTHEST = 2_000;

    /** Where a stop is, and what it does. */
    record Stop(double at, Kind kind, String leader) {}

    enum Kind {
        LEFT,
        CENTRE,
        RIGHT
    }

    private final NavigableMap<Double, Stop> stops = new TreeMap<>();
    private final double usual;

    /**
     * The stops of a paragraph.
     *
     * @param usual the distance of the stops that nobody set
     */
    TabStops(ParagraphLook look, double usual) {
        this.usual = usual;
        for (Xml tab : look.properties().get("tabs").children()) {
            double at = Lengths.points(tab.attribute("pos"), 0);
            if (tab.value().equals("clear")) {
                stops.remove(at);
            } else if (!tab.value().equals("bar") && at > 0 && at < FARTHEST) {
                stops.put(at, new Stop(at, kind(tab.value()), tab.attribute("leader")));
            }
        }
        if (look.first() < 0) {
            stops.putIfAbsent(look.left(), new Stop(look.left(), Kind.LEFT, ""));
        }
    }

    private static Kind kind(String value) {
        return Map.of("center", Kind.CENTRE, "right", Kind.RIGHT, "end", Kind.RIGHT, "decimal", Kind.RIGHT)
                .getOrDefault(value, Kind.LEFT);
    }

    /** The next stop behind this place. */
    Stop after(double place) {
        Map.Entry<Double, Stop> set = stops.higherEntry(place + NEAR);
        if (set != null) {
            return set.getValue();
        }
        double next = (Math.floor((place + NEAR) / usual) + 1) * usual;
        return new Stop(next, Kind.LEFT, "");
    }
}
