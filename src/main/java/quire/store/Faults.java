package quire.store;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import quire.core.Finding;
import quire.core.Place;
import quire.core.Problem;

/** What a database says when it cannot go on, in words for people; faults of our own pass unchanged. */
final class Faults {

    private static final String NOTHING_CHANGED = " and nothing was changed. ";

    private Faults() {}

    static Problem busy() {
        return unavailable("The record is busy" + NOTHING_CHANGED + "Try again in a few seconds.");
    }

    static Problem diskFull() {
        return unavailable("The disk is full" + NOTHING_CHANGED + "Make room on the disk, then try again.");
    }

    static Problem outOfReach() {
        return unavailable("The record cannot be read or written just now" + NOTHING_CHANGED
                + "Look at the disk, then try again.");
    }

    /** For the one moment in which nobody can know: the answer to “commit” never came. */
    static Problem perhapsSaved() {
        return unavailable("The connection to the database broke while this was being saved, so it may be saved or not."
                + " Look whether it is there before you do it again.");
    }

    static RuntimeException whileWorking(RuntimeException fault) {
        if (fault instanceof Problem) {
            return fault;
        }
        String sentence = sentence(Trouble.of(fault));
        return sentence == null ? fault : unavailable(sentence).because(fault);
    }

    static RuntimeException whileOpening(RuntimeException fault, String name) {
        Trouble trouble = Trouble.of(fault);
        if (fault instanceof Problem || trouble == null) {
            return fault;
        }
        return opening(trouble, name).because(fault);
    }

    static Problem damaged(String name, String detail) {
        return refuse(
                "data-damaged",
                name,
                "is damaged" + (detail.isEmpty() ? "" : " (" + detail + ")")
                        + ". Restore it from a backup: move the data folder away, then run quire restore FILE");
    }

    static Problem damagedWhileRunning() {
        return unavailable("The database is damaged" + NOTHING_CHANGED + "What can be read can still be read. Stop the"
                + " server, move the data folder away, and run quire restore FILE with the last good backup.");
    }

    static Problem notWritable(Path path) {
        return refuse(
                "data-not-writable",
                path.toString(),
                "cannot be written. Give the account that runs Quire the right to write there");
    }

    /** A refusal that names the place and says what to do. */
    static Problem refuse(String code, String name, String whatAndWhatToDo) {
        return Problem.badInput(Finding.error(code, name + " " + whatAndWhatToDo + ".", Place.inFile(name)));
    }

    private static Problem opening(Trouble trouble, String name) {
        return switch (trouble) {
            case NOT_A_DATABASE ->
                refuse("data-not-database", name, "is not a database. Move it away or name another data folder");
            case DAMAGED -> damaged(name, "");
            case BUSY, GIVEN_UP ->
                refuse("data-in-use", name, "is in use by another program. Stop that program and start again");
            case NOT_WRITABLE ->
                refuse(
                        "data-not-writable",
                        name,
                        "cannot be read and written. Give the account that runs Quire the right to do both");
            case DISK_FULL -> refuse("data-disk-full", name, "cannot grow: the disk is full. Make room first");
            case UNREACHABLE ->
                refuse("data-unreachable", name, "does not answer. See that it runs and that its address is right");
            case NO_SUCH_DATABASE ->
                refuse("data-missing", name, "does not exist. Make an empty database of that name first");
            case SIGN_IN ->
                refuse("data-sign-in", name, "does not let this user in. See that the user and the password are right");
        };
    }

    private static @Nullable String sentence(@Nullable Trouble trouble) {
        if (trouble == null) {
            return null;
        }
        return switch (trouble) {
            case BUSY, GIVEN_UP -> busy().getMessage();
            case DISK_FULL -> diskFull().getMessage();
            case NOT_WRITABLE -> outOfReach().getMessage();
            case DAMAGED, NOT_A_DATABASE -> damagedWhileRunning().getMessage();
            case UNREACHABLE, NO_SUCH_DATABASE, SIGN_IN ->
                "The database does not answer" + NOTHING_CHANGED + "Try again in a few seconds.";
        };
    }

    private static Problem unavailable(String sentence) {
        return Problem.of(Problem.Kind.UNAVAILABLE, sentence);
    }
}
