package quire.forms;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of signing a paper.
 *
 * @param step steps are signed in ascending order; steps of the same number in parallel
 * @param signers the roles that sign
 * @param everyone whether all of them sign; otherwise one of them does
 * @param covers the sections that the signature stands for
 * @param statement what the signatory states
 * @param reauth whether they prove again who they are when signing
 * @param locksDocument whether the paper is closed with this step; where it is skipped, with the last that is not
 * @param showIf when anybody signs here at all; null for always. A step whose condition does not hold is skipped
 */
public record SignOffStep(
        int step,
        List<String> signers,
        boolean everyone,
        List<String> covers,
        String statement,
        boolean reauth,
        boolean locksDocument,
        @Nullable Condition showIf) {

    public SignOffStep {
        signers = List.copyOf(signers);
        covers = List.copyOf(covers);
    }
}
