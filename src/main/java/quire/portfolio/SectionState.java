package quire.portfolio;

/** How far a section has come. It changes by a person's word only; saving never completes or reopens anything. */
public enum SectionState {
    NOT_STARTED,
    IN_PROGRESS,
    /** The owner has said so, and its answers were complete at that moment. */
    COMPLETED
}
