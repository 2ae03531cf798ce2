package quire.merge.word;

import java.util.List;
import quire.merge.Value;

/**
 * A picture of the template that stands for a picture of the data: fitted into the same frame with its own proportions.
 *
 * @param source the tag in the picture's alternative text or on its control
 * @param body the run with the drawing, its attributes slots
 * @param words the run to write instead when a draft has to say that the picture is missing
 */
record PictureFrame(Section.Lookup source, List<Operation> body, RunFrame words) implements Operation {

    @Override
    public void run(Execution run) {
        Value value = run.value(source);
        if (value instanceof Value.Picture picture) {
            run.framed(picture, body);
        } else if (value == null) {
            run.mark(source, words);
        }
    }
}
