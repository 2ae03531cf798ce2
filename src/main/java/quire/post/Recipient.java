package quire.post;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;
import quire.core.Finding;
import quire.core.Place;
import quire.core.Problem;

/** The one address that a letter goes to, as mail servers write it. */
final class Recipient {

    /** No quotes, no comments, no spaces, no commas: nothing that could be a second address or another header. */
    private static final Pattern MAILBOX = Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}");

    private static final Pattern DOMAIN =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)*[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

    private static final int LONGEST = 254;

    private Recipient() {}

    /**
     * The address with its domain in the letters that every mail server knows.
     *
     * @throws Problem if it is not the address of exactly one mailbox
     */
    static String checked(String address) {
        int at = address.lastIndexOf('@');
        String mailbox = at < 0 ? "" : address.substring(0, at);
        String domain = ascii(address.substring(at + 1));
        if (at < 0
                || address.length() > LONGEST
                || !MAILBOX.matcher(mailbox).matches()
                || !DOMAIN.matcher(domain).matches()) {
            throw Problem.badInput(Finding.error(
                    "email",
                    "Enter an e-mail address in the correct format, like name@example.com.",
                    Place.atPath("email")));
        }
        return mailbox + "@" + domain;
    }

    private static String ascii(String domain) {
        try {
            return IDN.toASCII(domain.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            // No domain at all, and refused as it stands.
            return "";
        }
    }
}
