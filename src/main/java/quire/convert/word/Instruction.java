package quire.convert.word;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a field is told to do (ISO/IEC 29500-1, 17.16).
 *
 * @param name in capitals, for example {@code PAGEREF}
 * @param words those after it that are not switches
 * @param switches in lower case, each with the word behind it, for example {@code l=Summary}
 */
record Instruction(String name, List<String> words, List<String> switches) {

    private static final Pattern TOKEN = Pattern.compile("\"([^\"]*)\"|“([^”]*)”|(\\S+)");

    static Instruction parse(String code) {
        List<String> words = new ArrayList<>();
        List<String> switches = new ArrayList<>();
        Matcher tokens = TOKEN.matcher(code);
        String open = "";
        while (tokens.find()) {
            String bare = tokens.group(3);
            if (bare != null && bare.startsWith("\\") && bare.length() > 1) {
                add(switches, open);
                open = bare.substring(1, 2).toLowerCase(Locale.ROOT) + "=" + bare.substring(2);
            } else if (!open.isEmpty()) {
                add(switches, open + word(tokens));
                open = "";
            } else {
                words.add(word(tokens));
            }
        }
        add(switches, open);
        String name = words.isEmpty() ? "" : words.remove(0).toUpperCase(Locale.ROOT);
        return new Instruction(name, List.copyOf(words), List.copyOf(switches));
    }

    private static void add(List<String> switches, String one) {
        if (!one.isEmpty()) {
            switches.add(one);
        }
    }

    private static String word(Matcher token) {
        for (int group = 1; group <= 3; group++) {
            String word = token.group(group);
            if (word != null) {
                return word;
            }
        }
        return "";
    }

    /** The first word after the name; empty if there is none. */
    String word() {
        return words.isEmpty() ? "" : words.get(0);
    }

    boolean has(char letter) {
        return switches.stream().anyMatch(one -> one.charAt(0) == letter);
    }

    /** The word behind a switch; empty if there is none. */
    String behind(char letter) {
        return switches.stream()
                .filter(one -> one.charAt(0) == letter)
                .map(one -> one.substring(2))
                .findFirst()
                .orElse("");
    }
}
