package quire.portfolio;

import java.util.List;
import quire.core.Finding;

/**
 * How it went with a file that somebody handed in.
 *
 * @param file the file as it stands in the portfolio
 * @param wasThere whether the same content stood there already, so that nothing was added and nothing about it changed; offer
 *     to attach the one that is there
 * @param findings what the person should know, as notes: what was removed from the file, that it is there already
 */
public record Upload(EvidenceFile file, boolean wasThere, List<Finding> findings) {

    public Upload {
        findings = List.copyOf(findings);
    }
}
