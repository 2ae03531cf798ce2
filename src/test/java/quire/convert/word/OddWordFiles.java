package quire.convert.word;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quire.testkit.Docx;

/** Word files that no program writes: good ones in which something was changed by chance. */
final class OddWordFiles {

    private static final Pattern VALUE = Pattern.compile("=\"([^\"]*)\"");
    private static final Pattern EMPTY_ELEMENT = Pattern.compile("<[a-z0-9]+:[A-Za-z]+( [^<>]*)?/>");
    private static final List<String> ODD = List.of(
            "",
            "0",
            "1",
            "-1",
            "99999999",
            "-99999999",
            "2147483648",
            "1e9",
            "NaN",
            "none",
            "auto",
            "first",
            "\u202E",
            "%1%2%9",
            "100%",
            "-50%",
            "12pt",
            "restart",
            "even",
            "xyz",
            "FFFFFF",
            "../../x",
            "#",
            "&amp;");

    private OddWordFiles() {}

    /** The file with up to six things changed. */
    static byte[] changed(byte[] docx, Random random) {
        Map<String, byte[]> parts = new LinkedHashMap<>(Docx.parts(docx));
        List<String> names = new ArrayList<>(parts.keySet());
        names.removeIf(name -> !name.startsWith("word/") || !(name.endsWith(".xml") || name.endsWith(".rels")));
        for (int change = 0; change <= random.nextInt(6); change++) {
            String name = names.get(random.nextInt(names.size()));
            String xml = new String(parts.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
            parts.put(name, changed(xml, random).getBytes(StandardCharsets.UTF_8));
        }
        return Docx.zip(parts);
    }

    private static String changed(String xml, Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> replaced(xml, EMPTY_ELEMENT, "", random);
            case 1 -> doubled(xml, random);
            default -> replaced(xml, VALUE, "=\"" + ODD.get(random.nextInt(ODD.size())) + "\"", random);
        };
    }

    /** One match, anywhere behind the names of namespaces. */
    private static String replaced(String xml, Pattern what, String with, Random random) {
        List<int[]> places = places(xml, what);
        if (places.isEmpty()) {
            return xml;
        }
        int[] place = places.get(random.nextInt(places.size()));
        return xml.substring(0, place[0]) + with + xml.substring(place[1]);
    }

    private static String doubled(String xml, Random random) {
        List<int[]> places = places(xml, EMPTY_ELEMENT);
        if (places.isEmpty()) {
            return xml;
        }
        int[] from = places.get(random.nextInt(places.size()));
        int[] to = places.get(random.nextInt(places.size()));
        return xml.substring(0, to[0]) + xml.substring(from[0], from[1]) + xml.substring(to[0]);
    }

    private static List<int[]> places(String xml, Pattern what) {
        List<int[]> places = new ArrayList<>();
        Matcher matcher = what.matcher(xml);
        int from = Math.max(0, xml.indexOf('>', xml.indexOf("?>") + 2));
        while (matcher.find()) {
            if (matcher.start() > from) {
                places.add(new int[] {matcher.start(), matcher.end()});
            }
        }
        return places;
    }
}
