package quire.merge.word;

import java.util.List;

/**
 * A paragraph that vanishes, with its bullet or number, when nothing came of the tags in it.
 *
 * @param body the paragraph
 */
record Paragraph(List<Operation> body) implements Operation {

    @Override
    public void run(Execution run) {
        int mark = run.sink().hold();
        long before = run.inkSoFar();
        run.all(body);
        if (run.inkSoFar() == before) {
            run.sink().takeBack(mark);
        } else {
            run.blockDone(true);
        }
        run.sink().letGo();
    }
}
