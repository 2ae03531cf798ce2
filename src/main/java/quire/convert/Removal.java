package quire.convert;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import quire.core.Finding;
import quire.core.Place;

/** What is taken out of files that are otherwise welcome, in the words of the sentence “We removed …”. */
enum Removal {
    PLACE("the place where the picture was taken"),
    CAMERA("details of the camera and of when the picture was taken"),
    NOTES("notes hidden in the file"),
    PREVIEW("small previews of the picture"),
    TAIL("what stood behind the end of the picture"),
    MOVEMENT("the movement of the picture"),
    TEMPLATE("the link to the template that the document was written in"),
    MAIL_MERGE("the link to the list that letters were made from"),
    LINKS("links to places that are not on the web"),
    SCRIPTS("small programs that run when the document is opened or filled in"),
    FILES("files packed inside the document"),
    FILMS("films, sounds and models"),
    SEAL("a digital signature, which held only for the file as it was");

    private final String words;

    Removal(String words) {
        this.words = words;
    }

    /** In the words that people read. */
    static List<String> words(Set<Removal> removals) {
        return inOrder(removals).stream().map(removal -> removal.words).toList();
    }

    /** One note for each, in the same words. */
    static List<Finding> findings(Set<Removal> removals) {
        return inOrder(removals).stream()
                .map(removal -> Finding.note(
                        "removed-" + removal.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        "We removed " + removal.words + ". Your own copy still has it.",
                        Place.UNKNOWN))
                .toList();
    }

    private static Set<Removal> inOrder(Set<Removal> removals) {
        return removals.isEmpty() ? EnumSet.noneOf(Removal.class) : EnumSet.copyOf(removals);
    }
}
