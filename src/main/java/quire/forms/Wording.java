package quire.forms;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Error messages made from a label, in the manner of GOV.UK: “Enter the date of the observation”, “Select yes if you
 * have any concerns”. A label that would not read well inside a sentence is quoted instead.
 *
 * @param label what the form asks
 */
record Wording(String label) {

    private static final Set<String> QUESTION_WORDS =
            Set.of("what", "why", "how", "who", "whom", "whose", "which", "when", "where", "whether");
    private static final Set<String> INSTRUCTIONS = Set.of(
            "add",
            "agree",
            "answer",
            "ask",
            "attach",
            "check",
            "choose",
            "comment",
            "compare",
            "complete",
            "confirm",
            "consider",
            "describe",
            "discuss",
            "enter",
            "evaluate",
            "explain",
            "fill",
            "give",
            "identify",
            "list",
            "name",
            "note",
            "outline",
            "please",
            "provide",
            "rate",
            "reflect",
            "say",
            "select",
            "set",
            "show",
            "sign",
            "state",
            "summarise",
            "tell",
            "think",
            "tick",
            "type",
            "upload",
            "use",
            "write");
    /** Instructions that are also nouns: only what follows tells which is meant. */
    private static final Set<String> ALSO_NOUNS = Set.of("comment", "name", "note", "list", "check", "set", "answer");

    private static final Set<String> DETERMINERS = Set.of(
            "a",
            "an",
            "the",
            "your",
            "my",
            "our",
            "his",
            "her",
            "its",
            "their",
            "this",
            "that",
            "these",
            "those",
            "any",
            "all",
            "each",
            "every",
            "some",
            "no",
            "one",
            "two",
            "three",
            "four",
            "anything",
            "something",
            "everything");
    private static final Set<String> PREPOSITIONS = Set.of(
            "about", "after", "as", "at", "before", "between", "by", "during", "for", "from", "in", "of", "on", "over",
            "since", "through", "to", "under", "until", "with", "within", "without");
    private static final Set<String> NAMES = Set.of(
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
            "english",
            "welsh",
            "scottish",
            "irish",
            "british",
            "england",
            "wales",
            "scotland",
            "christmas",
            "easter");
    private static final Pattern DO_YOU = Pattern.compile("Do (you|they|we) (.+)\\?");
    private static final Pattern ARE_YOU = Pattern.compile(
            "(Are|Have|Can|Could|Were|Would|Will|Should|Had|Is|Was|Has) (you|they|we|he|she|it|there|this) (.+)\\?");
    private static final int LONGEST_IN_A_SENTENCE = 70;

    Wording {
        label = label.strip().replaceFirst("\\s*:$", "");
    }

    /** What to do about a missing typed answer. */
    String enter() {
        return readsInSentence() ? "Enter " + object() : "Enter an answer to " + quoted();
    }

    /** What to do about a missing date. */
    String enterDate() {
        return readsInSentence() && label.matches("(?i).*\\bdate\\b.*") ? enter() : "Enter a date for " + quoted();
    }

    /** What to do about a missing number. */
    String enterNumber() {
        return readsInSentence() ? enter() : "Enter a number for " + quoted();
    }

    /** What to do about a missing person. */
    String enterName() {
        if (!readsInSentence()) {
            return "Enter a name for " + quoted();
        }
        return label.matches("(?i).*\\bnames?\\b.*") ? enter() : "Enter the name of " + object();
    }

    /** What to do about a missing choice. */
    String select() {
        return readsInSentence() && !label.startsWith("The ")
                ? "Select " + object()
                : "Select an answer to " + quoted();
    }

    /** What to do about a missing yes or no. */
    String selectYes() {
        Matcher plain = DO_YOU.matcher(label);
        if (plain.matches()) {
            return "Select yes if " + plain.group(1) + " " + plain.group(2);
        }
        Matcher turned = ARE_YOU.matcher(label);
        if (turned.matches()) {
            return "Select yes if " + turned.group(2) + " " + turned.group(1).toLowerCase(Locale.ROOT) + " "
                    + turned.group(3);
        }
        return "Select yes or no for " + quoted();
    }

    /** What an answer must be: {@code must("be a number")} is “Hours must be a number”. */
    String must(String rest) {
        return (isQuestion() || !readsInSentence() ? "Your answer to " + quoted() : label) + " must " + rest;
    }

    /** The label inside a sentence: “the date of the observation”. */
    String object() {
        if (!readsInSentence()) {
            return "your answer to " + quoted();
        }
        String first = firstWord().toLowerCase(Locale.ROOT);
        return QUESTION_WORDS.contains(first) || DETERMINERS.contains(first) ? lowered() : "the " + lowered();
    }

    String quoted() {
        return "“" + label + "”";
    }

    private boolean readsInSentence() {
        return !label.endsWith("?")
                && !label.matches(".*[.!;]( .*)?")
                && !label.matches("(I|We|You|It|There|If|Do|Does|Did|Is|Are|Was|Were|Has|Have|Had|Can|Will) .*")
                && !isInstruction()
                && !PREPOSITIONS.contains(firstWord().toLowerCase(Locale.ROOT))
                && label.length() <= LONGEST_IN_A_SENTENCE;
    }

    private boolean isQuestion() {
        return label.endsWith("?") || QUESTION_WORDS.contains(firstWord().toLowerCase(Locale.ROOT));
    }

    private boolean isInstruction() {
        String first = firstWord().toLowerCase(Locale.ROOT);
        if (!INSTRUCTIONS.contains(first)) {
            return false;
        }
        return !ALSO_NOUNS.contains(first)
                || label.matches("\\S+ (the|a|an|any|all|your|each|every|on|what|how|why|who|which|here) .*");
    }

    private String firstWord() {
        return label.split("[\\s,/]", 2)[0];
    }

    /** Lower-cases an ordinary first word only: not NQSW, not iPad, not Monday, not Social Work England. */
    private String lowered() {
        List<String> words = List.of(label.split(" ", 3));
        boolean ordinary = words.get(0).matches("\\p{Lu}[\\p{Ll}’'/,-]*")
                && !NAMES.contains(words.get(0).toLowerCase(Locale.ROOT));
        boolean partOfName = words.size() > 1 && words.get(1).matches("\\p{Lu}\\p{Ll}.*");
        return ordinary && !partOfName ? label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1) : label;
    }
}
