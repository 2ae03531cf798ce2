package quire.merge.word;

import java.util.List;

/**
 * A table whose rows may all vanish; then the table does too.
 *
 * @param body the table, each row followed by {@link RowDone}
 */
record Table(List<Operation> body) implements Operation {

    @Override
    public void run(Execution run) {
        run.table(this);
    }

    /** Tells the table that it has a row. */
    enum RowDone implements Operation {
        ROW;

        @Override
        public void run(Execution run) {
            run.rowDone();
        }
    }
}
