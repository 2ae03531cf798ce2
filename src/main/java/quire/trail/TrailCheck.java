package quire.trail;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import quire.core.Digest;
import quire.core.Json;
import quire.core.Problem;

/**
 * Walks along the trail and stops at the first thing that is wrong. It holds one entry at a time. For one walk on one
 * thread.
 */
final class TrailCheck {

    private final TreeMap<Long, Head> anchors = new TreeMap<>();
    private Head reached = Head.START;
    private Verdict.@Nullable Fault fault;

    /** @param anchors heads that were noted earlier; the last of two with the same number counts */
    TrailCheck(Collection<Head> anchors) {
        anchors.forEach(anchor -> this.anchors.put(anchor.seq(), anchor));
        compareWithAnchor();
    }

    void look(TrailStore.Stored row) {
        if (fault == null) {
            String sentence = wrong(row);
            if (sentence == null) {
                reached = new Head(row.seq(), new Digest(row.hash()));
                compareWithAnchor();
            } else {
                fault = new Verdict.Fault(reached.seq() + 1, sentence);
            }
        }
    }

    /** Whether there is any use in showing it more. */
    boolean goesOn() {
        return fault == null;
    }

    Verdict verdict(TrailStore.End end) {
        if (fault == null) {
            compareWithEnd(end.head(), end.last());
        }
        return new Verdict(reached.seq(), reached, fault);
    }

    private @Nullable String wrong(TrailStore.Stored row) {
        long expected = reached.seq() + 1;
        if (row.seq() != expected) {
            return row.seq() < expected
                    ? "An entry has the number " + row.seq() + ", and the first one has 1."
                    : missing(expected, row.seq() - 1) + " After it comes entry " + row.seq() + ".";
        }
        if (!row.previous().equals(reached.hash().hex())) {
            return expected == 1
                    ? "Entry 1 does not begin the trail: it names an entry before it."
                    : "Entry " + expected + " does not follow from entry " + reached.seq()
                            + ": it names another hash. One of the two was changed after it was written.";
        }
        return isAsWritten(row)
                ? null
                : "Entry " + expected + " was changed after it was written: its hash does not fit.";
    }

    /** Every character counts, also one that would be read as the same. */
    private static boolean isAsWritten(TrailStore.Stored row) {
        try {
            Map<String, @Nullable Object> rest = row.rest();
            return Json.canonical(rest.get("details")).equals(row.details())
                    && Recorded.written(Instant.parse(row.at())).equals(row.at())
                    && Recorded.hash(new Digest(row.previous()), row.seq(), rest)
                            .hex()
                            .equals(row.hash());
        } catch (Problem | DateTimeException e) {
            // What cannot be read was not written so.
            return false;
        }
    }

    private void compareWithAnchor() {
        Head anchor = anchors.remove(reached.seq());
        if (anchor != null && !anchor.equals(reached)) {
            fault = new Verdict.Fault(
                    reached.seq(),
                    "Entry " + reached.seq() + " is not the one that was there when its hash was noted."
                            + " The trail was written anew, from that entry or from one before it.");
        }
    }

    private void compareWithEnd(@Nullable Head head, long last) {
        long next = reached.seq() + 1;
        long known = anchors.isEmpty() ? 0 : anchors.lastKey();
        if (head == null) {
            fault = new Verdict.Fault(
                    next, "The trail does not say where it ends, so entries may be missing at its end.");
        } else if (head.seq() > reached.seq() || known > reached.seq()) {
            fault = new Verdict.Fault(next, missing(next, Math.max(head.seq(), known)) + " The trail ends before it.");
        } else if (last > head.seq()) {
            fault = new Verdict.Fault(
                    next, "Entry " + next + " stands behind the end of the trail: it was not added by this program.");
        } else if (!head.equals(reached)) {
            fault = new Verdict.Fault(
                    reached.seq(),
                    "The trail says that it ends with entry " + head.seq() + " and another hash than that of entry "
                            + reached.seq() + ".");
        }
    }

    private static String missing(long first, long last) {
        return first == last
                ? "Entry " + first + " is missing."
                : "The entries " + first + " to " + last + " are missing.";
    }
}
