package quire.merge.word;

import quire.merge.Value;

/**
 * A value in a text that is not a Word run, such as a document property.
 *
 * @param source the tag
 */
record PlainInsertion(Section.Lookup source) implements Operation {

    @Override
    public void run(Execution run) {
        Value value = run.value(source);
        String words = value == null ? run.markWords(source) : value.text();
        run.sink().escaped(words, 0, words.length());
        if (!words.isEmpty()) {
            run.ink();
        }
    }
}
