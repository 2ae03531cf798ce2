package quire.forms;

/** What a publish check has to know of the papers that people have begun on a form, in whatever version. */
public interface InUse {

    /** Nobody has begun anything. */
    InUse NOT = new InUse() {
        @Override
        public boolean isStarted() {
            return false;
        }

        @Override
        public boolean holds(String question, String item) {
            return false;
        }
    };

    /** Whether there is any paper on the form. */
    boolean isStarted();

    /**
     * Whether an answer to a question names an item of its list.
     *
     * @param question the id of the question, be it in a repeat or not; of a repeat, its given rows
     */
    boolean holds(String question, String item);
}
