package quire.merge.word;

/**
 * An attribute's value inside a start tag.
 *
 * @param slot what writes it
 */
record AttributeValue(AttributeSlot slot) implements Operation {

    @Override
    public void run(Execution run) {
        slot.write(run);
    }
}
