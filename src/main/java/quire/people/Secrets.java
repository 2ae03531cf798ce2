package quire.people;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;
import quire.core.Digest;

/**
 * Tokens for machines to carry and codes for people to type. Both are random and long, so that the plain SHA-256 of one
 * is all that is kept: whoever reads the database can use none of them. May be shared between threads.
 */
final class Secrets {

    /** 256 bits. */
    private static final int TOKEN_BYTES = 32;

    /** 26 letters of 5 bits: 130 bits. */
    private static final int CODE_LETTERS = 26;

    private static final int GROUP = 5;

    /** Without I, L, O and U, so that a code can be read from a paper or a screen (Crockford's alphabet). */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final SecureRandom random = new SecureRandom();

    /** A fresh token: 43 characters that may stand in an address and in a cookie. */
    String token() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(TOKEN_BYTES));
    }

    /** A fresh code, in groups: {@code 7KQFM-…}. */
    String code() {
        StringBuilder code = new StringBuilder();
        for (byte part : bytes(CODE_LETTERS)) {
            if (code.length() % (GROUP + 1) == GROUP) {
                code.append('-');
            }
            code.append(ALPHABET.charAt(part & 31));
        }
        return code.toString();
    }

    /** Six digits for somebody to copy from a letter: few, so they must be good for a short while and few tries. */
    String digits() {
        return String.format(Locale.ROOT, "%06d", random.nextInt(1_000_000));
    }

    byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    /** What is kept of a token. What was never one gets a name that no token has. */
    static Digest kept(String token) {
        return TOKEN.matcher(token).matches() ? Digest.of(token) : Digest.of("no token: " + token.length());
    }

    /** What is kept of a code, however it is typed: in small letters, without hyphens, with O for 0 and l for 1. */
    static Digest keptCode(String code) {
        StringBuilder plain = new StringBuilder();
        for (char letter : code.toUpperCase(Locale.ROOT).toCharArray()) {
            if (letter != '-' && !Character.isWhitespace(letter)) {
                plain.append(letter == 'O' ? '0' : letter == 'I' || letter == 'L' ? '1' : letter);
            }
        }
        return Digest.of("code " + plain);
    }
}
