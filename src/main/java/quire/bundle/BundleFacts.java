package quire.bundle;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quire.core.Ordered;

/**
 * What the pages of a bundle say beside what its plan says.
 *
 * @param head what stands on the cover, label by label
 * @param confirmations what the page of confirmations shows: plain JSON data
 * @param roles what the roles are called, by id
 * @param coded whether signers stand there by role alone
 * @param archival the keys of the files that keep the rules of archives
 * @param number which version of the bundle it is, or which supplement
 * @param before the version before, which a final one tells the changes of; null for none
 * @param builder who asked for it
 * @param made when
 * @param program the version of the program
 * @param trailNumber how many entries the trail had
 * @param trailHash the hash of the last one
 */
record BundleFacts(
        Map<String, String> head,
        Map<String, @Nullable Object> confirmations,
        Map<String, String> roles,
        boolean coded,
        Set<String> archival,
        int number,
        @Nullable Bundle before,
        String builder,
        Instant made,
        String program,
        long trailNumber,
        String trailHash) {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM uuuu, H:mm", Locale.UK);

    BundleFacts {
        head = Ordered.copyOf(head);
        confirmations = Ordered.copyOf(confirmations);
        roles = Ordered.copyOf(roles);
        archival = Set.copyOf(archival);
    }

    boolean isArchival(Plan.Entry entry) {
        return archival.contains(entry.key());
    }

    /** Who signed and when, as the sheets say it. */
    List<Map<String, Object>> signatures(List<Contents.Signed> signatures, ZoneId zone) {
        DateTimeFormatter moment = MOMENT.withZone(zone);
        return signatures.stream()
                .map(one -> Ordered.of("who", signer(one), "at", moment.format(one.at())))
                .toList();
    }

    /** Who signed, as the sheets say it. */
    private String signer(Contents.Signed signature) {
        String role = roles.getOrDefault(signature.role(), signature.role());
        return coded ? role : signature.name() + ", " + role;
    }
}
