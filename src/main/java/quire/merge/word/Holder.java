package quire.merge.word;

import java.util.List;

/**
 * A cell, header, text box or note whose blocks may vanish: if it would not end in a paragraph, as Word insists, an empty
 * one is put there.
 *
 * @param body the blocks
 * @param paragraph the empty paragraph
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Holder(List<Operation> body, byte[] paragraph) implements Operation {

    @Override
    public void run(Execution run) {
        run.holder(this);
    }
}
