package quire.portfolio;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quire.convert.Uploads;
import quire.convert.Verdict;
import quire.core.Digest;
import quire.core.Problem;
import quire.store.Blobs;

/**
 * What the files of portfolios are like. It follows from their content alone, so it is found out when somebody asks and not
 * kept in the record; one file at a time, because a large one takes a moment and some memory. May be shared between
 * threads.
 */
final class FileVerdicts {

    private static final Logger LOG = LoggerFactory.getLogger(FileVerdicts.class);

    /** As many as a cohort looks at in a morning, at a few kilobytes each. */
    private static final int MOST_KNOWN = 500;

    private final Blobs blobs;
    private final Uploads uploads = new Uploads();
    private final Map<Digest, Optional<Verdict>> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Digest, Optional<Verdict>> eldest) {
            return size() > MOST_KNOWN;
        }
    };

    FileVerdicts(Blobs blobs) {
        this.blobs = blobs;
    }

    /** Empty if the content is lost, or cannot be read by the rules of today. */
    synchronized Optional<Verdict> of(EvidenceFile file) {
        Optional<Verdict> verdict = known.get(file.digest());
        if (verdict == null) {
            verdict = look(file);
            known.put(file.digest(), verdict);
        }
        return verdict;
    }

    private Optional<Verdict> look(EvidenceFile file) {
        if (!blobs.has(file.digest())) {
            return Optional.empty();
        }
        try {
            return Optional.of(uploads.verdict(file.kind(), blobs.read(file.digest())));
        } catch (Problem refused) {
            LOG.info("Evidence {} cannot be looked at: {}", file.id(), refused.getMessage());
            return Optional.empty();
        }
    }
}
