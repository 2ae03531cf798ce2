package quire.merge.word;

/** Tells the holder what its last block is. */
enum BlockDone implements Operation {
    PARAGRAPH,
    TABLE;

    @Override
    public void run(Execution run) {
        run.blockDone(this == PARAGRAPH);
    }
}
