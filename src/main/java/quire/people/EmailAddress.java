package quire.people;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;

/** Addresses of people: which ones we take, and which ones are the same. */
final class EmailAddress {

    static final String WRONG = "Enter an e-mail address in the correct format, like name@example.com.";

    private static final int LONGEST = 254;
    private static final int LONGEST_MAILBOX = 64;

    /** No quotes, no spaces, nothing that could begin another header or another recipient. */
    private static final Pattern MAILBOX =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");

    private static final Pattern DOMAIN =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?");

    private EmailAddress() {}

    static boolean isGood(String address) {
        int at = address.lastIndexOf('@');
        return at > 0
                && at <= LONGEST_MAILBOX
                && address.length() <= LONGEST
                && MAILBOX.matcher(address.substring(0, at)).matches()
                && DOMAIN.matcher(asciiDomain(address.substring(at + 1))).matches();
    }

    /**
     * What two spellings of the same address have in common. Never write to it: what people were known by stays as it was
     * typed, so that a look-alike cannot have a link of somebody else sent to it.
     */
    static String folded(String typed) {
        String address = Typed.normal(typed);
        int at = address.lastIndexOf('@');
        return at < 0 ? lower(address) : lower(address.substring(0, at)) + '@' + asciiDomain(address.substring(at + 1));
    }

    private static String asciiDomain(String domain) {
        try {
            return lower(IDN.toASCII(lower(domain)));
        } catch (IllegalArgumentException e) {
            // No domain at all; it is refused or not found as it stands.
            return lower(domain);
        }
    }

    private static String lower(String text) {
        return Typed.normal(text.toLowerCase(Locale.ROOT));
    }
}
