package quire.portfolio;

/** How far a section has come. It changes by a person's word only; saving never completes or reopens anything. */
public enum SectionState {
    NOT_STARTED,
    IN_PROGRESS,
    /** The owner has said so, and its answers were complete at that moment. */
    COMPLETED,
    /** It is complete, and somebody has signed for it as it is. */
    SIGNED,
    /** The paper is signed by all who sign it. */
    LOCKED;

    /** Whether its owner is done with it. */
    public boolean isDone() {
        return compareTo(COMPLETED) >= 0;
    }

    /** Whether somebody's signature stands for what is in it, so that nobody may change it. */
    public boolean isSigned() {
        return compareTo(SIGNED) >= 0;
    }
}
