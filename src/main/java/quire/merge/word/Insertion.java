package quire.merge.word;

import quire.merge.Value;

/** A value in a run of its own. Where the value is empty there is no run: Word does not like empty ones. */
final class Insertion implements Operation {

    private final Section.Lookup source;
    private final AttributeSlot.Reading reading;
    private final RunFrame frame;

    Insertion(Section.Lookup source, AttributeSlot.Reading reading, RunFrame frame) {
        this.source = source;
        this.reading = reading;
        this.frame = frame;
    }

    @Override
    public void run(Execution run) {
        Value value = run.value(source);
        if (value instanceof Value.Picture picture) {
            run.picture(picture, frame);
        } else if (value != null) {
            frame.write(reading.read(value), run);
        } else {
            run.mark(source, frame);
        }
    }
}
