package quire.documents;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import quire.core.Digest;

/**
 * Whether a file is a final paper of this installation, as it was made. It names nobody: whoever has the file can read it, and
 * whoever has another one learns nothing of anybody.
 *
 * @param kind what was found
 * @param file the digest of the file that was looked at
 * @param form the title of its form; null for a file that is not known
 * @param signed the day of the last signature; null for a file that is not known
 * @param mark the short hash of the signed record that it is, or says it is, as it is printed; null for a file that is not known
 * @param opened whether the paper was opened again since
 */
public record CopyVerdict(
        Kind kind,
        Digest file,
        @Nullable String form,
        @Nullable LocalDate signed,
        @Nullable String mark,
        boolean opened) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    /** What can be said of a file. */
    public enum Kind {
        /** It is the newest final paper, bit by bit. */
        UNCHANGED("Issued by this service, and unchanged"),
        /** It is a final paper bit by bit, and not the newest: all have signed again since. */
        SUPERSEDED("Issued by this service, but not the newest"),
        /** It says that it is a final paper, and its bytes are others. */
        CHANGED("Changed after it was issued"),
        /** Nothing is known of it. */
        UNKNOWN("Not from here");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /** In a few words. */
        public String title() {
            return title;
        }

        /** In one word, for programs. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static CopyVerdict unknown(Digest file) {
        return new CopyVerdict(Kind.UNKNOWN, file, null, null, null, false);
    }

    /** Whether the file can be relied on as what all signed last. */
    public boolean isGood() {
        return kind == Kind.UNCHANGED;
    }

    /** What that means, in one or two sentences. */
    public String explanation() {
        String day = signed == null ? "" : DAY.format(signed);
        return switch (kind) {
            case UNCHANGED ->
                "This is “" + form + "” as all had signed it on " + day + ". Not a letter of it has changed since."
                        + (opened ? " The paper was opened again later, and all have not signed it again yet." : "");
            case SUPERSEDED ->
                "This is “" + form + "” as all had signed it on " + day
                        + ". Not a letter of it has changed since, but the paper was opened again, changed and signed"
                        + " again. Ask for the newest copy.";
            case CHANGED ->
                "This file says that it is “" + form + "”, signed on " + day
                        + ", but it is not the file that this service made. Somebody, or the program it was saved with, has"
                        + " changed it. Do not rely on what it says. Ask for the original.";
            case UNKNOWN ->
                "This service has not made this file as a final paper. It may be a draft, come from elsewhere, or have been"
                        + " changed so much that it cannot be recognised.";
        };
    }
}
