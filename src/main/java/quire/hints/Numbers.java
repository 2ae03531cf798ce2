package quire.hints;

/** Numbers whose digits say whether they can be what they look like. */
final class Numbers {

    private static final int NHS_DIGITS = 10;
    private static final int ELEVEN = 11;

    private Numbers() {}

    /** Whether the last of ten digits is the one that belongs behind the others (NHS Data Dictionary, modulus 11). */
    static boolean isNhsNumber(String written) {
        String digits = digits(written);
        if (digits.length() != NHS_DIGITS || digits.chars().distinct().count() == 1) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < NHS_DIGITS - 1; i++) {
            sum += (NHS_DIGITS - i) * (digits.charAt(i) - '0');
        }
        return (ELEVEN - sum % ELEVEN) % ELEVEN == digits.charAt(NHS_DIGITS - 1) - '0';
    }

    private static String digits(String written) {
        return written.replaceAll("[^0-9]", "");
    }
}
