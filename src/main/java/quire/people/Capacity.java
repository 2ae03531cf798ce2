package quire.people;

import java.util.Locale;

/** As what somebody does something: the columns of {@link PermitTable}. */
public enum Capacity {
    NQSW,
    ASSESSOR,
    MANAGER,
    COORDINATOR,
    ADMINISTRATOR,
    LEAD,
    DIRECTOR,
    SENIOR_MANAGER,
    /** A member of a panel that the portfolio was given to, while the panel is open. */
    PANEL,
    /** Somebody who was asked to play one part in one paper, with an account or without. */
    ASKED,
    OPERATOR,
    /** Whoever is signed in. */
    ANYONE;

    /** The word in forms and in the table. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
