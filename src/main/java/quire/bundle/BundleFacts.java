package quire.bundle;

import java.time.Instant;
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
 * @param number which version of the bundle it is
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
        String builder,
        Instant made,
        String program,
        long trailNumber,
        String trailHash) {

    BundleFacts {
        head = Ordered.copyOf(head);
        confirmations = Ordered.copyOf(confirmations);
        roles = Ordered.copyOf(roles);
        archival = Set.copyOf(archival);
    }

    boolean isArchival(Plan.Entry entry) {
        return archival.contains(entry.key());
    }

    /** Who signed, as the control sheet says it. */
    String signer(Map<?, ?> signature) {
        String id = String.valueOf(signature.get("role"));
        String role = roles.getOrDefault(id, id);
        return coded ? role : signature.get("name") + ", " + role;
    }
}
