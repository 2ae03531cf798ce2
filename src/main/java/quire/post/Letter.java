package quire.post;

import java.time.Instant;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Something to write to somebody, in plain words: no answers, nobody who uses services, nothing attached.
 *
 * <p>A line of the text that begins with {@code /} is an address of this server, which becomes whole as the letter goes. A
 * line that is {@link #SECRET} and nothing else stands where the secret goes.
 *
 * @param key what the letter is sent for; of two with the same key, one is kept
 * @param to the one address that it goes to
 * @param subject one line
 * @param text plain text in lines
 * @param about what it is about, for whoever looks for it
 * @param secret what nobody but the reader may have; null if there is none
 */
public record Letter(
        String key,
        String to,
        String subject,
        String text,
        About about,
        @Nullable Secret secret) {

    /** A line for the secret to stand in. */
    public static final String SECRET = "{secret}";

    private static final int LONGEST_KEY = 200;
    private static final int LONGEST_SUBJECT = 200;

    /**
     * What a letter is about.
     *
     * @param kind as the trail calls it, such as {@code document}
     * @param id which one; both are empty for nothing in particular
     */
    public record About(String kind, String id) {

        static final About NOTHING = new About("", "");
    }

    /**
     * A link or a code. It is kept no longer than until the letter has gone or the time is over.
     *
     * @param words a path of this server that begins with {@code /}, or a code; one line
     * @param until when it is good for nothing any more
     */
    public record Secret(String words, Instant until) {

        public Secret {
            words = oneLine(words);
        }

        /** Never shown where it might be written down. */
        @Override
        public String toString() {
            return "a secret until " + until;
        }
    }

    /** @throws quire.core.Problem if there is nobody whom it could go to */
    public Letter {
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new IllegalArgumentException("A letter needs a key of 1 to " + LONGEST_KEY + " characters: " + key);
        }
        to = Recipient.checked(to);
        subject = shortened(oneLine(subject));
        text = lines(text);
        if ((secret != null) != text.lines().anyMatch(SECRET::equals)) {
            throw new IllegalArgumentException("A letter has a secret and one line for it, or neither: " + key);
        }
    }

    /** A letter about nothing in particular. */
    public static Letter of(String key, String to, String subject, String text) {
        return new Letter(key, to, subject, text, About.NOTHING, null);
    }

    /** A letter with a line for a secret. */
    public static Letter of(String key, String to, String subject, String text, Secret secret) {
        return new Letter(key, to, subject, text, About.NOTHING, secret);
    }

    /** The same about something. */
    public Letter about(String kind, String id) {
        return new Letter(key, to, subject, text, new About(kind, id), secret);
    }

    /** Words of somebody’s own, such as a name, as they may stand within a line of a letter. */
    public static String inLine(String words) {
        return oneLine(words);
    }

    /** Without anything that could begin another line. */
    static String oneLine(String text) {
        String plain = text.codePoints()
                .map(letter -> isControl(letter) ? ' ' : letter)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return plain.strip().replaceAll(" {2,}", " ");
    }

    private static boolean isControl(int letter) {
        int type = Character.getType(letter);
        return Character.isISOControl(letter)
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE;
    }

    private static String lines(String text) {
        return text.lines()
                .map(line -> line.stripTrailing().replace('\t', ' '))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String shortened(String subject) {
        if (subject.codePointCount(0, subject.length()) <= LONGEST_SUBJECT) {
            return subject;
        }
        return subject.substring(0, subject.offsetByCodePoints(0, LONGEST_SUBJECT - 1)) + "…";
    }
}
