package quire.convert.word;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The lists of a document as they are defined, and the numbers that their items have come to (ISO/IEC 29500-1, 17.9). */
final class Numbering {

    private static final int LEVELS = 9;
    private static final int NOT_YET = Integer.MIN_VALUE;

    private final Map<String, Xml> definitions = new HashMap<>();
    private final Map<String, Xml> lists = new HashMap<>();
    private final Map<String, int[]> counters = new HashMap<>();
    private final Map<String, ListLevel> levels = new HashMap<>();
    private final Set<String> begun = new HashSet<>();
    private final WordStyles styles;

    Numbering(Xml numbering, WordStyles styles) {
        this.styles = styles;
        numbering.all("w:abstractNum").forEach(one -> definitions.put(one.attribute("abstractNumId"), one));
        numbering.all("w:num").forEach(one -> lists.put(one.attribute("numId"), one));
    }

    /** How a level of a list is counted; {@link ListLevel#NONE} if there is no such list. */
    ListLevel level(String list, int level) {
        if (!lists.containsKey(list) || level < 0 || level >= LEVELS) {
            return ListLevel.NONE;
        }
        return levels.computeIfAbsent(list + "/" + level, key -> ListLevel.of(found(list, level)));
    }

    /** The level of a list that belongs to a style of paragraphs; the first if none says so. */
    int levelOfStyle(String list, String style) {
        for (int level = 0; level < LEVELS; level++) {
            if (!style.isEmpty() && level(list, level).style().equals(style)) {
                return level;
            }
        }
        return 0;
    }

    /** Counts one further, and says what stands before the item. */
    String next(String list, int level) {
        int[] numbers = counters.computeIfAbsent(definition(list).attribute("abstractNumId"), key -> fresh());
        if (begun.add(list)) {
            restart(list, numbers);
        }
        numbers[level] = numbers[level] == NOT_YET ? start(list, level) : numbers[level] + 1;
        for (int above = 0; above < level; above++) {
            numbers[above] = numbers[above] == NOT_YET ? start(list, above) : numbers[above];
        }
        for (int below = level + 1; below < LEVELS; below++) {
            if (level(list, below).restartsAfter(level)) {
                numbers[below] = NOT_YET;
            }
        }
        return label(list, level, numbers);
    }

    private static int[] fresh() {
        int[] numbers = new int[LEVELS];
        Arrays.fill(numbers, NOT_YET);
        return numbers;
    }

    /** A list that says so begins anew, although it shares its definition with an earlier one. */
    private void restart(String list, int[] numbers) {
        for (int level = 0; level < LEVELS; level++) {
            if (override(list, level).child("w:startOverride").isThere()) {
                numbers[level] = NOT_YET;
            }
        }
    }

    private int start(String list, int level) {
        Xml override = override(list, level).child("w:startOverride");
        return override.isThere()
                ? Lengths.whole(override.value(), 1)
                : level(list, level).start();
    }

    private String label(String list, int level, int[] numbers) {
        ListLevel wanted = level(list, level);
        if (wanted.isBullet()) {
            return wanted.text();
        }
        StringBuilder label = new StringBuilder();
        String text = wanted.text();
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            boolean number = letter == '%' && i + 1 < text.length() && Character.isDigit(text.charAt(i + 1));
            if (number) {
                i++;
                label.append(number(list, text.charAt(i) - '1', wanted, numbers));
            } else {
                label.append(letter);
            }
        }
        return label.toString();
    }

    private String number(String list, int level, ListLevel within, int[] numbers) {
        if (level < 0 || level >= LEVELS || within.format().equals("none")) {
            return "";
        }
        int number = numbers[level] == NOT_YET ? start(list, level) : numbers[level];
        String format = level(list, level).format();
        boolean digits = within.isLegal() && !format.equals("decimalZero");
        return NumberFormat.write(number, digits ? "decimal" : format);
    }

    private Xml found(String list, int level) {
        Xml override = override(list, level).child("w:lvl");
        if (override.isThere()) {
            return override;
        }
        return definition(list).all("w:lvl").stream()
                .filter(one -> isLevel(one, level))
                .findFirst()
                .orElse(Xml.NONE);
    }

    private Xml override(String list, int level) {
        return lists.getOrDefault(list, Xml.NONE).all("w:lvlOverride").stream()
                .filter(one -> isLevel(one, level))
                .findFirst()
                .orElse(Xml.NONE);
    }

    private static boolean isLevel(Xml element, int level) {
        return Lengths.whole(element.attribute("ilvl"), 0) == level;
    }

    /** The definition behind a list; one that only names a style leads to the list of that style. */
    private Xml definition(String list) {
        List<String> seen = new ArrayList<>();
        String next = list;
        Xml definition = Xml.NONE;
        while (lists.containsKey(next) && !seen.contains(next)) {
            seen.add(next);
            String id =
                    lists.getOrDefault(next, Xml.NONE).child("w:abstractNumId").value();
            definition = definitions.getOrDefault(id, Xml.NONE);
            String style = definition.child("w:numStyleLink").value();
            next = style.isEmpty() ? "" : styles.paragraph(style).value("numPr/numId");
        }
        return definition;
    }
}
