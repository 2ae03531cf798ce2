package quire.merge.word;

/**
 * Bytes that stand in every copy as they stand in the template.
 *
 * @param xml the bytes
 * @param ink whether they leave ink on the paper
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Literal(byte[] xml, boolean ink) implements Operation {

    @Override
    public void run(Execution run) {
        run.sink().write(xml);
        if (ink) {
            run.ink();
        }
    }
}
