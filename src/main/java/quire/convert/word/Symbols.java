package quire.convert.word;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Fonts that draw pictures for letters, put into the characters that everybody knows. */
final class Symbols {

    static final String BULLET = "•";

    /** Where such fonts keep their pictures in Unicode. */
    private static final int PRIVATE = 0xF000;

    private static final int LAST = 0xFF;

    /** Letters of the font Symbol and what they draw, in the order of the alphabet. */
    private static final String LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private static final String GREEK = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖαβχδεφγηιϕκλμνοπθρστυϖωξψζ";

    private static final Map<String, String> SYMBOL =
            pairs("22∀24∃27∋2A∗2D−40≅5C∴5E⊥A3≤A5∞A7♣A8♦A9♥AA♠AB↔AC←AD↑AE→AF↓B0°B1±B2″B3≥B4×B5∝B6∂B7•B8÷B9≠BA≡BB≈BC…"
                    + "C5⊕C6∅C7∩C8∪C9⊃CA⊇CC⊂CD⊆CE∈CF∉D0∠D1∇D5∏D6√D7⋅D8¬D9∧DA∨DB⇔DC⇐DD⇑DE⇒DF⇓E5∑F2∫");

    private static final Map<String, String> WINGDINGS =
            pairs("21✏22✂23✁28☎29✆2A✉36⌛37⌨3E✇3F✍41✌45☜46☞47☝48☟49✋4A☺4C☹4E☠4F⚐51✈52☼54❄58✠59✡5A☪"
                    + "6C●6D❍6E■6F□70◻71❑72❒73⬧74⧫75◆76❖77⬥A1○A4◉A6⭕A7▪A8◻AB★AC✶AE✹D8➢DC➲DF←E0→E1↑E2↓E8➔EF⇦F0⇨F1⇧F2⇩"
                    + "FB✗FC✓FD☒FE☑9F•");

    private static final Map<String, String> WINGDINGS_2 =
            pairs("4F✗50✓51☒52☑53☒54☒97●98●99●9A○9F▪A0■A1□A2■A3□AE◆AF◇D0✝");

    private static final Map<String, String> WINGDINGS_3 = pairs("66←67→68↑69↓6A↖6B↗6C↙6D↘70▲71▼72△73▽74◀75▶76◁77▷7D❯");

    private static final Map<String, String> WEBDINGS = pairs("33◀34▶35▲36▼3C■61✓63□67■69ℹ6E●72✗73?74⚑A8○");

    private static final Map<String, Map<String, String>> FONTS = Map.of(
            "symbol", SYMBOL,
            "wingdings", WINGDINGS,
            "wingdings 2", WINGDINGS_2,
            "wingdings 3", WINGDINGS_3,
            "webdings", WEBDINGS);

    private Symbols() {}

    /** Each two hexadecimal digits and the character after them. */
    private static Map<String, String> pairs(String all) {
        Map<String, String> pairs = new HashMap<>();
        for (int i = 0; i + 2 < all.length(); ) {
            String character = Character.toString(all.codePointAt(i + 2));
            pairs.put(all.substring(i, i + 2), character);
            i += 2 + character.length();
        }
        return Map.copyOf(pairs);
    }

    /** What a font draws for this text; what nobody knows becomes a bullet. */
    static String readable(String text, String font) {
        boolean pictures = Fonts.isSymbols(font);
        StringBuilder readable = new StringBuilder(text.length());
        text.codePoints().forEach(letter -> {
            boolean isPrivate = letter >= PRIVATE && letter <= PRIVATE + LAST;
            if (isPrivate || (pictures && letter > ' ' && letter <= LAST)) {
                readable.append(drawn(isPrivate ? letter - PRIVATE : letter, font));
            } else {
                readable.appendCodePoint(letter);
            }
        });
        return readable.toString();
    }

    /** Whether we know what the font draws here. */
    static boolean isKnown(int letter, String font) {
        int code = letter >= PRIVATE ? letter - PRIVATE : letter;
        boolean greek = name(font).equals("symbol") && LATIN.indexOf(code) >= 0;
        return greek || FONTS.getOrDefault(name(font), SYMBOL).containsKey(code(code));
    }

    private static String drawn(int letter, String font) {
        String name = name(font);
        int place = LATIN.indexOf(letter);
        if (name.equals("symbol") && place >= 0) {
            return GREEK.substring(place, place + 1);
        } else if (letter == ' ') {
            return " ";
        }
        boolean plain = name.equals("symbol") && letter > ' ' && letter < '~';
        return FONTS.getOrDefault(name, SYMBOL).getOrDefault(code(letter), plain ? Character.toString(letter) : BULLET);
    }

    private static String name(String font) {
        String lower = font.toLowerCase(Locale.ROOT);
        return lower.isEmpty() ? "symbol" : lower;
    }

    private static String code(int letter) {
        return String.format(Locale.ROOT, "%02X", letter);
    }
}
