package quire.portfolio;

import java.time.Instant;
import java.util.List;
import quire.core.Finding;

/**
 * A save that was accepted and is on the disk.
 *
 * @param revision what to name as base of the next save
 * @param changed the answers that this save changed; empty if everything was there already, and then there is no new
 *     revision
 * @param at when the latest revision was saved
 * @param findings warnings about what was changed on the way in, such as characters that cannot be printed
 */
public record Saved(int revision, List<String> changed, Instant at, List<Finding> findings) {

    public Saved {
        changed = List.copyOf(changed);
        findings = List.copyOf(findings);
    }
}
