package quire.people;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody is to one portfolio. */
public enum PortfolioRole {
    /** The newly qualified social worker whose portfolio it is. */
    NQSW("social worker"),
    ASSESSOR("assessor"),
    MANAGER("line manager"),
    COORDINATOR("co-ordinator");

    private final String label;

    PortfolioRole(String label) {
        this.label = label;
    }

    /** The word in forms, files and the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How people say it. */
    public String label() {
        return label;
    }

    /** The role of that word. */
    public static Optional<PortfolioRole> find(String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
    }
}
