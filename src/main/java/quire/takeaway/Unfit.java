package quire.takeaway;

import quire.core.Finding;
import quire.core.Place;
import quire.core.Problem;

/** Why a file is not taken in: sentences for whoever holds it. */
final class Unfit {

    private static final String NOTHING = " Nothing was taken in.";

    private Unfit() {}

    static Problem notOurs() {
        return refuse("not-a-portfolio", "This is not a portfolio that Quire has taken out, or not a whole one.");
    }

    static Problem newer(int version) {
        return refuse(
                "newer-portfolio",
                "This portfolio was taken out by a newer version of Quire (format " + version
                        + "). Take it in with that version or a later one.");
    }

    /** @param where the name of the part, which somebody else may have chosen */
    static Problem changed(String where) {
        return refuse(
                "changed-portfolio",
                "The file was changed, or damaged on its way (at “" + plain(where) + "”). Ask for it once more.");
    }

    static Problem tooLarge(String what) {
        return refuse("large-portfolio", what);
    }

    /** It is whole, but what it says cannot be. */
    static Problem impossible(String what) {
        return refuse("impossible-portfolio", "The record in the file contradicts itself: " + what + ".");
    }

    static Problem here(String what) {
        return Problem.of(Problem.Kind.CONFLICT, what + NOTHING);
    }

    static Problem unscanned(String place, String why) {
        return Problem.of(
                Problem.Kind.UNAVAILABLE,
                "The files cannot be checked for viruses, because the scanner at " + place + " does not help: " + why
                        + "." + NOTHING);
    }

    /** A name that somebody else has chosen, so that it can do no harm where it is read. */
    static String plain(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9._/ -]", "?");
        return plain.length() > 80 ? plain.substring(0, 80) + "…" : plain;
    }

    private static Problem refuse(String code, String message) {
        return Problem.badInput(Finding.error(code, message + NOTHING, Place.UNKNOWN));
    }
}
