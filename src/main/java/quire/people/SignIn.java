package quire.people;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How an attempt to sign in ended. */
public sealed interface SignIn {

    /** What to tell whoever was refused: the same whatever it was that did not fit. */
    String WRONG = "Enter a correct e-mail address and password.";

    /** What to tell whoever is signed in and gave a password that is not theirs. */
    String WRONG_PASSWORD = "Enter the password that you have now.";

    /** What to tell whoever gave a code that does not fit. */
    String TOO_LATE = "You waited too long for the code. Sign in again.";

    String WRONG_CODE = "Enter the code that your app shows now, or a recovery code that you have not used.";

    /** Signed in. */
    record Done(Sessions.Opened opened) implements SignIn {}

    /** The password was right, and a code of the second step is asked for next. */
    record NeedsCode(Sessions.Opened opened) implements SignIn {}

    /** Something did not fit. */
    record Refused(String sentence) implements SignIn {}

    /** Too many failures; nothing was looked at. */
    record Wait(Duration left) implements SignIn {

        /** How long to wait, in whole seconds. */
        public long seconds() {
            return Math.max(1, (left.toMillis() + 999) / 1000);
        }

        /** What to tell the person. */
        public String sentence() {
            long seconds = seconds();
            String time = seconds < 120
                    ? seconds + (seconds == 1 ? " second" : " seconds")
                    : (seconds + 59) / 60 + " minutes";
            return "There were too many attempts. Try again in " + time + ".";
        }
    }

    /**
     * Where and when an attempt is made.
     *
     * @param address of the client as a trusted proxy or the connection gives it, never as the client says
     * @param userAgent what the browser calls itself; null if it does not say
     * @param today the same as {@code now} as a day
     */
    record From(String address, @Nullable String userAgent, Instant now, LocalDate today) {}
}
