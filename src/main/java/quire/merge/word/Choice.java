package quire.merge.word;

import quire.merge.Value;

/**
 * One of two things by whether a value is true: the glyph of a checkbox.
 *
 * @param source the tag
 * @param yes XML for true
 * @param no XML for anything else
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Choice(Section.Lookup source, byte[] yes, byte[] no) implements Operation {

    @Override
    public void run(Execution run) {
        Value value = run.value(source);
        run.sink().write(value != null && value.truthy() ? yes : no);
        run.ink();
    }
}
