package quire.portfolio;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import quire.store.Transaction;

/** What a portfolio is called where nobody has said it: {@code NV-2026-014}. */
final class PortfolioCodes {

    private static final int LETTERS = 3;

    private PortfolioCodes() {}

    /** The next free code of an employer's year; whoever else wants one waits until the work ends. */
    static String next(Transaction tx, String employer, int year) {
        String series = initials(employer) + "-" + year + "-";
        PortfolioStore.holdCodes(tx);
        int next = PortfolioStore.codes(tx, series).stream()
                        .map(code -> code.substring(series.length()))
                        .filter(number -> number.matches("\\d{1,6}"))
                        .mapToInt(Integer::parseInt)
                        .max()
                        .orElse(0)
                + 1;
        return series + String.format(Locale.ROOT, "%03d", next);
    }

    /** Of the words that say something: {@code NV} for Northbridge and Vale. */
    private static String initials(String employer) {
        String letters = Arrays.stream(employer.split("[^\\p{L}]+", -1))
                .filter(word -> !word.isEmpty() && Character.isUpperCase(word.codePointAt(0)))
                .map(word -> word.substring(0, 1))
                .filter(letter -> letter.matches("[A-Z]"))
                .limit(LETTERS)
                .collect(Collectors.joining());
        return letters.isEmpty() ? "P" : letters;
    }
}
