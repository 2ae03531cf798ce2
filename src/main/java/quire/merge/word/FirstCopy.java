package quire.merge.word;

import java.util.List;

/**
 * What may stand in a file only once although the section around it repeats: the anchors of a comment.
 *
 * @param section the section it stands in
 * @param body what stands in the first copy only
 */
record FirstCopy(int section, List<Operation> body) implements Operation {

    @Override
    public void run(Execution run) {
        if (run.copyNumber(section) == 0) {
            run.all(body);
        }
    }
}
