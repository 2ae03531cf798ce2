package quire.people;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody is for a whole organisation and the members that it hosts. */
public enum Role {
    ADMINISTRATOR("administrator"),
    COORDINATOR("co-ordinator"),
    LEAD("learning and development lead"),
    DIRECTOR("director"),
    SENIOR_MANAGER("senior manager"),
    MODERATOR("moderator"),
    CHAIR("panel chair"),
    EXTERNAL_MODERATOR("external moderator"),
    PARTNERSHIP_CHAIR("partnership chair"),
    /** Looks after the installation itself and reads nothing that people write in it. */
    OPERATOR("operator");

    private final String label;

    Role(String label) {
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

    /** Whether those who hold it judge for panels: they have something to do with a portfolio only when it is given to them. */
    public boolean judges() {
        return switch (this) {
            case MODERATOR, CHAIR, EXTERNAL_MODERATOR, PARTNERSHIP_CHAIR -> true;
            case ADMINISTRATOR, COORDINATOR, LEAD, DIRECTOR, SENIOR_MANAGER, OPERATOR -> false;
        };
    }

    /** The role of that word. */
    public static Optional<Role> find(String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
    }
}
