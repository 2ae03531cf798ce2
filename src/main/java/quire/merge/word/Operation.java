package quire.merge.word;

/** One step of a compiled part. Operations are immutable and shared by all merges of a template. */
interface Operation {

    void run(Execution run);
}
