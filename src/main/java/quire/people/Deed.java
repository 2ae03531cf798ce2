package quire.people;

/** Everything that somebody may want to do, and to what. Who may do it stands in {@link PermitTable}. */
public enum Deed {
    // What is one's own.
    USE_ACCOUNT(Scope.OWN),

    // A portfolio.
    SEE_PORTFOLIO(Scope.PORTFOLIO),
    SEE_TRAIL_OF_PORTFOLIO(Scope.PORTFOLIO),
    READ_DRAFT(Scope.PORTFOLIO),
    READ_COMPLETED(Scope.PORTFOLIO),
    READ_SIGNED(Scope.PORTFOLIO),
    READ_REFLECTION(Scope.PORTFOLIO),
    READ_SELF_ASSESSMENT(Scope.PORTFOLIO),
    READ_CONFIDENTIAL(Scope.PORTFOLIO),
    WRITE_SECTION(Scope.PORTFOLIO),
    COMMENT(Scope.PORTFOLIO),
    RELEASE_SECTION(Scope.PORTFOLIO),
    RETURN_SECTION(Scope.PORTFOLIO),
    REQUEST_RETURN(Scope.PORTFOLIO),
    SIGN(Scope.PORTFOLIO),
    ADD_EVIDENCE(Scope.PORTFOLIO),
    REMOVE_EVIDENCE(Scope.PORTFOLIO),
    READ_EVIDENCE(Scope.PORTFOLIO),
    READ_CONFIDENTIAL_EVIDENCE(Scope.PORTFOLIO),
    DOWNLOAD_DRAFT(Scope.PORTFOLIO),
    DOWNLOAD_COMPLETED(Scope.PORTFOLIO),
    DOWNLOAD_SIGNED(Scope.PORTFOLIO),
    TAKE_AWAY(Scope.PORTFOLIO),
    ASK_OBSERVER(Scope.PORTFOLIO),
    RECORD_FOR(Scope.PORTFOLIO),
    BOOK_DATES(Scope.PORTFOLIO),
    PAUSE(Scope.PORTFOLIO),
    REOPEN_SIGNED(Scope.PORTFOLIO),
    MOVE_PAPER(Scope.PORTFOLIO),
    REQUEST_HAND_OVER(Scope.PORTFOLIO),
    HAND_OVER(Scope.PORTFOLIO),
    BREAK_GLASS(Scope.PORTFOLIO),
    PREVIEW_PACK(Scope.PORTFOLIO),
    BUILD_PACK(Scope.PORTFOLIO),
    RELEASE_PACK(Scope.PORTFOLIO),
    READ_PACK(Scope.PORTFOLIO),

    // An organisation, its people and its cohorts.
    SEE_COHORT(Scope.ORGANISATION),
    ENROL(Scope.ORGANISATION),
    MOVE_PAPERS(Scope.ORGANISATION),
    ASSIGN(Scope.ORGANISATION),
    SET_PANEL(Scope.ORGANISATION),
    BUILD_PACKS(Scope.ORGANISATION),
    SEE_PEOPLE(Scope.ORGANISATION),
    MANAGE_PEOPLE(Scope.ORGANISATION),
    IMPORT_PEOPLE(Scope.ORGANISATION),
    EXPORT_PEOPLE(Scope.ORGANISATION),
    GIVE_ROLE(Scope.ORGANISATION),
    CHANGE_ORGANISATION(Scope.ORGANISATION),
    SEE_TRAIL(Scope.ORGANISATION),

    // The installation.
    ADD_ORGANISATION(Scope.INSTALLATION),
    GIVE_OPERATOR(Scope.INSTALLATION),
    VERIFY_TRAIL(Scope.INSTALLATION),
    EXPORT_TRAIL(Scope.INSTALLATION),
    SETTINGS(Scope.INSTALLATION),
    BACKUP(Scope.INSTALLATION);

    /** What a deed is done to, and so what one must be near to. */
    public enum Scope {
        OWN,
        PORTFOLIO,
        ORGANISATION,
        INSTALLATION
    }

    private final Scope scope;

    Deed(Scope scope) {
        this.scope = scope;
    }

    /** What it is done to. */
    public Scope scope() {
        return scope;
    }
}
