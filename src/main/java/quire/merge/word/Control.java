package quire.merge.word;

import java.util.List;

/**
 * A content control: filled if the data knows its tag, otherwise left as it was, because many programs put tags of their
 * own on controls.
 *
 * @param source the control's tag
 * @param filled the control with its value
 * @param original the control as it stands in the template
 */
record Control(Section.Lookup source, List<Operation> filled, List<Operation> original) implements Operation {

    @Override
    public void run(Execution run) {
        run.all(run.knows(source) ? filled : original);
    }
}
