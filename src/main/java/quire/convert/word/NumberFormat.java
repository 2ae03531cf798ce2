package quire.convert.word;

import java.util.Locale;

/** Numbers in the ways that Word counts (ISO/IEC 29500-1, 17.18.59). */
final class NumberFormat {

    /** Beyond this, letters and Roman numerals would only get longer. */
    private static final int MOST = 4_999;

    private static final int[] ROMAN_VALUES = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
    private static final String[] ROMAN = {"m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"};
    private static final String LATIN = "abcdefghijklmnopqrstuvwxyz";
    private static final String CYRILLIC = "абвгдежзиклмнопрстуфхцчшщыэюя";
    private static final String HEBREW = "אבגדהוזחטיכלמנסעפצקרשת";
    private static final String ARABIC = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي";
    private static final String NOTE_MARKS = "*†‡§";
    private static final String[] ONES = {
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen"
    };
    private static final String[] TENS = {
        "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"
    };

    private NumberFormat() {}

    /**
     * A number as this format writes it; a format that we do not know writes digits.
     *
     * @param format as it stands in {@code w:numFmt}
     */
    static String write(int number, String format) {
        if (number < 0 || number > MOST) {
            return Integer.toString(number);
        }
        return switch (format) {
            case "none" -> "";
            case "decimalZero" -> number < 10 ? "0" + number : Integer.toString(number);
            case "upperRoman" -> roman(number).toUpperCase(Locale.ROOT);
            case "lowerRoman" -> roman(number);
            case "upperLetter" -> letters(number, LATIN).toUpperCase(Locale.ROOT);
            case "lowerLetter" -> letters(number, LATIN);
            case "russianUpper" -> letters(number, CYRILLIC).toUpperCase(Locale.ROOT);
            case "russianLower" -> letters(number, CYRILLIC);
            case "hebrew2" -> letters(number, HEBREW);
            case "arabicAlpha", "arabicAbjad" -> letters(number, ARABIC);
            case "chicago" -> letters(number, NOTE_MARKS);
            case "ordinal" -> number + ending(number);
            case "cardinalText" -> capitalised(cardinal(number));
            case "ordinalText" -> capitalised(ordinal(number));
            case "hex" -> Integer.toHexString(number).toUpperCase(Locale.ROOT);
            case "numberInDash" -> "- " + number + " -";
            case "decimalEnclosedCircle" -> enclosed(number, 0x2460, 20);
            case "decimalEnclosedParen" -> enclosed(number, 0x2474, 20);
            case "decimalEnclosedFullstop" -> enclosed(number, 0x2488, 20);
            default -> Integer.toString(number);
        };
    }

    private static String roman(int number) {
        StringBuilder roman = new StringBuilder();
        int left = number;
        for (int i = 0; i < ROMAN.length; i++) {
            while (left >= ROMAN_VALUES[i]) {
                roman.append(ROMAN[i]);
                left -= ROMAN_VALUES[i];
            }
        }
        return roman.toString();
    }

    /** Word goes on with aa, bb, cc. */
    private static String letters(int number, String alphabet) {
        if (number == 0) {
            return "0";
        }
        int place = (number - 1) % alphabet.length();
        return alphabet.substring(place, place + 1).repeat((number - 1) / alphabet.length() + 1);
    }

    private static String ending(int number) {
        if (number % 100 / 10 == 1) {
            return "th";
        }
        return switch (number % 10) {
            case 1 -> "st";
            case 2 -> "nd";
            case 3 -> "rd";
            default -> "th";
        };
    }

    private static String cardinal(int number) {
        if (number < ONES.length) {
            return ONES[number];
        } else if (number < 100) {
            return TENS[number / 10] + (number % 10 == 0 ? "" : "-" + ONES[number % 10]);
        }
        int unit = number < 1_000 ? 100 : 1_000;
        String rest = number % unit == 0 ? "" : " " + cardinal(number % unit);
        return cardinal(number / unit) + (unit == 100 ? " hundred" : " thousand") + rest;
    }

    private static String ordinal(int number) {
        String words = cardinal(number);
        int last = Math.max(words.lastIndexOf(' '), words.lastIndexOf('-')) + 1;
        String end = words.substring(last);
        String ordinal =
                switch (end) {
                    case "one" -> "first";
                    case "two" -> "second";
                    case "three" -> "third";
                    case "five" -> "fifth";
                    case "eight" -> "eighth";
                    case "nine" -> "ninth";
                    case "twelve" -> "twelfth";
                    default -> end.endsWith("y") ? end.substring(0, end.length() - 1) + "ieth" : end + "th";
                };
        return words.substring(0, last) + ordinal;
    }

    private static String capitalised(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String enclosed(int number, int first, int count) {
        return number >= 1 && number <= count ? Character.toString(first + number - 1) : Integer.toString(number);
    }
}
