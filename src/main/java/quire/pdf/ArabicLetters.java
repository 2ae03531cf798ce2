package quire.pdf;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/**
 * Chooses the form of each Arabic letter by its neighbours, as the characters for compatibility have them: the fonts
 * are asked for characters, not for shapes. Which form belongs to which letter is read from Unicode's own data.
 */
final class ArabicLetters {

    private static final int ISOLATED = 0;
    private static final int FINAL = 1;
    private static final int INITIAL = 2;
    private static final int MEDIAL = 3;
    private static final String[] NAMES = {" ISOLATED FORM", " FINAL FORM", " INITIAL FORM", " MEDIAL FORM"};
    private static final char TATWEEL = '\u0640';

    /** The forms of a letter, or of the two letters of a lam-alef; 0 where there is none. */
    private static final Map<String, int[]> FORMS = forms();

    private ArabicLetters() {}

    /** The text with its letters joined. */
    static String joined(String text) {
        if (text.chars().noneMatch(unit -> unit >= 0x620 && unit <= 0x6FF)) {
            return text;
        }
        StringBuilder joined = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            String letter = letterAt(text, i);
            int[] forms = FORMS.get(letter);
            if (forms == null) {
                joined.append(text.charAt(i));
                continue;
            }
            int last = i + letter.length() - 1;
            boolean before = forms[FINAL] != 0 && joinsForward(text, neighbour(text, i, -1));
            boolean after = forms[INITIAL] != 0 && joinsBack(text, neighbour(text, last, 1));
            int form = after ? (before ? MEDIAL : INITIAL) : (before ? FINAL : ISOLATED);
            joined.append(forms[form] == 0 ? letter : Character.toString(forms[form]));
            i = last;
        }
        return joined.toString();
    }

    /** The original letters of joined text, for those who copy it. */
    static String separated(int codePoint) {
        String letter = Character.toString(codePoint);
        boolean form = (codePoint >= 0xFB50 && codePoint <= 0xFDFF) || (codePoint >= 0xFE70 && codePoint <= 0xFEFC);
        return form ? Normalizer.normalize(letter, Normalizer.Form.NFKC) : letter;
    }

    private static String letterAt(String text, int place) {
        if (place + 1 < text.length() && FORMS.containsKey(text.substring(place, place + 2))) {
            return text.substring(place, place + 2);
        }
        return text.substring(place, place + 1);
    }

    /** The next letter that is not a mark above or below; -1 at the end. */
    private static int neighbour(String text, int from, int step) {
        int place = from + step;
        while (place >= 0
                && place < text.length()
                && Character.getType(text.charAt(place)) == Character.NON_SPACING_MARK) {
            place += step;
        }
        return place < text.length() ? place : -1;
    }

    private static boolean joinsForward(String text, int place) {
        return place >= 0 && (text.charAt(place) == TATWEEL || has(text.charAt(place), INITIAL));
    }

    private static boolean joinsBack(String text, int place) {
        return place >= 0 && (text.charAt(place) == TATWEEL || has(text.charAt(place), FINAL));
    }

    private static boolean has(char letter, int form) {
        int[] forms = FORMS.get(Character.toString(letter));
        return forms != null && forms[form] != 0;
    }

    private static Map<String, int[]> forms() {
        Map<String, int[]> forms = new HashMap<>();
        for (int codePoint = 0xFB50; codePoint <= 0xFEFC; codePoint++) {
            String name = Character.getName(codePoint);
            String letters = separated(codePoint);
            boolean single = letters.length() == 1;
            boolean lamAlef = letters.length() == 2 && letters.charAt(0) == '\u0644' && codePoint >= 0xFEF5;
            if (name == null || !(single || lamAlef) || letters.codePointAt(0) == codePoint) {
                continue;
            }
            for (int form = ISOLATED; form <= MEDIAL; form++) {
                if (name.endsWith(NAMES[form])) {
                    forms.computeIfAbsent(letters, key -> new int[NAMES.length])[form] = codePoint;
                }
            }
        }
        return Map.copyOf(forms);
    }
}
