package quire.merge.word;

import quire.merge.Value;

/** An attribute whose value is known only when the merge runs. */
interface AttributeSlot {

    /** Writes the attribute's value, escaped. */
    void write(Execution run);

    /** A value of the data turned into an attribute's text. */
    @FunctionalInterface
    interface Reading {
        String read(Value value);
    }
}
