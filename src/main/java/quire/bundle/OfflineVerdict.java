package quire.bundle;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quire.seal.SealCertificate;
import quire.seal.SealVerdict;
import quire.seal.TimeStamp;

/**
 * What a file and the public certificates say of it, where no record is asked. It names nobody.
 *
 * @param seal what became of the seal
 * @param knows whether there was a certificate to hold it against
 * @param facts what the manifest in the file says of it; null if there is none that can be read
 * @param changed the titles of the items that are not as the manifest says
 */
public record OfflineVerdict(
        SealVerdict seal, boolean knows, @Nullable Facts facts, List<String> changed) {

    /**
     * What the manifest in a file says of it.
     *
     * @param version which version of the bundle it is
     * @param made when; null if it does not say
     */
    public record Facts(
            String title,
            int version,
            Edition edition,
            @Nullable Instant made) {}

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMMM uuuu 'at' HH:mm 'UTC'", Locale.UK);

    public OfflineVerdict {
        changed = List.copyOf(changed);
    }

    /** In a few words. */
    public String heading() {
        return switch (seal.kind()) {
            case WHOLE -> "Sealed, and unchanged";
            case CONTINUED -> "Added to after it was sealed";
            case BROKEN -> "Changed after it was sealed";
            case FOREIGN -> knows ? "Sealed by somebody else" : "Sealed, but nobody can say by whom";
            case NONE -> "Not sealed";
        };
    }

    /** What that means, in a few sentences. */
    public String explanation() {
        return switch (seal.kind()) {
            case WHOLE -> "This is " + what() + "." + by() + " Not a letter of it has changed since." + time();
            case CONTINUED ->
                "Up to byte " + seal.covered() + " this is " + what() + " as it was sealed." + by() + time()
                        + " What stands behind may show other pages. Do not rely on it.";
            case BROKEN -> "Its seal is broken." + by() + claim() + " Do not rely on it." + items();
            case FOREIGN ->
                (knows
                                ? "None of the certificates that were given has sealed this file."
                                : "Give the certificate of whoever should have sealed it with --certificate, or the record it"
                                        + " comes from with --data.")
                        + claim()
                        + items();
            case NONE ->
                (facts != null && facts.edition() == Edition.DRAFT
                                ? "It says that it is a draft, and drafts are not sealed."
                                : "Nothing protects this file, so nobody can say from it alone whether it was changed.")
                        + claim()
                        + items();
        };
    }

    public boolean isGood() {
        return seal.kind() == SealVerdict.Kind.WHOLE;
    }

    private String what() {
        return facts == null
                ? "a file without a list of its contents"
                : "“" + facts.title() + "”, version " + facts.version()
                        + Optional.ofNullable(facts.made())
                                .map(made -> ", made on " + DAY.format(made.atZone(ZoneOffset.UTC)))
                                .orElse("");
    }

    private String claim() {
        return facts == null ? "" : " The file says that it is " + what() + ".";
    }

    private String by() {
        SealCertificate by = seal.by();
        return by == null ? "" : " The seal is of “" + by.subject() + "”.";
    }

    private String time() {
        TimeStamp stamp = seal.stamp();
        Instant at = stamp == null ? seal.at() : stamp.at();
        if (at == null) {
            return "";
        }
        String moment = MOMENT.format(at.atZone(ZoneOffset.UTC));
        return stamp == null
                ? " It says that it was sealed on " + moment + "."
                : " “" + stamp.by().subject() + "” vouches that it was sealed by " + moment + ".";
    }

    /** No more than a hint where no seal holds: whoever changes a file can change its list too. */
    private String items() {
        if (seal.kind() == SealVerdict.Kind.BROKEN && facts != null && changed.isEmpty()) {
            return " Its items are as the list in the file says; what stands around them, or that list, is not.";
        } else if (facts == null) {
            return " It has no list of its contents that can be read.";
        } else if (changed.isEmpty()) {
            return " All its items are as the list in the file says, which proves nothing: anybody can write such a list.";
        }
        return " Not as the list in the file says: " + String.join("; ", changed) + ".";
    }
}
